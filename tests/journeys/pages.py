"""The one table of the pages that axe looks at: every page, empty, filled and in error.

A page that is new gets its rows here; ``test_every_page_stands_in_the_table`` asks for them.
"""

import base64
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailConfirmationHMAC
from django.urls import reverse
from PIL import Image

from assessment.instruments import items_asked
from assessment.models import Link
from papers.forms.pile import Pile, SheetInHand, Unsure
from papers.pages.from_pictures import salt
from tests.journeys.answer_files import export, looked_at, nearly_known, workbook
from tests.visitors import go, press, submit, touch

Of = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Page:
    """``of`` makes what the address is of; ``then`` is done on the page before axe looks.

    ``alike``: it differs from another row in words alone, and waits for check.
    """

    route: str
    state: str = ""
    who: str | None = "owner"
    of: Callable[[Any], Of] = lambda _world: {}
    query: str = ""
    status: int = 200
    then: Callable[[Any], None] | None = None
    draft: str = ""  # the one that this browser holds the code of
    alike: bool = False

    def __str__(self):
        return f"{self.route} {self.state}".strip()

    def address(self, world):
        return reverse(self.route, kwargs=self.of(world)) + self.query


def of(name, **more):
    """An object of the house, by its name."""
    return lambda world: {"pk": getattr(world.ours, name).pk, **more}


def closed(word, **more):
    return lambda world: {"pk": world.demo[word].pk, **more}


def programme_of(word):
    return lambda world: {"pk": world.demo[word].programme_id}


def organisation_of(word):
    return lambda world: {"pk": world.demo[word].programme.organisation_id}


def second_programme(world):
    """One without an assessment."""
    return {"pk": world.ours.organisation.programmes.get(name__contains="second").pk}


def new(world):
    return {"pk": world.new.pk}


def untold(**more):
    return of("untold", **more)


def waiting_address(world):
    return {"key": EmailConfirmationHMAC.create(world.waiting).key}


def link(**more):
    return lambda world: {"code": world.ours.link.code, **more}


def slip(world):
    partners = world.ours.open.perspectives.get(code="partner")
    return {"code": partners.link.code, "slip": world.ours.slip}


def no_slip(world):
    return {**slip(world), "slip": "none"}


def sheet_in_hand(page):
    """As if it had been read: one line to be looked at, and words."""
    asked = Link.objects.get(
        perspective__assessment=page.url.split("/")[4], perspective__code="receiving"
    )
    items, drawn = items_asked(asked.perspective.assessment), io.BytesIO()
    Image.new("L", (640, 70), 230).save(drawn, "JPEG")
    picture = base64.b64encode(drawn.getvalue()).decode()
    line = Unsure(items[0].code, "3", "a mark is faint", picture)
    answers = dict.fromkeys((one.code for one in items), "3")
    sheet = SheetInHand("token", ["a.jpg"], answers, [line], [picture], [], is_guess=True)
    packed = Pile([sheet], ["b.jpg: no page of a questionnaire found."]).packed(salt(asked))
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    page.set_content(
        f'<main><form method="post" action="{page.url}checked/"><button class="button">Go</button>'
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">'
        f'<input type="hidden" name="paper-pile" value="{packed}"></form></main>'
    )
    submit(page)


def begin_alone(page):
    press(page, "This is me: begin")


def group_link(world, perspective="giving"):
    return {"code": world.ours.open.perspectives.get(code=perspective).link.code}


def panel_link(world):
    return group_link(world, "panel")


