"""What a member, the collaboration and anybody see of a round, in every state it can be in."""

import datetime
import json
import re
from dataclasses import replace

import pytest
from django.urls import reverse

from comparing.charts.catalogue import NAMED_CHARTS, PUBLISHED_CHARTS
from comparing.method.members import Way
from comparing.models import Round
from comparing.steps import consent
from tests.cast import signed_in
from tests.comparing.collaboration import (
    DAY,
    end_yesterday,
    make_round,
    make_together,
    programmes_of,
    share_in,
    today,
)
from tests.comparing.lifelike import named_seen, published_seen
from tests.comparing.site import all_said, member_addresses, round_addresses
from tests.reading_pdf import text_of
from tests.unpacking import parts_of

pytestmark = pytest.mark.django_db


def member_page(together, place=0, round_=None, **given):
    client = signed_in(together.owner(place))
    found = round_ or together.round
    address = reverse("member_round", args=[together.organisations[place].pk, found.pk])
    return client.get(address, given).content.decode()


def whole_page(together, round_=None, **given):
    client = signed_in(together.analyst)
    address = reverse("round", args=[(round_ or together.round).pk])
    return client.get(address, given).content.decode()


DRAWN = (".svg", ".png", ".zip", ".pdf", ".pptx")


def words(page):
    return " ".join(re.sub("</?bdi>", "", page).split())


# In every state


def test_planned():
    together = make_together(1, opens=today() + DAY)
    assert "This round is not open yet" in member_page(together)
    assert "This round is planned" in whole_page(together)


def test_open():
    together = make_together(7, silent=1)
    page = words(member_page(together))
    assert "Share: 6 or 7. It is counted once a day" in page
    assert "You share “Autumn”" in page
    assert (page.count("> would be shown <"), page.count("> too few <")) == (1, 2)
    silent = words(member_page(together, 7))
    assert "Your organisation shares nothing with this round." in silent
    assert "Share with this round" in silent
    assert "Share: 6 or 7" in words(whole_page(together))


def test_published_for_one_that_shares():
    together = make_together(13, closed=True)
    page = words(member_page(together))
    assert "13 organisations share. Your own figures stand beside what everybody reads" in page
    for part in ("Own level", "Mean of all", "Own lies", "Median", "Middle half", "Of how many"):
        assert part in page
    assert "How many show each level" in page
    assert "How many have each suggested action in their plans" in page
    assert "is 13" not in page
    assert page.count("<figure") == 3


def test_published_of_seven_tells_means_alone():
    together = make_together(7, closed=True)
    page = words(member_page(together))
    assert "Mean of all" in page
    assert "Median</th>" not in page
    assert "How many show each level is not told: too few." in page
    assert "What members plan is not told: too few." in page


def test_who_shares_nothing_reads_as_was_settled():
    together = make_together(7, silent=1, closed=True)
    page = words(member_page(together, 7))
    assert "is read by those who share in it" in page
    assert "Mean of all" not in page
    Round.objects.update(readers="members")
    page = words(member_page(together, 7))
    assert "Your own organisation does not, so none of your figures stand" in page
    assert "Own level" not in page
    assert "Mean of all" in page


def test_withdrawing_later_ends_what_only_sharers_see():
    together = make_together(7, closed=True)
    before = words(whole_page(together))
    consent.withdraw(share=together.share_of(0), who=None)
    assert "is read by those who share in it" in words(member_page(together))
    assert words(whole_page(together)) == before


def test_too_few():
    together = make_together(5, closed=True)
    for page in (member_page(together), whole_page(together)):
        assert "Too few shared, so nothing is published and nothing counts" in words(page)


def test_over():
    together = make_together(7, closed=True)
    end_yesterday(together.round)
    for page in (member_page(together), whole_page(together)):
        assert "Nothing of it is shown any more" in words(page)
    client = signed_in(together.owner())
    address = reverse(
        "member_round_file",
        args=[together.organisations[0].pk, together.round.pk, "comparison.json"],
    )
    assert client.get(address).status_code == 404


def test_the_first_visit_after_its_day_closes_it():
    together = make_together(7)
    Round.objects.update(closes=today())
    assert "7 organisations share" in member_page(together)
    together = make_together(7, name="Second")
    Round.objects.filter(pk=together.round.pk).update(closes=today())
    client = signed_in(together.owner())
    page = client.get(reverse("collaborations", args=[together.organisations[0].pk]))
    assert "published, until" in page.content.decode()


# By name


