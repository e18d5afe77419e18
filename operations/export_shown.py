"""What every command does with an export first: reads it, shows what it is taken for, refuses."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand

from assessment.intake.answers_workbook.answers_rows import perspective_names
from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.values import plain_text
from assessment.intake.uploads import Refused
from papers.exports.matching import match
from papers.exports.saved_mapping import NOTHING, SLIP, mapping_text, read_mapping
from papers.exports.survey_answers import Matched
from papers.exports.survey_table import read_table
from questions import Instrument


class NoStatements(Refused):
    """Not one column is a statement's: this is no export of ours."""


def add_export_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--as",
        dest="perspective",
        metavar="PERSPECTIVE",
        help="whose answers an export holds, where no column of it says so",
    )
    parser.add_argument(
        "--mapping",
        type=Path,
        metavar="FILE.json",
        help="what columns and answers of an export are taken for: read where the file is there "
        "already, else written, to be changed and for next time",
    )


def looked_at(
    command: BaseCommand,
    export: Path,
    instrument: Instrument,
    *,
    perspective: str | None,
    mapping: Path | None,
) -> Matched:
    """Shown before anything is done; Refused with every fault."""
    whose = perspective_named(perspective, instrument)
    is_saved = mapping is not None and mapping.exists()
    saved = read_mapping(mapping, instrument) if mapping and is_saved else NOTHING
    matched = match(read_table(export), instrument, whose, saved)
    for line in shown_lines(matched, whose) if matched.columns else ():
        command.stdout.write(line)
    if mapping and not is_saved:
        write_mapping(matched, mapping)
        command.stdout.write(f"{mapping} holds this: change what is missing, and give it again.")
    if not matched.columns:
        raise NoStatements(matched.faults)
    if matched.faults:
        raise Refused([*matched.faults, *how_to_settle(matched, mapping)])
    return matched


def how_to_settle(matched: Matched, mapping: Path | None) -> Iterator[str]:
    """Where somebody may say what the file's own words do not."""
    if mapping is None and (matched.unknown or matched.strangers or matched.left_over):
        yield "what is not known can be said in a file: --mapping NEW.json writes one to fill in"


def perspective_named(text: str | None, instrument: Instrument) -> str | None:
    """By its code or any of its names."""
    if text is None:
        return None
    found = perspective_names(instrument).get(plain_text(text))
    if found is None:
        raise Refused([f"{quoted(text)} is none of {', '.join(instrument.perspective)}."])
    return found


def shown_lines(matched: Matched, whose: str | None) -> Iterator[str]:
    """Column and item, answer and what it is taken for with its count, what is left over."""
    for text, code in matched.columns:
        yield f"{code:<20} {text}"
    if matched.slip:
        yield f"{SLIP:<20} {matched.slip}"
    for (text, answer), times in sorted(matched.values.items(), key=lambda one: one[0][1]):
        yield f"{answer:<6}{times:>8,} x {text}"
    for perspective, times in matched.people.items():
        said = f"by the column {quoted(matched.whose)}" if whose is None else "all of them"
        yield f"{perspective:<20} {times:,} people, {said}"
    for text in matched.left_over:
        yield f"left over: {text}"
    for note in matched.notes:
        yield f"Note: {note}"


def write_mapping(matched: Matched, path: Path) -> None:
    text = mapping_text(
        matched.taken_for, dict.fromkeys(matched.unknown, ""), dict.fromkeys(matched.strangers, "")
    )
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Refused([f"{path} could not be written: {error.strerror}"]) from error
