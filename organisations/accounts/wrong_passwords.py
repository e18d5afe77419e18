"""Wrong passwords are slowed by account and network together, so that nobody shuts others out.

| who tries | may be wrong |
|---|---|
| a device that has signed in to that account | 10 times in 5 minutes, whatever others do |
| anybody else, at one account from one network | 5 times in 5 minutes |
| the same, at any accounts from one network | 30 times in 5 minutes |
| the same, at one account from any networks | 100 times an hour |

People of one network can keep each other waiting, but never out: whoever chooses a new password by
a mailed link is on a device that is known from then on, and the link is asked for as often as one
likes (``account_forms.NewPasswordLinkForm``).

The numbers are ``ACCOUNT_RATE_LIMITS`` in the settings; allauth counts, in the shared cache.
"""

from allauth.core import ratelimit
from django.http import HttpRequest

from organisations.accounts import known_devices
from organisations.networks import network_of

ON_DEVICE, FROM_HERE = "wrong_on_device", "wrong_from_here"
FROM_NETWORK, AT_ACCOUNT = "wrong_from_network", "wrong_at_account"


def may_try(request: HttpRequest, email: str) -> bool:
    """Counts the try, so that tries side by side all count; ``was_right`` takes it back."""
    number = known_devices.number_for(request, email)
    if number is not None:
        return bool(ratelimit.consume(request, action=ON_DEVICE, key=number))
    shared = ((FROM_NETWORK, network_of(request)), (AT_ACCOUNT, email.lower()))
    if not all(ratelimit.consume(request, action=a, key=key, dry_run=True) for a, key in shared):
        return False
    return bool(ratelimit.consume(request, action=FROM_HERE, key=here(request, email)))


def was_wrong(request: HttpRequest, email: str) -> None:
    if known_devices.number_for(request, email) is None:
        ratelimit.consume(request, action=FROM_NETWORK, key=network_of(request))
        ratelimit.consume(request, action=AT_ACCOUNT, key=email.lower())


def was_right(request: HttpRequest, email: str) -> None:
    """Whoever knows the password need guess no more; what the network did stays counted."""
    ratelimit.clear(request, action=FROM_HERE, key=here(request, email))
    if number := known_devices.number_for(request, email):
        ratelimit.clear(request, action=ON_DEVICE, key=number)


def here(request: HttpRequest, email: str) -> str:
    return f"{email.lower()} from {network_of(request)}"
