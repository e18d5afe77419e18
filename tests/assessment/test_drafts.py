"""Drafts: opened by the writer's key or four words, and by nobody who reads the database."""

from hashlib import blake2b

import pytest
from nacl.exceptions import CryptoError

from assessment import drafts, resume_words
from assessment.ballots import Draft
from assessment.drafts import OpenDraft
from assessment.resume_words import new_code
from assessment.room import Room
from assessment.steps import answering
from tests.assessment.answered import draft_with, link_of, open_assessment, stored
from tests.cast import make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return open_assessment(make_cast(), receiving="individual", partner="group")


@pytest.fixture
def link(assessment):
    return link_of(assessment, "receiving")


def as_bytes(row):
    values = (getattr(row, field.attname) for field in row._meta.concrete_fields)
    return b"\0".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for value in values
    )


def test_the_database_holds_neither_answers_nor_words_nor_key(link):
    draft = draft_with(link, [0, 1, 2, 3, 4] * 7)
    answering.save_comment(draft=draft, comment="The kestrel comes on Tuesdays")
    row = as_bytes(stored(draft).row)
    assert draft.key not in row
    assert draft.key.hex().encode() not in row
    hidden = [b"0123401234", b"kestrel", *(word.encode() for word in draft.words.split("-"))]
    assert not [one for one in hidden if one in row]
    assert stored(draft).content.answers == "01234" * 7 + "."
    assert stored(draft).comment == "The kestrel comes on Tuesdays"


def test_no_digest_of_the_words_is_quick_to_try(link):
    """Whoever holds the row and SECRET_KEY still pays for argon2id, word for word."""
    draft = answering.begin(link=link)
    row = as_bytes(stored(draft).row)
    quick = blake2b(draft.words.encode(), digest_size=32).hexdigest()
    from_key = drafts.tag_of(draft.key)
    assert from_key.encode() in row
    assert quick.encode() not in row
    assert resume_words.make_of_words(link.code, draft.words).tag.encode() in row


def test_the_words_open_it_at_its_own_link_and_nowhere_else(assessment, link, settings):
    draft = draft_with(link, [3])
    found = drafts.find_by_words(link.code, draft.words)
    assert (found.key, found.content) == (draft.key, stored(draft).content)
    assert drafts.find_by_words(link_of(assessment, "partner").code, draft.words) is None
    assert drafts.find_by_words(link.code, new_code()) is None
    settings.SECRET_KEY = "another installation's"
    assert drafts.find_by_words(link.code, draft.words) is None


def test_another_key_opens_nothing(link):
    mine, other = draft_with(link, [3]), draft_with(link, [4])
    with pytest.raises(CryptoError):
        _ = OpenDraft(stored(mine).row, other.key).content
    assert drafts.find_draft(link.code, bytes(32)) is None


def test_what_somebody_changed_in_the_database_is_not_read(link):
    draft = draft_with(link, [3])
    row = stored(draft).row
    row.content = bytes([*row.content[:-1], row.content[-1] ^ 1])
    with pytest.raises(CryptoError):
        _ = OpenDraft(row, draft.key).content


def test_the_slow_digest_is_made_at_begin_and_at_resume_alone(client, link, monkeypatch):
    made, kdf = [], resume_words.argon2id.kdf
    monkeypatch.setattr(
        resume_words.argon2id, "kdf", lambda *a, **more: made.append(1) or kdf(*a, **more)
    )
    start = f"/a/{link.code}/"
    client.get(start)
    assert len(made) == 0
    client.post(start, {"words": "plain"})
    assert len(made) == 1
    for page in ("1/", "last/", "check/", "leave/", ""):
        client.get(start + page)
    client.post(f"{start}1/", {"mutuality-1": "3"})
    client.post(f"{start}last/", {"text": "Words"})
    client.post(f"{start}go-on/", {"code": "none of these"})
    assert len(made) == 1
    client.post(f"{start}go-on/", {"code": new_code()})
    assert len(made) == 2
    client.post(f"{start}send/")
    client.get(f"{start}thanks/")
    assert len(made) == 2


def test_a_rooms_numbers_are_kept_and_told_in_words(assessment):
    draft = draft_with(link_of(assessment, "partner"), [3])
    answering.say_who_is_here(draft=draft, room=Room(counts={"partner": 3, "giving": 2}))
    assert stored(draft).group == {
        "people": 5,
        "from": "partner user-led groups, people who give peer support",
        "counts": {"partner": 3, "giving": 2},
    }


def test_content_that_would_not_fit_its_width_is_refused(link):
    draft = answering.begin(link=link)
    with pytest.raises(ValueError, match="do not fit"):
        draft.keep(words="x" * drafts.CONTENT_WIDTH)
    assert Draft.objects.count() == 1


def test_what_is_read_by_column_stands_in_the_order_of_its_fields():
    """Django tells the values apart by it: in another order one would be read as another."""
    for model, _path, names in drafts.READ:
        in_order = [field.attname for field in model._meta.concrete_fields]
        assert [name for name in in_order if name in names] == list(names), model
