"""Beside the addresses of an assessment (``assessment.urls``)."""

from django.urls import path

from papers.pages import printed, typing_in

urlpatterns = [
    path("assessments/<uuid:pk>/links/<slug:perspective>/poster/", printed.poster, name="poster"),
    path(
        "assessments/<uuid:pk>/questionnaire/<slug:perspective>/",
        printed.questionnaire,
        name="questionnaire",
    ),
    path(
        "assessments/<uuid:pk>/links/<slug:perspective>/typed/",
        typing_in.typing_in,
        name="typing_in",
    ),
]
