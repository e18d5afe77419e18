"""Settings: name, kind, a colour that can be read, a logo drawn anew."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from organisations.models import AuditEntry, Logo, Organisation
from tests.cast import text
from tests.organisations.test_logos import picture

SAME = {"name": "Northfield Trust", "kind": "trust", "nation": "england", "accent": "#6b2d5c"}


def post(cast, **given):
    address = reverse("organisation_settings", args=[cast.organisation.pk])
    page = cast.client("owner").post(address, {**SAME, **given})
    cast.organisation.refresh_from_db()
    return page


def upload(content=None, name="logo.png"):
    return SimpleUploadedFile(name, content or picture(), "image/png")


def test_they_are_saved(cast):
    page = post(cast, name="New Tide", kind="voluntary", accent="14535A")
    assert page.status_code == 302
    saved = cast.organisation
    assert (saved.name, saved.kind, saved.accent) == ("New Tide", "voluntary", "#14535a")
    assert AuditEntry.objects.get().what == "changed the settings"


def test_saving_the_same_again_is_no_news(cast):
    post(cast)
    assert not AuditEntry.objects.exists()


def test_a_colour_too_light_says_what_fails_and_offers_one_that_does_not(cast):
    page = post(cast, accent="#ff8800", name="Half typed")
    assert page.status_code == 422
    said = text(page)
    assert "#ff8800 is too light: its contrast with the page is 2.4 to 1" in said
    assert 'value="Half typed"' in said
    assert cast.organisation.accent == "#6b2d5c"
    offered = said.split('name="accent_instead" value="')[1][:7]
    assert post(cast, accent="#ff8800", accent_instead=offered).status_code == 302
    assert cast.organisation.accent == offered


@pytest.mark.parametrize("accent", ["#ffffff", "#ff8800", "red", "#000;}body{display:none}"])
def test_the_offered_button_opens_no_other_door(cast, accent):
    assert post(cast, accent_instead=accent).status_code == 422
    assert cast.organisation.accent == "#6b2d5c"


def test_the_colour_is_served_as_a_sheet_to_whoever_asks(cast):
    post(cast, accent="#14535a")
    page = Client().get(cast.organisation.accent_url)
    assert page.content == b":root{--accent:#14535a}\n"
    assert page.headers["Content-Type"] == "text/css"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert not page.cookies


def test_pages_of_the_organisation_link_the_sheet_and_others_do_not(cast):
    post(cast, accent="#14535a")
    client = cast.client("owner")
    sheet = f'<link rel="stylesheet" href="{cast.organisation.accent_url}">'
    assert sheet in text(client.get(reverse("team", args=[cast.organisation.pk])))
    assert "look.css" not in text(client.get(reverse("account_logout")))


def test_the_usual_colour_needs_no_sheet(cast):
    assert cast.organisation.accent_url == ""
    address = reverse("organisation_look", args=[cast.organisation.pk])
    assert Client().get(address).status_code == 404


def test_a_colour_that_got_into_the_database_some_other_way_is_not_served(cast):
    Organisation.objects.update(accent="red}a{")
    address = reverse("organisation_look", args=[cast.organisation.pk])
    assert Client().get(address).status_code == 404


def test_a_logo_is_drawn_anew_and_served_as_a_png(cast):
    post(cast, logo=upload(picture(kind="JPEG"), "logo.jpg"))
    page = Client().get(cast.organisation.logo_url)
    assert page.content.startswith(b"\x89PNG")
    assert page.headers["Content-Type"] == "image/png"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert "public" in page.headers["Cache-Control"]
    team = text(cast.client("viewer").get(reverse("team", args=[cast.organisation.pk])))
    assert f'<img src="{cast.organisation.logo_url}" alt="">' in team


def test_a_new_logo_has_a_new_address_and_leaves_nothing_of_the_old(cast):
    post(cast, logo=upload())
    first = cast.organisation.logo_url
    post(cast, logo=upload(picture((50, 50))))
    assert cast.organisation.logo_url != first
    assert Logo.objects.count() == 1


def test_a_logo_is_taken_away(cast):
    post(cast, logo=upload())
    address = cast.organisation.logo_url
    post(cast, remove_logo="on")
    assert cast.organisation.logo_url == ""
    assert Client().get(address).status_code == 404


def test_saving_without_a_file_keeps_the_logo(cast):
    post(cast, logo=upload())
    post(cast, name="Renamed")
    assert cast.organisation.logo_url


@pytest.mark.parametrize("size", [1_000_001, 2_400_000, 3_000_000])
def test_a_file_too_large_is_refused_aloud(cast, size):
    """Above 2.5 MB Django drops the file without a word."""
    page = post(cast, logo=upload(picture() + bytes(size)))
    assert page.status_code == 422
    assert "larger than 1 MB" in text(page)
    assert not Logo.objects.exists()


def test_a_file_that_is_no_picture_is_refused(cast):
    page = post(cast, logo=upload(b"<script>alert(1)</script>"))
    assert page.status_code == 422
    assert "cannot be read as a picture" in text(page)


@pytest.mark.parametrize("fault", [{"name": ""}, {"name": "a\x00b"}, {"kind": "army"}])
def test_a_fault_is_named(cast, fault):
    page = post(cast, **fault)
    assert page.status_code == 422
    assert 'class="error-summary"' in text(page)
