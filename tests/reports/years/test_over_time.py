"""One programme over time: every figure is the method's, and every word that of section 10."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessment.method.numbers import half_up
from assessment.method.results import Spread
from assessment.steps import planning
from organisations import happenings
from organisations.models import Programme
from questions import Length
from reports.method.change import Verdict, changes, lived_line
from reports.wording import change_said
from reports.wording.over_time_said import NOTHING_COMPARED
from reports.years import left_out, told
from reports.years.charts.over_time import OVER_TIME_CHARTS
from tests.assessment.answered import open_assessment
from tests.assessment.method.build import PRINCIPLES, scored
from tests.cast import signed_in
from tests.naive.arithmetic import on_a_page
from tests.reports.builder import sample
from tests.reports.earlier import closed_on, found_of, marks_of, two_assessments
from tests.reports.reading import page_of

MATRIX = "Practice, then and now, 0 to 100"
LEVELS = "Levels, and the lived-experience view of practice, 0 to 100"
LINE = (
    "The lived-experience view of practice, 0 to 100, over statements that every "
    "self-assessment has"
)
STRUCTURE = "Profile and figures, each one\N{RIGHT SINGLE QUOTATION MARK}s own"
MECHANISMS = "The ways in which peer support becomes a staff service"


@pytest.fixture(autouse=True)
def nothing_told():
    told.told_over_time.cache_clear()


def address(cast, name=""):
    return reverse("over_time", args=[cast.programme.pk]) + name


@pytest.fixture
def shown(cast):
    def shown(query="", who="viewer", status=200):
        response = signed_in(getattr(cast, who)).get(address(cast) + query)
        assert response.status_code == status
        return page_of(response)

    return shown


def table(page, caption):
    (found,) = page.tables[caption]
    return {row[0]: row[1:] for row in found[1:]}


# Every figure is the method's


MORE = {
    "full": ({"seed": 1}, {"seed": 3}),
    "a few withheld": ({"seed": 1}, {"seed": 3, "sizes": {"giving": 5, "receiving": 6}}),
    "full, then short": ({"seed": 1}, {"seed": 1, "length": Length.SHORT}),
    "mutual": ({"sizes": {"receiving": 12}, "mutual": True},) * 2,
}


@pytest.fixture(params=MORE)
def pair(cast, request):
    then, now = MORE[request.param]
    return two_assessments(cast, sample(**then), sample(**now))


def test_every_comparison_is_the_methods(shown, pair):
    found = found_of(*pair)
    (whole_table,) = shown().tables[MATRIX]
    sides = [found.after.short_name_of(code) for code in found.principles["mutuality"].sides]
    assert {*sides} <= {*whole_table[0]}
    for code, row in zip(PRINCIPLES, whole_table[1:], strict=True):
        told_of = dict(zip(whole_table[0][1:], row[1:], strict=True))
        for side, change in found.principles[code].sides.items():
            words = told_of[found.after.short_name_of(side)]
            if change is None:
                assert words.startswith("not comparable: ")
            else:
                assert on_a_page(change.before.value) in words
                assert on_a_page(change.after.value) in words
                rose = words.startswith(("rose from", "fell from"))
                assert rose == (change.verdict is Verdict.CHANGED)
                assert words.startswith("possible") == (change.verdict is Verdict.POSSIBLE)
                assert words.startswith("no clear") == (change.verdict is Verdict.NO_CLEAR)


def test_levels_figures_and_mechanisms_are_each_ones_own(shown, pair):
    page, (before, after) = shown(), map(marks_of, pair)
    lived = found_of(*pair).principles
    for row, code in zip(table(page, LEVELS).values(), PRINCIPLES, strict=True):
        marks = [one.principles[code] for one in (before, after)]
        levels = [f"{one.level}{' borderline' * bool(one.borderline)}" for one in marks]
        assert row == [*levels, *(as_shown(figure) for figure in lived[code].lived)]
    structure = table(page, STRUCTURE)
    for name, of in (("Essence", "essence"), ("Structure: formal standards", "formal")):
        assert structure[name] == [as_shown(getattr(m.structure, of)) for m in (before, after)]
    profiles = [str(one.structure.profile) for one in (before, after)]
    assert all(map(str.startswith, structure["Profile"], profiles))
    assert structure["Confidence"] == [str(one.confidence) for one in (before, after)]
    for code, row in zip(after.mechanisms, table(page, MECHANISMS).values(), strict=True):
        assert row == [str(one.mechanisms[code].status) for one in (before, after)]


def as_shown(figure):
    return on_a_page(figure) or "no figure"


def test_the_line_is_the_methods_over_all_assessments(cast, shown):
    made = [closed_on(cast, date(2020 + n, 5, 1), sample(seed=n)) for n in range(4)]
    results = [marks_of(one).results for one in made]
    for code, row in zip(PRINCIPLES, table(shown(), LINE).values(), strict=True):
        assert row == [as_shown(figure) for figure in lived_line(results, code)]


def rows_of(cast, name, query=""):
    answer = signed_in(cast.viewer).get(address(cast, name) + query)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def number(text):
    return float(text) if text else None


def test_the_csv_says_the_same_with_two_decimals(cast, pair):
    found = found_of(*pair)
    rows = rows_of(cast, "changes.csv")
    assert len(rows) == 12 * len({*found.before.perspectives, *found.after.perspectives})
    for row in rows:
        change = found.principles[row["principle"]].sides.get(row["perspective"])
        if change is None:
            assert row["verdict"] == "not comparable"
            assert row["why"]
            assert row["then"] == row["now"] == row["items"] == ""
        else:
            assert row["verdict"] == str(change.verdict)
            assert row["items"].split() == [*change.items]
            assert number(row["difference"]) == half_up(change.difference, 2)
            assert number(row["now_low"]) == rounded(change.after.low)
            assert number(row["smallest"]) == change.smallest
    levels = {row["principle"]: row for row in rows_of(cast, "levels.csv")}
    for code, one in found.principles.items():
        assert levels[code]["level_now"] == str(marks_of(pair[1]).principles[code].level)
        assert number(levels[code]["L_P_then"]) == rounded(one.lived[0])
    assert len(rows_of(cast, "line.csv")) == 24


def rounded(figure):
    return None if figure is None else half_up(figure, 2)


# Both sides of the words' cuts


SHOWN = "these two could have shown a change of"
POSSIBLE = "these two could have shown a possible change of 15 only"
NARROW, WIDE = Spread(15, 5), Spread(15, 10)  # half ranges of 2.93 and 5.35 (section 9)


@pytest.mark.parametrize(
    ("then", "now", "spread", "words"),
    [
        (40, 50, NARROW, "rose from 40 to 50"),
        (50, 40, NARROW, "fell from 50 to 40"),
        (40, 49.75, NARROW, f"no clear change: 40 then, 50 now, 9.8 apart ({SHOWN} 10 or more)"),
        # The ranges meet.
        (40, 50.5, WIDE, f"no clear change: 40 then, 51 now, 10.5 apart ({SHOWN} 11 or more)"),
        (40, 50.75, WIDE, "rose from 40 to 51, 10.8 apart"),
        (40, 54.25, NARROW, "rose from 40 to 54"),  # read by 10: that 15 is near says nothing
        (40, 55, None, "possible change: 40 then, 55 now"),
        (55, 40, None, "possible change: 55 then, 40 now"),
        (40, 54.75, None, f"no clear change: 40 then, 55 now, 14.8 apart ({POSSIBLE})"),
    ],
)
def test_the_words_of_a_comparison(cast, shown, then, now, spread, words):
    two_assessments(cast, *(of_individuals(figure, spread) for figure in (then, now)))
    page = shown()
    assert {row[0] for row in table(page, MATRIX).values()} == {words}
    assert ("Nothing changed clearly" in page.words) == (words[:4] not in ("rose", "fell"))
    for word in ("improve", "worse", "better"):
        assert word not in page.words.lower()


def test_between_two_groups_no_smallest_change_is_told(cast, shown):
    """What they agreed is exact, and says nothing of another group."""
    two_assessments(cast, *[scored({"receiving": (40, 30)}, groups=True)] * 2)
    assert {row[0] for row in table(shown(), MATRIX).values()} == {
        "no clear change: 40 then, 40 now"
    }


def test_where_one_of_the_two_was_a_group_it_is_told(cast, shown):
    then = scored({"receiving": (40, 30)}, groups=True)
    two_assessments(cast, then, of_individuals(40, NARROW))
    assert {row[0] for row in table(shown(), MATRIX).values()} == {
        f"no clear change: 40 then, 40 now ({POSSIBLE})"
    }


@pytest.mark.parametrize("count", [2, 3])
def test_from_the_third_on_the_line_over_all_comes_first(cast, shown, count):
    for number in range(count):
        closed_on(cast, date(2024 + number, 5, 1), sample(seed=number))
    words = shown().words
    line, two = words.index("The line over all self-assessments"), words.index("What changed")
    assert (line < two) == (count > 2)


def of_individuals(figure, spread):
    """15 people whose P is the figure: cells are whole, so quarters are made of four of them."""
    below, quarters = int(figure), 4 * (figure % 1)
    single = {
        f"{code}-{number}": below + (number <= quarters)
        for code in PRINCIPLES
        for number in range(1, 5)
    }
    views = {"receiving": (below, 30)}
    return scored(views, n=15, spread=spread, single={"receiving": single})


def test_only_what_changed_is_said_to_have_moved(cast, shown):
    two_assessments(cast, scored({"receiving": (40, 30)}), scored({"receiving": (90, 30)}))
    page = shown()
    assert "0 changed 12 possible change 0 no clear change 0 not comparable" in page.words
    assert "rose" not in page.words.replace("rose or fell", "")


# Why something cannot be compared


@pytest.mark.parametrize(
    ("then", "now", "why"),
    [
        ({"giving": (40, 30)}, {"receiving": (40, 30)}, {"no answers then", "no answers now"}),
        ({"receiving": (None, 30)}, {"receiving": (40, 30)}, {"too few answers then"}),
        ({"receiving": (40, 30)}, {"receiving": (None, 30)}, {"too few answers now"}),
    ],
)
def test_it_is_said_why_nothing_can_be_compared(cast, shown, then, now, why):
    two_assessments(cast, scored(then), scored(now))
    page = shown()
    cells = {cell for row in table(page, MATRIX).values() for cell in row}
    assert cells == {f"not comparable: {one}" for one in why}
    assert f"{NOTHING_COMPARED} What was left out, and why" in page.words
    assert "no group of people gave enough answers in both 48 statements" in page.words


def without(*codes):
    return {"receiving": dict.fromkeys(codes)}


def test_two_of_four_are_enough_and_said_and_one_is_not(cast, shown):
    lost = without("mutuality-1", "mutuality-2", "respect-1", "respect-2", "respect-3")
    two_assessments(
        cast, scored({"receiving": (40, 30)}, single=lost), scored({"receiving": (40, 30)})
    )
    page = shown()
    found = table(page, MATRIX)
    assert found["Mutuality"] == [
        f"no clear change: 40 then, 40 now (over 2 of 4 statements) ({POSSIBLE})"
    ]
    assert found["Respect and inclusiveness"] == ["not comparable: too few answers then"]
    assert "figures in both: it takes two 1 statement" in page.words


def test_few_in_each_and_none_of_them_the_same(cast, shown):
    assessments = (("mutuality-1", "mutuality-2"), ("mutuality-3", "mutuality-4"))
    made = [scored({"receiving": (40, 30)}, single=without(*lost)) for lost in assessments]
    two_assessments(cast, *made)
    assert table(shown(), MATRIX)["Mutuality"] == [
        "not comparable: fewer than two statements have enough answers in both"
    ]


def test_another_form_leaves_out_what_only_one_asked(cast, shown):
    short = scored({"receiving": (40, 30)}, length="short")
    two_assessments(cast, scored({"receiving": (40, 30)}), short)
    page = shown()
    assert "asked only then 24 statements" in page.words
    assert "The two were not asked alike." in page.words
    assert "Length: full then, short now" in page.words


def test_a_statement_that_was_worded_anew_is_left_out_and_named():
    before = scored({"receiving": (40, 30)})
    found = changes(before, reworded(before, "mutuality-1"))
    assert left_out.left_out(found) == [
        left_out.LeftOut(
            "worded anew between the two", (before.instrument.item["mutuality-1"].text,)
        )
    ]
    row = next(change_said.change_rows(found))
    assert [side.over for side in row.sides] == ["over 3 of 4 statements"]
    three = reworded(before, "mutuality-1", "mutuality-2", "mutuality-3")
    (side,) = next(change_said.change_rows(changes(before, three))).sides
    assert side.words == "not comparable: fewer than two statements were the same in both"


def reworded(results, *codes):
    """The same cells under an instrument in which these statements have another revision."""
    instrument = results.instrument
    principles = tuple(
        replace(
            principle,
            items=tuple(
                replace(item, revision=item.revision + 1) if item.code in codes else item
                for item in principle.items
            ),
        )
        for principle in instrument.principles
    )
    return replace(results, instrument=replace(instrument, principles=principles))


def test_what_one_group_of_people_lacks_is_named_for_it(cast, shown):
    views = {"giving": (40, 30), "receiving": (40, 30)}
    two_assessments(cast, scored(views, single=without("mutuality-1")), scored(views))
    page = shown()
    assert "Receiving: too few answers then 1 statement" in page.words
    asked = marks_of(cast.programme.assessments.last()).results.instrument
    assert asked.item["mutuality-1"].text in page.words


def test_where_all_is_compared_nothing_is_left_out(cast, shown):
    two_assessments(cast, *[scored({"receiving": (40, 30)})] * 2)
    assert "Nothing: every practice statement could be compared" in shown().words


# In between


def test_what_was_done_and_what_happened_between_stands_there(cast, shown):
    before, _after = two_assessments(cast)
    for status in ("planned", "under way", "done", "dropped"):
        plan = planning.GivenAction(
            kind="build", text=f"The {status} one", status=status, owner="Olive"
        )
        planning.plan_action(assessment=before, planned=plan, who=cast.owner)
    for day, text in ((date(2025, 11, 19), "The day before"), (date(2025, 11, 20), "The first")):
        happenings.add_event(programme=cast.programme, day=day, text=text, who=cast.owner)
    for day, text in ((date(2026, 11, 20), "The last"), (date(2026, 11, 21), "The day after")):
        happenings.add_event(programme=cast.programme, day=day, text=text, who=cast.owner)
    words = shown().words
    between = words[
        words.index("In between What") : words.index("The line over all self-assessments")
    ]
    for said in ("The under way one", "The done one", "The first", "The last"):
        assert said in between
    for other in ("The planned one", "The dropped one", "The day before", "The day after"):
        assert other not in between
    assert "Olive" not in between


def test_plans_in_between_count_and_those_of_the_later_do_not(cast, shown):
    made = [closed_on(cast, date(2020 + n, 5, 1)) for n in range(3)]
    for n, one in enumerate(made):
        plan = planning.GivenAction(kind="build", text=f"Done of {n}", status="done")
        planning.plan_action(assessment=one, planned=plan, who=cast.owner)
    words = shown(f"?before={made[0].pk}&after={made[2].pk}").words
    assert "Done of 0" in words
    assert "Done of 1" in words
    assert "Done of 2" not in words


def test_nothing_in_between_is_said(cast, shown):
    two_assessments(cast)
    page = shown(who="editor").words
    assert "No planned action of the earlier self-assessment is marked" in page
    assert "Nothing is noted between the two" in page


# Choosing


def test_the_last_two_are_compared_unless_others_are_chosen(cast, shown):
    made = [closed_on(cast, date(2020 + n, 5, 1), name="DCBA"[n]) for n in range(4)]
    assert "Then B, closed 1 May 2022 Now A, closed 1 May 2023" in shown().words
    for query in (
        f"?before={made[0].pk}&after={made[3].pk}",
        f"?before={made[3].pk}&after={made[0].pk}",
    ):
        assert "Then D, closed 1 May 2020 Now A, closed 1 May 2023" in shown(query).words


WRONG = {
    "no such": "?before=x&after=y",
    "half": "?before={0}",
    "the same": "?before={0}&after={0}",
    "another's": "?before={0}&after={other}",
    "not closed": "?before={0}&after={open}",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_choice_shows_the_last_two_and_says_so(cast, shown, wrong):
    made = [closed_on(cast, date(2020 + n, 5, 1)) for n in range(3)]
    elsewhere = Programme.objects.create(organisation=cast.other, name="Theirs")
    other = closed_on(cast, date(2020, 1, 1), programme=elsewhere)
    query = WRONG[wrong].format(made[0].pk, other=other.pk, open=open_assessment(cast).pk)
    page = shown(query, status=422)
    assert "The last two are shown" in page.words
    assert "Then Round 2021, closed 1 May 2021 Now Round 2022" in page.words
    assert set(page.targets) <= set(page.ids)
    for name in ("line.csv", "line.svg"):
        assert signed_in(cast.viewer).get(address(cast, name) + query).status_code == 404


def test_two_assessments_leave_nothing_to_choose(cast, shown):
    two_assessments(cast)
    assert not [tag for tag, _ in shown().tags if tag == "select"]


def test_until_two_are_closed_it_says_what_will_stand_here(cast, shown):
    assert "This page fills when two of them are." in shown().words
    closed_on(cast, date(2026, 11, 20))
    open_assessment(cast)
    page = shown(who="editor").words
    assert "One self-assessment is closed so far: Round 2026, closed 20 November 2026" in page
    assert "This page fills when a second one closes." in page
    assert "Set up the next self-assessment" in page
    for name in ("line.csv", "line.svg"):
        assert signed_in(cast.viewer).get(address(cast, name)).status_code == 404


# What it costs


def cost(client, path):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return [query["sql"][:80] for query in asked]


def test_ten_assessments_take_as_many_queries_as_two(cast):
    client, path = signed_in(cast.viewer), address(cast)
    two_assessments(cast)
    few = cost(client, path), cost(client, path)
    for n in range(8):
        closed_on(cast, date(2010 + n, 5, 1), sample(seed=n))
        happenings.add_event(
            programme=cast.programme, day=date(2012, 1, 1 + n), text="x", who=cast.owner
        )
    many = cost(client, path), cost(client, path)
    # Session, user, programme, membership; assessments, events, plans; and once the reports.
    assert [len(one) for one in few] == [len(one) for one in many] == [8, 7]


def test_a_chart_is_drawn_once_and_anew_when_something_happened(cast, drawn):
    two_assessments(cast)
    client = signed_in(cast.viewer)
    client.get(address(cast))
    assert drawn == []
    for name in OVER_TIME_CHARTS:
        for kind in ("svg", "png", "svg"):
            assert client.get(address(cast, f"{name}.{kind}")).status_code == 200
    assert drawn == [*OVER_TIME_CHARTS]
    happenings.add_event(
        programme=cast.programme, day=date(2026, 2, 1), text="A tender", who=cast.owner
    )
    for name in OVER_TIME_CHARTS:
        client.get(address(cast, f"{name}.svg"))
    assert drawn == [*OVER_TIME_CHARTS, "line"]


def test_another_choice_is_another_chart(cast, drawn):
    made = [closed_on(cast, date(2020 + n, 5, 1), sample(seed=n)) for n in range(3)]
    client = signed_in(cast.viewer)
    pictures = {
        client.get(address(cast, "change.svg") + f"?before={one.pk}&after={made[2].pk}").content
        for one in made[:2]
    }
    assert len(pictures) == 2
    assert drawn == ["change", "change"]


def test_files_have_a_name_of_their_own_and_there_are_no_others(cast):
    two_assessments(cast)
    client = signed_in(cast.viewer)
    answer = client.get(address(cast, "change.svg"))
    assert answer["Content-Disposition"] == (
        'attachment; filename="northfield-trust-community-peers-2026-11-20-change.svg"'
    )
    for name in ("nothing.svg", "change.gif", "change.csv", "principles.svg"):
        assert client.get(address(cast, name)).status_code == 404


def test_an_evil_name_stays_a_name(cast):
    evil = '=1+1"><script>alert(1)</script>'
    then, now = two_assessments(cast)
    type(then).objects.filter(pk=then.pk).update(name=evil)
    happenings.add_event(programme=cast.programme, day=date(2026, 2, 1), text=evil, who=cast.owner)
    client = signed_in(cast.viewer)
    page = client.get(address(cast)).content
    assert b"<script" not in page
    assert b"<script" not in client.get(address(cast, "line.svg")).content
    rows = rows_of(cast, "line.csv")
    assert {row["round"] for row in rows} == {f"'{evil}", now.name}
