"""What other survey tools export, read as the answers workbook is.

Microsoft Forms, Google Forms, LimeSurvey, SurveyMonkey and Qualtrics all write one table: a row a
person, a column a question, with a heading or two above. Columns are known by the code, the
statement or the shorter words; answers by their words or their number.

| module | holds |
|---|---|
| survey_table | the table, from .csv or .xlsx, whatever it is encoded in |
| matching | which column is which item; everything left over |
| survey_answers | what each answer is, row by row |
| saved_mapping | what was settled before, for the next export |
| looked_at | what every command does first: reading, showing, refusing |
| filled | the workbook with the answers in it |
| scored | what `score` takes, without a workbook between |
"""

from operations.exports.filled import fill
from operations.exports.looked_at import NoStatements, add_export_options, looked_at
from operations.exports.matching import match
from operations.exports.scored import sheet_of
from operations.exports.survey_answers import Matched
from operations.exports.survey_table import SurveyTable, read_table

__all__ = [
    "Matched",
    "NoStatements",
    "SurveyTable",
    "add_export_options",
    "fill",
    "looked_at",
    "match",
    "read_table",
    "sheet_of",
]
