"""Collaborations: their people and rounds, what members share, and what each may see of it."""

from django.urls import reverse

from comparing.agreement import offer
from tests.access.rows import Row, everybody, members, noted, organisation, seats
from tests.cast import PASSWORD
from tests.comparing.collaboration import DAY, today
from tests.world import ACTORS

SURE = {"sure": "on"}
PUBLISHED_FILES = [
    ("published", name)
    for name in (
        *("comparison.xlsx", "comparison.csv", "comparison.json"),
        *("principles.svg", "structure.png", "all.zip"),
    )
]
NAMED_FILES = [("named", name) for name in ("comparison.xlsx", "comparison.json", "levels.svg")]
OFFERED = {
    "kind": "ask",
    "principle": "respect",
    "words": "How do you begin?",
    "address": "somebody@example.org",
}


def next_round(_house):
    days = {"opens": today() + DAY, "closes": today() + 9 * DAY, "ends": today() + 99 * DAY}
    said = {"name": "Next", "way": "anonymous", "kind": "", "readers": "sharers"}
    return said | {name: day.isoformat() for name, day in days.items()}


def data(values):
    return lambda _house: values


def collaboration(house):
    return {"pk": house.joined.collaboration.pk}


def of_collaboration(**names):
    """With a part of it, by the name of its argument and of its field."""
    return lambda house: {
        **collaboration(house),
        **{key: getattr(house.joined, name).pk for key, name in names.items()},
    }


def round_(name):
    return lambda house: {"pk": getattr(house.joined, name).pk}


def own_round(name, /, **more):
    return lambda house: {
        **organisation(house),
        "round_": getattr(house.joined, name).pk,
        **more,
    }


def own_collaboration(house):
    return {**organisation(house), "collaboration": house.joined.collaboration.pk}


def own_exchange(house):
    return {**own_collaboration(house), "entry": house.joined.exchange.pk}


def file_of(name, /, **more):
    return lambda house: {**round_(name)(house), **more}


def token(house):
    return {"token": house.joined.token}


def agreed(house):
    """To what the preview shows now."""
    offered = offer(round_=house.joined.open, assessment=house.joined.fresh)
    return {"assessment": str(house.joined.fresh.pk), "seen": offered.digest, **SURE}


def own_share(house):
    return own_round("named", assessment=house.joined.share.assessment_id)(house)


def own_closed(house):
    return {"pk": house.closed.pk}


def beside(house):
    return {"pk": house.joined.beside.pk}


def file_beside(name):
    return lambda house: {**beside(house), "name": name}


def address_of_reference(house):
    return {"address": reverse("open_round", args=[house.joined.reference.pk])}