def test_by_name_everyone_who_shares_sees_everyone_else():
    together = make_together(2, silent=1, way=Way.BY_NAME)
    page = words(member_page(together))
    assert "Peer Led member number 1: Peers" in page
    assert "your own" in page
    assert "2 of 2, in the order of their names" in page
    for outside in (words(member_page(together, 2)), together.organisations[2].name):
        assert "number 1: Peers" not in outside
    assert "Who shares nothing sees nothing of the others" in words(member_page(together, 2))
    assert "number 1: Peers" in words(whole_page(together))


def test_one_alone_is_told_so():
    together = make_together(1, way=Way.BY_NAME)
    assert "Fewer than two share so far" in member_page(together)


def test_taking_back_by_name_is_seen_at_once():
    together = make_together(3, way=Way.BY_NAME)
    assert "number 1: Peers" in member_page(together)
    consent.withdraw(share=together.share_of(1), who=None)
    assert "number 1: Peers" not in member_page(together)
    for said in all_said(together.owner(), member_addresses(together)).values():
        assert "number 1: Peers" not in said


def test_finding_filtering_turning_and_paging():
    together = make_together(120, way=Way.BY_NAME)
    page = words(member_page(together))
    assert page.count('<th scope="row"> Peer Led member') == 50
    assert "120 of 120" in page
    assert 'href="?page=3#members"' in page
    last = words(member_page(together, page="3"))
    assert last.count('<th scope="row"> Peer Led member') == 20
    found = words(member_page(together, q="NUMBER 11"))
    assert "11 of 120" in found  # 11, 110 to 119
    turned = words(member_page(together, q="number 11", sort="-name"))
    assert turned.index("number 119") < turned.index("number 110")
    held = words(member_page(together, principle="respect", level="At risk"))
    assert "of 120, in the order" in held
    assert "120 of 120" not in held
    for odd in ({"page": "x"}, {"level": "best"}, {"principle": "rank"}, {"sort": "value"}):
        assert "120 of 120" in words(member_page(together, **odd))
    assert "No member is like that." in member_page(together, q="<nobody>")


def test_two_side_by_side():
    together = make_together(3, way=Way.BY_NAME)
    client = signed_in(together.owner())
    address = reverse("member_pair", args=[together.organisations[0].pk, together.round.pk])
    first, second = (f"Peer Led member number {n}: Peers" for n in (0, 2))
    page = words(client.get(address, {"a": first, "b": second}).content.decode())
    assert all(page.count(f'<th scope="col">{name}</th>') == 4 for name in (first, second))
    assert "Role clarity and conduct" in page
    gone = client.get(address, {"a": first, "b": "Nobody"}).content.decode()
    assert "is not in this round, or no longer" in words(gone)
    assert "is not in this round" not in words(client.get(address).content.decode())


# Open to everybody


def test_a_reference_is_read_by_anybody(client):
    together = make_together(7, closed=True, readers="everybody")
    address = reverse("open_round", args=[together.round.pk])
    page = words(client.get(address).content.decode())
    assert "7 organisations share. Nobody\u2019s own figures are shown; anybody may read" in page
    assert address in whole_page(together)
    file = client.get(reverse("open_round_file", args=[together.round.pk, "comparison.json"]))
    found = json.loads(file.content)
    assert (found["members"], found["viewer"]) == (7, None)
    assert found["last_day"] == together.round.ends.isoformat()


@pytest.mark.parametrize("of", [{"readers": "members"}, {"way": Way.BY_NAME}])
def test_nothing_else_is(client, of):
    together = make_together(7, closed="way" not in of, **of)
    for route, more in (("open_round", []), ("open_round_file", ["comparison.json"])):
        address = reverse(route, args=[together.round.pk, *more])
        assert client.get(address).status_code == 404


# The last day on every page and file


# Pages that show nothing of a round: rounds by name never stand beside each other.
OF_NO_ROUND = {Way.ANONYMOUS: ("/leave/",), Way.BY_NAME: ("/leave/", "/beside/")}


@pytest.mark.parametrize("way", Way)
def test_the_last_day_stands_on_every_page_and_file(way):
    """On every sheet and slide too: they are copied one by one."""
    anonymous = way is Way.ANONYMOUS
    together = make_together(
        13, way=way, closed=anonymous, readers="everybody" if anonymous else "sharers"
    )
    found = together.round
    member = signed_in(together.owner())
    whole = signed_in(together.admin)
    asked = [
        *((member, one) for one in member_addresses(together)),
        *((whole, one) for one in round_addresses(together)),
    ]
    looked_at = set()
    for client, address in asked:
        response = client.get(address, follow=True)
        if response.status_code == 404 or address.endswith(OF_NO_ROUND[way]):
            continue
        for name, content in parts_of(response.content):
            if is_shown(address, name):
                looked_at.add(name or address.rpartition("/")[2])
                assert tells(content, found.ends), (address, name)
    assert {"comparison.csv", "comparison.json", "learning-day.pdf"} <= looked_at


