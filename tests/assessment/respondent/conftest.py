"""Browsers at a link: of a site that is served, and of the test client."""

import shutil

import pytest

from tests.assessment.answered import link_of, open_assessment
from tests.assessment.respondent.site import Site, prepare


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A folder with a migrated database, and the links of its open assessment."""
    var = tmp_path_factory.mktemp("prepared")
    (var / "static").mkdir()
    return var, prepare(var)


@pytest.fixture
def links(prepared):
    return prepared[1]


@pytest.fixture
def var(prepared, tmp_path):
    """A copy of it for one test."""
    return shutil.copytree(prepared[0], tmp_path / "var")


@pytest.fixture
def site(var):
    with Site(var) as running:
        yield running


@pytest.fixture
def assessment(cast):
    return open_assessment(cast, length="full", receiving="individual", partner="group")


@pytest.fixture
def link(assessment):
    return link_of(assessment, "receiving")


@pytest.fixture
def start(link):
    return f"/a/{link.code}/"


@pytest.fixture
def person(client, start):
    """A browser that has begun."""
    client.post(start, {"words": "plain"})
    return client
