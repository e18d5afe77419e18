"""Where one is, for the pages of a round."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from comparing.models import Round
from organisations.access import membership_of
from organisations.models import Organisation

Crumbs = list[tuple[str, str]]


def own_organisation(request: HttpRequest) -> Organisation:
    """The one that ``organisations.access`` has found the person in."""
    return membership_of(request).party


def member_crumbs(organisation: Organisation, round_: Round, *more: str) -> Crumbs:
    """The last is where one is."""
    there = reverse("member_round", args=[organisation.pk, round_.pk])
    name = f"{round_.collaboration}: {round_}"
    return [
        (_("Collaborations"), reverse("collaborations", args=[organisation.pk])),
        (name, there if more else ""),
        *((label, "") for label in more),
    ]


def collaboration_crumbs(organisation: Organisation, here: str) -> Crumbs:
    """For what a member reads of a collaboration as a whole."""
    return [(_("Collaborations"), reverse("collaborations", args=[organisation.pk])), (here, "")]


def round_crumbs(round_: Round, *more: str) -> Crumbs:
    return [
        (_("Rounds and members"), reverse("collaboration", args=[round_.collaboration_id])),
        (round_.name, reverse("round", args=[round_.pk]) if more else ""),
        *((label, "") for label in more),
    ]
