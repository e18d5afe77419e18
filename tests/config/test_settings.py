"""Settings refuse to start with a sentence that says how to mend it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import settings
from questions.reading import DEFAULT_VERSION


def test_a_folder_that_is_not_set_is_none(monkeypatch):
    monkeypatch.delenv("INSTRUMENTS_DIR", raising=False)
    assert settings.folder("INSTRUMENTS_DIR") is None


def test_a_folder_that_is_there_is_a_path(monkeypatch, tmp_path):
    monkeypatch.setenv("INSTRUMENTS_DIR", str(tmp_path))
    assert settings.folder("INSTRUMENTS_DIR") == tmp_path


def test_a_folder_that_is_not_there_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("INSTRUMENTS_DIR", str(tmp_path / "gone"))
    with pytest.raises(ImproperlyConfigured, match=r"'.*gone', which is not a folder: make"):
        settings.folder("INSTRUMENTS_DIR")


def test_a_hosts_instrument_may_not_take_a_bundled_version(monkeypatch, tmp_path):
    monkeypatch.setenv("INSTRUMENTS_DIR", str(tmp_path))
    (tmp_path / "ours-1.toml").touch()
    assert settings.instruments_folder("INSTRUMENTS_DIR") == tmp_path
    (tmp_path / f"{DEFAULT_VERSION}.toml").touch()
    with pytest.raises(ImproperlyConfigured, match=r"is bundled already: give yours another name"):
        settings.instruments_folder("INSTRUMENTS_DIR")
