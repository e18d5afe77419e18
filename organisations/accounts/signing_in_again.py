"""A form that meets an ended session: what was typed goes with its person through signing in.

It travels in the page for signing in. Only when the password was right does it go into the session,
for the second step and the page after it.
"""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from organisations.accounts.account_forms import SignInForm
from organisations.typed_again import KEPT, TAKEN_OUT, typed_in, unpacked, words_of


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """The page for signing in, at the address of what they meant to do."""
    form = SignInForm(request=request, initial={KEPT: typed_in(request).packed()})
    return render(request, "account/login.html", {"form": form}, status=403)


@require_safe
@login_required
def typed_again(request: HttpRequest) -> HttpResponse:
    """Theirs as often as they look, until they sign out or their session ends."""
    typed = unpacked(request.session.get(KEPT, ""))
    if typed is None:
        return redirect("home")
    context = {"typed": typed, "words": words_of(typed.fields), "kept": TAKEN_OUT}
    return render(request, "account/typed_again.html", context)
