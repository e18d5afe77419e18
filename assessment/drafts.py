"""Drafts that only their writer can open.

A random key encrypts each. The writer's cookie holds it; the database holds it only encrypted with
what is made of the four words. So a page costs no derivation, and whoever reads the database reads
neither answers nor how much was written: the content has one length, whatever is in it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from hashlib import blake2b
from itertools import islice
from typing import Any

from django.db.models import Model, QuerySet
from nacl.secret import SecretBox
from nacl.utils import random

from assessment import keys
from assessment.ballots import Draft
from assessment.instruments import instrument_of
from assessment.models import Assessment, Link, Perspective
from assessment.resume_words import make_of_words, new_code
from assessment.room import Room
from assessment.sealing import COMMENT_WIDTH, padded, unpadded
from organisations.models import Organisation, Programme

CONTENT_WIDTH = 1024  # bytes; the answers, the words and a room's numbers take about half
LONGEST_COMMENT = 5000  # characters, about two pages
ENCRYPTED = {"content", "comment"}

# What every respondent's page needs, read in one query and by column: as a join of six models it
# takes three times as long (1.3 ms against 0.45 ms). What is not named here is read when asked for.
# Of each model in the order of its fields, by which Django tells the values apart.
ASSESSMENT = "link__perspective__assessment__"
PROGRAMME = f"{ASSESSMENT}programme__"
READ: tuple[tuple[type[Model], str, tuple[str, ...]], ...] = (
    (Draft, "", ("id", "link_id", "slip_id", "content", "comment", "sent", "of_room")),
    (Link, "link__", ("id", "perspective_id", "code")),
    (
        Perspective,
        "link__perspective__",
        ("id", "assessment_id", "code", "mode", "door", "size", "places"),
    ),
    (
        Assessment,
        ASSESSMENT,
        ("id", "programme_id", "instrument", "length", "k", "mutual", "together", "trial", "state"),
    ),
    (Programme, PROGRAMME, ("id", "organisation_id", "name")),
    (Organisation, f"{PROGRAMME}organisation__", ("id", "name", "kind", "nation", "support_lines")),
)
COLUMNS = [f"{path}{name}" for _model, path, names in READ for name in names]


@dataclass(frozen=True, slots=True)
class Content:
    """``answers``: a character an item; ``words``: the resume code; ``counts``: of a room."""

    answers: str = ""
    words: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    def as_text(self) -> str:
        return json.dumps([self.answers, self.words, self.counts], separators=(",", ":"))

    @classmethod
    def of_text(cls, text: str) -> "Content":
        return cls(*json.loads(text))


@dataclass(frozen=True)
class OpenDraft:
    """A draft's row, and the key that opens it: nothing of it is kept by the site."""

    row: Draft
    key: bytes

    @property
    def link(self) -> Link:
        return self.row.link

    @property
    def sent(self) -> bool:
        return self.row.sent

    @cached_property  # opened once, and asked by every place of a page
    def content(self) -> Content:
        """Nothing of one that was sent."""
        if not self.row.content:
            return Content()
        return Content.of_text(opened(self.key, self.row.content, CONTENT_WIDTH))

    @cached_property
    def comment(self) -> str:
        """What stands in the box at the end: a comment, or a group's different view."""
        return opened(self.key, self.row.comment, COMMENT_WIDTH) if self.row.comment else ""

    @property
    def words(self) -> str:
        return self.content.words

    @property
    def group(self) -> dict[str, Any]:
        """What a group has said of itself so far: people, from, counts."""
        if not self.content.counts:
            return {}
        assessment = self.link.perspective.assessment
        room = Room(counts=self.content.counts, mutual=assessment.mutual)
        return room.as_kept(instrument_of(assessment))

    # What follows writes the row and leaves this object as it was read.

    def keep(self, **changed: Any) -> bool:
        """Content with these changes, encrypted anew; False as ``write`` says."""
        content = replace(self.content, **changed)
        return self.write(content=encrypted(self.key, content.as_text()))

    def keep_comment(self, comment: str) -> bool:
        """False as ``write`` says."""
        return self.write(comment=encrypted(self.key, comment[:LONGEST_COMMENT], COMMENT_WIDTH))

    def empty(self) -> bool:
        """Sent; a room's own stays as it was, for a room may take back what it sent. False as
        ``write`` says."""
        kept = (self.row.content, self.row.comment) if self.row.of_room else (b"", b"")
        return self.write(content=kept[0], comment=kept[1], sent=True, slip=None)

    def write(self, **columns: Any) -> bool:
        """In one step, without a lock; False, and nothing is written, where the draft was sent,
        deleted or written since it was read: what is encrypted never has the same bytes twice."""
        read = {name: getattr(self.row, name) for name in ENCRYPTED & columns.keys()}
        unchanged = Draft.objects.filter(pk=self.row.pk, sent=False, **read)
        return bool(unchanged.update(**columns))


