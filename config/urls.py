"""Every address of the site. tests/access/ holds what is expected of each."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("organisations.accounts.urls")),
    path("a/", include("assessment.respondent.urls")),
    path("", include("organisations.urls")),
    path("", include("assessment.urls")),
    path("", include("reports.urls")),
    path("", include("comparing.urls")),
    path("", include("operations.urls")),
]
