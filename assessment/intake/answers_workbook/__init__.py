"""The answers workbook: one spreadsheet that a trusted holder fills in for everybody.

``write_template`` makes it, ``read_answers`` reads it back. It is the one file that holds each
person's answers, so whoever opens it is told so first.

| module | holds |
|---|---|
| layout | names of sheets, columns and labels: a new column starts here |
| template | writing it |
| blank_assessment, blank_answers, blank_own_part, guidance | one sheet each |
| look, choices | styles and text; drop-downs and what they say |
| answer_sheet | the order in which it is read |
| assessment_sheet, answers_rows, own_part_sheets | one sheet each |
| other_sheets | what stands beside the sheets that are read; what is hidden |
| crosschecks | what no single row or sheet shows |
| tables, values, faults | finding the columns, what a cell may hold, where a fault stands |
"""

from assessment.intake.answers_workbook.answer_sheet import AnswerSheet, read_answers
from assessment.intake.answers_workbook.other_sheets import NotOurs
from assessment.intake.answers_workbook.template import write_template

__all__ = ["AnswerSheet", "NotOurs", "read_answers", "write_template"]
