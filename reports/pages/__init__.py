"""The pages of closed assessments: of one, its report, files, plan and what those who answered are
told; of several, a programme over time and programmes side by side.

| module | what |
|---|---|
| guard | the closed assessment for the person who asks, or why there is none |
| report | the page; ``body`` makes and keeps what does not change between readers |
| heard, panels, overview, own_part, making | the parts of that page, as values for its templates |
| charts, downloads, tables, sending | pictures and files |
| packing | a page compressed in pieces, the long one once |
| actions | the plan |
| changed | 'you said, what changed', and turning it on and off |
| plan | the plan as the pages read it |
| rounds | closed assessments of a programme, or the latest of each programme |
| over_time | two rounds compared and the line over all; ``over_time_files`` as CSV |
| story, told | which rounds and events; what the page says of them, made once and kept |
| change_words, left_out, then_and_now | the parts of that page, as values for its templates |
| side_by_side | a trust's programmes by name; ``programmes`` holds its values |
"""
