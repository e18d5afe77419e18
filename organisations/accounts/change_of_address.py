"""A new e-mail address: the password, then a link that is opened where it arrives.

allauth's own page adds any number of addresses, of which each signs in before it is confirmed. Here
there is one, and one that waits.
"""

from allauth.account.models import EmailAddress
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisations.accounts.account_forms import NewAddressForm
from organisations.models import User


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def change_of_address(request: HttpRequest) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)
    if request.method != "POST":
        return shown(request, NewAddressForm(user=user, request=request))
    if "stay" in request.POST:
        EmailAddress.objects.filter(user=user, verified=False).delete()
        return redirect("account_email")
    form = NewAddressForm(request.POST, user=user, request=request)
    if not form.is_valid():
        return shown(request, form, status=422)
    EmailAddress.objects.add_new_email(request, user, form.cleaned_data["email"])
    return redirect("account_email")


def shown(request: HttpRequest, form: NewAddressForm, *, status: int = 200) -> HttpResponse:
    waiting = EmailAddress.objects.get_new(request.user)
    context = {"form": form, "waiting": waiting}
    return render(request, "account/email_change.html", context, status=status)
