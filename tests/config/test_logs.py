import logging

import pytest
from django.test import Client

from config.logs import HideSecrets
from organisations import founding
from organisations.secret_addresses import hide


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("Not Found: /a/k3hq7/2/", "Not Found: /a/…"),
        ("Forbidden: /join/s3cret-token/", "Forbidden: /join/…"),
        ("Not Found: /changed/s3cret-token/", "Not Found: /changed/…"),
        ("/accounts/password/reset/key/3-c0de/ failed", "/accounts/password/reset/key/… failed"),
        ("Gone: /take-part/s3cret-token/", "Gone: /take-part/…"),
        ("Found: /login/?next=%2Fjoin%2Fs3cret%2F at 9", "Found: /login/?next=/join/… at 9"),
        ("Not Found: /organisations/1/", "Not Found: /organisations/1/"),
    ],
)
def test_what_follows_a_secret_prefix_is_hidden(line, hidden):
    assert hide(line) == hidden


@pytest.mark.django_db
def test_a_faulty_answer_to_an_invitation_leaves_no_token_in_the_log(caplog):
    token = founding.invite_founder(email="ann@newcomers.example")
    caplog.handler.addFilter(HideSecrets())
    with caplog.at_level(logging.WARNING, "django.request"):
        logging.getLogger("django.request").addHandler(caplog.handler)
        assert Client().post(f"/join/{token}/", {}).status_code == 422
    assert caplog.text
    assert token not in caplog.text


@pytest.mark.django_db
def test_a_refusal_is_one_line_and_a_fault_is_whole(cast, caplog):
    caplog.handler.addFilter(HideSecrets())
    viewer = Client()
    viewer.force_login(cast.viewer)
    with caplog.at_level(logging.WARNING, "django.request"):
        logging.getLogger("django.request").addHandler(caplog.handler)
        assert viewer.get(f"/organisations/{cast.organisation.pk}/settings/").status_code == 403
    assert "Forbidden" in caplog.text
    assert "Traceback" not in caplog.text
    caplog.clear()
    try:
        {}["of the program"]
    except KeyError:
        logging.getLogger("django.request").exception("It fell")
    assert "Traceback" in caplog.text
