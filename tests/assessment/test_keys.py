"""Key files: for their owner alone, whole or not there, overwritten before they go."""

import os
import stat
from pathlib import Path
from uuid import uuid4

import pytest
from nacl.public import PrivateKey, SealedBox

from assessment import keys
from assessment.models import Assessment, DoomedKey, State
from assessment.steps import closing, setting_up
from operations import forgetting
from tests.assessment.answered import open_assessment, respond
from tests.cast import make_cast
from tests.same_keys import key_files


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.KEYS_DIR = tmp_path / "keys"
    settings.KEYS_DIR.mkdir(mode=0o700)
    return settings.KEYS_DIR


def test_a_pair_opens_what_was_sealed_to_it(folder):
    pk = uuid4()
    public = keys.make_pair(pk)
    private = keys.private_key(pk, public)
    assert SealedBox(private).decrypt(SealedBox(private.public_key).encrypt(b"3")) == b"3"
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.name == f"{pk}.key"


def test_a_key_that_is_missing_cut_short_or_anothers_is_said():
    pk = uuid4()
    with pytest.raises(keys.KeyIsMissing, match="Nothing was changed"):
        keys.private_key(pk, "00" * 32)
    public = keys.make_pair(pk)
    with pytest.raises(keys.KeyIsMissing):
        keys.private_key(pk, bytes(PrivateKey.generate().public_key).hex())
    keys.key_file(pk).write_bytes(b"half")
    with pytest.raises(keys.KeyIsMissing):
        keys.private_key(pk, public)


def test_what_an_interruption_left_is_in_nobodys_way(folder):
    pk = uuid4()
    unfinished = folder / f"{pk}.key.unfinished"
    unfinished.write_bytes(b"half")
    public = keys.make_pair(pk)
    assert keys.private_key(pk, public)
    assert [file.name for file in folder.iterdir()] == [f"{pk}.key"]
    unfinished.write_bytes(b"half")
    keys.destroy(pk)
    assert not list(folder.iterdir())


def test_a_destroyed_key_was_overwritten_on_the_disk_and_then_removed(folder):
    """Another name for the same bytes on the disk shows what is left there."""
    pk = uuid4()
    public = keys.make_pair(pk)
    secret = bytes(keys.private_key(pk, public))
    os.link(keys.key_file(pk), folder / "the same bytes")
    keys.destroy(pk)
    assert not keys.key_file(pk).exists()
    left = (folder / "the same bytes").read_bytes()
    assert (len(left), left == secret) == (32, False)
    keys.destroy(pk)


def test_everything_is_on_the_disk_before_anything_rests_on_it(folder, monkeypatch):
    """The file's bytes before its name, the name before the database is told."""
    done, fsync = [], os.fsync

    def written(descriptor):
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        done.append(os.path.relpath(path, folder))
        fsync(descriptor)

    monkeypatch.setattr(keys.os, "fsync", written)
    pk = uuid4()
    keys.make_pair(pk)
    assert done == [f"{pk}.key.unfinished", "."]
    done.clear()
    keys.destroy(pk)
    assert done == [f"{pk}.key", "."]


# ---- With the database ------------------------------------------------------------------------


@pytest.mark.django_db
def test_opening_that_cannot_keep_its_key_opens_nothing(folder):
    cast = make_cast()
    folder.rmdir()
    with pytest.raises(keys.KeyCannotBeKept, match="nothing was opened"):
        open_assessment(cast)
    assert Assessment.objects.get().state == State.DRAFT
    folder.mkdir()
    setting_up.open_for_answers(assessment=Assessment.objects.get(), who=cast.owner)
    assert keys.private_key(*Assessment.objects.values_list("pk", "public_key").get())


@pytest.mark.django_db(transaction=True)
def test_closing_destroys_the_key_and_says_when():
    cast = make_cast()
    assessment = open_assessment(cast)
    respond(assessment, "receiving", [3])
    closing.close(assessment=assessment, who=cast.owner)
    assert not key_files()
    assessment.refresh_from_db()
    assert assessment.sealed_until >= assessment.closed_at
    assert not DoomedKey.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_without_its_key_nothing_closes_and_nothing_is_lost():
    cast = make_cast()
    assessment = open_assessment(cast)
    respond(assessment, "receiving", [3])
    away = keys.key_file(assessment.pk).rename(keys.folder() / "away")
    with pytest.raises(keys.KeyIsMissing):
        closing.close(assessment=assessment, who=cast.owner)
    assessment.refresh_from_db()
    assert assessment.state == State.OPEN
    away.rename(keys.key_file(assessment.pk))
    closing.close(assessment=assessment, who=cast.owner)
    assert assessment.state == State.CLOSED


@pytest.mark.django_db(transaction=True)
def test_a_key_that_cannot_be_destroyed_now_is_destroyed_later(monkeypatch):
    cast = make_cast()
    assessment = open_assessment(cast)

    def refuse(_assessment):
        raise PermissionError

    with monkeypatch.context() as held:
        held.setattr(keys, "destroy", refuse)
        closing.close(assessment=assessment, who=cast.owner)
        assert closing.scrub() == 0
    assessment.refresh_from_db()
    assert (assessment.state, assessment.sealed_until) == (State.CLOSED, None)
    assert closing.scrub() == 1
    assessment.refresh_from_db()
    assert assessment.sealed_until
    assert not key_files()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("whole", [False, True])
def test_forgetting_destroys_the_key_too(whole):
    cast = make_cast()
    assessment = open_assessment(cast)
    if whole:
        forgetting.forget_organisation(organisation=cast.organisation)
    else:
        forgetting.forget_assessment(assessment=assessment)
    assert not key_files()
    assert not DoomedKey.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_no_key_goes_that_the_database_does_not_name():
    """Somebody restored an older database: keys it does not know are not its to destroy."""
    cast = make_cast()
    assessment = open_assessment(cast)
    unknown = uuid4()
    keys.make_pair(unknown)
    closing.scrub()
    assert {file.stem for file in key_files()} == {str(assessment.pk), str(unknown)}
