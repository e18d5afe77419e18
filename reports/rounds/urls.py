"""Rounds of a collaboration: for its members, and for itself."""

from django.urls import path

from reports.rounds import files, joined, member, overall, sharing

urlpatterns = [
    path("organisations/<uuid:pk>/collaborations/", joined.collaborations, name="collaborations"),
    path(
        "organisations/<uuid:pk>/collaborations/<uuid:collaboration>/leave/",
        joined.leave_collaboration,
        name="leave_collaboration",
    ),
    path(
        "collaborations/<uuid:pk>/members/<int:member>/remove/",
        joined.remove_member_organisation,
        name="remove_member_organisation",
    ),
    path("organisations/<uuid:pk>/rounds/<uuid:round_>/", member.member_round, name="member_round"),
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/share/",
        sharing.share_round,
        name="share_round",
    ),
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/withdraw/",
        sharing.withdraw_share,
        name="withdraw_share",
    ),
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/<slug:name>.<picture:kind>",
        files.member_round_chart,
        name="member_round_chart",
    ),
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/<str:name>",
        files.member_round_file,
        name="member_round_file",
    ),
    path("rounds/<uuid:pk>/", overall.round_page, name="round"),
    path("rounds/<uuid:pk>/close/", overall.close_round, name="close_round"),
    path("rounds/<uuid:pk>/again/", overall.make_round_again, name="make_round_again"),
    path("rounds/<uuid:pk>/<slug:name>.<picture:kind>", files.round_chart, name="round_chart"),
    path("rounds/<uuid:pk>/<str:name>", files.round_file, name="round_file"),
]
