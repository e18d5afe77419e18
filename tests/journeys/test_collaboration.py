"""An anonymous round: an owner joins, sees what leaves, shares, compares, and takes it back."""

import io

import openpyxl
import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from organisations.models import Membership, Organisation, User
from tests.cast import PASSWORD, code_now
from tests.comparing.collaboration import close_now, make_together, with_report
from tests.journeys.test_second_step import send_code
from tests.visitors import choose, download, follow, go, heading, press, sign_in, touch

pytestmark = pytest.mark.one_in(3, "journeys")

OWNER, NAME = "olive@harbour.example", "Harbour Voices"
NARROW = 360


@pytest.mark.usefixtures("still_clock")
def test_from_the_invitation_to_taking_it_back(visitors):
    together = make_together(12)
    make_owner()
    admin = visitors.arrive()
    enter_as_admin(admin, together.admin)
    owner = visitors.arrive()
    sign_in(owner, OWNER)
    join(owner, invite(admin))
    share_by_keyboard(owner)
    still_open(admin)
    close_now(together.round)
    compare(owner)
    compare_on_a_phone(visitors.arrive(NARROW, 740))
    published(admin)
    take_back(owner)


def make_owner():
    organisation = Organisation.objects.create(name=NAME, kind="voluntary")
    user = User.objects.create_user(OWNER, PASSWORD, name="Olive Adeyemi")
    Membership.objects.create(user=user, party=organisation, role="owner")
    with_report(organisation)


def enter_as_admin(page, user):
    """With the second step that an admin always has."""
    secret = generate_totp_secret()
    user.authenticator_set.all().delete()
    TOTP.activate(user, secret)
    sign_in(page, user.email)
    send_code(page, code_now(secret))
    heading(page, "Peer Led Collaboration")


def invite(page):
    follow(page, "Invite an organisation")
    page.get_by_label("Their e-mail address").fill(OWNER)
    choose(page, "role", "member")
    press(page, "Make an invitation")
    return page.locator("input[readonly]").input_value()


def join(page, link):
    page.goto(link)
    heading(page, "Peer Led Collaboration invites you")
    press(page, "Join")
    page.get_by_text("Nothing is shared by that").wait_for()


def share_by_keyboard(page):
    go(page.get_by_role("link", name="Decide whether to share"), "Enter")
    heading(page, "Share with Spring")
    page.get_by_label("Winter, Winter programme").press("Space")
    go(page.get_by_role("button", name="Show me what would leave"), "Enter")
    heading(page, "What would leave your organisation")
    page.get_by_text(f"{NAME} shares “Winter”").wait_for()
    go(page.get_by_role("button", name="Share it"), "Enter")
    page.get_by_role("heading", name="something to put right").wait_for()
    page.get_by_label("I have read what leaves").press("Space")
    go(page.get_by_role("button", name="Share it"), "Enter")
    page.get_by_text("It is shared. You can take it back at any time.").wait_for()


def still_open(page):
    """Neither who shares nor a figure."""
    page.goto("/")
    follow(page, "Spring")
    page.get_by_text("Share: 10 to 14. It is counted once a day").wait_for()
    assert NAME not in page.inner_text("main")


def compare(page):
    page.goto("/")
    follow(page, "Collaborations")
    go(page.get_by_role("link", name="Look at it"))
    heading(page, "Spring")
    page.get_by_text("13 organisations share. Your own figures stand beside").wait_for()
    assert page.locator("figure img").count() == 3
    book = openpyxl.load_workbook(io.BytesIO(download(page, "The whole round as a spreadsheet")))
    said = {str(cell) for sheet in book for row in sheet.values for cell in row if cell}
    assert any(NAME in one for one in said)
    assert not any("Peer Led member" in one for one in said)


def compare_on_a_phone(page):
    sign_in(page, OWNER)
    touch(page.locator("summary", has_text="Menu"))
    follow(page, "Collaborations")
    go(page.get_by_role("link", name="Look at it"))
    page.get_by_text("Your own figures stand beside").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW


def published(page):
    page.goto("/")
    follow(page, "Spring")
    page.get_by_text("This is what every reader sees").wait_for()
    assert NAME not in page.inner_text("main")


def take_back(page):
    go(page.get_by_role("link", name="Take it back"))
    page.get_by_text("The published figures stay as they are").wait_for()
    go(page.get_by_role("button", name="Take it back"), "Enter")
    page.get_by_text("It is taken back.").wait_for()
    page.get_by_text("is read by those who share in it").wait_for()
    gone = page.request.get(f"{page.url}comparison.xlsx")
    assert gone.status == 404
    touch(page.locator("summary", has_text="Anonymously, agreed on"))
    page.get_by_text("Olive Adeyemi").first.wait_for()
