"""A closed assessment: its report, files, plan, and the page for those who answered.

Several: one programme over time, and an organisation's programmes side by side.
"""

from django.urls import path

from reports.actions import changed, plan_pages, replying
from reports.one.pages import downloads, report
from reports.programmes import side_by_side
from reports.years import over_time_pages

urlpatterns = [
    path("assessments/<uuid:pk>/report/", report.report, name="report"),
    path("assessments/<uuid:pk>/report/<str:name>", downloads.report_file, name="report_file"),
    path("assessments/<uuid:pk>/actions/", plan_pages.actions, name="actions"),
    path(
        "assessments/<uuid:pk>/actions/suggested/",
        plan_pages.plan_suggestion,
        name="plan_suggestion",
    ),
    path("assessments/<uuid:pk>/actions/<int:number>/", plan_pages.action, name="action"),
    path(
        "assessments/<uuid:pk>/actions/<int:number>/remove/",
        plan_pages.remove_action,
        name="remove_action",
    ),
    path("assessments/<uuid:pk>/publish/", changed.publish_changed, name="publish"),
    path("assessments/<uuid:pk>/publish/<slug:about>/", replying.reply, name="reply"),
    path("assessments/<uuid:pk>/unpublish/", changed.unpublish_changed, name="unpublish"),
    path("changed/<secret:token>/", changed.changed, name="changed"),
    path("programmes/<uuid:pk>/over-time/", over_time_pages.over_time, name="over_time"),
    path(
        "programmes/<uuid:pk>/over-time/<str:name>",
        over_time_pages.over_time_file,
        name="over_time_file",
    ),
    path("organisations/<uuid:pk>/side-by-side/", side_by_side.side_by_side, name="side_by_side"),
    path(
        "organisations/<uuid:pk>/side-by-side/<str:name>",
        side_by_side.side_by_side_file,
        name="side_by_side_file",
    ),
]
