"""The charts of a round, of what is published and of those who share by name.

For a new one: what it shows, in a module here; what it means, in ``comparing.wording``; and a line
in its list.
"""

from functools import partial

from assessment.method.language import capital, on_day
from comparing.charts.compared_spread import (
    mechanisms_spread,
    named_dots,
    principles_spread,
    structure_spread,
)
from comparing.charts.named_heat import named_heat
from comparing.method.members import MECHANISMS, PRINCIPLES
from comparing.method.seen import Seen, SeenByName, SeenPublished
from comparing.wording.named_said import dots_sentence, levels_sentence
from comparing.wording.published_said import (
    mechanisms_sentence,
    principles_sentence,
    structure_sentence,
)
from reports.drawing.chart import Design, chart_list
from reports.drawing.parts import Foot
from reports.wording.cautions_said import CAUTION, SCORES


def until(seen: Seen) -> str:
    return f"shown until {on_day(seen.last_day)}" if seen.last_day else ""


def foot_published(seen: SeenPublished) -> Foot:
    """'Peer Led: Spring, 16 organisations share, shown until 30 November 2029'; whose own."""
    members = seen.published.members
    share = f"{members} organisations share" if members else "too few share"
    rest = ", ".join(filter(None, [share, until(seen)]))
    whose = ((seen.own.organisation, 0.4),) if seen.own else ()
    return Foot(((seen.title, 0.5), *whose), rest, SCORES)


def foot_named(seen: SeenByName) -> Foot:
    return Foot(((seen.title, 0.9),), until(seen), capital(CAUTION))


PUBLISHED_CHARTS = chart_list(
    Design(
        name="principles",
        title="The twelve principles across organisations",
        sentence=principles_sentence,
        parts=principles_spread,
        foot=foot_published,
    ),
    Design(
        name="structure",
        title="Structure and essence across organisations",
        sentence=structure_sentence,
        parts=structure_spread,
        foot=foot_published,
    ),
    Design(
        name="mechanisms",
        title="Mechanisms of professionalisation across organisations",
        sentence=mechanisms_sentence,
        parts=mechanisms_spread,
        foot=foot_published,
    ),
)
NAMED_CHARTS = chart_list(
    Design(
        name="levels",
        title="Levels of the members, by name",
        sentence=levels_sentence,
        parts=named_heat,
        foot=foot_named,
    ),
    Design(
        name="principles",
        title="The twelve principles, member by member",
        sentence=partial(dots_sentence, part=PRINCIPLES),
        parts=partial(named_dots, part=PRINCIPLES),
        foot=foot_named,
    ),
    Design(
        name="mechanisms",
        title="Mechanisms of professionalisation, member by member",
        sentence=partial(dots_sentence, part=MECHANISMS),
        parts=partial(named_dots, part=MECHANISMS),
        foot=foot_named,
    ),
)