SIGNING_IN = [
    Page(route="home", who=None),
    Page(route="sample", who=None),
    Page(route="try_it", who=None),
    Page(
        route="try_it",
        state="tried",
        who=None,
        then=lambda page: (
            touch(page.locator("label", has_text="Fully").first),
            press(page, "Show me what to talk about"),
        ),
    ),
    *(Page(route=route, who=None) for route in ("help", "privacy", "cookies", "accessibility")),
    Page(route="account_login", who=None),
    Page(route="account_login", state="error", who=None, then=submit),
    Page(route="account_reset_password", who=None),
    Page(route="account_reset_password", state="error", who=None, then=submit),
    Page(route="account_reset_password_done", who=None),
    Page(
        route="account_reset_password_from_key",
        state="run out",
        who=None,
        of=lambda _world: {"uidb36": "1", "key": "none"},
    ),
    Page(route="account_reset_password_from_key_done", who=None),
    Page(route="account_inactive", who=None),
    Page(route="account_logout"),
    Page(route="account_email"),
    Page(route="account_email", state="error", then=lambda tab: press(tab, "Send me the link")),
    Page(route="account_email", state="waiting", who="beginner"),
    Page(route="account_confirm_email", who="beginner", of=waiting_address),
    Page(route="account_confirm_email", state="no longer", of=lambda _world: {"key": "none"}),
    Page(route="account_change_password"),
    Page(route="account_change_password", state="error", then=submit),
    Page(route="mfa_index"),
    Page(route="mfa_activate_totp"),
    Page(route="account_reauthenticate"),
    Page(route="accept_invitation", state="founding", who=None, of=lambda w: {"token": w.founding}),
    Page(
        route="accept_invitation",
        state="error",
        who=None,
        of=lambda w: {"token": w.founding},
        then=submit,
    ),
    Page(route="accept_invitation", state="sign in", who=None, of=lambda w: {"token": w.joining}),
    Page(route="accept_invitation", state="join", who="viewer", of=lambda w: {"token": w.joining}),
    Page(route="accept_invitation", state="other", of=lambda w: {"token": w.joining}),
    Page(
        route="accept_invitation",
        state="run out",
        who=None,
        of=lambda _world: {"token": "none"},
        status=404,
    ),
]

ORGANISATION = [
    Page(route="organisation", state="new", who="beginner", of=new),
    Page(route="organisation", of=of("organisation")),
    Page(route="organisation", state="viewer", who="viewer", of=of("organisation")),
    Page(route="organisation", state="another's", who="viewer", of=new, status=404),
    Page(route="team_log", of=of("organisation")),
    Page(route="team_log", state="new", who="beginner", of=new),
    Page(route="team", state="new", who="beginner", of=new),
    Page(route="team", of=of("organisation")),
    Page(route="team", state="viewer", who="viewer", of=of("organisation")),
    Page(
        route="team",
        state="error",
        of=of("organisation"),
        then=lambda page: press(page, "Make an invitation"),
    ),
    Page(
        route="team",
        state="invited",
        of=of("organisation"),
        then=lambda page: (
            page.locator("input[type=email]").fill("ann@newcomers.example"),
            page.locator("main input[name=role]").first.check(),
            press(page, "Make an invitation"),
            page.get_by_text("ann@newcomers.example").first.wait_for(),
        ),
    ),
    Page(route="organisation_settings", state="new", who="beginner", of=new),
    Page(route="organisation_settings", of=of("organisation")),
    Page(
        route="organisation_settings",
        state="error",
        of=of("organisation"),
        then=lambda page: (page.get_by_label("colour").fill("#ffff00"), press(page, "Save")),
    ),
    Page(
        route="organisation_settings",
        state="forbidden",
        who="viewer",
        of=of("organisation"),
        status=403,
    ),
    Page(route="new_programme", of=of("organisation")),
    Page(route="new_programme", state="error", of=of("organisation"), then=submit),
    Page(route="edit_programme", of=of("programme")),
    Page(route="together", state="new", who="beginner", of=new),
    Page(route="together", of=of("organisation")),
    Page(route="programme", of=of("programme")),
    Page(route="all_programmes", of=of("organisation")),
    Page(route="all_programmes", state="not found", of=of("organisation"), query="?q=nothing"),
    Page(route="all_actions", of=of("organisation"), query="?done=yes"),
]

