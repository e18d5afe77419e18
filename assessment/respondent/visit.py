"""One person, or one group, at one link: what every respondent's view begins with."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest

from assessment.asked import fewest_of
from assessment.drafts import OpenDraft, find_draft, find_link
from assessment.instruments import instrument_of
from assessment.method.responses import Answer
from assessment.models import Assessment, Link, State
from assessment.respondent.cookie import key_in, later_in, words_in
from assessment.respondent.wording_choice import Words
from assessment.room import Room
from assessment.steps.answering import answers_of, has_slips, is_group
from questions import Instrument, Length


@dataclass(frozen=True)
class Visit:
    """``draft`` is None where this device holds no key, or one whose draft is gone.

    ``later``: things that can go wrong are left for another time.
    ``resting``: the draft that this device has not asked for lately. It may be another person's by
    now, so nothing of it is shown before one of its words is typed.
    """

    link: Link
    draft: OpenDraft | None
    words: Words
    later: bool = False
    resting: OpenDraft | None = None

    @property
    def assessment(self) -> Assessment:
        return self.link.perspective.assessment

    @property
    def is_open(self) -> bool:
        return self.assessment.state == State.OPEN

    @property
    def perspective(self) -> str:
        return self.link.perspective.code

    @property
    def is_group(self) -> bool:
        return is_group(self.link)

    @property
    def k(self) -> int:
        """The fewest people whose figures are shown, where they answer alone."""
        return fewest_of(self.link.perspective)

    @property
    def has_slips(self) -> bool:
        return has_slips(self.link)

    @property
    def instrument(self) -> Instrument:
        return instrument_of(self.assessment)

    @property
    def length(self) -> Length:
        return Length(self.assessment.length)

    @property
    def name(self) -> str:
        """Whom this link is for: 'people who receive peer support'."""
        return self.instrument.name_of(self.perspective, mutual=self.assessment.mutual)

    @cached_property  # decoded once, and asked of by every place of the page
    def answers(self) -> dict[str, Answer]:
        return answers_of(self.draft, self.assessment) if self.draft else {}

    @property
    def group(self) -> dict[str, Any]:
        """What a group has said of itself so far: people, from, counts."""
        return self.draft.group if self.draft else {}

    @property
    def is_panel(self) -> bool:
        return self.perspective == self.instrument.shape.panel

    @property
    def without_managers(self) -> bool:
        """Those who give or receive peer support rate by themselves."""
        shape = self.instrument.shape
        return self.perspective in (shape.giving, shape.receiving)

    @property
    def panel_too_few(self) -> bool:
        """A panel that is no view from lived experience."""
        room = Room(counts=self.group.get("counts", {}))
        return self.is_panel and not room.counts_as_lived(self.instrument)

    @property
    def held(self) -> OpenDraft:
        """The draft, in views that are only reached with one."""
        if self.draft is None:
            raise LookupError("this device holds no draft")
        return self.draft


def visit_of(request: HttpRequest, link_code: str) -> Visit:
    """One query where this device holds a key; Http404 for a link that never was."""
    link_code = link_code.lower()
    held, shown = key_in(request, link_code), (words_in(request), later_in(request))
    draft = find_draft(link_code, held.key) if held else None
    if draft is None or held is None:
        return Visit(known_link(link_code), None, *shown)
    if held.is_fresh or draft.sent:
        return Visit(draft.link, draft, *shown)
    return Visit(draft.link, None, *shown, resting=draft)


def known_link(link_code: str) -> Link:
    link = find_link(link_code)
    if link is None:
        raise Http404
    return link
