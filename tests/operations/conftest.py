import shutil
from types import SimpleNamespace

import pytest

from tests.operations.hosted import environment, manage, said

# The demo without its collaboration, which takes three times as long to make.
THREE = """
import random
from django.db import transaction
from assessment.models import Assessment, Link
from demo import site
with transaction.atomic():
    site.build_three(random.Random(2026))
print(Assessment.objects.get(programme__name="Community peer support").pk)
for link in Link.objects.filter(perspective__assessment__state="open"):
    print(link.perspective.code, link.code)
"""


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A folder with the demo's database, its open links by perspective, and a closed report."""
    var = tmp_path_factory.mktemp("demo")
    (var / "static").mkdir()
    manage(environment(var), "prepare")
    (closed, *links) = said(environment(var), THREE)
    links = dict(line.split() for line in links)
    return SimpleNamespace(var=var, links=links, report=f"/assessments/{closed}/report/")


@pytest.fixture
def var(demo, tmp_path):
    """A copy of it for one test."""
    return shutil.copytree(demo.var, tmp_path / "var")
