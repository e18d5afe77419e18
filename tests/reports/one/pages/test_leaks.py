"""What was withheld is nowhere, and what people wrote is never more than text."""

import csv
import io
import re

import pytest

from assessment.models import ActionStatus, Assessment, ClosedReport
from assessment.steps import closing, planning
from reports.one.report_publications import REPORT_PUBLICATIONS
from reports.spreadsheet.csv_text import safe
from tests.assessment.answered import open_assessment, respond
from tests.assessment.method.build import STILL
from tests.cast import make_cast, signed_in
from tests.reports.builder import closed_with, really_closed, sample
from tests.reports.reading import page_of
from tests.unpacking import parts_of

EVIL = '<script>alert("x")</script>'
FORMULA = '=HYPERLINK("http://example.org")'
ADDRESSES = ("report/", "actions/", "publish/")


def everything(client, assessment, token):
    """Every page and file of a report as text, chances and ids taken out."""
    base = f"/assessments/{assessment.pk}/"
    names = [one.name for one in REPORT_PUBLICATIONS]
    addresses = [*(base + a for a in ADDRESSES), *(f"{base}report/{name}" for name in names)]
    return texts_at([*addresses, f"/changed/{token}/"], client, assessment, token)


def texts_at(addresses, client, assessment, token):
    found = {}
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        where = address.replace(str(assessment.pk), "ID").replace(token, "TOKEN")
        found[where] = neutral(answer.content, assessment, token)
    return found


def neutral(content, assessment, token):
    content = b"\n".join(part for _, part in sorted(parts_of(content)))
    for own in (str(assessment.pk), token):
        content = content.replace(own.encode(), b"OWN")
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", content)


def answers_of(receiving, giving):
    """Twelve who receive, twelve of staff, and three who give, whose answers are withheld."""
    return {
        "receiving": [receiving] * 12,
        "staff": [[3] * 36] * 12,
        "giving": [[value] * 36 for value in giving],
    }


@pytest.fixture
def still(monkeypatch):
    """No chance steps, so that two worlds differ in nothing but what people answered."""
    monkeypatch.setattr(closing, "from_system", STILL)


@pytest.mark.django_db
@pytest.mark.usefixtures("still")
def test_the_answers_of_a_hidden_group_change_nothing_in_any_page_or_file():
    """Two worlds that differ only in what three people said look the same, byte for byte."""
    seen = []
    cast = make_cast()
    for giving in ([0, 1, 1], [4, 4, 3]):
        assessment = really_closed(cast, answers_of([3, 2, 1] * 12, giving))
        told, token = ClosedReport.objects.filter(assessment=assessment), "t" * 43
        told.update(public_token=token)  # of both the same: it stands in a poster's code
        seen.append(everything(signed_in(cast.owner), assessment, token))
        told.update(public_token=None)
    assert seen[0] == seen[1]
    assert len(seen[0]) == len(ADDRESSES) + len(REPORT_PUBLICATIONS) + 1


@pytest.mark.django_db
@pytest.mark.usefixtures("still")
def test_the_test_above_can_fail():
    cast, seen = make_cast(), []
    for receiving in ([3, 2, 1] * 12, [3, 2, 2] * 12):
        assessment = really_closed(cast, answers_of(receiving, [0, 1, 1]))
        token = planning.publish(assessment=assessment, who=cast.owner)
        report = f"/assessments/{assessment.pk}/report/"
        seen.append(
            texts_at([report, f"{report}cells.csv"], signed_in(cast.owner), assessment, token)
        )
    first, second = seen
    assert first.keys() == second.keys()
    assert all(first[where] != second[where] for where in first)


def evil(cast):
    """Text from everywhere, written to do harm."""
    cast.organisation.name = f"Trust {EVIL}"
    cast.organisation.save()
    cast.programme.name = FORMULA
    cast.programme.save()
    results = sample(organisation=cast.organisation.name, programme=FORMULA, setting=EVIL)
    for rating in results.own_part.standards:
        object.__setattr__(results.own_part.standards[rating], "evidence", f"{FORMULA} {EVIL}")
    for fact in results.own_part.facts:
        object.__setattr__(results.own_part.facts[fact], "evidence", f"{EVIL}\n@SUM(A1)")
    for released in results.perspectives.values():
        for group in released.groups:
            object.__setattr__(group, "different_view", f"{EVIL} & more")
    comments = {"receiving": [EVIL, FORMULA, "& so on"]}
    assessment = closed_with(cast, results, comments=comments, name=f"Round {EVIL}")
    plan = planning.GivenAction(
        kind="build",
        text=f"{FORMULA} {EVIL}",
        owner=f"+{EVIL}",
        notes=f"-{EVIL}\nsecond line",
        status=ActionStatus.DONE,
    )
    planning.plan_action(assessment=assessment, planned=plan, who=cast.owner)
    said = planning.GivenReply(not_now=FORMULA, words=EVIL)
    planning.reply(assessment=assessment, about="mutuality", given=said, who=cast.owner)
    return Assessment.objects.get(pk=assessment.pk)


