"""What an organisation agrees to when it shares, and the very words and figures of it.

``offer`` is what the preview shows and what sharing keeps: made anew for both, and held together
by its digest.
"""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.instruments import instrument_of
from assessment.method import from_json
from assessment.models import ActionStatus, Assessment, ClosedReport
from assessment.steps.planning import suggestions
from comparing.method.members import figures_of, to_row
from comparing.method.shared_document import to_shared_json
from comparing.method.sharing import Shared, leaving
from comparing.models import Round, Share, Way
from organisations.models import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What an owner agrees to; ``until`` is the last day."""

    assessment: Assessment
    way: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """All that would leave, and the words that are agreed to.

    ``chosen``: the suggested actions that are planned, as 'M2:0'. ``instead_of``: what the
    organisation shares with the round already.
    """

    shared: Shared
    chosen: tuple[str, ...]
    text: str
    instead_of: Share | None

    @property
    def results(self) -> str:
        return to_shared_json(self.shared)

    @property
    def figures(self) -> dict[str, Any]:
        return to_row(figures_of(self.shared))

    @property
    def digest(self) -> str:
        """Another one wherever anything that is shown before agreeing is another."""
        former = self.instead_of and self.instead_of.pk
        said = json.dumps([self.text, self.results, self.chosen, former])
        return sha256(said.encode()).hexdigest()

    def is_shared_by(self, share: Share) -> bool:
        """Word for word and figure for figure."""
        said = share.text, share.results, tuple(share.chosen)
        return said == (self.text, self.results, self.chosen)


def offer(*, round_: Round, agreement: Agreement) -> Offer:
    return Offer(
        shared=what_leaves(agreement.assessment),
        chosen=tuple(chosen_actions(agreement.assessment)),
        text=agreement_words(round_=round_, agreement=agreement),
        instead_of=shared_by(round_, agreement.assessment.programme.organisation),
    )


def shared_by(round_: Round, organisation: Organisation) -> Share | None:
    """What an organisation shares with a round, its day not yet passed or not yet looked at."""
    return Share.objects.filter(round=round_, organisation=organisation, withdrawn_at=None).first()


def what_leaves(assessment: Assessment) -> Shared:
    """What would leave, for the preview and for sharing alike; one query."""
    report = ClosedReport.objects.get(assessment=assessment)
    return leaving(from_json(report.results, instrument_of(assessment)))


def chosen_actions(assessment: Assessment) -> list[str]:
    """The suggested actions in the plan, by name; own words never leave."""
    planned = assessment.planned_actions.exclude(status=ActionStatus.DROPPED)
    found = set(planned.values_list("about", "text"))
    suggested = suggestions(instrument_of(assessment))
    return [n for n, action in suggested.items() if (n.partition(":")[0], action.text) in found]


def agreement_words(*, round_: Round, agreement: Agreement) -> str:
    """The text that is agreed to, a paragraph a line, kept as it was."""
    said = BY_NAME if agreement.way == Way.NAMED else ANONYMOUSLY
    return "\n".join([who_shares_what(round_, agreement), str(said), str(LEAVES), str(BACK)])


def who_shares_what(round_: Round, agreement: Agreement) -> str:
    programme = agreement.assessment.programme
    return _(
        "%(organisation)s shares “%(assessment)s” (%(programme)s) with the round “%(round)s” of "
        "%(collaboration)s, until %(until)s."
    ) % {
        "organisation": programme.organisation.name,
        "assessment": agreement.assessment.name,
        "programme": programme.name,
        "round": round_.name,
        "collaboration": round_.collaboration.name,
        "until": date_format(agreement.until, "j F Y"),
    }


BY_NAME = gettext_lazy(
    "By name: the members of the round and the people of the collaboration see your "
    "organisation's own figures and levels."
)
ANONYMOUSLY = gettext_lazy(
    "Anonymously: your figures are only part of those of at least five organisations. That you "
    "take part is shown neither to other members nor to the collaboration. Where nearly every "
    "member shares they may guess it, and the people who run this site could find out."
)
LEAVES = gettext_lazy(
    "What leaves: figures of eight people or more and of groups, the length, how many were in the "
    "panel, your ratings of standards, facts and pyramid, your kind of organisation, and which of "
    "the suggested actions you have planned. Evidence, comments, notes and your own words never "
    "leave."
)
BACK = gettext_lazy(
    "You can take this back at any time. Then your figures are removed and the round's figures are "
    "hidden at once; they are made again only when at least three organisations differ. Files that "
    "others have downloaded by then cannot be called back."
)
