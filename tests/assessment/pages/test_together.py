"""*Rate it together now*, as people use it."""

import io
import json
import re

import openpyxl
import pytest
from django.test import Client

from assessment.models import Assessment, ClosedReport, State
from assessment.steps import answering, together
from tests.assessment.pages.reading import linked_errors, text_of

MUTUAL = {"length": "short", "kind": "mutual", "members": "6"}
PANEL = {"length": "full", "kind": "mixed", "giving": "2", "receiving": "2", "staff": "3"}


def begin(client, cast, data=MUTUAL):
    return client.post(f"/programmes/{cast.programme.pk}/together/", data)


def follow(client, response):
    return client.get(response.headers["Location"])


def test_one_page_of_questions_then_the_first_principle(cast):
    client = cast.client("editor")
    response = begin(client, cast)
    assert re.fullmatch(r"/a/\w+/1/", response.headers["Location"])
    page = follow(client, response)
    assert "Mutuality" in text_of(page)
    assessment = Assessment.objects.get()
    assert (assessment.length, assessment.mutual, assessment.k) == ("short", True, 5)


def test_a_group_of_six_goes_all_the_way_to_its_report_in_one_sitting(cast):
    client = cast.client("owner")
    address = begin(client, cast).headers["Location"]
    link = address.rsplit("/", 2)[0]
    while re.search(r"/\d+/$", address):
        page = client.get(address).content.decode()
        items = set(re.findall(r'<input type="radio" name="([\w-]+)"', page))
        ratings = {item: "1" if "-w" in item else "3" for item in items}
        address = client.post(address, {**ratings, "move": "next"}).headers["Location"]
    assert client.post(f"{link}/send/").headers["Location"] == f"{link}/thanks/"
    assessment = Assessment.objects.get()
    assert "See what closing does" in text_of(client.get(f"/assessments/{assessment.pk}/"))
    client.post(f"/assessments/{assessment.pk}/close/", {"sure": "on"})
    assessment.refresh_from_db()
    assert assessment.state == State.CLOSED
    assert '"confidence":"Fair"' in assessment.report.results.replace(" ", "")


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"length": "short", "kind": "mutual"}, "id_members"),
        ({**MUTUAL, "members": "2"}, "id_members"),
        ({**MUTUAL, "members": "-1"}, "id_members"),
        ({**MUTUAL, "members": "six"}, "id_members"),
        ({"length": "short", "kind": "mixed"}, "id_giving"),
        ({"length": "short"}, "id_kind_0"),
        ({**MUTUAL, "length": "medium"}, "id_length_0"),
        ({**PANEL, "staff": "501"}, "id_staff"),
    ],
)
def test_faults_are_linked_and_nothing_is_made(cast, data, field):
    response = begin(cast.client("editor"), cast, data)
    assert response.status_code == 422
    assert linked_errors(response) == [field]
    assert not Assessment.objects.exists()


@pytest.mark.parametrize(
    ("giving", "staff", "counts"),
    [("2", "2", True), ("2", "3", False), ("1", "0", False), ("3", "3", True)],
)
def test_a_panel_that_would_not_count_is_asked_again(cast, giving, staff, counts):
    client = cast.client("editor")
    data = {"length": "short", "kind": "mixed", "giving": giving, "staff": staff}
    response = begin(client, cast, data)
    assert (response.status_code == 302) is counts
    if not counts:
        assert linked_errors(response) == ["id_anyway"]
        assert begin(client, cast, {**data, "anyway": "on"}).status_code == 302


def test_it_is_taken_up_again_where_it_was_left(cast):
    begin(cast.client("editor"), cast)
    assessment = Assessment.objects.get()
    draft = together.draft_of(assessment)
    answering.save_page(draft=draft, answers={"synergy-1": 3})
    another_device = cast.client("owner")
    response = another_device.get(f"/assessments/{assessment.pk}/together/")
    assert response.headers["Location"].endswith("/3/")
    assert "checked" in follow(another_device, response).content.decode()


