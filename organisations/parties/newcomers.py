"""An account for somebody new, whose address the link of an invitation has proved."""

from dataclasses import dataclass, field

from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _

from organisations.models import User
from organisations.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody without an account says of themselves on joining."""

    name: str
    password: str = field(repr=False)


def account_of(person: User | Newcomer, *, email: str) -> User:
    """Of somebody new, made now; call it inside the transaction that accepts the invitation."""
    if isinstance(person, User):
        return person
    return make_account(email=email, name=person.name, password=person.password)


def make_account(*, email: str, name: str, password: str) -> User:
    if User.objects.filter(email__iexact=email).exists():
        raise Refusal(_("There is an account with this address already: sign in with it."))
    user = User.objects.create_user(email, password, name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user
