"""Nobody reads a page before it has come: what brings one stands in one place, which waits.

A click ends when it is made. A test that clicks for itself and then reads or goes elsewhere finds
the page before on a slow machine, or ends what it has asked for.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACES = {ROOT / "demo" / "browser.py", ROOT / "tests" / "visitors.py"}
# what may bring another page without waiting, and waits that end before it has come
HASTY = {"click", "dblclick", "tap", "wait_for_load_state", "wait_for_timeout"}


def is_hasty(call):
    if not isinstance(call.func, ast.Attribute):
        return False
    keys = {one.value for one in call.args if isinstance(one, ast.Constant)}
    return call.func.attr in HASTY or (call.func.attr == "press" and "Enter" in keys)


def hasty_calls(source):
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if is_hasty(call)]


def test_nothing_is_clicked_but_where_the_next_page_is_waited_for():
    files = [path for folder in ("tests", "demo") for path in (ROOT / folder).rglob("*.py")]
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in files
        if path not in PLACES
        for line in hasty_calls(path.read_text())
    }
    assert not found


def test_the_places_that_click_are_seen():
    """The rule finds what it forbids."""
    assert all(hasty_calls(place.read_text()) for place in PLACES)
    assert hasty_calls('page.keyboard.press("Enter")') == [1]
    assert hasty_calls('page.keyboard.press("Tab")') == []
