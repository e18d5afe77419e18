"""The closing certificate: what it says is so, and the number on it is the one that was shown."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from nacl.public import PrivateKey

from assessment import keys
from assessment.certificate import certificate_of, lock_number
from assessment.models import Assessment
from assessment.steps import closing
from tests.assessment.answered import link_of, open_assessment, respond
from tests.cast import text
from tests.reading_pdf import squeezed, text_of

NUMBER = re.compile(r"\b(?:\d{5} ){4}\d{5}\b")


def start_of(assessment):
    return reverse("respond", args=[link_of(assessment, "receiving").code])


def number_on(page):
    (found,) = set(NUMBER.findall(text(page)))
    return found


@pytest.fixture
def assessment(cast):
    found = open_assessment(cast)
    respond(found, "receiving", [3])
    return found


@pytest.fixture
def closed(cast, assessment, transactional_db):  # noqa: ARG001 - what is done after a transaction
    closing.close(assessment=assessment, who=cast.owner)
    return Assessment.objects.get()


def test_the_number_is_the_end_of_a_digest_of_the_public_key():
    of_zeros = int("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925", 16)
    assert lock_number("00" * 32).replace(" ", "") == str(of_zeros)[-25:]
    pairs = {lock_number(bytes(PrivateKey.generate().public_key).hex()) for _ in range(50)}
    assert len(pairs) == 50
    assert all(NUMBER.fullmatch(one) for one in pairs)


def test_the_number_on_the_start_page_comes_back_after_closing(cast, assessment):
    client, start = Client(), start_of(assessment)
    shown = number_on(client.get(start))
    assert shown == lock_number(assessment.public_key)
    assert client.get(f"{start}certificate/").status_code == 404
    closing.close(assessment=assessment, who=cast.owner)
    assert "about to be destroyed" in text(client.get(start))
    assert client.get(f"{start}certificate/").status_code == 404
    closing.destroy_keys()
    gone = client.get(start)
    assert gone.status_code == 410
    assert f"{start}certificate/" in text(gone)
    assert number_on(client.get(f"{start}certificate/")) == shown


@pytest.mark.parametrize("who", ["viewer", "editor", "owner"])
def test_the_team_reads_what_those_who_answered_read(cast, closed, who):
    client = cast.client(who)
    overview = text(client.get(reverse("assessment", args=[closed.pk])))
    own = reverse("certificate", args=[closed.pk])
    assert own in overview
    team, people = text(client.get(own)), text(Client().get(f"{start_of(closed)}certificate/"))
    certificate = certificate_of(closed)
    for what, said in certificate.facts:
        for page in (team, people):
            assert f"<dt>{what}</dt>" in page
            assert f"<dd>{said}</dd>" in page
    assert all(one in page for one in certificate.limits for page in (team, people))


def test_it_says_when_of_whom_and_what_became_of_copies(closed, settings):
    Assessment.objects.update(
        opened_at=datetime(2026, 9, 1, 8, 0, tzinfo=UTC),
        closed_at=datetime(2026, 9, 30, 22, 59, tzinfo=UTC),
        sealed_until=datetime(2026, 9, 30, 23, 1, tzinfo=UTC),
    )
    closed.refresh_from_db()
    facts = dict(certificate_of(closed).facts)
    assert facts["Opened"] == "1 September 2026, 09:00"
    assert facts["Closed"] == "30 September 2026, 23:59"
    assert facts["Key destroyed"].startswith("1 October 2026, 00:01.")
    assert facts["Who was asked"].startswith("2: people who give")
    assert "3 October 2026" in facts["Copies of the key"]
    settings.KEYS_BACKUP_DAYS = 0
    assert dict(certificate_of(closed).facts)["Copies of the key"] == "None was kept."


def test_none_is_given_while_a_key_is_there(cast, assessment, monkeypatch):
    """A disk that refuses: closed, but nothing certified."""

    def refuse(_assessment):
        raise PermissionError

    closing.close(assessment=assessment, who=cast.owner)
    with monkeypatch.context() as held:
        held.setattr(keys, "destroy", refuse)
        assert not closing.destroy_keys()
    assert keys.key_file(assessment.pk).exists()
    assert certificate_of(Assessment.objects.get()) is None
    for name in ("certificate", "certificate_pdf"):
        assert cast.client("owner").get(reverse(name, args=[assessment.pk])).status_code == 404
    assert "about to be destroyed" in text(
        cast.client("owner").get(reverse("assessment", args=[assessment.pk]))
    )


def test_the_pdf_says_the_same_to_both(cast, closed):
    mine = cast.client("viewer").get(reverse("certificate_pdf", args=[closed.pk]))
    theirs = Client().get(f"{start_of(closed)}certificate.pdf")
    assert mine.content == theirs.content
    assert mine["Content-Type"] == "application/pdf"
    words = squeezed(text_of(mine.content))
    certificate = certificate_of(closed)
    said = [one for pair in certificate.facts for one in pair]
    for one in (*said, *certificate.limits, certificate.number, certificate.how, "Northfield"):
        assert squeezed(one) in words


def test_a_group_is_shown_the_number_too(cast):
    found = open_assessment(cast, panel="group")
    page = Client().get(reverse("respond", args=[link_of(found, "panel").code]))
    assert number_on(page) == lock_number(found.public_key)


def test_whoever_has_sent_can_still_write_it_down(assessment):
    client, start = Client(), start_of(assessment)
    client.post(start, {"words": "plain"})
    client.post(f"{start}1/", {"mutuality-1": "3"})
    thanks = client.post(f"{start}send/", follow=True)
    assert number_on(thanks) == lock_number(assessment.public_key)
