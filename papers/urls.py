"""Beside the addresses of an assessment (``assessment.urls``)."""

from django.urls import path

from papers.pages import from_file, from_pictures, printed, typing_in

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
    path("assessments/<uuid:pk>/from-file/", from_file.from_file, name="from_file"),
    path(
        "assessments/<uuid:pk>/from-file/blank.xlsx",
        from_file.answers_blank,
        name="answers_blank",
    ),
    path(
        "assessments/<uuid:pk>/links/<slug:perspective>/photographs/",
        from_pictures.photographs,
        name="photographs",
    ),
    path(
        "assessments/<uuid:pk>/links/<slug:perspective>/photographs/checked/",
        from_pictures.sheet_checked,
        name="sheet_checked",
    ),
]
