"""The charts of one report: functions of what was released, that give plain values to draw.

A new chart: what it shows, in a module here; what it means, in ``wording``; and a
line in ``CHARTS``. Page, files and commands follow that list.
"""

from assessment.method.marks import Marked
from reports.drawing.chart import Design, chart_list
from reports.drawing.parts import Foot, foot_of
from reports.one.charts.perspective_dots import perspective_plot
from reports.one.charts.plane import place_of, structure_and_essence
from reports.one.charts.pyramid import pyramid_parts
from reports.one.charts.report_radars import principle_radar, standard_radar
from reports.wording import pyramid_said
from reports.wording.cautions_said import OWN_RATING, OWN_SCORES, SCORES, blurred
from reports.wording.perspectives_said import perspectives_sentence
from reports.wording.plotted import domains_drawn, layers, perspective_dots, principle_lines
from reports.wording.principles_said import principles_sentence
from reports.wording.profile_said import map_sentence
from reports.wording.standards_said import standards_sentence


def scored(marked: Marked) -> Foot:
    return foot_of(marked.results.about, f"{SCORES} {blurred(marked.results)}".strip())


def own_scored(marked: Marked) -> Foot:
    return foot_of(marked.results.about, OWN_SCORES)


def own_rated(marked: Marked) -> Foot:
    return foot_of(marked.results.about, OWN_RATING)


CHARTS = chart_list(
    Design(
        name="principles",
        title="The twelve principles",
        sentence=principles_sentence,
        parts=principle_radar,
        foot=scored,
        shows=lambda marked: bool(principle_lines(marked)),
    ),
    Design(
        name="standards",
        title="The standards by domain: the organisation's own rating",
        sentence=standards_sentence,
        parts=standard_radar,
        foot=own_scored,
        shows=domains_drawn,
    ),
    Design(
        name="map",
        title="Structure and essence side by side",
        sentence=map_sentence,
        parts=structure_and_essence,
        foot=scored,
        shows=lambda marked: place_of(marked) is not None,
    ),
    Design(
        name="perspectives",
        title="How each perspective rates the twelve principles",
        sentence=perspectives_sentence,
        parts=perspective_plot,
        foot=scored,
        shows=lambda marked: len(perspective_dots(marked)) > 1,
    ),
    Design(
        name="pyramid",
        title=pyramid_said.TITLE,
        sentence=pyramid_said.pyramid_sentence,
        parts=pyramid_parts,
        foot=own_rated,
        shows=lambda marked: any(layer.rating is not None for layer in layers(marked)),
    ),
)
