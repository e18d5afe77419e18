"""The organisation's own part: many hands, nobody's words lost."""

import datetime
from xml.etree import ElementTree

import pytest

from assessment.own_part import FactCheck, OwnPartChange, PyramidLayer, StandardRating
from assessment.steps import closing
from questions import load
from tests.assessment.answered import open_assessment
from tests.assessment.pages.reading import linked_errors, text_of


@pytest.fixture
def opened(cast):
    return open_assessment(cast)


def at(assessment, rest):
    return f"/assessments/{assessment.pk}/{rest}"


def posted_of(response, **changed):
    """What a browser would send of the forms on a page, with some fields changed."""
    data = {}
    for form in response.context["forms"]:
        for name in form.fields:
            value = form[name].value()
            data[form.add_prefix(name)] = "" if value is None else str(value)
    return {**data, **changed}


def standards(client, assessment, domain="A"):
    return client.get(at(assessment, f"standards/{domain}/"))


def save(client, assessment, data, domain="A"):
    return client.post(at(assessment, f"standards/{domain}/"), data)


def test_seven_pages_hold_the_25_standards_with_their_anchors(opened, cast):
    client, instrument = cast.client("editor"), load()
    found = []
    for domain in instrument.domains:
        page = standards(client, opened, domain.code)
        found += [form.entry.code for form in page.context["forms"]]
        for form in page.context["forms"]:
            assert all(anchor in text_of(page) for anchor in form.asked.anchors)
            assert form.asked.evidence in text_of(page)
    assert sorted(found) == sorted(instrument.standard)


def test_a_page_is_saved_and_leads_on(opened, cast):
    client = cast.client("editor")
    data = posted_of(standards(client, opened))
    data |= {
        "S01-rating": "3",
        "S01-evidence": "Minutes:\r\nhttps://example.org/minutes.pdf",
        "S01-agreed_by": "steering group",
        "S22-rating": "NA",
        "move": "next",
    }
    assert save(client, opened, data).headers["Location"] == at(opened, "standards/B/")
    kept = StandardRating.objects.get(code="S01")
    assert (kept.rating, kept.evidence) == ("3", "Minutes:\nhttps://example.org/minutes.pdf")
    assert (kept.agreed_by, kept.changed_by) == ("steering group", cast.editor)
    page = standards(client, opened)
    assert 'href="https://example.org/minutes.pdf"' in page.content.decode()
    assert f"Last changed by {cast.editor}" in text_of(page)
    assert set(StandardRating.objects.values_list("code", flat=True)) == {"S01", "S22"}


def test_a_link_that_could_do_harm_is_only_text(opened, cast):
    client = cast.client("editor")
    data = posted_of(standards(client, opened))
    data["S01-evidence"] = "javascript:alert(1) <script>x</script> https://ok.example/a"
    save(client, opened, data)
    for reader in ("editor", "viewer"):
        body = standards(cast.client(reader), opened).content.decode()
        assert 'href="javascript' not in body
        assert "<script" not in body
        assert 'href="https://ok.example/a"' in body


def test_saving_so_far_comes_back_to_the_same_place(opened, cast):
    client = cast.client("editor")
    data = posted_of(standards(client, opened), **{"S02-rating": "1"})
    response = save(client, opened, {**data, "move": "S02"})
    assert response.headers["Location"] == at(opened, "standards/A/#S02")
    response = save(client, opened, {**data, "move": "https://elsewhere.example"})
    assert response.headers["Location"] == at(opened, "standards/A/")


def test_a_second_persons_save_shows_both_texts(opened, cast):
    first, second = cast.client("owner"), cast.client("editor")
    seen = posted_of(standards(first, opened))
    save(second, opened, {**seen, "S01-evidence": "the editor's words", "S01-rating": "1"})
    response = save(first, opened, {**seen, "S01-evidence": "the owner's words"})
    assert response.status_code == 409
    text = text_of(response)
    assert "the editor's words" in text
    assert "the owner's words" in text
    assert StandardRating.objects.get().evidence == "the editor's words"


def clashed(first, second, opened):
    """The page that shows both, and what its form would send."""
    seen = posted_of(standards(first, opened))
    save(second, opened, {**seen, "S01-evidence": "theirs"})
    response = save(first, opened, {**seen, "S01-evidence": "mine", "S02-rating": "4"})
    form = response.context["clashes"][0].form
    data = {form.add_prefix(name): form[name].value() for name in form.fields}
    return response, {**data, "settling": "1"}


