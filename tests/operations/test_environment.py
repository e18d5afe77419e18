"""What a host sets reaches the site, and docs/deploy.md names each of it."""

import re
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import settings
from config.environment import whole_number_of
from tests.operations.hosted import ROOT, environment, manage

READ = re.compile(r"""(?:environ(?:\.get\(|\[)|flag\(|whole_number_of\(|folder\()["'](\w+)["']""")
ELSEWHERE = {"PORT"}  # run.sh's


def test_an_address_of_postgresql_keeps_what_it_says_of_encryption(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://essence@db.example/essence?sslmode=verify-full")
    assert settings.database()["OPTIONS"] == {"sslmode": "verify-full", "pool": True}


def test_the_folder_that_the_site_makes_for_itself_is_its_owners_alone(tmp_path):
    var = tmp_path / "a" / "var"
    manage(environment(var), "check")
    assert stat.S_IMODE(var.stat().st_mode) == 0o700


def test_what_is_no_number_is_refused_with_a_sentence(monkeypatch):
    monkeypatch.setenv("BACKUP_DAYS", "two weeks")
    with pytest.raises(ImproperlyConfigured, match="BACKUP_DAYS is 'two weeks': write a whole"):
        whole_number_of("BACKUP_DAYS", 30)
    monkeypatch.setenv("BACKUP_DAYS", "")
    assert whole_number_of("BACKUP_DAYS", 30) == 30


def test_every_setting_of_a_host_is_documented_and_no_other():
    read = [ROOT / "config" / name for name in ("settings.py", "environment.py")]
    text = "".join(path.read_text() for path in read)
    documented = set(re.findall(r"^\| `([A-Z0-9_]+)`", deploy(), re.MULTILINE))
    assert documented - ELSEWHERE == set(READ.findall(text))


def deploy():
    return Path(ROOT / "docs" / "deploy.md").read_text()
