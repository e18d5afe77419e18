"""A questionnaire of one perspective to print: the first sheet, then the pages with statements."""

from django.utils.translation import gettext as _

from assessment.instruments import instrument_of
from assessment.method.results import Mode
from assessment.models import Perspective
from assessment.paper.typesetting import pdf
from assessment.promises import promises
from assessment.respondent.wording_choice import Words
from papers.out.layouts import TEMPLATE, Look, codes, layout_of, statements
from papers.out.opening_sheet import opening_sheet
from papers.out.page_marks import public_number
from questions import Length


def look(perspective: Perspective, words: Words, *, large: bool) -> Look:
    assessment = perspective.assessment
    return Look(
        instrument=assessment.instrument,
        perspective=perspective.code,
        length=Length(assessment.length),
        mutual=assessment.mutual,
        words=words,
        large=large,
    )


def questionnaire_pdf(
    perspective: Perspective, words: Words, *, large: bool, address: str
) -> bytes:
    """The same bytes for everybody: nothing tells one copy from another."""
    assessment = perspective.assessment
    chosen = look(perspective, words, large=large)
    layout = layout_of(chosen)
    name = instrument_of(assessment).name_of(perspective.code, mutual=assessment.mutual)
    data = statements(chosen) | {
        "title": f"{_('Questionnaire')}: {name}",
        "head": f"{assessment.programme.name} · {name}",
        "qr": codes(layout.mark(public_number(assessment.pk)), len(layout.pages)),
        "first": opening_sheet(perspective, address),
        "last": last(perspective),
    }
    return pdf(TEMPLATE, data)


def last(perspective: Perspective) -> dict[str, object]:
    """The frame for own words; of a group its different view, and who is in the room."""
    said = promises(perspective)
    if perspective.mode == Mode.GROUP:
        return {
            "head": _("Does anyone see it differently?"),
            "words": [said["read_by"]],
            "lines": [
                _("How many people are in the room:"),
                _("From which sides, how many of each:"),
            ],
        }
    return {
        "head": _("Anything in your own words?"),
        "words": [said["read_by"], said["own_words_shown"]],
        "lines": [],
    }
