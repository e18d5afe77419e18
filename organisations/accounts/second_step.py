"""Who needs an authenticator app, how its key is kept, and how often one code works."""

import logging
import secrets
from base64 import b32encode
from contextlib import suppress
from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from organisations.accounts.at_rest import Unreadable, seal, seal_again, unseal
from organisations.models import Membership, Role, User
from organisations.tokens import token_hmac

log = logging.getLogger(__name__)

SEALED = ("secret", "seed")  # of an authenticator app, and of recovery codes


class SecondStepNeeded(Exception):
    """Raised by ``organisations.access``; the middleware leads to where it is set up."""


def with_second_factor() -> Exists:
    """Whether the user of a row has an authenticator app, as a part of another query."""
    has_app = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    return Exists(has_app)


def lacks_second_factor(user: User) -> bool:
    """An owner of any organisation without an authenticator app; one query."""
    owned = Membership.objects.filter(~with_second_factor(), user=user, role=Role.OWNER)
    return owned.exists()


class SealedKeys(DefaultMFAAdapter):
    """What allauth keeps of a second step is sealed: a copy of the database makes no codes."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "This code is not right. Take the next one that the app shows; if none is right, let "
            "your phone set its clock by itself."
        ),
    }

    def encrypt(self, text: str) -> str:
        return seal(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Where the key is gone, something that no code fits: an empty secret would fit a code that
        anybody can work out."""
        try:
            return unseal(encrypted_text.encode()).decode()
        except Unreadable:
            log.error("A second step was sealed with another SECRET_KEY: it lets nobody in")  # noqa: TRY400
            return b32encode(secrets.token_bytes(20)).decode()


@transaction.atomic
def seal_keys_again() -> None:
    """With SECRET_KEY, so that one of SECRET_KEY_FALLBACKS can be forgotten.

    What neither opens stays as it is: a site starts all the same.
    """
    # Locked: a second step that is switched on or off meanwhile is not written over.
    for row in Authenticator.objects.select_for_update():
        held = {name: row.data[name] for name in SEALED if name in row.data}
        with suppress(Unreadable):
            row.data |= {name: seal_again(text.encode()).decode() for name, text in held.items()}
            row.save(update_fields=["data"])


class EachCodeOnce:
    """With a step of tolerance a code is good for three steps, and allauth remembers it for one."""

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]  # of allauth's form beside it
        user = self.user  # type: ignore[attr-defined]
        digest = token_hmac(f"{user.pk} {code.replace(' ', '')}", purpose="used-code")
        steps = 2 * settings.MFA_TOTP_TOLERANCE + 1
        if not cache.add(f"used-code-{digest}", True, timeout=30 * steps):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(EachCodeOnce, AuthenticateForm):
    """The code asked for after the password."""


class StillYouForm(EachCodeOnce, ReauthenticateForm):
    """The code asked for before something that changes who can get in."""