def test_with_every_principle_rated_it_leads_to_the_check(cast):
    client = cast.client("editor")
    begin(client, cast)
    assessment = Assessment.objects.get()
    codes = answering.item_codes(assessment)
    answering.save_page(draft=together.draft_of(assessment), answers=dict.fromkeys(codes[::3], 3))
    response = client.get(f"/assessments/{assessment.pk}/together/")
    assert response.headers["Location"].endswith("/check/")


def test_what_was_sent_is_changed_from_the_overview(cast):
    client = cast.client("editor")
    begin(client, cast)
    assessment = Assessment.objects.get()
    answering.save_page(draft=together.draft_of(assessment), answers={"mutuality-1": 3})
    answering.send(draft=together.draft_of(assessment))
    overview = f"/assessments/{assessment.pk}/"
    assert client.get(f"{overview}together/").headers["Location"] == overview
    assert "Change what we rated" in text_of(client.get(overview))
    response = client.post(f"{overview}together/change/")
    assert response.headers["Location"].endswith("/1/")
    assert not together.room_progress(assessment).sent


def test_one_under_way_is_shown_first(cast):
    client = cast.client("editor")
    begin(client, cast)
    page = client.get(f"/programmes/{cast.programme.pk}/together/")
    assert "Already under way" in text_of(page)
    assert f"/assessments/{Assessment.objects.get().pk}/" in page.content.decode()


def test_a_user_led_group_is_most_likely_mutual(cast):
    client, address = cast.client("editor"), f"/programmes/{cast.programme.pk}/together/"
    assert 'value="mixed" id="id_kind_1" checked' in unspaced(client.get(address))
    cast.organisation.kind = "user-led"
    cast.organisation.save()
    assert 'value="mutual" id="id_kind_0" checked' in unspaced(client.get(address))


def unspaced(response):
    html = response.content.decode().replace(" required", "")
    return re.sub(r'\s+(aria-describedby="[^"]*")?', " ", html)


def test_the_rooms_link_is_shown_and_printed_for_nobody(cast):
    client = cast.client("owner")
    begin(client, cast)
    assessment = Assessment.objects.get()
    code = together.link_of(assessment).code
    assert code not in client.get(f"/assessments/{assessment.pk}/links/").content.decode()
    for page in ("poster/", "qr.svg"):
        address = f"/assessments/{assessment.pk}/links/receiving/{page}"
        assert client.get(address).status_code == 404


def test_closing_counts_what_stands_where_nobody_pressed_send(cast):
    client = cast.client("owner")
    begin(client, cast)
    assessment = Assessment.objects.get()
    answering.save_page(draft=together.draft_of(assessment), answers={"mutuality-1": 4})
    page = text_of(client.get(f"/assessments/{assessment.pk}/close/"))
    assert "rated 1 of 12 principles and has not pressed Send" in page
    client.post(f"/assessments/{assessment.pk}/close/", {"sure": "on"})
    assert '"mutuality-1"' in ClosedReport.objects.get().results


def on_another_device(assessment):
    """Nobody is signed in there: the code is all it takes."""
    client, start = Client(), f"/a/{together.link_of(assessment).code}/"
    client.post(f"{start}go-on/", {"code": together.draft_of(assessment).words})
    return client, start


def workbook_of(response):
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response)))["Summary"]
    return " ".join(str(value) for row in sheet.values for value in row)


def report_of(client, assessment):
    """What its page and its workbook say, and the figures behind both."""
    address = f"/assessments/{assessment.pk}/report/"
    said = (text_of(client.get(address)), workbook_of(client.get(f"{address}report.xlsx")))
    return said, json.loads(ClosedReport.objects.get().results)


