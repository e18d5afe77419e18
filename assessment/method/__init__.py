"""What an answer means: cells, scores, marks. Pure; follows docs/method.md section by section.

``release`` turns answers into ``Results`` once; ``mark`` reads ``Results`` and nothing else.

| module | section |
|---|---|
| numbers | Arithmetic |
| responses | 1 (what an answer is) |
| doors, blur, bands, cells, results | 3, 9 (what is released) |
| scores | 4 |
| views | 5 |
| levels, reasons | 6 |
| structure | 7 |
| mechanisms | 8 |
| confidence, ranges | 9 |
| marks | all of them, put together |
| document, document_types | results.json, and what stands where in it |
| document_reading, readers, earlier | read back, of this version and of those before it |
| language | names, lists and days in the words of a reason |

Section 10, over time, is ``reports.method``; section 11, comparing organisations, is
``comparing.method``.
"""

from assessment.method.cells import release
from assessment.method.document import to_json
from assessment.method.marks import Marked, PrincipleMark, mark
from assessment.method.readers import from_json, marked_from_json
from assessment.method.results import Cell, Results, Withheld

__all__ = [
    "Cell",
    "Marked",
    "PrincipleMark",
    "Results",
    "Withheld",
    "from_json",
    "mark",
    "marked_from_json",
    "release",
    "to_json",
]
