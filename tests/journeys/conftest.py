"""A browser of people's own against a server on a SQLite file: every test here is a journey."""

import gc
import os
import shutil
from pathlib import Path

import pytest

from tests.journeys.visitors import CHROMIUM, FLAGS, Visitors


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser():
    """Chromium; a module's own, because its event loop must not outlive these tests."""
    if not shutil.which(CHROMIUM):
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing(f"{CHROMIUM} is not there: apt-get install chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (slow, and only here)

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as driver:
        # synchronous playwright keeps an event loop in this thread, where Django refuses to query
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()
    gc.collect()  # playwright's greenlets end here, and not while Python is compiling something


@pytest.fixture
def visitors(browser, live_server):
    found = Visitors(browser, live_server.url)
    yield found
    found.leave()
