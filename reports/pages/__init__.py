"""The pages of a closed assessment: its report, files, plan, and what those who answered are told.

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
"""
