"""Saving a page against a bare Django view that locks and writes one row, and sending against that.

Run ``python -m benchmarks.answering``. All go through every middleware, in turns in one process,
on SQLite, in CPU time; the ratio of the medians is what counts (issue 10): a page at most 1.5 times
the bare view; sending at most 2 times a page where 200 have sent before, 4 where 10,000 have. The
bare view reads its form, locks a draft's row and writes as many random bytes into it as it has.
"""

import os
import statistics
import sys
from collections.abc import Callable

from benchmarks import own_site  # first: settings are read once

# isort: split

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import Client
from django.urls import clear_url_caches, path
from nacl.pwhash import argon2id

import config.urls
from assessment import resume_words
from assessment.ballots import Ballots, Draft, Kind
from assessment.models import Link
from assessment.respondent import cookie
from assessment.sealing import sealed_width
from benchmarks.timing import timed
from tests.assessment.answered import draft_with, link_of, open_assessment
from tests.cast import make_cast

ROUNDS = 201
ITEMS = 72
PAGE = {f"mutuality-{n}": "3" for n in ("1", "2", "3", "4", "w1", "w2")}
# What each is held against, and how many times of it at most.
MOST = {"save": ("bare", 1.5), "send to 200": ("save", 2.0), "send to 10,000": ("save", 4.0)}


def holders(link: Link) -> list[Client]:
    """One for each time: a draft is sent once."""
    return [holder(link) for _ in range(ROUNDS)]


def main() -> None:
    own_site.make_tables()
    # What beginning costs is not measured here: no page but begin and resume makes a key of words.
    resume_words.OPERATIONS, resume_words.MEMORY = argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN
    link = link_of(open_assessment(make_cast(), length="full"), "receiving")
    saving, writer = holder(link), draft_with(link, [3])
    config.urls.urlpatterns.insert(0, path("benchmark/", bare_view(writer.row.pk)))
    clear_url_caches()
    bare = Client()
    senders = {name: holders(link) for name in MOST if name != "save"}
    boxes = {"send to 200": box_of(200), "send to 10,000": box_of(10_000)}
    times: dict[str, list[float]] = {name: [] for name in ("bare", *MOST)}
    for number in range(ROUNDS):
        times["bare"].append(taken(lambda: bare.post("/benchmark/", PAGE)))
        times["save"].append(taken(lambda: saving.post(f"/a/{link.code}/1/", PAGE)))
        for name, people in senders.items():
            fill(link, boxes[name])
            times[name].append(taken(lambda one=people[number]: one.post(f"/a/{link.code}/send/")))
    show({name: statistics.median(found) for name, found in times.items()})


def holder(link) -> Client:
    """A device that holds a draft with a page in it."""
    response = HttpResponse()
    cookie.keep_key(response, link.code, draft_with(link, [3]).key)
    client = Client()
    client.handler.load_middleware()  # once for each client, where a server does it at its start
    for name, morsel in response.cookies.items():
        client.cookies[name] = morsel.value
    return client


def bare_view(pk: int) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            row = Draft.objects.select_for_update().get(pk=pk)
            assert len(request.POST) == len(PAGE)
            row.content = os.urandom(len(row.content))
            row.save(update_fields=["content"])
        return redirect("/elsewhere/")

    return view


def box_of(people: int) -> bytes:
    width = sealed_width(ITEMS)
    return b"".join(sorted(os.urandom(width) for _ in range(people)))


def fill(link, sealed: bytes) -> None:
    Ballots.objects.update_or_create(
        perspective=link.perspective, kind=Kind.ANSWERS, defaults={"sealed": sealed}
    )


def taken(call: Callable[[], HttpResponse]) -> float:
    took, response = timed(call)
    assert response.status_code == 302, response.content
    return took


def show(times: dict[str, float]) -> None:
    print(
        f"medians of {ROUNDS}, CPU time; a bare view that locks and writes {times['bare']:.2f} ms"
    )
    for name, (other, most) in MOST.items():
        ratio, of_bare = times[name] / times[other], times[name] / times["bare"]
        print(
            f"  {name:<15} {times[name]:6.2f} ms  {ratio:5.2f} times {other} (at most {most}), "
            f"{of_bare:.2f} times bare"
        )


if __name__ == "__main__":
    sys.exit(main())
