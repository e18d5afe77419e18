import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from organisations.addresses import served_at
from organisations.models import Invitation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(settings, tmp_path):
    """Not the folder of somebody's own site."""
    settings.VAR_DIR = tmp_path
    return tmp_path


def test_it_prints_a_link_that_opens(capsys):
    call_command("first_owner", "ann@newcomers.example")
    printed = capsys.readouterr()
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/join/[\w-]{43}/\n", printed.out)
    assert "works once, for 14 days" in printed.err
    page = Client().get(printed.out.strip().removeprefix("http://127.0.0.1:8000"))
    assert "as its first owner" in page.content.decode()
    assert Invitation.objects.get().party is None


def test_its_link_has_the_port_that_is_served(capsys, site):
    served_at().write_text("http://127.0.0.1:8123", encoding="ascii")
    assert served_at().parent == site
    call_command("first_owner", "ann@newcomers.example")
    assert capsys.readouterr().out.startswith("http://127.0.0.1:8123/join/")


def test_its_link_starts_with_the_address_of_the_site(capsys, settings):
    settings.SITE_URL = "https://essence.example"
    call_command("first_owner", "ann@newcomers.example")
    assert capsys.readouterr().out.startswith("https://essence.example/join/")


def test_it_refuses_what_is_no_address():
    with pytest.raises(CommandError, match="'ann' is not an e-mail address"):
        call_command("first_owner", "ann")
    assert not Invitation.objects.exists()
