"""What happens to an account is mailed to its person and noted for everybody it belongs with.

Whoever has got hold of a session or a password cannot stop either.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from organisations.models import User
from organisations.parties.log import record_everywhere

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class SecurityEvent:
    """``noted``: in the log of each party; ``subject`` and ``told``: in the mail."""

    noted: str
    subject: "Words | str" = ""
    told: "Words | str" = ""


# By the name of the notice that allauth would mail.
EVENTS: Mapping[str, SecurityEvent] = {
    "account/email/password_changed": SecurityEvent(
        "changed the password",
        _("your password was changed"),
        _("The password of your account was changed."),
    ),
    "account/email/password_reset": SecurityEvent(
        "chose a new password through a mailed link",
        _("your password was changed"),
        _("A new password was chosen for your account, through a link mailed to this address."),
    ),
    "account/email/email_changed": SecurityEvent(
        "changed the e-mail address from %(from_email)s to %(to_email)s",
        _("your e-mail address was changed"),
        _("Your account now has another e-mail address: %(to_email)s. This is the last mail here."),
    ),
    "mfa/email/totp_activated": SecurityEvent(
        "switched on the second step",
        _("the second step is on"),
        _("An authenticator app is now needed to sign in to your account."),
    ),
    "mfa/email/totp_deactivated": SecurityEvent(
        "switched off the second step",
        _("the second step is off"),
        _("Your account can be signed in to without an authenticator app."),
    ),
    "mfa/email/recovery_codes_generated": SecurityEvent(
        "made new recovery codes",
        _("new recovery codes were made"),
        _("New recovery codes were made for your account, and the old ones stopped working."),
    ),
    "new_device": SecurityEvent(
        "signed in on a device that was new",
        _("somebody signed in on a new device"),
        _("Your account was signed in to on a device that had not been used for it before."),
    ),
    "known_device": SecurityEvent("signed in"),
}


def note(event: SecurityEvent, user: User, context: Mapping[str, object]) -> None:
    record_everywhere(who=user, what=event.noted % context)
