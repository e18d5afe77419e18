"""Every address of the site. tests/access/ holds what is expected of each."""

from django.urls import include, path

from assessment.respondent.coming_and_going import respond_in_capitals

urlpatterns = [
    path("accounts/", include("organisations.accounts.urls")),
    path("a/", include("assessment.respondent.urls")),
    path("A/<secret:code>/", respond_in_capitals, name="respond_in_capitals"),
    path("", include("organisations.urls")),
    path("", include("assessment.urls")),
    path("", include("papers.urls")),
    path("", include("reports.urls")),
    path("", include("comparing.urls")),
    path("", include("operations.urls")),
]
