"""Collaborations: their people and rounds, what members share, and what each may see of it."""

from comparing.agreement import Agreement
from comparing.steps import consent
from tests.access.rows import Row, everybody, members, noted, organisation, seats
from tests.cast import PASSWORD
from tests.comparing.collaboration import DAY, today
from tests.world import ACTORS

DAYS = {"opens": "2027-03-01", "closes": "2027-05-01"}
SURE = {"sure": "on"}
ROUND_FILES = (
    *("comparison.xlsx", "comparison.csv", "named.csv", "comparison.json"),
    *("principles.svg", "named.png", "all.zip"),
)


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


def file_of(name, /, **more):
    return lambda house: {**round_(name)(house), **more}


def token(house):
    return {"token": house.joined.token}


def agreed(house):
    """To what the preview shows now."""
    until = today() + 400 * DAY
    given = Agreement(assessment=house.closed, way="named", until=until)
    offered = consent.offer(round_=house.joined.open, agreement=given)
    return {
        "assessment": str(house.closed.pk),
        "way": "named",
        "until": until.isoformat(),
        "seen": offered.digest,
        **SURE,
    }


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
    seats("POST", "new_round", need="admin", of=collaboration, data=data({"name": "Next", **DAYS})),
    seats("GET", "edit_round", need="admin", of=round_("open")),
    seats(
        "POST", "edit_round", need="admin", of=round_("open"), data=data({"name": "Next", **DAYS})
    ),
    *(
        seats("GET", "round", need="analyst", of=round_(name))
        for name in ("open", "closed", "down")
    ),
    seats("GET", "close_round", need="admin", of=round_("open")),
    seats("POST", "close_round", need="admin", of=round_("open"), data=data(SURE)),
    seats("POST", "make_round_again", need="admin", of=round_("down")),
    *(
        seats(
            "GET", "round_file", need="analyst", of=file_of("closed", name=name), noted=noted(name)
        )
        for name in ROUND_FILES
    ),
    seats("GET", "round_file", need="analyst", of=file_of("open", name="named.csv"), ok=404),
]
MEMBERS = [
    members("GET", "collaborations", need="viewer", of=organisation),
    members("GET", "leave_collaboration", need="owner", of=own_collaboration),
    members("POST", "leave_collaboration", need="owner", of=own_collaboration),
    *(
        members("GET", "member_round", need="viewer", of=own_round(name))
        for name in ("open", "closed", "down")
    ),
    members("GET", "share_round", need="owner", of=own_round("open")),
    members("POST", "share_round", need="owner", of=own_round("open"), data=agreed),
    members("GET", "withdraw_share", need="owner", of=own_round("closed")),
    members("POST", "withdraw_share", need="owner", of=own_round("closed")),
    *(
        members(
            "GET",
            "member_round_file",
            need="viewer",
            of=own_round("closed", name=name),
            noted=noted(name),
        )
        for name in ROUND_FILES
    ),
    members(
        "GET", "member_round_file", need="viewer", of=own_round("down", name="named.csv"), ok=404
    ),
]

ROWS = [*PEOPLE, *ROUNDS, *MEMBERS]
