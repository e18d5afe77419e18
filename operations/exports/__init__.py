"""What other survey tools export, turned into an answers workbook.

Microsoft Forms, Google Forms, LimeSurvey, SurveyMonkey and Qualtrics all write one table: a row a
person, a column a question, with a heading or two above. Columns are known by the code, the
statement or the shorter words; answers by their words or their number.

| module | holds |
|---|---|
| survey_table | the table, from .csv or .xlsx, whatever it is encoded in |
| matching | which column is which item, what each answer is; everything left over |
| filled | the workbook with the answers in it |
"""

from operations.exports.filled import fill
from operations.exports.matching import Matched, match
from operations.exports.survey_table import SurveyTable, read_table

__all__ = ["Matched", "SurveyTable", "fill", "match", "read_table"]
