import os
import re
import shutil
from types import SimpleNamespace

import pytest

from tests.operations.hosted import environment, manage, said

CLOSED = """
from assessment.models import Assessment
here = Assessment.objects.filter(programme__name="Community peer support")
print(here.get(name="Autumn 2026").pk)
"""


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A folder with the demo's database, its open links by perspective, and a closed report."""
    var = tmp_path_factory.mktemp("demo")
    (var / "static").mkdir()
    printed = manage(environment(var), "prepare", "--demo", "http://x").stdout
    links = dict(re.findall(r"answer as (\w+): http://x/a/(\w+)/", printed))
    (closed,) = said(environment(var), CLOSED)
    return SimpleNamespace(var=var, links=links, report=f"/assessments/{closed}/report/")


@pytest.fixture
def var(demo, tmp_path):
    """A copy of it for one test."""
    return shutil.copytree(demo.var, tmp_path / "var")


@pytest.fixture
def must_have():
    """``must_have(found, what)``: skips without it; where CI=true that is a failure."""

    def check(found, what):
        if not found and os.environ.get("CI") == "true":
            pytest.fail(f"in CI there must be {what}")
        if not found:
            pytest.skip(f"needs {what}")

    return check
