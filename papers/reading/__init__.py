"""Questionnaires filled in by hand, read from photographs or a scanner's PDF.

Nothing is written to disk and nothing kept: bytes go in, what was read comes out, with a small
picture of each line that a person must look at.

| module | from, to |
|---|---|
| photographs | files to grey pictures, within limits |
| drawn_apart | a PDF's pages to pictures, in a process that is ended where it asks too much |
| finding | a picture to the pages in it, by the codes in their corners |
| straight | a page in a picture to a straight page of ink, as it left the printer |
| placing | a line's boxes to where they are on the paper |
| measuring | those to numbers: how much ink is on them |
| marking | a straight page to the answer of each line, or why it is unsure |
| piles | pages to whole questionnaires, and what is missing or twice |
| paper_reading | the way through all of them |
| read_workbook | whole questionnaires to an answers workbook |
"""
