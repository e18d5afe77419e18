"""A comparison's files: the same by address and in the zip, for a member and for all."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse

from comparing import kept_rounds
from comparing.round_publications import ROUND_PUBLICATIONS
from comparing.steps import figures
from tests.cast import signed_in
from tests.comparing.collaboration import make_together


@pytest.fixture
def together(db):  # noqa: ARG001 - allows the database
    made = make_together(14, named=range(3))
    figures.close_round(round_=made.round, who=made.admin)
    return made


def member(together):
    own = together.organisations[0]
    page = reverse("member_round", args=[own.pk, together.round.pk])
    return page, together.owner(0)


def everybody(together):
    return reverse("round", args=[together.round.pk]), together.admin


@pytest.mark.parametrize("whose", [member, everybody])
def test_every_file_is_had_by_its_address_and_in_the_zip(together, whose):
    page, who = whose(together)
    client = signed_in(who)
    shown = client.get(page).content.decode()
    answers = {one.name: client.get(page + one.name) for one in ROUND_PUBLICATIONS}
    for one in ROUND_PUBLICATIONS:
        answer = answers[one.name]
        assert answer.status_code == 200, one.name
        assert answer["Content-Type"] == one.content_type
        assert answer["Content-Disposition"].endswith(f'-{one.name}"')
        assert f'"{page}{one.name}"' in shown
    with ZipFile(BytesIO(answers.pop("all.zip").content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            name: answer.content for name, answer in answers.items()
        }
    for name in ("nothing.svg", "all.tar", "comparison"):
        assert client.get(page + name).status_code == 404


def test_a_chart_is_drawn_once_in_the_memory_of_a_worker(together, monkeypatch):
    drawn, draw = [], kept_rounds.printed
    monkeypatch.setattr(
        kept_rounds, "printed", lambda picture: drawn.append(picture.name) or draw(picture)
    )
    kept_rounds.forget()
    page, who = member(together)
    for name in ("levels.svg", "levels.png", "levels.svg"):
        assert signed_in(who).get(page + name).status_code == 200
    assert drawn == ["levels"]
