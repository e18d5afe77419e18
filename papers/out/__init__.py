"""What people who answer get on paper.

| module | what |
|---|---|
| posters | one sheet that asks a perspective to answer |
| questionnaires, opening_sheet | a questionnaire, and what stands before its statements |
| layouts | its pages with statements, and where each box is |
| page_marks | the codes in the corners of a page |
"""
