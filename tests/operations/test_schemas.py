"""The schemas in docs/ are those that the types make."""

import pytest
from django.core.management import call_command

from operations.management.commands import schemas


@pytest.mark.parametrize("name", schemas.SCHEMAS)
def test_a_published_schema_is_current(name):
    """After a change to a file's types: ``sh run.sh manage schemas``."""
    assert (schemas.DOCS / name).read_text(encoding="utf-8") == schemas.SCHEMAS[name]


def test_the_command_writes_each(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(schemas, "DOCS", tmp_path)
    call_command("schemas")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == schemas.SCHEMAS
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / one) for one in schemas.SCHEMAS]