OF_PARTS = (".xlsx", ".pptx")
SHOWN_IN = re.compile(r"/xl/worksheets/sheet\d+\.xml$|/ppt/slides/slide\d+\.xml$")


def is_shown(address, name):
    """Pages, whole files, sheets and slides; charts are asked by what is drawn of them."""
    if (name or address).endswith((".svg", ".png")):
        return False
    in_zip = address.endswith(".zip") and name.count("/") == 1 and not name.endswith(OF_PARTS)
    return not name or in_zip or bool(SHOWN_IN.search(name))


def tells(content, day):
    said = text_of(content) if content.startswith(b"%PDF") else content.decode("utf-8")
    said = " ".join(re.sub("<[^>]+>", " ", said).split())  # a line of a sheet may go on in the next
    return f"{day.day} {day:%B %Y}" in said or day.isoformat() in said


@pytest.mark.parametrize(
    ("designs", "seen"),
    [(PUBLISHED_CHARTS, published_seen(13)), (NAMED_CHARTS, named_seen(6))],
)
def test_the_last_day_is_drawn_under_every_chart(designs, seen):
    seen = replace(seen, last_day=datetime.date(2029, 11, 30))
    for design in designs.values():
        assert "shown until 30 November 2029" in design.of(seen).foot.rest, design.name


# What nobody may read


def test_of_an_anonymous_round_no_name_and_no_exact_figure_is_anywhere():
    together = make_together(13, silent=1, closed=True, readers="everybody")
    others = [one.name for one in together.organisations[1:13]]
    exact = {
        f"{value:.2f}"
        for share in together.round.shares.exclude(organisation=together.organisations[0])
        for value in share.figures["principles"].values()
        if value is not None and not f"{value:.2f}".endswith("0")
    }
    said = all_said(together.owner(), member_addresses(together))
    whole = all_said(together.analyst, round_addresses(together))
    for address, text in (said | whole).items():
        members_listed = address.endswith(f"/collaborations/{together.collaboration.pk}/")
        assert members_listed or not any(name in text for name in others), address
        if not address.endswith(DRAWN):  # whose words are drawn, and which have coordinates
            assert not [value for value in exact if value in text], address


def test_what_an_open_round_shows_does_not_change_with_one_more_share():
    """Of everybody but the one who shares; until the next day's count."""
    together = make_together(5, silent=2)
    asked = (
        (together.owner(6), lambda: member_addresses(together, 6)),
        (together.owner(0), lambda: member_addresses(together, 0)),
        (together.admin, lambda: round_addresses(together)),
    )
    before = [all_said(user, addresses()) for user, addresses in asked]
    share_in(together.round, programmes_of([together.organisations[5]]), seed=77)
    after = [all_said(user, addresses()) for user, addresses in asked]
    assert [stripped(one) for one in before] == [stripped(one) for one in after]


def test_no_address_holds_a_number_that_counts():
    """Two of them, of shares taken back and made again, would tell how many others have shared."""
    together = make_together(7, silent=1)
    asked = [*member_addresses(together), *member_addresses(together, 7)]
    said = [
        *all_said(together.owner(), asked).values(),
        *all_said(together.owner(7), asked).values(),
    ]
    addresses = {one for text in said for one in re.findall('(?:href|action|src)="([^"]+)"', text)}
    assert any("take-back" in one for one in addresses)
    assert not [one for one in addresses if re.search(r"/\d+/", one)]


TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def stripped(said):
    """Without the token that every form has anew."""
    return {address: TOKEN.sub("", text) for address, text in said.items()}


def test_rounds_side_by_side():
    together = make_together(7, closed=True)
    again = make_round(together.collaboration, "Next year", ends=today() + 700 * DAY)
    client = signed_in(together.owner())
    address = reverse(
        "member_rounds_beside", args=[together.organisations[0].pk, together.collaboration.pk]
    )
    page = words(client.get(address).content.decode())
    assert "Spring" in page
    assert again.name not in page
    assert "your own" in page
    stranger = make_together(0, silent=1, name="Other")
    empty = signed_in(stranger.owner()).get(
        reverse(
            "member_rounds_beside", args=[stranger.organisations[0].pk, stranger.collaboration.pk]
        )
    )
    assert "No anonymous round has published anything" in words(empty.content.decode())
