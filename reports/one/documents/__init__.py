"""The documents of one closed assessment: functions of what was released, that give bytes.

| module | what |
|---|---|
| board_sheet | one sheet of A4 for a board |
| report_outline | the whole report, the board page first: for PDF and Word |
| report_slides | three slides for a meeting |
| talk_kit, wall_poster | for people who give and receive: questions, a poster |

Their words are ``reports.wording``'s, how they are set is ``reports.documents``'s. A new document
is a module here and a line in ``one.report_publications``.
"""