def test_what_people_wrote_is_shown_and_never_run(cast):
    assessment = evil(cast)
    token = planning.publish(assessment=assessment, who=cast.owner)
    client = signed_in(cast.owner)
    number = assessment.planned_actions.get().pk
    for address in (*(f"/assessments/{assessment.pk}/{a}" for a in ADDRESSES),
                    f"/assessments/{assessment.pk}/actions/{number}/",
                    f"/assessments/{assessment.pk}/publish/mutuality/",
                    f"/changed/{token}/"):  # fmt: skip
        page = page_of(client.get(address))
        assert 'alert("x")' in page.words, address
        assert "script" not in {tag for tag, _ in page.tags}
    report = page_of(client.get(f"/assessments/{assessment.pk}/report/"))
    assert report.words.count("& so on") == 1
    assert report.words.count("& more") == 3


def test_the_public_page_holds_no_evidence_comment_note_or_name(cast):
    assessment = closed_with(
        cast, sample(), comments={"receiving": ["heron comment", "second", "third"]}
    )
    plan = planning.GivenAction(
        kind="build",
        text="Meet weekly",
        owner="heron owner",
        notes="heron note",
        about="solidarity",
    )
    planning.plan_action(assessment=assessment, planned=plan, who=cast.owner)
    own = signed_in(cast.owner).get(f"/assessments/{assessment.pk}/report/").content.decode()
    for kept in (
        "heron comment",
        "heron owner",
        "heron note",
        "Minutes of May",
        "sees it stronger",
    ):
        assert kept in own
    given = planning.GivenReply(not_now="the lease ends", words="We are sorry")
    planning.reply(assessment=assessment, about="mutuality", given=given, who=cast.owner)
    token = planning.publish(assessment=assessment, who=cast.owner)
    public = signed_in(cast.stranger).get(f"/changed/{token}/").content.decode()
    for told in ("Meet weekly", "the lease ends", "We are sorry"):
        assert told in public
    for kept in ("heron", "Minutes of May", "Register", "sees it stronger", "second"):
        assert kept not in public
    assert str(assessment.pk) not in public


@pytest.mark.parametrize("name", ["cells.csv", "principles.csv", "actions.csv"])
def test_no_text_in_a_csv_begins_like_a_formula(cast, name):
    assessment = evil(cast)
    content = signed_in(cast.viewer).get(f"/assessments/{assessment.pk}/report/{name}").content
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) > 1
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "@", "\t", "\r"))
        assert not cell.startswith("-") or float(cell) < 0
    if name == "actions.csv":
        assert rows[1][1].startswith("'=HYPERLINK")
        assert rows[1][3].startswith("'+")
        assert rows[1][6].startswith("'-")


PLAIN_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
WIDE_STARTS = (
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
    "\ufe66",
    "\ufe62",
    "\ufe63",
    "\ufe6b",
    "\u207c",
)
UNSEEN_STARTS = (" =", "\xa0=", "\u200b=", "\ufeff=", " \u200e\uff1d")


@pytest.mark.parametrize("start", [*PLAIN_STARTS, *WIDE_STARTS, *UNSEEN_STARTS])
def test_a_quote_goes_before_each_beginning_of_a_formula(start):
    assert safe(f"{start}1") == f"'{start}1"
    assert safe(-12.5) == -12.5
    for plain in ("a=1", "", " ", "\u200b", "Zoë", "(=1)", "1+1", "\u2019=1"):
        assert safe(plain) == plain


def test_the_workbook_holds_no_formula(cast):
    assessment = evil(cast)
    content = signed_in(cast.viewer).get(f"/assessments/{assessment.pk}/report/report.xlsx").content
    sheets = [part for name, part in parts_of(content) if "/xl/worksheets/sheet" in name]
    assert sheets
    assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet]


def test_comments_stand_only_where_closing_kept_them(cast):
    """Nine people's comments are deleted at closing; ten people's are shown."""
    assessment = open_assessment(cast)
    for number in range(10):
        respond(assessment, "receiving", [2] * 36, comment=f"heron {number}" * (number < 4))
    for number in range(9):
        respond(assessment, "giving", [2] * 36, comment=f"kestrel {number}")
    closing.close(assessment=assessment, who=cast.owner)
    page = signed_in(cast.viewer).get(f"/assessments/{assessment.pk}/report/").content.decode()
    assert "heron 3" in page
    assert "kestrel" not in page
    assert "kestrel" not in str(ClosedReport.objects.get(assessment=assessment).comments)
