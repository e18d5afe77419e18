"""A collaboration, its people and its rounds: for its members, and for itself."""

from django.urls import path

from comparing.pages import (
    beside_page,
    collaboration,
    exchange_page,
    joined,
    member_page,
    pair_page,
    reference_page,
    round_files,
    round_planning,
    sharing_pages,
    taking_part,
    whole_round,
)
from comparing.party import Seat
from organisations.parties.people_page import people_routes

urlpatterns = [
    path("take-part/<secret:token>/", taking_part.take_part, name="take_part"),
    path("collaborations/<uuid:pk>/", collaboration.collaboration, name="collaboration"),
    path(
        "collaborations/<uuid:pk>/about/",
        collaboration.about_collaboration,
        name="about_collaboration",
    ),
    *people_routes(Seat, "collaborations/<uuid:pk>/people/"),
    path("collaborations/<uuid:pk>/rounds/new/", round_planning.new_round, name="new_round"),
    path("collaborations/<uuid:pk>/beside/", beside_page.rounds_beside, name="rounds_beside"),
    path(
        "organisations/<uuid:pk>/collaborations/<uuid:collaboration>/beside/",
        beside_page.member_rounds_beside,
        name="member_rounds_beside",
    ),
    path(
        "organisations/<uuid:pk>/collaborations/<uuid:collaboration>/exchange/",
        exchange_page.exchange,
        name="exchange",
    ),
    path(
        "organisations/<uuid:pk>/collaborations/<uuid:collaboration>/exchange/<int:entry>/out/",
        exchange_page.take_out_of_exchange,
        name="take_out_of_exchange",
    ),
    path("rounds/<uuid:pk>/edit/", round_planning.edit_round, name="edit_round"),
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
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/",
        member_page.member_round,
        name="member_round",
    ),
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/share/",
        sharing_pages.share_round,
        name="share_round",
    ),
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/take-back/<uuid:assessment>/",
        sharing_pages.withdraw_share,
        name="withdraw_share",
    ),
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/two/",
        pair_page.member_pair,
        name="member_pair",
    ),
    path(
        "organisations/<uuid:pk>/rounds/<uuid:round_>/<str:name>",
        round_files.member_round_file,
        name="member_round_file",
    ),
    path("rounds/<uuid:pk>/", whole_round.round_page, name="round"),
    path("rounds/<uuid:pk>/two/", pair_page.round_pair, name="round_pair"),
    path("rounds/<uuid:pk>/<str:name>", round_files.round_file, name="round_file"),
    path("assessments/<uuid:pk>/beside/", reference_page.reference, name="reference"),
    path(
        "assessments/<uuid:pk>/beside/away/",
        reference_page.take_reference_away,
        name="take_reference_away",
    ),
    path(
        "assessments/<uuid:pk>/beside/<str:name>",
        reference_page.reference_file,
        name="reference_file",
    ),
    path("published/<uuid:pk>/", whole_round.open_round_page, name="open_round"),
    path("published/<uuid:pk>/<str:name>", round_files.open_round_file, name="open_round_file"),
]
