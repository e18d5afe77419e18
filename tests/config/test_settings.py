"""Settings refuse to start with a sentence that says how to mend it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import folder, instruments_folder, keys_folder
from questions.reading import DEFAULT_VERSION


def test_a_folder_that_is_not_set_is_none(monkeypatch):
    monkeypatch.delenv("INSTRUMENTS_DIR", raising=False)
    assert folder("INSTRUMENTS_DIR") is None


def test_a_folder_that_is_there_is_a_path(monkeypatch, tmp_path):
    monkeypatch.setenv("INSTRUMENTS_DIR", str(tmp_path))
    assert folder("INSTRUMENTS_DIR") == tmp_path


def test_a_folder_that_is_not_there_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("INSTRUMENTS_DIR", str(tmp_path / "gone"))
    with pytest.raises(ImproperlyConfigured, match=r"'.*gone', which is not a folder: make"):
        folder("INSTRUMENTS_DIR")


def test_a_hosts_instrument_may_not_take_a_bundled_version(monkeypatch, tmp_path):
    monkeypatch.setenv("INSTRUMENTS_DIR", str(tmp_path))
    (tmp_path / "ours-1.toml").touch()
    assert instruments_folder("INSTRUMENTS_DIR") == tmp_path
    (tmp_path / f"{DEFAULT_VERSION}.toml").touch()
    with pytest.raises(ImproperlyConfigured, match=r"is bundled already: give yours another name"):
        instruments_folder("INSTRUMENTS_DIR")


# ---- Where keys lie ---------------------------------------------------------------------------


@pytest.fixture
def keys_dir(tmp_path, monkeypatch):
    folder = tmp_path / "keys"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("KEYS_DIR", str(folder))
    return folder


def taken(var):
    """As on one computer; ``var`` is the folder of the database."""
    return keys_folder("KEYS_DIR", var, production=False)


def test_a_folder_of_ones_own_is_taken(keys_dir, tmp_path):
    assert taken(tmp_path) == keys_dir


@pytest.mark.parametrize("mode", [0o750, 0o705, 0o777])
def test_a_folder_that_others_may_look_into_is_refused(keys_dir, tmp_path, mode):
    keys_dir.chmod(mode)
    with pytest.raises(ImproperlyConfigured, match=f"chmod 700 {keys_dir}"):
        taken(tmp_path)


@pytest.mark.parametrize(
    ("value", "how"),
    [("keys", "write the whole path"), ("/nowhere/at/all", "install -d -m 700 -o .* /nowhere")],
)
def test_a_path_that_leads_nowhere_is_refused(tmp_path, monkeypatch, value, how):
    monkeypatch.setenv("KEYS_DIR", value)
    with pytest.raises(ImproperlyConfigured, match=how):
        taken(tmp_path)


def test_the_folder_of_the_database_is_no_place_for_keys(keys_dir):
    with pytest.raises(ImproperlyConfigured, match="make one of its own"):
        taken(keys_dir)


def test_a_public_site_names_its_folder(monkeypatch, tmp_path):
    monkeypatch.delenv("KEYS_DIR", raising=False)
    with pytest.raises(ImproperlyConfigured, match=r"KEYS_DIR is not set.*install -d -m 700"):
        keys_folder("KEYS_DIR", tmp_path, production=True)


def test_on_one_computer_they_lie_beside_the_database(tmp_path, monkeypatch):
    monkeypatch.delenv("KEYS_DIR", raising=False)
    keys = taken(tmp_path / "var")
    assert keys == tmp_path / "var" / "keys"
    for made in (keys, keys.parent):
        assert made.stat().st_mode & 0o777 == 0o700
