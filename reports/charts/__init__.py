"""Charts: pure functions of what was released, that return bytes. They reach no answers.

| module | what |
|---|---|
| chart | a report: ``Chart``, the five names, ``draw`` |
| comparison, over_time (with story), programmes | the same of a comparison, of rounds, of a trust |
| figures, comparison_figures | the figures each chart plots, as plain values |
| sentences, words; the modules ending so; comparison_gaps | what each chart means, in words |
| radar (with circle), plane, dots, pyramid | a report's pictures |
| spread (with spread_row), level_counts, heat (with grid) | a comparison's |
| then_and_now, dumbbells, lines | of rounds |
| sheet, legend, rows | the paper they draw on, in millimetres: heading, footer, lines, words |
| lettering, shapes, style | fonts and wrapping; markers; colours and sizes |
| output | a drawn sheet as SVG and PNG bytes |

A new chart: its figures in ``figures``, its title in ``words.TITLES``, its sentence in
``sentences.SENTENCES``, its picture in a module of its own, named in ``pictures.PICTURES``; of a
comparison or of rounds in the modules of these names after ``comparison_`` or ``over_time_``.
"""

from reports.charts.chart import CHARTS, Chart, draw, draw_all

__all__ = ["CHARTS", "Chart", "draw", "draw_all"]