def test_everything_that_nobody_else_changed_is_saved_beside_a_clash(opened, cast):
    clashed(cast.client("owner"), cast.client("editor"), opened)
    assert StandardRating.objects.get(code="S02").rating == "4"


@pytest.mark.parametrize(
    ("page", "field", "mine", "theirs"),
    [("facts/", "F03-answer", "yes", "no"), ("pyramid/", "L2-rating", "1", "4")],
)
def test_facts_and_layers_are_told_apart_the_same_way(opened, cast, page, field, mine, theirs):
    first, second = cast.client("owner"), cast.client("editor")
    seen = posted_of(first.get(at(opened, page)))
    second.post(at(opened, page), {**seen, field: theirs})
    response = first.post(at(opened, page), {**seen, field: mine})
    assert response.status_code == 409
    form = response.context["clashes"][0].form
    data = {form.add_prefix(name): form[name].value() or "" for name in form.fields}
    code, name = field.split("-")
    data |= {"settling": "1", f"{code}-keep": "mine"}
    assert first.post(at(opened, page), data).status_code == 302
    kind = FactCheck if page == "facts/" else PyramidLayer
    assert getattr(kind.objects.get(), name) == mine


@pytest.mark.parametrize(("keep", "stands"), [("mine", "mine"), ("theirs", "theirs")])
def test_the_person_chooses_which_stands(opened, cast, keep, stands):
    client = cast.client("owner")
    _page, data = clashed(client, cast.client("editor"), opened)
    response = save(client, opened, {**data, "S01-keep": keep})
    assert response.status_code == 302
    assert StandardRating.objects.get(code="S01").evidence == stands


def test_or_writes_a_third_text(opened, cast):
    client = cast.client("owner")
    _page, data = clashed(client, cast.client("editor"), opened)
    save(client, opened, {**data, "S01-keep": "mine", "S01-evidence": "mine and theirs"})
    kept = StandardRating.objects.get(code="S01")
    assert (kept.evidence, kept.version) == ("mine and theirs", 2)


def test_without_a_choice_nothing_is_overwritten(opened, cast):
    client = cast.client("owner")
    _page, data = clashed(client, cast.client("editor"), opened)
    response = save(client, opened, data)
    assert response.status_code == 422
    assert linked_errors(response) == ["id_S01-keep_0"]
    assert "mine" in response.content.decode()
    assert StandardRating.objects.get(code="S01").evidence == "theirs"


def test_a_third_save_between_is_shown_again(opened, cast):
    client, other = cast.client("owner"), cast.client("editor")
    _page, data = clashed(client, other, opened)
    save(other, opened, posted_of(standards(other, opened), **{"S01-evidence": "later"}))
    response = save(client, opened, {**data, "S01-keep": "mine"})
    assert response.status_code == 409
    assert StandardRating.objects.get(code="S01").evidence == "later"


def test_what_somebody_did_not_touch_is_no_clash(opened, cast):
    first, second = cast.client("owner"), cast.client("editor")
    seen = posted_of(standards(first, opened))
    save(second, opened, {**seen, "S02-rating": "4"})
    assert save(first, opened, {**seen, "S01-rating": "1"}).status_code == 302
    kept = dict(StandardRating.objects.values_list("code", "rating"))
    assert kept == {"S01": "1", "S02": "4"}


def test_faults_are_linked_and_what_was_typed_is_kept(opened, cast):
    client = cast.client("editor")
    data = posted_of(standards(client, opened), **{"S01-rating": "5", "S02-evidence": "é" * 5001})
    response = save(client, opened, data)
    assert response.status_code == 422
    assert linked_errors(response) == ["id_S01-rating_0", "id_S02-evidence"]
    assert "é" * 5001 in response.content.decode()
    assert "Error:" in response.content.decode()
    assert not StandardRating.objects.exists()


def test_a_form_without_its_version_saves_nothing(opened, cast):
    client = cast.client("editor")
    assert save(client, opened, {"S01-rating": "2"}).status_code == 302
    assert save(client, opened, {"S01-version": "x", "S01-rating": "2"}).status_code == 422
    assert not StandardRating.objects.exists()


def test_viewers_read_and_do_not_write(opened, cast):
    editor, viewer = cast.client("editor"), cast.client("viewer")
    data = posted_of(standards(editor, opened), **{"S01-rating": "2", "S01-evidence": "notes"})
    save(editor, opened, data)
    page = standards(viewer, opened)
    assert "notes" in text_of(page)
    assert "<textarea" not in page.content.decode()
    assert save(viewer, opened, data).status_code == 403


