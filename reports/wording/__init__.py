"""What is said of released figures, once: page, chart, spreadsheet, CSV and terminal take it here.

No Django and no subject: a sentence is a function of ``Marked``, ``Changes`` or ``OverTime``.
Lists, names and days inside a sentence are put together by ``assessment.method.language``, which
the method's own reasons need too; ``assessment.method.numbers`` settles decimals.

| module | what it says |
|---|---|
| cautions_said | what stands beside figures and under a chart |
| plotted | the figures that a chart plots, as plain values |
| about_said, sides_said, answered_said | which assessment it is, and who answered |
| figures_said | the highest and the lowest, how many answered, rough ranges |
| principles_said, perspectives_said | the two views; every perspective beside the others |
| standards_said, own_part_said, pyramid_said | the organisation's own part |
| profile_said, levels_said | profile and levels, never without their counts |
| plan_said | suggested and planned actions |
| explained | how each number was made (explained.toml) |
| timeline, change_said, over_time_said | assessments of one programme after each other |
"""
