"""How people sign in: with an invitation only."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignup(DefaultAccountAdapter):
    """Nobody makes an account without an invitation (safety.md, Who may do what)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