SETTING_UP = [
    Page(route="rate_together", of=of("programme")),
    Page(
        route="rate_together",
        state="error",
        of=of("programme"),
        then=lambda page: press(page, "Begin with the first principle"),
    ),
    Page(route="new_assessment", of=of("programme")),
    Page(route="new_assessment", state="error", of=of("programme"), then=submit),
    *(
        Page(route="setup", state=f"{step} {state}", of=make(step=step))
        for step in ("basics", "people", "privacy", "words", "review")
        for state, make in (("empty", untold), ("filled", lambda **more: of("draft", **more)))
    ),
    Page(
        route="setup",
        state="basics error",
        of=of("draft", step="basics"),
        then=lambda page: (
            page.get_by_label("What to call").fill(""),
            press(page, "Save and go on"),
        ),
    ),
    Page(route="setup", state="people error", of=untold(step="people"), then=submit),
    Page(
        route="setup",
        state="privacy error",
        of=of("draft", step="privacy"),
        then=lambda page: (
            page.get_by_label("Fewest people").fill("1"),
            press(page, "Save and go on"),
        ),
    ),
    Page(
        route="setup",
        state="review error",
        of=of("draft", step="review"),
        then=lambda page: press(page, "Open it for answers"),
    ),
    *(
        Page(
            route="preview",
            state=f"page {number}",
            of=of("draft", perspective="receiving", page=number),
        )
        for number in (0, 1, 12)
    ),
    Page(
        route="preview",
        state="shorter",
        of=of("draft", perspective="receiving", page=1),
        query="?words=shorter",
    ),
]

OPEN = [
    *(Page(route="assessment", state=name, of=of(name)) for name in ("draft", "open", "closed")),
    Page(route="assessment", state="room", of=of("room")),
    Page(route="assessment", state="untold", of=untold()),
    Page(route="assessment", state="viewer", who="viewer", of=of("open")),
    Page(
        route="assessment",
        state="error",
        of=of("open"),
        then=lambda page: (
            touch(page.locator("summary", has_text="Change the closing date")),
            page.locator("input[name=closes_on]").fill(""),
            press(page, "Save this date"),
        ),
    ),
    Page(route="links", of=of("open")),
    Page(route="links", state="none yet", of=of("draft")),
    Page(route="typing_in", of=of("open", perspective="receiving")),
    Page(
        route="typing_in",
        state="error",
        of=of("open", perspective="receiving"),
        then=lambda page: (
            page.locator("input[name=paper-mutuality]").fill("9"),
            press(page, "Go on"),
        ),
    ),
    Page(route="from_file", of=of("open")),
    Page(
        route="from_file",
        state="error",
        of=of("open"),
        then=lambda page: press(page, "Look at the file"),
    ),
    Page(route="from_file", state="workbook", of=of("open"), then=looked_at("a.xlsx", workbook)),
    Page(
        route="from_file",
        state="export",
        of=of("open"),
        then=looked_at("forms.csv", export, whose="receiving"),
    ),
    Page(
        route="from_file",
        state="answers to settle",
        of=of("open"),
        then=looked_at("forms.csv", nearly_known, whose="receiving"),
        alike=True,
    ),
    Page(route="photographs", state="error", of=of("open", perspective="receiving"), then=submit),
    Page(route="sheet_checked", of=of("open", perspective="receiving"), then=sheet_in_hand),
    Page(route="assessment", state="left out", of=of("left_out"), alike=True),
    Page(route="assessment", state="trial", of=of("trial"), alike=True),
    Page(route="mend", of=of("open")),
    Page(
        route="mend",
        state="error",
        of=of("open"),
        then=lambda page: (page.locator("input[name$=_size]").first.fill("-1"), submit(page)),
    ),
    Page(route="bring_in", of=of("programme")),
    Page(route="bring_in", state="error", of=of("programme"), then=submit),
    Page(route="own_part_file", of=of("open")),
    Page(route="own_part_file", state="error", of=of("open"), then=submit),
    Page(route="leave_out", of=of("closed")),
    Page(route="leave_out", state="error", of=of("closed"), then=submit),
    Page(route="throw_away", of=of("trial")),
    Page(route="throw_away", state="error", of=of("trial"), then=submit),
    Page(route="start_again", of=of("closed")),
    Page(route="start_again", state="error", of=of("closed"), then=submit),
    Page(route="still_true", of=of("draft")),
    Page(route="still_true", state="nothing", of=of("open")),
    Page(
        route="still_true",
        state="error",
        of=of("draft"),
        then=lambda page: press(page, "Put them up here"),
    ),
    Page(route="discard", of=of("draft")),
    Page(
        route="discard",
        state="error",
        of=of("draft"),
        then=lambda page: press(page, "Discard it now"),
    ),
    Page(route="close", of=of("open")),
    Page(route="close", state="error", of=of("open"), then=lambda p: press(p, "Close it now")),
    Page(route="close", state="room", of=of("room")),
    Page(route="close", state="before its day", of=of("early")),
    Page(route="keeper", of=of("open")),
    Page(route="keeper", state="error", of=of("early"), then=lambda p: press(p, "Save the keeper")),
    Page(route="slips", who="keeper", of=of("open")),
    Page(
        route="slips",
        state="error",
        who="keeper",
        of=of("open"),
        then=lambda page: press(page, "Show the sheet"),
    ),
]