def encrypted(key: bytes, text: str, width: int = CONTENT_WIDTH) -> bytes:
    return bytes(SecretBox(key).encrypt(padded(text, width)))


def opened(key: bytes, data: bytes | memoryview, width: int) -> str:
    return unpadded(SecretBox(key).decrypt(bytes(data)), width)


def tag_of(key: bytes) -> str:
    """Finds the row of a key. A key is 256 random bits: nobody works it out from its digest."""
    return blake2b(key, digest_size=32, person=b"essence draft").hexdigest()


def new_draft(link: Link, answers: str, *, of_room: bool = False) -> OpenDraft:
    """Not saved yet: making it takes a tenth of a second, which no lock should wait for."""
    key, words = random(SecretBox.KEY_SIZE), new_code()
    made = make_of_words(link.code, words)
    row = Draft(
        link=link,
        key_tag=tag_of(key),
        words_tag=made.tag,
        wrapped=bytes(SecretBox(made.key).encrypt(key)),
        content=encrypted(key, Content(answers, words).as_text()),
        comment=encrypted(key, "", COMMENT_WIDTH),
        of_room=of_room,
    )
    return OpenDraft(row, key)


def find_link(code: str) -> Link | None:
    """A link by the code in its address, with its assessment and organisation: one query."""
    links = Link.objects.select_related("perspective__assessment__programme__organisation")
    return links.filter(code=code.lower()).first()


def find_draft(link_code: str, key: bytes) -> OpenDraft | None:
    """The draft of a key at a link, sent or not, with its link as above: one query."""
    rows = draft_columns().filter(link__code=link_code.lower(), key_tag=tag_of(key))
    row = next(iter(rows), None)
    return OpenDraft(put_together(rows.db, iter(row)), key) if row else None


def find_by_words(link_code: str, words: str) -> OpenDraft | None:
    """The same by the four words, which takes a tenth of a second. Whoever guesses is slowed down
    before it comes here (``respondent.wrong_codes``)."""
    made = make_of_words(link_code.lower(), words)
    found = Draft.objects.filter(link__code=link_code.lower(), words_tag=made.tag)
    wrapped = found.values_list("wrapped", flat=True).first()
    if wrapped is None:
        return None
    return find_draft(link_code, SecretBox(made.key).decrypt(bytes(wrapped)))


def find_of_room(assessment: Assessment) -> OpenDraft | None:
    """The draft of a room that rates together, sent or not, with its link: one query.

    None once it has closed, and where its key is not on this server.
    """
    drafts = Draft.objects.select_related("link__perspective__assessment__programme__organisation")
    row = drafts.filter(link__perspective__assessment=assessment, of_room=True).first()
    if row is None:
        return None
    try:
        return OpenDraft(row, keys.room_key(assessment.pk))
    except keys.KeyIsMissing:
        return None


@cache
def draft_columns() -> "QuerySet[Draft, tuple[Any, ...]]":
    """The question, asked of no draft yet: naming its columns is half the work of asking it."""
    return Draft.objects.values_list(*COLUMNS)


def put_together(database: str, values: Iterator[object]) -> Draft:
    """A row of ``COLUMNS`` as the draft with its link, perspective, assessment and organisation."""
    rows: list[Any] = [
        model.from_db(database, names, list(islice(values, len(names))))
        for model, _path, names in READ
    ]
    draft, link, perspective, assessment, programme, organisation = rows
    draft.link, link.perspective, perspective.assessment = link, perspective, assessment
    assessment.programme, programme.organisation = programme, organisation
    found: Draft = draft
    return found
