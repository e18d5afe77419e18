"""The documents of one closed assessment: functions of what was released, that give bytes.

| module | what |
|---|---|
| board_sheet | one sheet of A4 for a board |

Their words are ``reports.wording``'s. A new PDF is a ``.typ`` file here, dressed by look.typ,
and a line in ``one.report_publications``.
"""
