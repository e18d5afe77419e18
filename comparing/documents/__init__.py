"""The documents of a round, of what everybody reads in it: nobody's own figures are in them.

| module | what |
|---|---|
| collective_sheet | one page for commissioners, from published figures alone |
| learning_day | an agenda, cards and slides for a day together, with questions from the figures |
"""