@pytest.mark.parametrize(("staff", "counts"), [(2, True), (3, False)])
def test_who_is_in_a_panels_room_is_said_once_and_stands_everywhere(cast, staff, counts):
    owner = cast.client("owner")
    begin(owner, cast, {"length": "short", "kind": "mixed", "giving": "2"})
    assessment = Assessment.objects.get()
    codes = answering.item_codes(assessment)
    ratings = {code: 1 if "-w" in code else 3 for code in codes}
    answering.save_page(draft=together.draft_of(assessment), answers=ratings)
    device, start = on_another_device(assessment)
    people, form = 2 + staff, device.get(f"{start}room/")
    assert 'name="giving" value="2"' in form.content.decode()
    reply = device.post(f"{start}room/", {"giving": "2", "staff": str(staff)})
    assert reply.headers["Location"] == f"{start}12/"  # back where they were rating
    overview = text_of(owner.get(f"/assessments/{assessment.pk}/"))
    assert f"{people} people, 2 of them with lived experience." in overview
    assert ("The panel counts as a view from lived experience" in overview) is counts
    check = text_of(device.get(f"{start}check/"))
    assert ("your rating does not count as a view" in check) is not counts
    device.post(f"{start}send/")
    owner.post(f"/assessments/{assessment.pk}/close/", {"sure": "on"})
    said, figures = report_of(owner, assessment)
    assert figures["panel"] == {"people": people, "lived_experience": 2}
    assert figures["groups"]["panel"][0]["people"] == people
    levels = {part["level"] for part in figures["principles"].values()}
    assert levels == {"Holding" if counts else "Not enough evidence"}
    for text in said:
        assert f"In the room: {people}, 2 of them with lived experience" in text
        assert f"{people} people: people who give peer support, other staff and managers." in text


def test_who_is_in_a_mutual_room_is_said_once_and_stands_everywhere(cast):
    owner = cast.client("owner")
    begin(owner, cast)
    assessment = Assessment.objects.get()
    device, start = on_another_device(assessment)
    assert device.post(f"{start}room/", {"receiving": "2"}).status_code == 422
    assert device.post(f"{start}room/", {"receiving": "3"}).headers["Location"] == f"{start}1/"
    device.post(f"{start}1/", {"mutuality-1": "3"})
    device.post(f"{start}send/")
    owner.post(f"/assessments/{assessment.pk}/close/", {"sure": "on"})
    said, figures = report_of(owner, assessment)
    assert figures["groups"]["receiving"][0]["people"] == 3
    assert all("3 people: members of the group." in text for text in said)
    assert not any("6 people" in text for text in said)


def test_from_the_overview_to_the_room_and_back_to_rating(cast):
    client = cast.client("editor")
    begin(client, cast, PANEL)
    assessment = Assessment.objects.get()
    address = f"/assessments/{assessment.pk}/together/room/"
    assert address in client.get(f"/assessments/{assessment.pk}/").content.decode()
    page = follow(client, client.get(address))
    assert "Who is in the room?" in text_of(page)
    answering.save_page(draft=together.draft_of(assessment), answers={"synergy-1": 3})
    back = client.post(page.request["PATH_INFO"], {"receiving": "2", "move": "next"})
    assert back.headers["Location"].endswith("/3/")
    to_the_end = client.post(page.request["PATH_INFO"], {"receiving": "2", "move": "check"})
    assert to_the_end.headers["Location"].endswith("/check/")


def test_once_it_is_sent_the_overview_leads_to_no_room(cast):
    client = cast.client("editor")
    begin(client, cast, PANEL)
    assessment = Assessment.objects.get()
    answering.save_page(draft=together.draft_of(assessment), answers={"mutuality-1": 3})
    answering.send(draft=together.draft_of(assessment))
    overview, address = f"/assessments/{assessment.pk}/", f"/assessments/{assessment.pk}/together/"
    assert f"{address}room/" not in client.get(overview).content.decode()
    assert client.get(f"{address}room/").headers["Location"] == overview
