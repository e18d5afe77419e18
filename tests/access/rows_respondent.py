"""The respondent's pages, for people who are not signed in; being signed in changes nothing."""

from django.http import HttpResponse

from assessment.respondent import cookie
from tests.access.rows import Row
from tests.world import ACTORS


def link(house):
    return {"code": house.link.code}


def slip(house):
    """What the QR code of a slip leads to."""
    partners = house.open.perspectives.get(code="partner")
    return {"code": partners.link.code, "slip": house.slip}


def closed_link(house):
    return {"code": house.closed.perspectives.get(code="receiving").link.code}


def first_page(house):
    return {**link(house), "page": 1}


def first_statement(house):
    return {**first_page(house), "nth": 1}


def cookie_of(link_code, key):
    """What a device is given that has begun: a cookie's name and its value."""
    response = HttpResponse()
    cookie.keep_key(response, link_code, key)
    ((name, morsel),) = response.cookies.items()
    return name, morsel.value


def with_cookie(house, client):
    """A device that has begun."""
    name, value = cookie_of(house.link.code, house.begun.key)
    client.cookies[name] = value


def anybody(method, route, status, **more):
    return Row(
        route=route, method=method, answers=dict.fromkeys(ACTORS, status), **{"of": link, **more}
    )


ROWS: list[Row] = [
    anybody("GET", "respond", 200),
    anybody("GET", "respond_in_capitals", 302),
    anybody("POST", "respond", 302, data=lambda _house: {"words": "plain"}),
    anybody("GET", "respond_slip", 200, of=slip),
    anybody(
        "POST",
        "respond_slip",
        302,
        of=slip,
        data=lambda house: {"words": "plain", "slip": house.slip},
    ),
    anybody("GET", "respond_resume", 200),
    anybody(
        "POST",
        "respond_resume",
        302,
        data=lambda house: {"code": house.begun.words},
        changes=(),
    ),
    anybody("GET", "respond_room", 302, before=with_cookie),  # a person alone has no room
    anybody("POST", "respond_room", 302, before=with_cookie, changes=()),
    anybody("GET", "respond_page", 200, of=first_page, before=with_cookie),
    anybody(
        "POST",
        "respond_page",
        302,
        of=first_page,
        before=with_cookie,
        data=lambda _house: {"mutuality-2": "4"},
    ),
    anybody("GET", "respond_statement", 200, of=first_statement, before=with_cookie),
    anybody(
        "POST",
        "respond_statement",
        302,
        of=first_statement,
        before=with_cookie,
        data=lambda _house: {"mutuality-1": "4"},
    ),
    anybody("GET", "respond_last", 200, before=with_cookie),
    anybody("POST", "respond_last", 302, before=with_cookie, data=lambda _house: {"text": "Words"}),
    anybody("GET", "respond_check", 200, before=with_cookie),
    anybody("POST", "respond_check", 405, before=with_cookie),
    anybody("GET", "respond_send", 405, before=with_cookie),
    anybody("POST", "respond_send", 302, before=with_cookie),
    anybody("GET", "respond_thanks", 302, before=with_cookie),  # not sent yet: to check
    anybody("POST", "respond_thanks", 405, before=with_cookie),
    anybody("GET", "respond_certificate", 200, of=closed_link),
    anybody("GET", "respond_certificate_pdf", 200, of=closed_link),
    anybody("GET", "respond_leave", 302),
    anybody("POST", "respond_leave", 200, before=with_cookie, changes=()),
]