STATEMENT = [
    *(
        Page(
            route="standards", state=domain, of=of("open", domain=domain), alike=domain not in "AG"
        )
        for domain in "ABCDEFG"
    ),
    Page(route="standards", state="empty", of=untold(domain="A")),
    Page(route="standards", state="viewer", who="viewer", of=of("open", domain="A")),
    Page(route="standards", state="closed", of=of("closed", domain="A")),
    Page(
        route="standards",
        state="error",
        of=of("open", domain="A"),
        then=lambda page: (
            page.locator("[name=S01-evidence]").evaluate("one => one.removeAttribute('maxlength')"),
            page.locator("[name=S01-evidence]").fill("long " * 1200),
            go(page.locator("button[value=next]")),
        ),
    ),
    Page(
        route="standards",
        state="clash",
        of=of("open", domain="A"),
        then=lambda page: (
            page.locator("[name=S01-version]").evaluate("one => one.value = '99'"),
            page.locator("[name=S01-evidence]").fill("Words written meanwhile"),
            go(page.locator("button[value=next]")),
        ),
    ),
    Page(route="facts", of=of("open")),
    Page(
        route="facts",
        state="error",
        of=of("open"),
        then=lambda page: (
            touch(page.locator("#F01 details summary")),
            page.locator("input[name=F01-on]").evaluate("one => one.type = 'text'"),
            page.locator("input[name=F01-on]").fill("yesterday"),
            go(page.locator("button[value=next]")),
        ),
    ),
    Page(route="facts", state="closed", of=of("closed")),
    Page(route="pyramid", of=of("open")),
    Page(route="pyramid", state="closed", of=of("closed")),
    Page(route="own_part_history", of=of("open", code="S01")),
]

REPORT = [
    *(
        Page(route="report", state=word, who=word, of=closed(word), alike=word == "Northfield")
        for word in ("Northfield", "The Kettle", "Harbour")
    ),
    Page(
        route="report",
        state="opened",
        who="Northfield",
        of=closed("Northfield"),
        query="?open=all",
    ),
    Page(route="report", state="not yet", of=of("open"), status=409),
    Page(route="certificate", of=of("closed")),
    Page(route="actions", who="Northfield", of=closed("Northfield")),
    Page(route="actions", state="empty", who="Harbour", of=closed("Harbour")),
    Page(
        route="actions",
        state="error",
        who="Harbour",
        of=closed("Harbour"),
        then=lambda page: press(page, "Add to our plan"),
    ),
    Page(
        route="action",
        of=lambda world: {"pk": world.ours.closed.pk, "number": world.ours.action.pk},
    ),
    Page(route="publish", state="off", who="Northfield", of=closed("Northfield")),
    Page(
        route="publish",
        state="error",
        who="Northfield",
        of=closed("Northfield"),
        then=lambda page: press(page, "Turn the page on"),
    ),
    Page(route="publish", state="on", of=of("closed")),
    Page(
        route="reply",
        who="Northfield",
        of=lambda world: closed("Northfield")(world) | {"about": "solidarity"},
    ),
    Page(
        route="changed",
        who=None,
        of=lambda world: {"token": world.ours.report.public_token},
    ),
]

