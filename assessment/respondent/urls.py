"""The respondent's addresses. Everything after the prefix is hidden from logs (config.logs)."""

from django.urls import path

from assessment.respondent import doors, views

urlpatterns = [
    path("<slug:code>/", doors.respond, name="respond"),
    path("<slug:code>/go-on/", doors.respond_resume, name="respond_resume"),
    path("<slug:code>/room/", views.respond_room, name="respond_room"),
    path("<slug:code>/<int:page>/", views.respond_page, name="respond_page"),
    path("<slug:code>/last/", views.respond_last, name="respond_last"),
    path("<slug:code>/check/", views.respond_check, name="respond_check"),
    path("<slug:code>/send/", views.respond_send, name="respond_send"),
    path("<slug:code>/thanks/", doors.respond_thanks, name="respond_thanks"),
    path("<slug:code>/leave/", doors.respond_leave, name="respond_leave"),
]
