"""Who shares anonymously appears in nothing that another member or the collaboration can read."""

import re
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.db import connection, transaction

from comparing import kept_rounds
from comparing.models import CollaborationEntry, Share
from comparing.round_publications import ROUND_PUBLICATIONS
from comparing.steps import consent, figures
from tests.comparing.collaboration import make_together
from tests.comparing.site import all_said, member_addresses, round_addresses

NAMED, ANONYMOUS, SILENT = (0, 1), range(2, 14), 14
CANARY = "Zephyrine"  # every anonymous one's name has it, and nothing else


@pytest.fixture
def together(db):  # noqa: ARG001 - allows the database
    return name_canaries(make_together(14, named=NAMED, silent=1))


def name_canaries(together):
    for place in ANONYMOUS:
        together.organisations[place].name = f"{CANARY} {place}"
        together.organisations[place].save()
    return together


def watched(together):
    """What would tell of the anonymous ones: name, numbers of organisation, share, assessment."""
    for place in ANONYMOUS:
        share = Share.objects.get(organisation=together.organisations[place])
        yield str(together.organisations[place].pk)
        yield str(share.assessment_id)
    yield CANARY


def everything(together):
    """Of a member by name, a member that shares nothing, and the collaboration's admin."""
    return {
        **all_said(together.owner(0), member_addresses(together, 0)),
        **all_said(together.owner(SILENT), member_addresses(together, SILENT)),
        **all_said(together.admin, round_addresses(together)),
    }


def leaks(told, watched):
    return [(address, one) for address, text in told.items() for one in watched if one in text]


RARE = 47.36251  # of one anonymous member: so many places come by no chance


@pytest.fixture(scope="module")
def closed(django_db_setup, django_db_blocker):  # noqa: ARG001 - makes the database
    """All that is told of a closed round, read once: drawing its pictures takes long."""
    with django_db_blocker.unblock(), transaction.atomic():
        together = name_canaries(make_together(14, named=NAMED, silent=1))
        share = together.share_of(5)
        share.figures["domains"] = dict.fromkeys(share.figures["domains"], RARE)
        share.save()
        figures.close_round(round_=together.round, who=together.admin)
        cache.clear()
        yield SimpleNamespace(
            told=everything(together),
            watched=list(watched(together)),
            by_name=together.organisations[1].name,
            cached=cache_keys(),
        )
        transaction.set_rollback(True)


def cache_keys():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM django_cache")
        return [key for (key,) in cursor.fetchall()]


def test_in_no_page_and_no_file_while_it_is_open(together):
    told = everything(together)
    assert leaks(told, list(watched(together))) == []


def test_in_no_page_file_or_picture_once_it_is_closed(closed):
    names = tuple(one.name for one in ROUND_PUBLICATIONS)
    assert sum(address.endswith(names) for address in closed.told) == 3 * len(names)
    assert leaks(closed.told, closed.watched) == []


def test_once_it_is_taken_down_and_made_again(together):
    figures.close_round(round_=together.round, who=together.admin)
    found = list(watched(together))
    for place in (2, 3, 4):
        consent.withdraw(share=together.share_of(place), who=together.owner(place))
        assert leaks(everything(together), found) == []
    figures.make_again(round_=together.round, who=together.admin)
    assert leaks(everything(together), found) == []


def test_the_canary_sings(closed):
    """Those by name are told of everywhere, so the tests above can fail."""
    singing = {address for address, text in closed.told.items() if closed.by_name in text}
    for name in ("comparison.xlsx", "named.csv", "comparison.json", "all.zip"):
        assert sum(address.endswith(name) for address in singing) == 2, name


@pytest.mark.parametrize("place", [0, None])
def test_what_charts_are_drawn_of_holds_none(together, place):
    """Letters in a picture are shapes, so their source is looked at."""
    figures.close_round(round_=together.round, who=together.admin)
    viewer = None if place is None else together.organisations[place].pk
    drawn_of = repr(kept_rounds.comparison_of(figures.figures_shown(together.round), viewer))
    assert together.organisations[1].name in drawn_of
    assert [one for one in watched(together) if one in drawn_of] == []


def test_in_no_entry_of_the_collaboration(together):
    figures.close_round(round_=together.round, who=together.admin)
    consent.withdraw(share=together.share_of(2), who=together.owner(2))
    assert not CollaborationEntry.objects.filter(what__contains=CANARY).exists()


def test_nothing_of_a_round_lies_in_the_sites_cache(closed):
    """It would still be there once a named one has taken its figures back."""
    assert not [key for key in closed.cached if "chart" in key]


def test_no_figure_of_an_anonymous_one_stands_anywhere(closed):
    assert not [address for address, text in closed.told.items() if re.search(r"47\.36", text)]


def test_a_member_sees_its_own_name_and_figures(together):
    figures.close_round(round_=together.round, who=together.admin)
    told = all_said(together.owner(5), member_addresses(together, 5))
    others = [str(one.pk) for one in together.organisations[6:14]]
    assert f"{CANARY} 5" in "".join(told.values())
    assert leaks(told, [*others, f"{CANARY} 6", f"{CANARY} 7"]) == []
