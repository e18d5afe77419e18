"""What a browser without script has in hand: the words of a page, what is checked, its draft."""

import re

from django.test import RequestFactory

from assessment import drafts
from assessment.respondent import cookie

CHECKED = re.compile(r'name="([\w-]+)" value="(\w+)"[^>]* checked')


def text(response):
    return re.sub(r"\s+", " ", re.sub("</?bdi>", "", response.content.decode()))


def checked(response):
    return dict(CHECKED.findall(response.content.decode()))


def name_of(link):
    """Of the cookie that holds the key to a draft at a link."""
    return f"{cookie.KEY}{link.code}"


def draft_of(client, link):
    request = RequestFactory().get("/")
    request.COOKIES[name_of(link)] = client.cookies[name_of(link)].value
    return drafts.find_draft(link.code, cookie.key_in(request, link.code).key)


def code_of(client, link):
    return draft_of(client, link).words
