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


# ---- Where keys lie ---------------------------------------------------------------------------


@pytest.fixture
def keys_dir(tmp_path, monkeypatch):
    folder = tmp_path / "keys"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("KEYS_DIR", str(folder))
    return folder


def test_a_folder_of_ones_own_is_taken(keys_dir):
    assert settings.keys_folder("KEYS_DIR") == keys_dir


@pytest.mark.parametrize("mode", [0o750, 0o705, 0o777])
def test_a_folder_that_others_may_look_into_is_refused(keys_dir, mode):
    keys_dir.chmod(mode)
    with pytest.raises(ImproperlyConfigured, match=f"chmod 700 {keys_dir}"):
        settings.keys_folder("KEYS_DIR")


@pytest.mark.parametrize(
    ("value", "how"),
    [("keys", "write the whole path"), ("/nowhere/at/all", "install -d -m 700 -o .* /nowhere")],
)
def test_a_path_that_leads_nowhere_is_refused(keys_dir, monkeypatch, value, how):  # noqa: ARG001
    monkeypatch.setenv("KEYS_DIR", value)
    with pytest.raises(ImproperlyConfigured, match=how):
        settings.keys_folder("KEYS_DIR")


def test_the_folder_of_the_database_is_no_place_for_keys(keys_dir, monkeypatch):
    monkeypatch.setattr(settings, "VAR_DIR", keys_dir)
    with pytest.raises(ImproperlyConfigured, match="make one of its own"):
        settings.keys_folder("KEYS_DIR")


def test_a_public_site_names_its_folder(monkeypatch):
    monkeypatch.delenv("KEYS_DIR", raising=False)
    monkeypatch.setattr(settings, "PRODUCTION", True)
    with pytest.raises(ImproperlyConfigured, match=r"KEYS_DIR is not set.*install -d -m 700"):
        settings.keys_folder("KEYS_DIR")


def test_on_one_computer_they_lie_beside_the_database(tmp_path, monkeypatch):
    monkeypatch.delenv("KEYS_DIR", raising=False)
    monkeypatch.setattr(settings, "VAR_DIR", tmp_path / "var")
    folder = settings.keys_folder("KEYS_DIR")
    assert folder == tmp_path / "var" / "keys"
    for made in (folder, folder.parent):
        assert made.stat().st_mode & 0o777 == 0o700