RESPONDENT = [
    Page(route="respond", who=None, of=link()),
    Page(route="respond", state="begun", who=None, of=link(), draft="begun"),
    Page(route="respond", state="group", who=None, of=group_link),
    Page(route="respond", state="nobody's", who=None, of=lambda _w: {"code": "none"}, status=404),
    Page(
        route="respond",
        state="closed",
        who=None,
        of=lambda w: {"code": w.ours.left_out.perspectives.first().link.code},
        status=410,
    ),
    Page(  # leads on to what changed
        route="respond",
        state="told",
        who=None,
        of=lambda w: {"code": w.ours.closed.perspectives.first().link.code},
    ),
    Page(
        route="respond_certificate",
        who=None,
        of=lambda w: {"code": w.ours.closed.perspectives.first().link.code},
    ),
    Page(route="respond_slip", who=None, of=slip),
    Page(route="respond_slip", state="error", who=None, of=no_slip, then=begin_alone),
    Page(route="respond_resume", who=None, of=link()),
    Page(route="respond_resume", state="error", who=None, of=link(), then=submit),
    Page(route="respond_room", who=None, of=group_link, draft="untold"),
    Page(route="respond_room", state="filled", who=None, of=group_link, draft="group"),
    Page(
        route="respond_room",
        state="error",
        who=None,
        of=group_link,
        draft="untold",
        then=submit,
    ),
    Page(route="respond_room", state="panel", who=None, of=panel_link, draft="panel"),
    Page(route="respond_check", state="panel", who=None, of=panel_link, draft="panel"),
    Page(route="respond_last", state="group", who=None, of=group_link, draft="group"),
    Page(route="respond_check", state="group", who=None, of=group_link, draft="group"),
    Page(
        route="respond_check",
        state="error",
        who=None,
        of=group_link,
        draft="group",
        then=lambda page: press(page, "Send our answers"),
    ),
    Page(route="respond_thanks", who=None, of=link(), draft="sent"),
    Page(route="respond", state="sent", who=None, of=link(), draft="sent"),
    *(
        Page(
            route="respond_page",
            state=f"{number} {words}",
            who=None,
            of=link(page=number),
            draft="begun",
            then=lambda page, words=words: press(page, words) if words else None,
            alike=number == 10 and bool(words),
        )
        for number in (1, 10)
        for words in ("", "Show every explanation", "Show shorter words")
    ),
    Page(route="respond_statement", who=None, of=link(page=10, nth=3), draft="begun"),
    Page(
        route="respond_page",
        state="without the hard part",
        who=None,
        of=link(page=10),
        draft="begun",
        then=lambda page: press(page, "The hard part another time"),
    ),
    Page(route="respond_last", who=None, of=link(), draft="begun"),
    Page(route="respond_check", who=None, of=link(), draft="begun"),
    Page(
        route="respond_check",
        state="stopped",
        who=None,
        of=link(),
        draft="begun",
        then=lambda page: press(page, "Stop here"),
    ),
]

