"""The respondent's addresses. Everything after the prefix is hidden from logs (config.logs)."""

from django.urls import path

from assessment.respondent import doors, views

urlpatterns = [
    path("<slug:code>/", doors.respond, name="respond"),
    path("<slug:code>/go-on/", doors.resume, name="respond_resume"),
    path("<slug:code>/room/", views.room, name="respond_room"),
    path("<slug:code>/<int:page>/", views.page, name="respond_page"),
    path("<slug:code>/last/", views.last, name="respond_last"),
    path("<slug:code>/check/", views.check, name="respond_check"),
    path("<slug:code>/send/", views.send, name="respond_send"),
    path("<slug:code>/thanks/", doors.thanks, name="respond_thanks"),
    path("<slug:code>/leave/", doors.leave, name="respond_leave"),
]
