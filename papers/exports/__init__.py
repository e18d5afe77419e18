"""What other survey tools export, read as the answers workbook is.

Microsoft Forms, Google Forms, LimeSurvey, SurveyMonkey and Qualtrics all write one table: a row a
person, a column a question, with a heading or two above. Columns are known by the code, the
statement or the shorter words; answers by their words, or by their number where one of them is 0.
Rows that were never sent, and previews, are left out.

| module | holds |
|---|---|
| survey_table | the table, from text or .xlsx |
| text_table | the rows of a text, whatever it is encoded in and by whichever mark it is cut |
| headings | which heading stands for which item |
| matching | what every column is; everything left over |
| whose | the column that says whose each row is |
| set_aside | rows that are nobody's answers, or somebody's twice |
| survey_answers | what each answer is, row by row |
| saved_mapping | what was settled before, for the next export |
| filled | the workbook with the answers in it |
| scored | what `score` takes, without a workbook between |
"""

from papers.exports.filled import fill
from papers.exports.matching import match
from papers.exports.scored import sheet_of
from papers.exports.survey_answers import Matched
from papers.exports.survey_table import SurveyTable, read_table

__all__ = [
    "Matched",
    "SurveyTable",
    "fill",
    "match",
    "read_table",
    "sheet_of",
]
