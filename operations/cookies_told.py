"""Every cookie the site sets, as its page and docs/trust/privacy-notice.md tell of them.

``tests/operations/test_public.py`` compares this with what is really set.
"""

from typing import NamedTuple

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessment.respondent import cookie
from organisations.accounts import known_devices


class CookieTold(NamedTuple):
    name: str
    whose: Promise
    why: Promise
    until: Promise


LINK = "\N{HORIZONTAL ELLIPSIS}"  # stands for the code of a link
UNTIL_LEFT = _("you close the browser, or press the button that clears the device")

COOKIES = (
    CookieTold(
        f"{cookie.KEY}{LINK}",
        _("People who answer"),
        _(
            "holds the key to your answers, so that you can go on on this device, and when you "
            "last asked for a page; its name ends with the code of your link"
        ),
        UNTIL_LEFT,
    ),
    CookieTold(
        cookie.WORDS,
        _("People who answer"),
        _("remembers whether you chose shorter words or explanations"),
        UNTIL_LEFT,
    ),
    CookieTold(
        settings.CSRF_COOKIE_NAME,
        _("Everybody who fills in a form"),
        _("a random value that stops other sites from sending forms in your name"),
        _("a year has passed"),
    ),
    CookieTold(
        settings.SESSION_COOKIE_NAME,
        _("Organisers"),
        _("keeps you signed in"),
        _("you sign out, twelve hours pass without a page, or fourteen days in all"),
    ),
    CookieTold(
        CookieStorage.cookie_name,
        _("Organisers"),
        _("carries a sentence such as “Saved” to the page that shows it"),
        _("that page has been shown"),
    ),
    CookieTold(
        known_devices.COOKIE,
        _("Organisers"),
        _("shows that you have signed in from here before, so that a guesser cannot shut you out"),
        _("180 days after you last signed in from here"),
    ),
)
