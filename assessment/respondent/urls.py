"""The respondent's addresses: a link's code is a secret of those who were given it."""

from django.urls import path

from assessment.respondent import answer_pages, coming_and_going

urlpatterns = [
    path("<secret:code>/", coming_and_going.respond, name="respond"),
    path("<secret:code>/slip/<secret:slip>/", coming_and_going.respond, name="respond_slip"),
    path("<secret:code>/go-on/", coming_and_going.respond_resume, name="respond_resume"),
    path("<secret:code>/room/", answer_pages.respond_room, name="respond_room"),
    path("<secret:code>/<int:page>/", answer_pages.respond_page, name="respond_page"),
    path(
        "<secret:code>/<int:page>/<int:nth>/", answer_pages.respond_page, name="respond_statement"
    ),
    path("<secret:code>/last/", answer_pages.respond_last, name="respond_last"),
    path("<secret:code>/check/", answer_pages.respond_check, name="respond_check"),
    path("<secret:code>/send/", answer_pages.respond_send, name="respond_send"),
    path("<secret:code>/thanks/", coming_and_going.respond_thanks, name="respond_thanks"),
    path(
        "<secret:code>/certificate/",
        coming_and_going.respond_certificate,
        name="respond_certificate",
    ),
    path(
        "<secret:code>/certificate.pdf",
        coming_and_going.respond_certificate_pdf,
        name="respond_certificate_pdf",
    ),
    path("<secret:code>/leave/", coming_and_going.respond_leave, name="respond_leave"),
]
