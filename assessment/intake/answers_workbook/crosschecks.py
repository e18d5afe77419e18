"""What no single row or sheet shows: rules between rows, and between Answers and Assessment."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.intake.answers_workbook import layout
from assessment.intake.answers_workbook.answers_rows import AnswersRow
from assessment.intake.answers_workbook.assessment_sheet import AssessmentSheet
from assessment.intake.answers_workbook.faults import Faults
from assessment.method.responses import Responses
from assessment.method.results import About, Answered, Individuals, Mode
from questions import Instrument, Shape


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of Answers that hold an answer, and where its columns stand."""

    rows: tuple[AnswersRow, ...]
    columns: Mapping[str, int]

    def of(self, perspective: str) -> list[AnswersRow]:
        return [line for line in self.rows if line.perspective == perspective]


def refuse_mixtures(lines: Lines, about: About, shape: Shape, faults: Faults) -> None:
    """Individuals beside groups, two panels, giving in a mutual group: docs/method.md section 2."""
    for perspective in dict.fromkeys(line.perspective for line in lines.rows):
        if perspective is None:
            continue
        of = lines.of(perspective)
        if perspective == shape.panel:
            if len(of) > 1:
                sentence = f"there is one panel at most; row {of[0].number} holds it already"
                faults.at(layout.ANSWERS, of[1].number, lines.columns[layout.PERSPECTIVE], sentence)
            continue
        if perspective == shape.giving and about.mutual:
            sentence = (
                f"in a mutual group everybody gives and receives: write {shape.receiving}"
                f" ({len(of):,} rows)"
            )
            faults.at(layout.ANSWERS, of[0].number, lines.columns[layout.PERSPECTIVE], sentence)
        refuse_mixed_kinds(perspective, of, lines.columns, faults)


def refuse_mixed_kinds(
    perspective: str, of: list[AnswersRow], columns: Mapping[str, int], faults: Faults
) -> None:
    first: dict[Mode, int] = {}
    for line in of:
        if line.mode is not None:
            first.setdefault(line.mode, line.number)
    if len(first) > 1:
        (one, row), (other, number) = first.items()
        sentence = f"'{perspective}' is {other} here and {one} in row {row}: it is one or the other"
        faults.at(layout.ANSWERS, number, columns[layout.KIND], sentence)


def gather(lines: Lines, sheet: AssessmentSheet, instrument: Instrument) -> dict[str, Answered]:
    """Each perspective's answers in the instrument's order; meaningless beside any fault."""
    width = len(instrument.items(sheet.about.length))
    answered = {}
    for perspective in instrument.perspective:
        of = [line for line in lines.of(perspective) if len(line.answers) == width]
        if of:
            answered[perspective] = Answered(
                responses=Responses.of((line.answers for line in of), width=width),
                individuals=None
                if of[0].mode is Mode.GROUP
                else Individuals(k=sheet.k, size=sheet.sizes.get(perspective)),
                groups=tuple(line.group for line in of if line.group is not None),
            )
    return answered


def check_sizes(
    answered: Mapping[str, Answered], sheet: AssessmentSheet, shape: Shape, faults: Faults
) -> None:
    """A fault for 0 people where somebody answered; a note where more answered than there are."""
    sizes = {**layout.sizes(shape), layout.PANEL_PEOPLE: shape.panel}
    panel_people = sheet.about.panel.people if sheet.about.panel else None
    for label, perspective in sizes.items():
        size = panel_people if perspective == shape.panel else sheet.sizes.get(perspective)
        if size is None or perspective not in answered:
            continue
        people = people_of(answered[perspective])
        if size == 0:
            sentence = f"'{label}' is 0 and somebody answered; leave it blank if it is not known"
            faults.at(layout.ASSESSMENT, sheet.at[label], sheet.column, sentence)
        elif size < people and perspective != shape.panel:
            faults.note(
                layout.ASSESSMENT,
                f"'{label}' is {size:,} and {people:,} answered: no range rests on such a size",
            )


def people_of(answered: Answered) -> int:
    """How many people stand behind the answers; of groups, as many as were stated."""
    if answered.mode is Mode.GROUP:
        return sum(group.people or 0 for group in answered.groups)
    return len(answered.responses.joined) // answered.responses.width


def note_panel(
    answered: Mapping[str, Answered], about: About, shape: Shape, faults: Faults
) -> None:
    """Where the panel's row and the sheet Assessment do not say the same; Assessment counts."""
    groups = answered[shape.panel].groups if shape.panel in answered else ()
    if not groups or about.panel is None:
        return
    people, stated = about.panel.people, groups[0].people
    if people is None or about.panel.lived_experience is None:
        faults.note(
            layout.ASSESSMENT,
            f"'{layout.PANEL_PEOPLE}' or '{layout.PANEL_LIVED}' is not stated, so the panel "
            "cannot count as a lived-experience view",
        )
    if people is not None and stated is not None and people != stated:
        faults.note(
            layout.ANSWERS,
            f"the panel's row says {stated} people and the sheet {layout.ASSESSMENT} {people}; "
            f"the sheet {layout.ASSESSMENT} counts",
        )
