"""How people sign in: with an invitation only, and owners with a second step where it is asked."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse

from organisations.models import Membership, Role, User


class ClosedSignup(DefaultAccountAdapter):
    """Nobody makes an account without an invitation (safety.md, Who may do what)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False


def sign_in_with_new_password(request: HttpRequest, user: User, *, then: str) -> HttpResponse:
    """Signed in through allauth, which remembers the password was just given.

    Without that memory its pages for the second step would ask for it again at once.
    """
    login = Login(user=user, email_verification="none", redirect_url=then, email=user.email)
    response: HttpResponse = perform_password_login(request, {"email": user.email}, login)
    return response


def lacks_second_factor(user: User) -> bool:
    """An owner of any organisation without an authenticator app; one query."""
    has_app = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP)
    owned = Membership.objects.filter(user=user, role=Role.OWNER)
    return owned.exclude(user__in=has_app.values("user")).exists()
