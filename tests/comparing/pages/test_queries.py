"""How many queries a page of a round asks, whatever the number of members and rounds."""

import pytest
from django.urls import reverse

from comparing.method.members import Way
from tests.cast import signed_in
from tests.comparing.collaboration import make_round, make_together, share_in

pytestmark = pytest.mark.django_db
MOST = 8


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("count", [8, 60])
def test_a_round(django_assert_max_num_queries, way, count):
    together = make_together(count, way=way, closed=way is Way.ANONYMOUS)
    member, analyst = signed_in(together.owner()), signed_in(together.analyst)
    mine = reverse("member_round", args=[together.organisations[0].pk, together.round.pk])
    for client, address in ((member, mine), (analyst, reverse("round", args=[together.round.pk]))):
        client.get(address)  # the day's count, figures kept
        with django_assert_max_num_queries(MOST):
            assert client.get(address).status_code == 200


def test_the_lists(django_assert_max_num_queries):
    together = make_together(7, closed=True)
    for number in range(5):
        round_ = make_round(together.collaboration, f"Round {number}", way=Way.BY_NAME)
        share_in(round_, [share.assessment for share in together.round.shares.all()])
    member, analyst = signed_in(together.owner()), signed_in(together.analyst)
    for client, address in (
        (member, reverse("collaborations", args=[together.organisations[0].pk])),
        (analyst, reverse("collaboration", args=[together.collaboration.pk])),
    ):
        client.get(address)
        with django_assert_max_num_queries(MOST):
            assert client.get(address).status_code == 200


def test_the_first_look_of_a_worker_reads_the_figures_once(django_assert_max_num_queries):
    together = make_together(60, way=Way.BY_NAME)
    client = signed_in(together.owner())
    with django_assert_max_num_queries(MOST + 1):
        client.get(reverse("member_round", args=[together.organisations[0].pk, together.round.pk]))