PEOPLE = [
    # A link opens for whoever has it, and is theirs who accept it, whatever account they have.
    everybody("GET", "take_part", of=token),
    Row(
        route="take_part",
        method="POST",
        of=token,
        data=data({"name": "Newcomer", "password": PASSWORD}),
        answers=dict.fromkeys(ACTORS, 302),
    ),
    seats("GET", "collaboration", need="analyst", of=collaboration),
    seats("GET", "about_collaboration", need="admin", of=collaboration),
    seats(
        "POST",
        "about_collaboration",
        need="admin",
        of=collaboration,
        data=data({"name": "Renamed", "about": "What for"}),
    ),
    seats("GET", "collaboration_people", need="analyst", of=collaboration),
    seats("GET", "collaboration_people_log", need="admin", of=collaboration),
    seats(
        "GET",
        "collaboration_people_log_file",
        need="admin",
        of=lambda house: {**collaboration(house), "name": "log.csv"},
        noted=True,
    ),
    seats(
        "POST",
        "collaboration_people_invite",
        need="admin",
        of=collaboration,
        ok=200,
        data=data({"email": "friend@example.org", "role": "member"}),
    ),
    seats(
        "POST",
        "collaboration_people_revoke",
        need="admin",
        of=of_collaboration(invitation="invitation"),
    ),
    seats(
        "POST",
        "collaboration_people_role",
        need="admin",
        of=of_collaboration(seat="guest"),
        data=data({"role": "admin"}),
    ),
    seats("POST", "collaboration_people_remove", need="admin", of=of_collaboration(seat="guest")),
    seats(
        "GET", "remove_member_organisation", need="admin", of=of_collaboration(member="neighbour")
    ),
    seats(
        "POST", "remove_member_organisation", need="admin", of=of_collaboration(member="neighbour")
    ),
]
ROUNDS = [
    seats("GET", "new_round", need="admin", of=collaboration),
    seats("POST", "new_round", need="admin", of=collaboration, data=next_round),
    seats("GET", "edit_round", need="admin", of=round_("planned")),
    seats("POST", "edit_round", need="admin", of=round_("planned"), data=next_round),
    seats("GET", "rounds_beside", need="analyst", of=collaboration),
    *(
        seats("GET", "round", need="analyst", of=round_(name))
        for name in ("planned", "open", "named", "published", "reference")
    ),
    seats("GET", "round_pair", need="analyst", of=round_("named")),
    seats("GET", "round_pair", need="analyst", of=round_("published"), ok=404),
    *(
        seats(
            "GET",
            "round_file",
            need="analyst",
            of=file_of(round_name, name=name),
            noted=noted(name),
        )
        for round_name, name in [*PUBLISHED_FILES, *NAMED_FILES]
    ),
    seats("GET", "round_file", need="analyst", of=file_of("open", name="comparison.csv"), ok=404),
    everybody("GET", "open_round", of=round_("reference")),
    everybody("GET", "open_round", of=round_("published"), ok=404),
    everybody("GET", "open_round", of=round_("named"), ok=404),
    everybody("GET", "open_round_file", of=file_of("reference", name="comparison.json")),
    everybody("GET", "open_round_file", of=file_of("published", name="comparison.json"), ok=404),
]
MEMBERS = [
    members("GET", "collaborations", need="viewer", of=organisation),
    members("GET", "leave_collaboration", need="owner", of=own_collaboration),
    members("POST", "leave_collaboration", need="owner", of=own_collaboration),
    members("GET", "member_rounds_beside", need="viewer", of=own_collaboration),
    members("GET", "exchange", need="viewer", of=own_collaboration),
    members("POST", "exchange", need="owner", of=own_collaboration, data=data(OFFERED)),
    members("POST", "take_out_of_exchange", need="owner", of=own_exchange),
    *(
        members("GET", "member_round", need="viewer", of=own_round(name))
        for name in ("planned", "open", "named", "published", "reference")
    ),
    members("GET", "member_pair", need="viewer", of=own_round("named")),
    members("GET", "member_pair", need="viewer", of=own_round("open"), ok=404),
    members("GET", "share_round", need="owner", of=own_round("open")),
    members("POST", "share_round", need="owner", of=own_round("open"), data=agreed),
    members("GET", "withdraw_share", need="owner", of=own_share),
    members("POST", "withdraw_share", need="owner", of=own_share),
    *(
        members(
            "GET",
            "member_round_file",
            need="viewer",
            of=own_round(round_name, name=name),
            noted=noted(name),
        )
        for round_name, name in [*PUBLISHED_FILES, *NAMED_FILES]
    ),
    members(
        "GET", "member_round_file", need="viewer", of=own_round("open", name="levels.svg"), ok=404
    ),
]

BESIDE_A_REPORT = [
    members("GET", "reference", need="viewer", of=own_closed),
    members("POST", "reference", need="editor", of=own_closed, data=address_of_reference),
    members("GET", "reference", need="viewer", of=beside),
    members("POST", "take_reference_away", need="editor", of=beside),
    *(
        members("GET", "reference_file", need="viewer", of=file_beside(name), noted=noted(name))
        for name in ("report.pdf", "comparison.json", "principles.svg")
    ),
    members(
        "GET",
        "reference_file",
        need="viewer",
        of=lambda house: {**own_closed(house), "name": "comparison.json"},
        ok=404,
    ),
]

ROWS = [*PEOPLE, *ROUNDS, *MEMBERS, *BESIDE_A_REPORT]
