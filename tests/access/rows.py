"""How one route and method is expected to answer each kind of person.

Add the rows of a package to its own module (``rows_organisations`` and so on); ``table`` joins
them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.world import ACTORS, SEATS, TEAM, House

SIGN_IN = 302.1  # led to the page for signing in, unlike any other redirect
DENIALS = (SIGN_IN, 403, 404, 405)

Of = Callable[[House], Mapping[str, Any]]


def organisation(house):
    return {"pk": house.organisation.pk}


def programme(house):
    return {"pk": house.programme.pk}


def draft(house):
    """An assessment being set up."""
    return {"pk": house.draft.pk}


def open_one(house):
    return {"pk": house.open.pk}


def closed(house):
    return {"pk": house.closed.pk}


def nothing(_house):
    return {}


def noted(name):
    """Not of an SVG: pages show those themselves."""
    return not name.endswith(".svg")


@dataclass(frozen=True, kw_only=True)
class Row:
    """``answers``: actor to status. ``of``: what the address is of; ``data``: what is posted.

    ``changes``: those whose POST changes the database; by default all who are not denied.
    ``noted``: a file, and the log says who took it.
    ``before``: anything to do to the house or the client first, such as setting a cookie.
    """

    route: str
    method: str
    answers: Mapping[str, float]
    of: Of = nothing
    data: Of = nothing
    changes: tuple[str, ...] | None = None
    noted: bool = False
    before: Callable[..., None] | None = None

    def __str__(self):
        return f"{self.method} {self.route}"

    @property
    def able(self):
        """Somebody who may as much as anybody here."""
        able = (
            actor for actor in ("admin", "owner", "keeper") if self.answers[actor] not in DENIALS
        )
        return next(able, "owner")

    @property
    def is_answered(self):
        """Whether the route has this method at all."""
        return set(self.answers.values()) != {405}

    def may_change(self, actor):
        if (self.method == "GET" and not self.noted) or self.answers[actor] in DENIALS:
            return False
        return self.changes is None or actor in self.changes


def members(method, route, *, need, of, ok=None, **more):
    """For the team from the role ``need`` upwards; 404 to strangers, 403 to those below.

    ``ok`` is 200 for GET and 302 for POST unless said.
    """
    return ranked(TEAM, method, route, need=need, of=of, ok=ok, **more)


def seats(method, route, *, need, of, ok=None, **more):
    """The same for the people of a collaboration: no owner of a member is one of them."""
    return ranked(SEATS, method, route, need=need, of=of, ok=ok, **more)


def ranked(group, method, route, *, need, of, ok, **more):
    ok = ok or (200 if method == "GET" else 302)
    reach = group.index(need)
    answers = dict.fromkeys(ACTORS, 404) | {"anonymous": SIGN_IN}
    answers |= {actor: ok if group.index(actor) >= reach else 403 for actor in group}
    return Row(route=route, method=method, answers=answers, of=of, **more)


def everybody(method, route, *, of, ok=200, **more):
    """The same answer to all, signed in or not."""
    return Row(route=route, method=method, answers=dict.fromkeys(ACTORS, ok), of=of, **more)
