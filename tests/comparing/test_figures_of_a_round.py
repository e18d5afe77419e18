"""A round's figures: made once, taken down, and made again only where nobody is given away."""

import pytest

from comparing.method.comparing import compare
from comparing.method.members import keys_of, to_row
from comparing.method.traces import from_trace_json
from comparing.models import CollaborationEntry, RoundFigures, Share
from comparing.steps import consent, figures
from organisations.refusal import Refusal
from questions import load
from tests.comparing.charts.compared_cast import lifelike
from tests.comparing.collaboration import DAY, make_round, make_together, share_row, today


def close(together, round_=None):
    figures.close_round(round_=round_ or together.round, who=together.admin)


def again(together):
    figures.make_again(round_=together.round, who=together.admin)


def take_back(together, *places):
    for place in places:
        consent.withdraw(share=together.share_of(place), who=together.owner(place))


def figures_change(together, *places):
    """They share other figures of another assessment."""
    for place in places:
        share = together.share_of(place)
        share.figures = to_row(lifelike(1000 + place))
        share.save()


@pytest.mark.django_db
class TestClosing:
    def test_figures_are_of_those_who_share_on_the_day(self):
        together = make_together(6, named=(0,))
        Share.objects.filter(pk=together.share_of(2).pk).update(until=today() - DAY)
        take_back(together, 3)
        close(together)
        names = {one.name for one in figures.members_of(figures.figures_shown(together.round))}
        assert names == {one.name for one in together.organisations} - {
            together.organisations[2].name,
            together.organisations[3].name,
        }

    def test_made_once(self):
        together = make_together(5)
        close(together)
        first = RoundFigures.objects.get()
        close(together)
        assert RoundFigures.objects.get() == first
        with pytest.raises(Refusal, match="made once"):
            again(together)

    def test_not_of_nobody(self):
        together = make_together(0, silent=3)
        with pytest.raises(Refusal, match="Nobody shares"):
            close(together)
        together.round.refresh_from_db()
        assert not together.round.is_closed
        assert not RoundFigures.objects.exists()

    def test_an_open_round_has_none_to_make_again(self):
        with pytest.raises(Refusal, match="closed"):
            again(make_together(5))

    def test_they_end_with_the_first_consent(self):
        together = make_together(5)
        first = today() + 10 * DAY
        Share.objects.filter(pk=together.share_of(4).pk).update(until=first)
        close(together)
        version = RoundFigures.objects.get()
        assert version.until == first
        assert (version.is_shown(first), version.is_shown(first + DAY)) == (True, False)

    def test_what_it_writes_down_names_nobody_who_shares(self):
        together = make_together(5, named=(0,))
        close(together)
        said = [entry.what for entry in CollaborationEntry.objects.all()]
        assert said == ["closed the round Spring"]

    def test_figures_come_back_as_they_went_in(self):
        together = make_together(7, named=(1,))
        close(together)
        members = figures.members_of(figures.figures_shown(together.round))
        found = {one.who: one for one in members}
        for place, organisation in enumerate(together.organisations):
            one = found[str(organisation.pk)]
            assert one.figures == lifelike(place)
            assert list(one.figures.values) == list(keys_of(load()))
            assert one.is_named == (place == 1)
        assert compare(members, load()).sharing == 7


@pytest.mark.django_db
class TestAgain:
    """Eight share, one is gone: no later figures let the leaver's be worked out."""

    @pytest.fixture
    def together(self):
        together = make_together(9)
        close(together)
        return together

    def test_taken_down_they_leave_only_a_trace(self, together):
        take_back(together, 0)
        version = RoundFigures.objects.get()
        assert version.members == []
        trace = from_trace_json(version.trace)
        assert len(trace.entries) == 9
        assert not any(str(value) in str(version.trace) for value in lifelike(0).values.values())

    @pytest.mark.parametrize(("gone", "may"), [(1, False), (2, False), (3, True), (4, True)])
    def test_only_when_three_differ(self, together, gone, may):
        take_back(together, *range(gone))
        assert (figures.who_differs(together.round) is None) == may
        if may:
            again(together)
            assert len(figures.members_of(figures.figures_shown(together.round))) == 9 - gone
        else:
            with pytest.raises(Refusal, match="at least 3"):
                again(together)
            assert figures.figures_shown(together.round) is None

    def test_those_who_come_and_those_who_change_count_too(self, together):
        take_back(together, 0)
        figures_change(together, 1)
        assert figures.who_differs(together.round) is not None
        figures_change(together, 2)
        assert figures.who_differs(together.round) is None

    def test_against_every_earlier_version_and_round(self, together):
        """Not against the last alone: three come and go, and one is gone of the first."""
        take_back(together, 0, 1, 2)
        again(together)
        for place in (1, 2):
            assessment = together.organisations[place].shares.first().assessment
            share_row(together.round, assessment, place).save()
        take_back(together, 3)
        figures_change(together, 4)
        assert figures.who_differs(together.round) is None
        figures_back = together.share_of(4)
        figures_back.figures = to_row(lifelike(4))
        figures_back.save()
        assert figures.who_differs(together.round) is not None

    def test_a_second_round_of_almost_the_same_is_refused(self, together):
        second = make_round(together.collaboration, "Second")
        for place in range(8):
            assessment = together.share_of(place).assessment
            share_row(second, assessment, place).save()
        with pytest.raises(Refusal, match="Only 1"):
            close(together, second)
        second.refresh_from_db()
        assert not second.is_closed

    def test_why_not_names_nobody(self, together):
        """Somebody shared anonymously, and is by name with the same figures now."""
        take_back(together, 0, 1, 2)
        share = together.share_of(5)
        share.way = "named"
        share.save()
        why = figures.who_differs(together.round)
        assert "subtracted" in why
        assert not any(one.name in why for one in together.organisations)
        with pytest.raises(Refusal, match="subtracted"):
            again(together)

    def test_figures_behind_which_few_differ_stay_hidden(self):
        """Three are gone, and of one figure only one of the three was counted."""
        together = make_together(12)
        rows = list(together.round.shares.order_by("organisation__name"))
        for share in rows:
            share.figures["domains"]["A"] = 50.0
        by_place = {share.organisation_id: share for share in rows}
        for place in (1, 2):
            by_place[together.organisations[place].pk].figures["domains"]["A"] = None
        Share.objects.bulk_update(rows, ["figures"])
        close(together)
        take_back(together, 0, 1, 2)
        again(together)
        version = figures.figures_shown(together.round)
        held = figures.held_back_in(version)
        assert ("domains", "A") in held.keys
        assert held.splits
        compared = compare(figures.members_of(version), load(), held_back=held)
        assert compared.figures["domains", "A"].mean is None
        assert compared.figures["domains", "B"].mean is not None

    @pytest.mark.parametrize(("changed", "is_shown"), [(3, False), (4, True)])
    def test_one_of_those_who_changed_could_take_its_own_away(self, changed, is_shown):
        """Of three that share other figures now, each sees the other two's change."""
        together = make_together(12)
        close(together)
        take_back(together, 11)
        assessment = together.organisations[11].shares.first().assessment
        share_row(together.round, assessment, 11).save()
        figures_change(together, *range(changed))
        for place in range(changed):
            share = together.share_of(place)
            share.figures["domains"]["A"] = 50.0 + place
            share.save()
        again(together)
        version = figures.figures_shown(together.round)
        viewer = figures.members_of(version)[-1]
        held = figures.held_back_in(version)
        compared = compare(figures.members_of(version), load(), viewer=viewer, held_back=held)
        assert (compared.figures["domains", "A"].mean is not None) == is_shown