COMPARED = [
    Page(route="over_time", who="Northfield", of=programme_of("Northfield")),
    Page(
        route="over_time",
        state="error",
        who="Northfield",
        of=programme_of("Northfield"),
        query="?before=none",
        status=422,
    ),
    Page(route="over_time", state="one", who="Harbour", of=programme_of("Harbour")),
    Page(route="over_time", state="nobody answered", of=of("programme")),
    Page(route="over_time", state="none", who="viewer", of=second_programme),
    Page(route="events", of=of("programme")),
    Page(route="events", state="viewer", who="viewer", of=of("programme")),
    Page(route="events", state="empty", of=second_programme),
    Page(route="events", state="error", of=second_programme, then=lambda p: press(p, "Add it")),
    Page(route="side_by_side", who="Northfield", of=organisation_of("Northfield")),
    Page(route="side_by_side", state="one closed", of=of("organisation")),
    Page(route="side_by_side", state="one", who="Harbour", of=organisation_of("Harbour")),
    Page(route="side_by_side", state="none", who="beginner", of=new),
]


def joined(name, **more):
    """Something of the house's collaboration."""
    return lambda world: {"pk": getattr(world.ours.joined, name).pk, **more}


def own_round(name):
    return lambda w: {"pk": w.ours.organisation.pk, "round_": getattr(w.ours.joined, name).pk}


def next_door(name):
    """The same for a member that is small, and shares anonymously."""
    return lambda w: {
        "pk": w.ours.joined.neighbour.organisation_id,
        "round_": getattr(w.ours.joined, name).pk,
    }


def own_collaboration(world):
    return {"pk": world.ours.organisation.pk, "collaboration": world.ours.joined.collaboration.pk}


def a_member(world):
    return joined("collaboration", member=world.ours.joined.neighbour.pk)(world)


def invitation(world):
    return {"token": world.ours.joined.token}


def own_share(world):
    return {**own_round("named")(world), "assessment": world.ours.joined.share.assessment_id}


def fill_the_choice(page):
    page.locator("main input[name=assessment]").first.check()
    press(page, "Show me what would leave")


COLLABORATION = [
    Page(route="take_part", who=None, of=invitation),
    Page(route="take_part", state="error", who=None, of=invitation, then=submit),
    Page(route="take_part", state="other", of=invitation),
    Page(route="collaboration", who="admin", of=joined("collaboration")),
    Page(route="collaboration", state="analyst", who="analyst", of=joined("collaboration")),
    Page(route="about_collaboration", who="admin", of=joined("collaboration")),
    Page(
        route="about_collaboration",
        state="error",
        who="admin",
        of=joined("collaboration"),
        then=lambda page: (page.get_by_label("Name").fill(""), press(page, "Save")),
    ),
    Page(route="collaboration_people_log", who="admin", of=joined("collaboration"), alike=True),
    Page(route="collaboration_people", who="admin", of=joined("collaboration")),
    Page(route="collaboration_people", state="analyst", who="analyst", of=joined("collaboration")),
    Page(
        route="collaboration_people",
        state="error",
        who="admin",
        of=joined("collaboration"),
        then=lambda page: press(page, "Make an invitation"),
    ),
    Page(route="remove_member_organisation", who="admin", of=a_member),
    Page(route="new_round", who="admin", of=joined("collaboration")),
    Page(route="new_round", state="error", who="admin", of=joined("collaboration"), then=submit),
    Page(route="edit_round", who="admin", of=joined("planned")),
    *(
        Page(
            route="round",
            state=f"{name} {who}",
            who=who,
            of=joined(name),
            alike=who == "analyst" and name != "published",
        )
        for name in ("planned", "open", "named", "published", "reference")
        for who in ("admin", "analyst")
    ),
    Page(route="round", state="all opened", who="admin", of=joined("published"), query="?open=all"),
    Page(route="round_pair", who="analyst", of=joined("named")),
    Page(route="rounds_beside", who="analyst", of=joined("collaboration")),
    Page(route="open_round", who=None, of=joined("reference")),
    Page(route="collaborations", of=of("organisation")),
    Page(route="collaborations", state="viewer", who="viewer", of=of("organisation")),
    Page(route="collaborations", state="empty", who="beginner", of=new),
    Page(route="leave_collaboration", of=own_collaboration),
    *(
        Page(
            route="member_round",
            state=f"{name} {who}",
            who=who,
            of=find(name),
            alike=who == "viewer" and name != "open",
        )
        for name in ("planned", "open", "named", "published", "reference")
        for who, find in (("owner", own_round), ("viewer", own_round), ("neighbour", next_door))
    ),
    Page(route="member_round", state="all opened", of=own_round("published"), query="?open=all"),
    Page(route="member_round", state="found nobody", of=own_round("named"), query="?q=nobody"),
    Page(route="member_pair", of=own_round("named")),
    Page(route="member_pair", state="gone", of=own_round("named"), query="?a=Nobody&b=Nobody"),
    Page(route="member_rounds_beside", of=own_collaboration),
    Page(route="exchange", of=own_collaboration),
    Page(route="exchange", state="viewer", who="viewer", of=own_collaboration),
    Page(
        route="exchange",
        state="error",
        of=own_collaboration,
        then=lambda page: press(page, "Put it in"),
    ),
    Page(route="share_round", of=own_round("open")),
    Page(route="share_round", state="nothing", who="neighbour", of=next_door("open")),
    Page(
        route="share_round",
        state="error",
        of=own_round("open"),
        query="?assessment=0",
        status=422,
    ),
    Page(route="share_round", state="preview", of=own_round("open"), then=fill_the_choice),
    Page(
        route="share_round",
        state="preview error",
        of=own_round("open"),
        then=lambda page: (fill_the_choice(page), press(page, "Share it")),
    ),
    Page(route="withdraw_share", of=own_share),
    Page(route="reference", of=of("closed")),
    Page(
        route="reference",
        state="error",
        of=of("closed"),
        then=lambda page: press(page, "Set it beside the report"),
    ),
    Page(route="reference", state="set", of=joined("beside")),
    Page(route="reference", state="set viewer", who="viewer", of=joined("beside"), alike=True),
]