def test_after_closing_it_is_read_and_no_more(opened, cast):
    client = cast.client("owner")
    data = posted_of(standards(client, opened), **{"S01-evidence": "typed before it closed"})
    closing.close(assessment=opened, who=cast.owner)
    assert "<textarea" not in standards(client, opened).content.decode()
    response = save(client, opened, data)
    assert response.status_code == 409
    assert "typed before it closed" in response.content.decode()
    assert not StandardRating.objects.exists()


def test_in_a_mutual_group_peer_supporters_means_members(opened, cast):
    client = cast.client("editor")
    assert "your members are meant" not in text_of(standards(client, opened))
    opened.mutual = True
    opened.save()
    for page in ("standards/C/", "facts/"):
        assert "your members are meant" in text_of(client.get(at(opened, page)))


def test_facts_are_kept_with_their_day_and_evidence(opened, cast):
    client = cast.client("editor")
    page = client.get(at(opened, "facts/"))
    assert len(page.context["forms"]) == len(load().facts)
    assert all(fact.why in text_of(page) for fact in load().facts)
    data = posted_of(page) | {
        "F02-answer": "yes",
        "F02-on": "2026-10-03",
        "F02-evidence": "training matrix",
        "F02-agreed_by": "the panel",
        "move": "next",
    }
    response = client.post(at(opened, "facts/"), data)
    assert response.headers["Location"] == at(opened, "pyramid/")
    kept = FactCheck.objects.get()
    assert (kept.answer, kept.date) == ("yes", datetime.date(2026, 10, 3))
    again = client.get(at(opened, "facts/"))
    assert client.post(at(opened, "facts/"), posted_of(again)).status_code == 302
    assert OwnPartChange.objects.count() == 1


@pytest.mark.parametrize("day", ["1026-10-03", "yesterday", "2026-02-30"])
def test_a_day_that_cannot_be_is_refused(opened, cast, day):
    client = cast.client("editor")
    data = posted_of(client.get(at(opened, "facts/")), **{"F02-answer": "yes", "F02-on": day})
    response = client.post(at(opened, "facts/"), data)
    assert response.status_code == 422
    assert linked_errors(response) == ["id_F02-on"]


def test_the_pyramid_is_drawn_as_it_is_rated(opened, cast):
    client = cast.client("editor")
    data = posted_of(client.get(at(opened, "pyramid/")))
    data |= {"L1-rating": "4", "L2-rating": "2", "L3-rating": "0", "L4-rating": "DK"}
    response = client.post(at(opened, "pyramid/"), {**data, "move": "stay"})
    assert response.headers["Location"] == at(opened, "pyramid/")
    assert PyramidLayer.objects.get(code="L1").rating == "4"
    drawing = client.get(at(opened, "pyramid.svg"))
    assert drawing.headers["Content-Type"] == "image/svg+xml"
    root = ElementTree.fromstring(drawing.content)
    solid = [e for e in root.iter() if e.tag.endswith("rect") and "fill-opacity" in e.attrib]
    assert [float(e.attrib["width"]) for e in solid] == [4, 150, 300]
    assert "style" not in drawing.content.decode()
    title = next(e for e in root if e.tag.endswith("title")).text
    assert "Flourishing" in title
    assert "not rated yet" in title
    assert "Flourishing" in text_of(client.get(at(opened, "pyramid/")))


def test_the_history_of_an_entry_says_who_changed_what(opened, cast):
    client = cast.client("editor")
    save(client, opened, posted_of(standards(client, opened), **{"S01-evidence": "before"}))
    owner = cast.client("owner")
    save(owner, opened, posted_of(standards(owner, opened), **{"S01-evidence": "after"}))
    page = text_of(cast.client("viewer").get(at(opened, "history/S01/")))
    for words in ("before", "after", str(cast.editor), str(cast.owner)):
        assert words in page
    for code in ("F01", "L5"):
        assert "Nobody has written anything" in text_of(client.get(at(opened, f"history/{code}/")))
    assert client.get(at(opened, "history/S26/")).status_code == 404


@pytest.mark.parametrize("domain", ["H", "a", "AA"])
def test_a_domain_that_is_none_is_not_found(opened, cast, domain):
    assert standards(cast.client("owner"), opened, domain).status_code == 404
