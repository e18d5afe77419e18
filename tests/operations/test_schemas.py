"""The schemas in docs/ are those that the types make."""

import json
from typing import Literal

import jsonschema
import pytest
from django.core.management import call_command

from assessment.method.document_types import ResultsJson
from operations.json_schema import published_schema, schema_of
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


def test_a_schema_says_what_it_is_of():
    schema = json.loads(published_schema(ResultsJson, title="Ours"))
    dialect = jsonschema.Draft202012Validator.META_SCHEMA["$schema"]
    assert (schema["title"], schema["$schema"]) == ("Ours", dialect)
    assert schema_of(Literal["anonymous", "named"]) == {"enum": ["anonymous", "named"]}
