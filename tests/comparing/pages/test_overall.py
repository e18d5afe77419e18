"""The collaboration's page of a round: progress, closing, figures, making them again; members."""

import pytest
from django.urls import reverse

from comparing.models import Collaboration, Member, RoundFigures
from comparing.steps import consent, figures
from questions import load
from tests.cast import signed_in
from tests.comparing.collaboration import DAY, make_round, make_seat, make_together, today
from tests.reports.reading import page_of


@pytest.fixture
def together(db):  # noqa: ARG001 - allows the database
    return make_together(14, named=(0, 1, 2, 3, 4, 5), silent=2)


@pytest.fixture
def admin(together):
    return signed_in(together.admin)


def page(client, route, together):
    return page_of(client.get(reverse(route, args=[together.round.pk])))


def close(admin, together, **data):
    return admin.post(reverse("close_round", args=[together.round.pk]), data)


def test_progress_names_those_by_name_and_counts_the_rest(together, admin):
    words = page(admin, "round", together).words
    assert "14 of 16 members share so far" in words
    assert "Anonymously 8" in words
    assert together.organisations[5].name in words
    assert f"{together.organisations[6].name} " not in words
    assert "Close the round" in words


def test_an_analyst_reads_and_closes_nothing(together):
    analyst = signed_in(together.analyst)
    assert "Close the round" not in page(analyst, "round", together).words
    assert close(analyst, together, sure="on").status_code == 403


def test_nobody_has_joined(db):  # noqa: ARG001 - allows the database
    collaboration = Collaboration.objects.create(name="Empty")
    round_ = make_round(collaboration)
    admin = signed_in(make_seat(collaboration, "admin", "Empty"))
    words = page_of(admin.get(reverse("round", args=[round_.pk]))).words
    assert "No organisation has joined yet" in words
    response = admin.post(reverse("close_round", args=[round_.pk]), {"sure": "on"})
    assert response.status_code == 422
    assert "Nobody shares in this round yet" in page_of(response).words


def test_closing_says_what_would_be_seen_with_so_few(db):  # noqa: ARG001 - allows the database
    together = make_together(7)
    words = page(signed_in(together.admin), "close_round", together).words
    assert "7 of 7 members share" in words
    assert "would have 6 others beside it" in words
    assert "not shown: 3 more are needed" in words
    assert "not shown: 6 more are needed" in words


def test_closing_needs_a_tick(together, admin):
    assert close(admin, together).status_code == 422
    assert not RoundFigures.objects.exists()
    assert close(admin, together, sure="on").status_code == 302
    assert close(admin, together, sure="on").status_code == 302
    assert RoundFigures.objects.count() == 1


def test_figures_of_all_who_share(together, admin):
    close(admin, together, sure="on")
    found = page(admin, "round", together)
    assert "14 organisations share in this round: 6 by name, 8 anonymously" in found.words
    head = found.tables["The lived-experience view of practice, 0 to 100"][0][0]
    assert "Own" not in head
    counts = found.tables["How many organisations show each level"][0][1:]
    assert {sum(map(int, row[1:])) for row in counts} == {14}
    doing = found.tables["Suggested actions in members\u2019 plans"][0][1:]
    assert [row[-1] for row in doing] == ["14", "7"]
    mechanism = next(one for one in load().mechanisms if one.code == "M2")
    assert mechanism.actions[0].text in doing[0][0]


def test_made_again_once_three_differ(together, admin):
    close(admin, together, sure="on")
    again = reverse("make_round_again", args=[together.round.pk])
    for place in (6, 7):
        consent.withdraw(share=together.share_of(place), who=together.owner(place))
        assert "Not yet." in page(admin, "round", together).words
    response = admin.post(again)
    assert response.status_code == 422
    assert "Only 2" in page_of(response).words
    consent.withdraw(share=together.share_of(8), who=together.owner(8))
    assert "can be made again" in page(admin, "round", together).words
    assert admin.post(again).status_code == 302
    assert "11 organisations share" in page(admin, "round", together).words
    assert "An admin can do so" not in page(admin, "round", together).words


def test_while_the_figures_are_there_they_are_not_made_again(together, admin):
    close(admin, together, sure="on")
    response = admin.post(reverse("make_round_again", args=[together.round.pk]))
    assert response.status_code == 422
    assert "made once" in page_of(response).words


class TestMembers:
    def test_removing_looks_the_same_whether_it_shares_or_not(self, together, admin):
        said = []
        for place in (6, 15):
            name = together.organisations[place].name
            member = Member.objects.get(organisation=together.organisations[place])
            address = reverse(
                "remove_member_organisation", args=[together.collaboration.pk, member.pk]
            )
            said.append(page_of(admin.get(address)).words.replace(name, "It"))
        assert said[0] == said[1]

    def test_removed_its_shares_go(self, together, admin):
        figures.close_round(round_=together.round, who=together.admin)
        member = Member.objects.get(organisation=together.organisations[0])
        address = reverse("remove_member_organisation", args=[together.collaboration.pk, member.pk])
        assert admin.post(address).status_code == 302
        assert figures.figures_shown(together.round) is None
        assert admin.get(address).status_code == 404

    def test_an_owner_leaves_and_still_reads_what_was_agreed_to(self, together):
        share = together.share_of(0)
        share.text = "These very words"
        share.save()
        owner, pk = signed_in(together.owner(0)), together.organisations[0].pk
        leaving = reverse("leave_collaboration", args=[pk, together.collaboration.pk])
        assert "All that your organisation shares" in page_of(owner.get(leaving)).words
        words = page_of(owner.post(leaving, follow=True)).words
        assert "is in no collaboration" in words
        assert "These very words" in words
        round_ = reverse("member_round", args=[pk, together.round.pk])
        assert owner.get(round_).status_code == 404


class TestJoined:
    def test_in_none(self, db):  # noqa: ARG002 - allows the database
        together = make_together(0, silent=1)
        Member.objects.all().delete()
        address = reverse("collaborations", args=[together.organisations[0].pk])
        words = page_of(signed_in(together.owner(0)).get(address)).words
        assert "A collaboration invites an owner" in words

    def test_what_is_shared_and_what_comes_next(self, together):
        make_round(together.collaboration, "Later", opens=today() + DAY)
        address = reverse("collaborations", args=[together.organisations[0].pk])
        owner = signed_in(together.owner(0))
        words = page_of(owner.get(address)).words
        assert "You share by name, until" in words
        assert "Wait until it is closed" in words
        assert "Nothing to do yet" in words
        figures.close_round(round_=together.round, who=together.admin)
        assert "See your figures beside the others\u2019" in page_of(owner.get(address)).words
        consent.withdraw(share=together.share_of(7), who=together.owner(7))
        assert "taken down for now" in page_of(owner.get(address)).words

    def test_who_shares_nothing(self, together):
        address = reverse("collaborations", args=[together.organisations[15].pk])
        owner = signed_in(together.owner(15))
        assert "Decide whether to share" in page_of(owner.get(address)).words
        figures.close_round(round_=together.round, who=together.admin)
        assert "Nothing to do" in page_of(owner.get(address)).words
