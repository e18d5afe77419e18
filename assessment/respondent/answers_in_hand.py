"""Answers that reach a device which holds no draft any more: they wait in the page for its words.

Somebody has left on a shared tablet and cleared it, and another page was still open. What is in
that page is never kept on the server: it goes with the four words and comes back to be saved.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from assessment.respondent.answer_forms import CodeForm
from assessment.respondent.pages import render
from assessment.respondent.visit import Visit
from organisations.typed_again import KEPT, typed_in, unpacked, words_of


def words_first(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The page that asks for the words, with what was sent in it."""
    if request.method != "POST":
        return redirect("respond_resume", visit.link.code)
    form = CodeForm(initial={KEPT: typed_in(request).packed()})
    return render(request, "resume.html", visit, status=409, form=form)


def in_hand(request: HttpRequest, visit: Visit, form: CodeForm) -> HttpResponse | None:
    """What came along with the words, to be saved with one press; None where nothing did."""
    typed = unpacked(form.cleaned_data[KEPT])
    here = reverse("respond", args=[visit.link.code])
    if typed is None or not typed.path.startswith(here):
        return None
    return render(request, "put_back.html", visit, typed=typed, words=words_of(typed.fields))
