"""Sharing on the site: choose, read what leaves, agree; and take it back."""

import pytest
from django.urls import reverse

from assessment.method.numbers import whole
from assessment.steps import planning
from comparing.models import Share
from comparing.steps import figures
from questions import load
from tests.cast import signed_in
from tests.comparing.collaboration import DAY, make_together, today, with_report
from tests.reports.reading import page_of

UNTIL = today() + 400 * DAY


@pytest.fixture
def together(db):  # noqa: ARG001 - allows the database
    return make_together(5, named=(1,), silent=1)


@pytest.fixture
def closed(together):
    return with_report(together.organisations[-1])


@pytest.fixture
def owner(together):
    return signed_in(together.owner(-1))


def address(together, route="share_round", place=-1):
    return reverse(route, args=[together.organisations[place].pk, together.round.pk])


def given(assessment, way="anonymous", until=UNTIL, **more):
    return {"assessment": str(assessment.pk), "way": way, "until": until.isoformat(), **more}


def seen(client, together, choice):
    return client.get(address(together), choice).context["seen"]


def shares(together):
    return together.round.shares.filter(organisation=together.organisations[-1])


def test_nothing_to_share_yet(together, owner):
    words = page_of(owner.get(address(together))).words
    assert "no self-assessment to share yet" in words


def test_the_choice_stands_for_a_year_after_the_round_closes(together, closed, owner):
    form = owner.get(address(together)).context["form"]
    assert form["until"].value() == together.round.closes + 365 * DAY
    assert form["assessment"].value() == closed.pk


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"until": ""}, "Until: "),
        ({"until": "2001-01-01"}, "This day has passed"),
        ({"until": today().isoformat()}, "planned to close on"),
        ({"way": ""}, "How: "),
        ({"way": "loudly"}, "How: "),
        ({"assessment": ""}, "Which self-assessment: "),
        ({"assessment": "5c8e9e6a-0000-4000-8000-000000000000"}, "Which self-assessment: "),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_wrong_is_said_and_nothing_is_lost(together, closed, owner, method, change, words):
    choice = {**given(closed, "named"), "sure": "on", "seen": "x", **change}
    response = getattr(owner, method)(address(together), choice)
    assert response.status_code == 422
    assert words in page_of(response).words
    for name, value in given(closed, "named").items():
        if name not in change:
            assert response.context["form"][name].value() == value
    assert not shares(together).exists()


def test_anothers_assessment_cannot_be_chosen(together, closed, owner):
    other = together.share_of(0).assessment
    assert owner.get(address(together), given(other)).status_code == 422
    assert owner.post(address(together), given(other, sure="on")).status_code == 422
    assert closed.shares.count() == 0


class TestPreview:
    def test_it_shows_the_very_figures_words_and_actions(self, together, closed, owner):
        action = planning.suggestions(load())["M2:0"]
        planned = planning.GivenAction(kind=str(action.kind), text=action.text, about="M2")
        planning.plan_action(assessment=closed, planned=planned, who=together.owner(-1))
        page = page_of(owner.get(address(together), given(closed)))
        owner.post(
            address(together),
            given(closed, sure="on", seen=seen(owner, together, given(closed))),
        )
        share = shares(together).get()
        for paragraph in share.text.splitlines():
            assert " ".join(paragraph.split()) in page.words
        assert action.text in page.words
        assert share.chosen == ["M2:0"]
        figures = [row[1] for row in page.tables["Principles"][0][1:]]
        assert figures == [
            "no figure" if value is None else whole(value)
            for value in map(share.figures["principles"].get, load().principle)
        ]

    def test_six_peer_supporters_are_seen_at_home_and_never_leave(self, together, owner):
        sizes = {"giving": 6, "receiving": 20}
        closed = with_report(together.organisations[-1], name="Six", sizes=sizes)
        home = owner.get(reverse("report", args=[closed.pk])).content.decode()
        assert "People who give peer support" in home
        page = page_of(owner.get(address(together), given(closed)))
        assert "People who give peer support" not in page.words
        assert "People who receive peer support" in page.words
        owner.post(
            address(together),
            given(closed, sure="on", seen=seen(owner, together, given(closed))),
        )
        assert '"giving"' not in shares(together).get().results
        assert '"receiving"' in shares(together).get().results

    def test_without_the_tick_it_is_shown_again(self, together, closed, owner):
        choice = given(closed, seen=seen(owner, together, given(closed)))
        response = owner.post(address(together), choice)
        assert response.status_code == 422
        assert "Tick this once you have read what leaves" in page_of(response).words
        assert not shares(together).exists()

    def test_what_changed_meanwhile_is_shown_and_can_then_be_agreed_to(
        self, together, closed, owner
    ):
        before = seen(owner, together, given(closed))
        action = planning.suggestions(load())["M3:1"]
        planned = planning.GivenAction(kind=str(action.kind), text=action.text, about="M3")
        planning.plan_action(assessment=closed, planned=planned, who=together.owner(-1))
        response = owner.post(address(together), given(closed, sure="on", seen=before))
        assert response.status_code == 422
        page = page_of(response)
        assert "Something has changed" in page.words
        assert action.text in page.words
        assert not shares(together).exists()
        fresh = given(closed, sure="on", seen=response.context["seen"])
        assert owner.post(address(together), fresh).status_code == 302
        assert shares(together).get().chosen == ["M3:1"]


def test_agreed_it_is_shared(together, closed, owner):
    choice = given(closed, "named", sure="on", seen=seen(owner, together, given(closed, "named")))
    response = owner.post(address(together), choice, follow=True)
    assert "It is shared" in page_of(response).words
    share = shares(together).get()
    assert (share.way, share.until, share.agreed_by) == ("named", UNTIL, together.owner(-1))


def test_another_way_for_the_same_figures_is_refused_in_a_sentence(together, closed, owner):
    choice = given(closed, sure="on", seen=seen(owner, together, given(closed)))
    owner.post(address(together), choice)
    figures.close_round(round_=together.round, who=together.admin)
    owner.post(address(together, "withdraw_share"))
    by_name = given(closed, "named", sure="on", seen=seen(owner, together, given(closed, "named")))
    response = owner.post(address(together), by_name)
    assert response.status_code == 422
    assert "could be subtracted" in page_of(response).words


def test_once_there_are_figures_nothing_can_be_shared(together, closed, owner):
    figures.close_round(round_=together.round, who=together.admin)
    response = owner.get(address(together), given(closed), follow=True)
    assert "you can only take back" in page_of(response).words


class TestTakingBack:
    def test_looking_changes_nothing(self, together):
        client = signed_in(together.owner(1))
        words = page_of(client.get(address(together, "withdraw_share", 1))).words
        assert "Your row disappears" in words
        assert together.share_of(1)

    def test_a_named_row_and_the_figures_go_at_once(self, together):
        figures.close_round(round_=together.round, who=together.admin)
        reader = signed_in(together.owner(0))
        name = together.organisations[1].name
        page = address(together, "member_round", 0)
        assert name in page_of(reader.get(page)).words
        signed_in(together.owner(1)).post(address(together, "withdraw_share", 1))
        assert name not in page_of(reader.get(page)).words
        assert "taken down" in page_of(reader.get(page)).words

    def test_twice_says_so(self, together):
        client = signed_in(together.owner(1))
        for _ in range(2):
            response = client.post(address(together, "withdraw_share", 1), follow=True)
        assert "shares nothing with this round" in page_of(response).words
        assert Share.objects.filter(organisation=together.organisations[1]).count() == 1
