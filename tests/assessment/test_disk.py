"""Somebody has the disk: database, log, copies. Forty people answered; not one answer is found.

On SQLite the files are the database and its write-ahead log; on PostgreSQL everything in the
server's folder, ``pg_wal`` among it. What is searched for: any 16 answers in a row of any person,
any comment, any word of a code, any key.
"""

import random
import re
import sqlite3
from contextlib import closing as closing_of

import pytest
from django.db import connection
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from assessment import keys
from assessment.ballots import Ballots, Kind
from assessment.models import Assessment, ClosedReport, FileTaken, Programme
from assessment.sealing import Strings, sealed_width
from assessment.steps import answering, closing
from assessment.steps.file_of_answers import FilledIn, enter_file
from tests.assessment.answered import draft_with, link_of, open_assessment
from tests.cast import make_cast
from tests.on_disk import disk
from tests.same_keys import key_files

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, WINDOW = 40, 16
RUN = re.compile(rb"[0-4DN.]{%d,}" % WINDOW)
ANSWERS = [0, 1, 2, 3, 4, "DK", "NA"]


class Forty:
    """Who answered what, in an open assessment, and one who has not sent."""

    def __init__(self):
        chance = random.SystemRandom()  # a log still holds what the tests before this one wrote
        flock = str(chance.getrandbits(64))
        self.flock = flock.encode()  # in every comment
        self.cast = make_cast()
        self.assessment = open_assessment(self.cast, length="full", receiving="individual")
        link = link_of(self.assessment, "receiving")
        self.windows, self.comments, self.words, self.keys = set(), [], [], []
        for number in range(PEOPLE + 1):
            draft = draft_with(link, [chance.choice(ANSWERS) for _ in range(72)])
            self.comments.append(f"kestrel {number} of {flock} flew over")
            answering.save_comment(draft=draft, comment=self.comments[-1])
            self.remember(draft)
            if number < PEOPLE:
                answering.send(draft=draft)

    def remember(self, draft):
        answers = answering.read_again(draft).content.answers.encode()
        self.windows |= {answers[at : at + WINDOW] for at in range(72 - WINDOW + 1)}
        if len(self.words) < 5:  # of the first few, because each is sought in a hundred megabytes
            self.words.append(draft.words.encode())
            self.keys += [draft.key, draft.key.hex().encode()]

    def found_in(self, disk, comments=True):
        """What of it stands somewhere in these bytes."""
        runs = {
            run[at : at + WINDOW]
            for run in RUN.findall(disk)
            for at in range(len(run) - WINDOW + 1)
        }
        plain = [*self.words, *self.keys, *([self.flock] if comments else [])]
        return [*(runs & self.windows), *(one for one in plain if one in disk)]


def test_the_search_finds_what_is_there():
    """Else all that follows would pass of itself."""
    forty = Forty()
    planted = [next(iter(forty.windows)), forty.flock, forty.words[3]]
    for text in planted:
        # between marks, so that no figure of the row runs into the answers and is found with them
        name = f"<{text.decode()}>"
        Programme.objects.create(organisation=forty.cast.organisation, name=name)
    found = forty.found_in(disk())
    assert sorted(found) == sorted(planted)


def test_while_it_is_open_nothing_is_found_without_the_keys():
    forty = Forty()
    assert forty.found_in(disk()) == []
    boxes = list(Ballots.objects.filter(kind=Kind.ANSWERS))
    strings = list(Strings(bytes(boxes[0].sealed), sealed_width(72)))
    assert len(strings) == PEOPLE
    with pytest.raises(CryptoError):
        SealedBox(PrivateKey.generate()).decrypt(strings[0])
    key = keys.private_key(forty.assessment.pk, forty.assessment.public_key)
    assert bytes(key) not in disk()
    opened = {SealedBox(key).decrypt(one)[:WINDOW] for one in strings}
    assert len(opened & forty.windows) == PEOPLE, "with the keys all of it is found"


FILE = b"a file of answers that nobody keeps"


def from_a_file(forty):
    """What knows the file again, keyed with a file of KEYS_DIR that goes with closing."""
    rows = [FilledIn("receiving", "3" * 72, "", 2)]
    cast = forty.cast
    enter_file(assessment=forty.assessment, content=FILE, filled_in=rows, who=cast.owner)
    assert keys.files_file(forty.assessment.pk).exists()
    return set(FileTaken.objects.values_list("digest", flat=True))


def test_after_closing_nothing_is_found_and_no_copy_can_be_opened():
    forty = Forty()
    key = bytes(keys.private_key(forty.assessment.pk, forty.assessment.public_key))
    strings = list(Strings(bytes(Ballots.objects.get(kind=Kind.ANSWERS).sealed), sealed_width(72)))
    remembered = from_a_file(forty)
    copy = disk()
    assert all(one.encode() in copy for one in remembered)
    closing.close(assessment=forty.assessment, who=forty.cast.owner)
    assert closing.scrub() == 1
    left = disk()
    shown = ClosedReport.objects.get().comments["receiving"]
    assert sorted(shown) == sorted(forty.comments[:PEOPLE])  # these may be read by everybody
    assert forty.found_in(left, comments=False) == []
    assert forty.comments[PEOPLE].encode() not in left  # never sent
    assert forty.found_in(copy) == []
    everywhere = copy + left + b"".join(one.read_bytes() for one in key_files())
    assert FILE not in everywhere
    assert key not in everywhere
    assert key.hex().encode() not in everywhere
    for secret in forty.keys:
        assert secret not in everywhere
    assert not list(keys.folder().glob(f"{forty.assessment.pk}*"))
    assert all(one in copy for one in strings[:3]), "the copy has them, sealed"
    assert Assessment.objects.get().sealed_until


@pytest.mark.sqlite  # SQLite's second line
def test_on_sqlite_not_even_sealed_strings_are_left():
    forty = Forty()
    strings = list(Strings(bytes(Ballots.objects.get(kind=Kind.ANSWERS).sealed), sealed_width(72)))
    draft = bytes(answering.Draft.objects.get(sent=False).content)
    assert all(one in disk() for one in (*strings[:3], draft[:200]))
    strings += [one.encode() for one in from_a_file(forty)]
    closing.close(assessment=forty.assessment, who=forty.cast.owner)
    closing.scrub()
    left = disk()
    assert not [one for one in (*strings, draft[:200]) if one in left]
    with closing_of(sqlite3.connect(connection.settings_dict["NAME"])) as reader:
        assert reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)
