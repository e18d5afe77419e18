"""A closed assessment: its report, files, plan, and the page for those who answered."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from reports.pages import actions, changed, charts, downloads, report


class Picture(StringConverter):
    """The two kinds of picture that a chart comes as."""

    regex = "svg|png"


register_converter(Picture, "picture")

urlpatterns = [
    path("", include("reports.rounds.urls")),
    path("assessments/<uuid:pk>/report/", report.report, name="report"),
    path(
        "assessments/<uuid:pk>/report/<slug:name>.<picture:kind>",
        charts.report_chart,
        name="report_chart",
    ),
    path("assessments/<uuid:pk>/report/<str:name>", downloads.report_file, name="report_file"),
    path("assessments/<uuid:pk>/actions/", actions.actions, name="actions"),
    path(
        "assessments/<uuid:pk>/actions/suggested/",
        actions.plan_suggestion,
        name="plan_suggestion",
    ),
    path("assessments/<uuid:pk>/actions/<int:number>/", actions.action, name="action"),
    path(
        "assessments/<uuid:pk>/actions/<int:number>/remove/",
        actions.remove_action,
        name="remove_action",
    ),
    path("assessments/<uuid:pk>/publish/", changed.publish, name="publish"),
    path("assessments/<uuid:pk>/unpublish/", changed.unpublish, name="unpublish"),
    path("changed/<str:token>/", changed.changed, name="changed"),
]
