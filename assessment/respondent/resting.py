"""A shared device: after 20 minutes without a page, a draft opens only with one of its words.

Whoever sits down next sees that answers were begun here, and nothing of them. What was typed on a
page that rested too long is kept on the page that asks for the word, and saved once it is right.
"""

from collections.abc import Callable
from dataclasses import replace
from hmac import compare_digest

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from assessment.drafts import OpenDraft
from assessment.respondent import cookie, wrong_codes
from assessment.respondent.answer_forms import WORD, WordForm
from assessment.respondent.pages import render, typed_fields
from assessment.respondent.visit import Visit
from assessment.resume_words import WORDS_IN_CODE, tidy_code, typed_words

WAS_POST = "was_post"  # whether a page was asked for, or something was to be saved


def after_a_word(
    request: HttpRequest, visit: Visit, resting: OpenDraft, go_on: Callable[[Visit], HttpResponse]
) -> HttpResponse:
    """Ask for a word; once it is right, do what was asked for when the draft was found resting."""
    form = WordForm(request.POST if WORD in request.POST else None)
    if not (form.is_valid() and is_right(resting, form)):
        return word_page(request, visit, form)
    if WAS_POST in request.POST:
        return go_on(replace(visit, draft=resting, resting=None))
    response = redirect(request.path)
    cookie.keep_key(response, visit.link.code, resting.key)
    return response


def is_right(resting: OpenDraft, form: WordForm) -> bool:
    """Says on the form what is wrong. All four words are always right, one only a few times.

    Counted by the draft, whose key this device holds: nobody else's guesses hold its writer up.
    """
    typed, what = typed_words(form.cleaned_data[WORD]), str(resting.row.pk)
    if len(typed) == WORDS_IN_CODE:
        tries = wrong_codes.codes
        right = compare_digest(tidy_code(form.cleaned_data[WORD]), resting.words)
    else:
        tries = wrong_codes.single_words
        right = len(typed) == 1 and typed[0] in resting.words.split("-")
    try:
        tries.count(what)
    except wrong_codes.TooManyTries:
        if tries is wrong_codes.codes:
            raise
        form.add_error(WORD, _("Too many words have been wrong. Please type all four."))
        return False
    if right:
        tries.was_right(what)
    else:
        form.add_error(WORD, _("This is none of the four words. Look at it again."))
    return right


def word_page(request: HttpRequest, visit: Visit, form: WordForm) -> HttpResponse:
    return render(
        request,
        "word.html",
        visit,
        status=422 if form.is_bound else 200,
        form=form,
        typed=[(name, value) for name, value in typed_fields(request) if name != WAS_POST],
        was_post=WAS_POST if request.method == "POST" and was_to_be_saved(request) else "",
    )


def was_to_be_saved(request: HttpRequest) -> bool:
    """A word that was wrong comes back in a POST of its own."""
    return WORD not in request.POST or WAS_POST in request.POST
