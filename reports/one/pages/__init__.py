"""The page of a closed assessment: its report.

| module | what |
|---|---|
| report | the page; ``body`` makes and keeps what does not change between readers |
| closed_guard | the closed assessment for the person who asks, or why there is none |
| first_screen, opened, own_part_shown, own_words | parts of the page, as values for its templates |
| how_made, shared_sentences | the method in plain words; what page and workbook both say |
| downloads | the report as files |
"""
