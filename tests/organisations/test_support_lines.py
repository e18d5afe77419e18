"""The lines of help: an organisation's own, its nation's, for Deaf people and on a ward."""

import pytest

from organisations.models import Nation, Organisation
from organisations.organisation_forms import SettingsForm
from organisations.support_lines import href, support_lines

THE_REST = {"name": "Harbour", "kind": "user-led", "nation": "wales", "accent": "#6b2d5c"}


def contacts(**about):
    return [line.contact for line in support_lines(Organisation(**about))]


@pytest.mark.parametrize(
    ("nation", "number"),
    [
        (Nation.ENGLAND, "111, option 2"),
        (Nation.SCOTLAND, "0800 83 85 87"),
        (Nation.WALES, "0800 132 737"),
        (Nation.NORTHERN_IRELAND, "0808 808 8000"),
    ],
)
def test_each_nation_has_its_own_beside_those_of_all(nation, number):
    found = contacts(nation=nation)
    assert number in found
    assert {"999", "116 123", "text SHOUT to 85258", "text DEAF to 85258"} <= set(found)


def test_an_organisations_own_stand_first():
    own = "Our office: Mondays: 01632 960 001\n\n The kettle line:07700 900123 "
    assert contacts(nation="wales", support_lines=own)[:3] == [
        "01632 960 001",
        "07700 900123",
        "999",
    ]
    assert support_lines(Organisation(support_lines=own))[0].name == "Our office: Mondays"


def test_a_host_may_put_others_in_place_of_the_nations(settings):
    settings.SUPPORT_LINES = [("Island nurse", "01632 960 555")]
    found = contacts(nation="scotland")
    assert "01632 960 555" in found
    assert "111" not in found


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("111, option 2", "tel:111"),
        ("116 123", "tel:116123"),
        ("text SHOUT to 85258", "sms:85258?body=SHOUT"),
        ("999bsl.co.uk", "https://999bsl.co.uk"),
        ("ask any nurse, or your advocate", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_each_is_something_a_phone_can_do(contact, address):
    assert href(contact) == address


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Our office 01632 960001", "Line 1 needs a name, a colon and a number."),
        ("Our office: 1\nNight:", "Line 2 needs a name, a colon and a number."),
        ("a: 1\n" * 6, "At most 5 lines: in distress nobody reads more."),
    ],
)
def test_what_is_no_line_is_said(typed, said):
    form = SettingsForm({**THE_REST, "support_lines": typed})
    assert form.errors["support_lines"] == [said]


def test_good_lines_are_kept():
    form = SettingsForm({**THE_REST, "support_lines": " a: 1 \r\nb: 2"})
    assert form.is_valid()
    assert form.cleaned_data["support_lines"] == "a: 1 \nb: 2"
