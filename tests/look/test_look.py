"""The house that every page hangs in: forms, errors, levels, error pages."""

import re

import pytest
from crispy_forms.templatetags import crispy_forms_filters, crispy_forms_tags
from crispy_forms.utils import default_field_template, render_crispy_form
from django.template.loader import render_to_string
from django.test import RequestFactory
from samples import CANARY, EveryForm, PageForm

ERROR_PAGES = ("400", "403", "403_csrf", "404", "429", "500")
LEVELS = (
    "Holding", "Watch", "Under-developed", "Under pressure", "At risk", "Not enough evidence",
)  # fmt: skip
CACHED = (
    default_field_template,
    crispy_forms_filters.uni_form_template,
    crispy_forms_tags.whole_uni_form_template,
)


class Unforgiving(str):
    """As string_if_invalid: a template that asks for a missing variable fails its test."""

    __slots__ = ()

    def __contains__(self, _):
        return True

    def __mod__(self, variable):
        raise AssertionError(f"the template asks for {variable}, which is not there")


@pytest.fixture
def strict(settings):
    """Crispy answers a missing variable with an empty page and status 200."""
    templates = [dict(settings.TEMPLATES[0])]
    templates[0]["OPTIONS"] = {
        **templates[0].get("OPTIONS", {}),
        "string_if_invalid": Unforgiving("missing"),
    }
    settings.TEMPLATES = templates
    for cached in CACHED:
        cached.cache_clear()
    yield
    for cached in CACHED:
        cached.cache_clear()


def folded(html):
    """With white space as a browser shows it."""
    return " ".join(html.split())


def controls(html):
    return set(re.findall(r'\bid="([^"]+)"', html))


@pytest.mark.usefixtures("strict")
def test_each_kind_of_field_is_there():
    html = render_crispy_form(EveryForm(), context={"csrf_token": "t"})
    for name in EveryForm.base_fields:
        assert f'name="{name}"' in html
    for part in ('type="date"', "<textarea", "<select", "<legend>The programme</legend>"):
        assert part in html, part


@pytest.mark.usefixtures("strict")
def test_words_from_others_are_escaped():
    html = render_crispy_form(EveryForm({"where": ["<script>"]}), context={"csrf_token": "t"})
    assert CANARY not in html
    assert "&lt;b&gt;Mutuality&lt;/b&gt; &amp; &quot;friends&quot;" in html
    assert "<i>Online" not in html
    assert "<script>" not in html


@pytest.mark.usefixtures("strict")
def test_every_error_stands_at_its_field_and_links_to_its_first_control():
    html = render_crispy_form(EveryForm({"email": "nobody"}), context={"csrf_token": "t"})
    summary = folded(html[html.index("error-summary") : html.index("</section>")])
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert {"id_name", "id_kind_0", "id_where_0", "id_agree"} <= set(targets)
    assert set(targets) <= controls(html)
    assert 'tabindex="-1" autofocus' in summary
    assert 'value="nobody"' in html, "what was typed is kept"


@pytest.mark.usefixtures("strict")
def test_hints_and_errors_are_tied_to_their_controls():
    html = render_crispy_form(EveryForm({}), context={"csrf_token": "t"})
    described = [name for names in re.findall(r'aria-describedby="([^"]+)"', html)
                 for name in names.split()]  # fmt: skip
    assert {"id_name_helptext", "id_name_error", "id_where_error"} <= set(described)
    assert set(described) <= controls(html)
    assert 'aria-invalid="true"' in html


@pytest.mark.usefixtures("strict")
def test_only_what_may_be_left_out_says_so():
    html = render_crispy_form(EveryForm(), context={"csrf_token": "t"})
    assert html.count("(optional)") == 3
    assert "(optional)" not in render_crispy_form(PageForm(), context={"csrf_token": "t"})


@pytest.mark.usefixtures("strict")
def test_a_statement_has_seven_answers_and_none_is_chosen():
    html = render_crispy_form(PageForm(), context={"csrf_token": "t"})
    assert html.count('type="radio"') == 21
    assert "checked" not in html
    chosen = render_crispy_form(
        PageForm(initial={"companionship-w1": "3"}), context={"csrf_token": "t"}
    )
    assert chosen.count(" checked") == 1


@pytest.mark.usefixtures("strict")
def test_forms_on_one_page_have_summaries_of_their_own():
    pages = [render_crispy_form(EveryForm({}, prefix=prefix)) for prefix in ("mine", "yours")]
    assert ["mine-error-summary" in controls(page) for page in pages] == [True, False]
    assert ["yours-error-summary" in controls(page) for page in pages] == [False, True]


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_is_a_word_and_then_a_shape(level):
    html = render_to_string("_level.html", {"level": level})
    assert html.index(level) < html.index("<svg")


@pytest.mark.parametrize("code", ERROR_PAGES)
def test_error_pages_need_nothing_and_show_the_support_lines(code):
    html = render_to_string(f"{code}.html")
    for number in ("999", "111", "116123", "85258"):
        assert number in html


@pytest.mark.usefixtures("strict")
def test_support_lines_of_the_host_replace_ours():
    lines = [("Ward phone", "01234 567890", "tel:01234567890"), ("Night desk", "ext. 7")]
    context = {"support_lines": lines, "form": PageForm()}
    html = folded(render_to_string("respondent_base.html", context))
    assert '<a href="tel:01234567890">01234 567890</a> Ward phone' in html
    assert "<b>ext. 7</b> Night desk" in html
    assert "116" not in html


@pytest.mark.usefixtures("strict")
def test_no_page_has_an_inline_style_or_a_script():
    request = RequestFactory().get("/")
    about = {"lived": 61.6, "others": None, "level": "Watch"}
    for name in ("base.html", "respondent_base.html", "_bar.html", "_level.html"):
        html = render_to_string(name, about, request)
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", html), name
