"""What an organisation agrees to when it shares, and the very words and figures of it.

``offer`` is what the preview shows and what sharing keeps: made anew for both, and held together
by its digest.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.instruments import instrument_of
from assessment.method import from_json
from assessment.models import ActionStatus, Assessment, ClosedReport
from comparing.method.members import figures_of, to_row
from comparing.method.shared_document import to_shared_json
from comparing.method.sharing import Shared, leaving
from comparing.models import Readers, Round, Share
from organisations.models import Organisation
from questions.suggested import suggestions


@dataclass(frozen=True, kw_only=True)
class Offer:
    """All that would leave, and the words that are agreed to.

    ``planned``: the suggested actions that are planned, as 'M2:0'. ``instead_of``: what the
    organisation, by name the programme, shares with the round already.
    """

    assessment: Assessment
    shared: Shared
    planned: tuple[str, ...]
    text: str
    instead_of: Share | None

    # Asked for its digest and again to be kept: each makes every mark anew.
    @cached_property
    def results(self) -> str:
        return to_shared_json(self.shared)

    # The same.
    @cached_property
    def figures(self) -> dict[str, Any]:
        return to_row(figures_of(self.shared))

    @property
    def digest(self) -> str:
        """Another one wherever anything that is shown before agreeing is another."""
        former = self.instead_of and self.instead_of.pk
        said = json.dumps([self.text, self.results, self.planned, former])
        return sha256(said.encode()).hexdigest()


def offer(*, round_: Round, assessment: Assessment) -> Offer:
    """``assessment``, with its programme and organisation, is closed and the reader's own."""
    return Offer(
        assessment=assessment,
        shared=what_leaves(assessment),
        planned=tuple(planned_actions(assessment)),
        text=agreement_words(round_=round_, assessment=assessment),
        instead_of=instead_of(round_, assessment),
    )


def instead_of(round_: Round, assessment: Assessment) -> Share | None:
    """What gives way: anonymously an organisation shares one assessment, by name a programme."""
    found = Share.objects.filter(round=round_, withdrawn_at=None)
    if round_.is_anonymous:
        return found.filter(organisation=assessment.programme.organisation).first()
    return found.filter(assessment__programme=assessment.programme).first()


def what_leaves(assessment: Assessment) -> Shared:
    """What would leave, for the preview and for sharing alike; one query."""
    report = ClosedReport.objects.get(assessment=assessment)
    return leaving(from_json(report.results, instrument_of(assessment)))


def planned_actions(assessment: Assessment) -> list[str]:
    """The suggested actions in the plan, by name; own words never leave."""
    planned = assessment.planned_actions.exclude(status=ActionStatus.DROPPED)
    found = set(planned.values_list("about", "text"))
    suggested = suggestions(instrument_of(assessment))
    return [n for n, action in suggested.items() if (n.partition(":")[0], action.text) in found]


# The words


def agreement_words(*, round_: Round, assessment: Assessment) -> str:
    """The text that is agreed to, a paragraph a line, kept as it was."""
    said = anonymous_words(round_) if round_.is_anonymous else named_words()
    return "\n".join([who_shares_what(round_, assessment), str(LEAVES), *said])


def who_shares_what(round_: Round, assessment: Assessment) -> str:
    programme = assessment.programme
    return _(
        "%(organisation)s shares “%(assessment)s” (%(programme)s) with the round “%(round)s” of "
        "%(collaboration)s. Its last day is %(until)s. Invited are: %(members)s."
    ) % {
        "organisation": programme.organisation.name,
        "assessment": assessment.name,
        "programme": programme.name,
        "round": round_.name,
        "collaboration": round_.collaboration.name,
        "until": date_format(round_.ends, "j F Y"),
        "members": ", ".join(invited(round_)),
    }


def invited(round_: Round) -> Sequence[str]:
    """The members that may share in it, by name."""
    members = Organisation.objects.filter(member_of__collaboration=round_.collaboration_id)
    if round_.kind:
        members = members.filter(kind=round_.kind)
    return list(members.order_by("name").values_list("name", flat=True))


LEAVES = gettext_lazy(
    "What leaves: figures of eight people or more and of groups, the length, how many were in the "
    "panel, your ratings of standards, facts and pyramid, and which of the suggested actions you "
    "have planned. Evidence, comments, notes and your own words never leave."
)


def named_words() -> list[str]:
    return [
        _(
            "By name: everyone who shares in this round sees your organisation's own figures and "
            "levels, as you see theirs, from the moment you agree; and so do the people of the "
            "collaboration."
        ),
        _(
            "You can take this back at any time, and your figures are gone from every page at "
            "once. Files that others have downloaded by then cannot be called back."
        ),
        _(
            "Once it is shared by name this self-assessment, and any other of yours that closed "
            "less than half a year from it, can never be counted in an anonymous round, also after "
            "you take it back."
        ),
    ]


def anonymous_words(round_: Round) -> list[str]:
    return [
        _(
            "Anonymously: nobody's own figures are shown. The round closes by itself on %(day)s, "
            "never earlier. If six or more share by then, figures of all of them together are made "
            "once; they stay as they are until the last day, and %(readers)s. If fewer share, "
            "nothing is published and nothing counts."
        )
        % {
            "day": date_format(round_.closes or round_.ends, "j F Y"),
            "readers": READ_BY[Readers(round_.readers)],
        },
        _(
            "Until it closes you can take this back, and nothing is left of it. Later, taking back "
            "deletes what you shared and ends what you see as one who shares; the published "
            "figures, in which you cannot be told, stay. Downloaded files cannot be called back."
        ),
        _(
            "Once it has counted, this self-assessment, and any other of yours that closed less "
            "than half a year from it, can never be counted again nor be shared by name, also "
            "after you take it back."
        ),
        _(
            "Six can hide you only if five of them do not act together. That you take part is "
            "shown to nobody, but the people who run this site could find out."
        ),
    ]


READ_BY = {
    Readers.SHARERS: gettext_lazy(
        "those who share and the people of the collaboration can read them"
    ),
    Readers.MEMBERS: gettext_lazy("all members and the people of the collaboration can read them"),
    Readers.EVERYBODY: gettext_lazy("everybody can read them, members or not"),
}
