"""Saving a page against a bare Django view that locks and writes one row, and sending against that.

Run ``python -m benchmarks.answering``. All go through every middleware, in turns in one process,
on SQLite, in CPU time; the ratio of the medians is what counts (issue 10): a page at most 1.5 times
the bare view; sending at most 2 times a page where 200 have sent before, 4 where 10,000 have. The
bare view reads its form, locks a draft's row and writes as many random bytes into it as it has.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["DATABASE_URL"] = ""
os.environ["ESSENCE_VAR"] = VAR = tempfile.mkdtemp(prefix="essence-benchmark-")
(Path(VAR) / "static").mkdir()

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import redirect  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import clear_url_caches, path  # noqa: E402
from nacl.pwhash import argon2id  # noqa: E402

import config.urls  # noqa: E402
from assessment import resume_words  # noqa: E402
from assessment.ballots import Ballots, Draft, Kind  # noqa: E402
from assessment.respondent import cookie  # noqa: E402
from assessment.sealing import sealed_width  # noqa: E402
from tests.assessment.answered import draft_with, link_of, open_assessment  # noqa: E402
from tests.cast import make_cast  # noqa: E402

ROUNDS = 201
ITEMS = 72
PAGE = {f"mutuality-{n}": "3" for n in ("1", "2", "3", "4", "w1", "w2")}
# What each is held against, and how many times of it at most.
MOST = {"save": ("bare", 1.5), "send to 200": ("save", 2.0), "send to 10,000": ("save", 4.0)}


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    # What beginning costs is not measured here: no page but begin and resume makes a key of words.
    resume_words.OPERATIONS, resume_words.MEMORY = argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN
    link = link_of(open_assessment(make_cast(), length="full"), "receiving")
    saving, writer = holder(link), draft_with(link, [3])
    config.urls.urlpatterns.insert(0, path("benchmark/", bare_view(writer.row.pk)))
    clear_url_caches()
    bare = Client()
    senders = {name: [holder(link) for _ in range(ROUNDS)] for name in MOST if name != "save"}
    boxes = {"send to 200": box_of(200), "send to 10,000": box_of(10_000)}
    times: dict[str, list[float]] = {name: [] for name in ("bare", *MOST)}
    for number in range(ROUNDS):
        times["bare"].append(taken(lambda: bare.post("/benchmark/", PAGE)))
        times["save"].append(taken(lambda: saving.post(f"/a/{link.code}/1/", PAGE)))
        for name, people in senders.items():
            fill(link, boxes[name])
            times[name].append(taken(lambda one=people[number]: one.post(f"/a/{link.code}/send/")))
    show({name: statistics.median(found) * 1000 for name, found in times.items()})


def holder(link) -> Client:
    """A device that holds a draft with a page in it."""
    response = HttpResponse()
    cookie.keep_key(response, link.code, draft_with(link, [3]).key)
    client = Client()
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
    start = time.process_time()
    response = call()
    spent = time.process_time() - start
    assert response.status_code == 302, response.content
    return spent


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
