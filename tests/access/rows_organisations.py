"""People, organisations, programmes: ``organisations`` and ``operations.home``."""

from tests.access.rows import SIGN_IN, Row, everybody, members, nothing, organisation, programme
from tests.cast import PASSWORD
from tests.world import ACTORS


def member(house):
    return {"pk": house.organisation.pk, "seat": house.member.pk}


def invitation(house):
    return {"pk": house.organisation.pk, "invitation": house.invitation.pk}


def event(house):
    return {"pk": house.programme.pk, "number": house.event.pk}


def log_file(name):
    return lambda house: {**organisation(house), "name": name}


trust_file = log_file


def token(house):
    return {"token": house.token}


ROWS = [
    Row(
        route="home",
        method="GET",
        answers={**dict.fromkeys(ACTORS, 302), "anonymous": 200, "former": 200},
    ),
    *(
        everybody("GET", route, of=nothing)
        for route in ("help", "privacy", "cookies", "accessibility", "healthz")
    ),
    everybody("GET", "try_it", of=nothing),
    # What is tried is kept nowhere.
    Row(
        route="try_it",
        method="POST",
        answers=dict.fromkeys(ACTORS, 200),
        data=lambda _house: {"mutuality": "3"},
        changes=(),
    ),
    everybody("GET", "sample", of=nothing),
    everybody("GET", "sample_file", of=lambda _house: {"name": "principles.svg"}),
    everybody("GET", "security_txt", of=nothing, ok=404),  # the host has named nobody
    # Nothing was typed that waits for them.
    Row(
        route="typed_again",
        method="GET",
        answers={**dict.fromkeys(ACTORS, 302), "anonymous": SIGN_IN},
    ),
    Row(
        route="remember_device",
        method="GET",
        answers={**dict.fromkeys(ACTORS, 302), "anonymous": SIGN_IN},
    ),
    # A link opens for whoever has it, and is theirs who accept it, whatever account they have.
    everybody("GET", "accept_invitation", of=token),
    Row(
        route="accept_invitation",
        method="POST",
        of=token,
        data=lambda _house: {"name": "Newcomer", "password": PASSWORD},
        answers=dict.fromkeys(ACTORS, 302),
    ),
    members("GET", "organisation", need="viewer", of=organisation),
    members("GET", "all_programmes", need="viewer", of=organisation),
    members("GET", "all_actions", need="viewer", of=organisation),
    *(
        members("GET", "all_programmes_file", need="viewer", of=trust_file(name), noted=True)
        for name in ("days.ics", "actions.csv")
    ),
    members("GET", "together", need="editor", of=organisation),
    members("GET", "programme", need="viewer", of=programme),
    members("GET", "new_programme", need="editor", of=organisation),
    members(
        "POST",
        "new_programme",
        need="editor",
        of=organisation,
        data=lambda _house: {"name": "Third programme"},
    ),
    members("GET", "edit_programme", need="editor", of=programme),
    members(
        "POST",
        "edit_programme",
        need="editor",
        of=programme,
        data=lambda _house: {"name": "Another name", "contexts": ["crisis"]},
    ),
    members("GET", "events", need="viewer", of=programme),
    members(
        "POST",
        "events",
        need="editor",
        of=programme,
        data=lambda _house: {"day": "2026-03-01", "text": "A tender"},
    ),
    members("POST", "remove_event", need="editor", of=event),
    members("GET", "team", need="viewer", of=organisation),
    members(
        "POST",
        "team_invite",
        need="owner",
        of=organisation,
        ok=200,
        data=lambda _house: {"email": "friend@example.org", "role": "viewer"},
    ),
    members("GET", "team_log", need="owner", of=organisation),
    *(
        members("GET", "team_log_file", need="owner", of=log_file(name), noted=True)
        for name in ("log.xlsx", "log.csv")
    ),
    members("POST", "team_revoke", need="owner", of=invitation),
    members("POST", "team_role", need="owner", of=member, data=lambda _house: {"role": "editor"}),
    members("POST", "team_remove", need="owner", of=member),
    members("GET", "organisation_settings", need="owner", of=organisation),
    members(
        "POST",
        "organisation_settings",
        need="owner",
        of=organisation,
        data=lambda _house: {
            "name": "Renamed",
            "kind": "other",
            "nation": "wales",
            "accent": "#6b2d5c",
        },
    ),
    # No secret: whoever answers an organisation's link sees both.
    everybody("GET", "organisation_look", of=organisation),
    everybody("GET", "organisation_logo", of=organisation),
]
