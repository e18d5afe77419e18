"""``manage.py read_paper FILES --out ANSWERS.xlsx``: questionnaires filled in by hand."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from assessment.instruments import find
from operations.command_faults import refuse_command
from operations.instrument_option import add_instrument_option
from operations.new_workbook import NOT_WRITTEN, ONE_KEEPER, add_out_option, write_workbook
from organisations.refusal import Refusal
from papers.reading.paper_reading import read_files
from papers.reading.photographs import ON_COMMAND_LINE, Named
from papers.reading.piles import Piles, ReadSheet
from papers.reading.read_workbook import answers_workbook
from questions import Instrument, InstrumentError, Length


class Command(BaseCommand):
    help = "Read questionnaires filled in by hand into an answers workbook. Photographs or scans."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, help="JPEG, PNG or PDF, in order")
        add_out_option(parser)
        add_instrument_option(parser)

    def handle(self, *, files: list[Path], out: Path | None, instrument: str, **_: Any) -> None:
        headline = "Nothing was written."
        try:
            asked = find(instrument)
            named = [Named(path.name, path.read_bytes()) for path in files]
            piles = read_files(named, asked, ON_COMMAND_LINE)
        except InstrumentError as error:
            refuse_command(self, headline, error.faults)
        except (Refusal, OSError) as error:
            refuse_command(self, headline, [str(error)])
        self.show(piles)
        if not piles.sheets:
            refuse_command(self, headline, ["There is no whole questionnaire in these files."])
        faults = [*mixed(piles.sheets)]
        if faults:
            refuse_command(self, headline, faults)
        if out is None:
            self.stdout.write(NOT_WRITTEN)
        else:
            self.write(piles.sheets, asked, out)

    def show(self, piles: Piles) -> None:
        for number, sheet in enumerate(piles.sheets, start=1):
            found = f"Questionnaire {number}: {sheet.look.perspective}, from {sheet.place()}."
            self.stdout.write(found)
            if sheet.is_guess():
                self.stdout.write("  Put together by the place of its pages: do they fit?")
            if sheet.like:
                self.stdout.write(f"  The same answers as from {sheet.like}: is it another sheet?")
            for place in sheet.empty():
                self.stdout.write(f"  Nothing was found on {place}: is that so?")
            for one in sheet.asked():
                self.stdout.write(f"  look at {one.code} ({one.place}): {one.why}.")
            if sheet.words():
                self.stdout.write("  It has own words, which this does not read.")
        for sentence in piles.told:
            self.stdout.write(sentence)

    def write(self, sheets: list[ReadSheet], asked: Instrument, out: Path) -> None:
        length = sheets[0].look.length
        write_workbook(self, out, answers_workbook(sheets, asked, length))
        unsure = sum(len(sheet.asked()) for sheet in sheets)
        self.stdout.write(
            f"{out} holds {len(sheets):,} questionnaires. {unsure:,} cells begin with 'look': put "
            "the answer in, from the paper. Kind is individual for all but a panel: change it "
            f"where a group agreed. {ONE_KEEPER}"
        )


def mixed(sheets: list[ReadSheet]) -> list[str]:
    """A workbook is of one assessment and one length."""
    faults = []
    if len({sheet.assessment for sheet in sheets}) > 1:
        faults.append("These sheets are of more than one self-assessment.")
    if len({sheet.look.length for sheet in sheets}) > 1:
        faults.append(f"Some sheets are {Length.FULL}, some {Length.SHORT}.")
    return faults