# Parts that run by themselves; the demo, which takes a while to make, stands in one of them alone.
PARTS = {
    "organisation": [*SIGNING_IN, *ORGANISATION],
    "setting up": SETTING_UP,
    "open": [*OPEN, *STATEMENT],
    "report": [*REPORT, *COMPARED],
    "collaboration": COLLABORATION,
    "respondent": RESPONDENT,
}

# No page of their own: they do something and lead on, or give a file. test_second_step looks at the
# pages of the second step; allauth's that ask for a code that was mailed look like those above.
NO_PAGE = {
    *("print_slips", "add_slips", "void_slips", "decide_early", "ask_early", "answers_blank"),
    *("healthz", "security_txt", "take_standards"),
    *("take_back_in", "archive_programme", "all_programmes_file", "sample_file", "own_part_blank"),
    *("team_invite", "team_revoke", "team_role", "team_remove", "open_assessment", "extend"),
    *(
        "go_on_together",
        "room_together",
        "change_together",
        "plan_suggestion",
        "remove_action",
        "unpublish",
    ),
    *("organisation_look", "organisation_logo", "qr", "pyramid_drawing", "poster", "questionnaire"),
    *("report_file", "respond_send", "respond_leave", "remove_event"),
    *("certificate_pdf", "respond_certificate_pdf"),
    *("over_time_file", "side_by_side_file"),
    *(
        "collaboration_people_invite",
        "collaboration_people_revoke",
        "collaboration_people_role",
        "collaboration_people_remove",
    ),
    *("round_file", "member_round_file", "open_round_file", "take_out_of_exchange"),
    *("reference_file", "take_reference_away"),
    *(
        "team_log_file",
        "collaboration_people_log_file",
        "respond_in_capitals",
        "typed_again",
        "remember_device",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
    ),
    *("mfa_generate_recovery_codes", "mfa_download_recovery_codes"),
}
