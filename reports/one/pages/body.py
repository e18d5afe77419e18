"""The body of a report: made once for each kind of reader and state of the plan, then kept.

Rendering it takes ten times as long as all else a request does, and nothing in it is of one
person: the token of its form stands outside it.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse

from assessment.models import ClosedReport
from reports.actions.pairs import Told
from reports.actions.plan import Plan, by_status, intents
from reports.kept import Kept, kept_of
from reports.one.pages import first_screen, how_made, opened, own_part_shown, own_words
from reports.one.pages.shared_sentences import sentences
from reports.one.report_publications import REPORT_PUBLICATIONS, PlannedReport
from reports.packing import Packed, pack
from reports.publications import offered
from reports.sending import file_links
from reports.wording import board_said, explained
from reports.wording.answered_said import who_answered
from reports.wording.cautions_said import unheard
from reports.wording.figures_said import cuts_of
from reports.wording.people_said import least_told
from reports.wording.profile_said import figures_named
from reports.wording.stated import stated

BODIES_KEPT = 32  # about 230 KB each


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that the body of a page depends on, besides the report itself."""

    number: int
    created: datetime
    assessment: UUID
    plan: Plan
    told: bool
    editing: bool
    opened: bool
    language: str | None


@lru_cache(BODIES_KEPT)
def body(asked: Asked) -> Packed:
    """At most one query, and none where this worker has read the report before."""
    report = ClosedReport(pk=asked.number, created=asked.created)
    text = render_to_string("reports/_body.html", context(kept_of(report), asked))
    return pack(text.encode())


def context(kept: Kept, asked: Asked) -> dict[str, Any]:
    marked = kept.marked
    instrument = marked.results.instrument
    told = Told(address="" if asked.told else None)
    return {
        "asked": asked,
        "marked": marked,
        "instrument": instrument,
        "about": marked.results.about,
        "stated": stated(marked.results),
        **cuts_of(instrument),
        **first_screen.parts_shown(marked),
        "unheard": list(unheard(marked.results)),
        "first": first_screen.first_screen(marked),
        "board": board_said.board_page(marked, intents(asked.plan)),
        "heads": board_said.HEADS,
        "radar_url": reverse("report_file", args=[asked.assessment, "principles.svg"]),
        "pictures": first_screen.pictures(marked),
        "voices": first_screen.voices(marked),
        "pyramid": list(first_screen.pyramid(marked)),
        "said": sentences(marked),
        "fewest": least_told(marked.results),
        "heard": list(who_answered(marked, dict(kept.slips))),
        "different_views": list(own_words.different_views(marked)),
        "comments": list(own_words.comments(marked, kept.comments)),
        "levels": list(opened.opened_levels(marked, asked.plan)),
        "plan": by_status(asked.plan, instrument),
        "figures": [one for one in figures_named(marked.structure) if one[1] is not None],
        "domains": list(own_part_shown.domains(marked)),
        "mechanisms": list(own_part_shown.mechanisms(marked, asked.plan)),
        "parts": how_made.parts(marked),
        "thresholds": list(how_made.thresholds(marked)),
        "sources": list(explained.sources(instrument)),
        "versions": how_made.versions(marked),
        "files": file_links(
            offered(REPORT_PUBLICATIONS, PlannedReport(marked, asked.plan, told=told)),
            lambda name: reverse("report_file", args=[asked.assessment, name]),
        ),
    }
