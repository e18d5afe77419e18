"""Charts: pure functions of ``Marked`` that return bytes. They reach no answers and no database.

| module | what |
|---|---|
| chart | ``Chart``, the five names, ``draw`` |
| figures | the figures each chart plots, as plain values |
| sentences, words | the sentence each chart means; titles, names and figures in words |
| radar (with circle), plane, dots, pyramid | one kind of picture each |
| sheet, legend | the paper they draw on, in millimetres: heading, footer, lines, words |
| lettering, shapes, style | fonts and wrapping; markers; colours and sizes |
| output | a drawn sheet as SVG and PNG bytes |

A new chart: its figures in ``figures``, its title in ``words.TITLES``, its sentence in
``sentences.SENTENCES``, its picture in a module of its own, named in ``pictures.PICTURES``.
"""

from reports.charts.chart import CHARTS, Chart, draw, draw_all

__all__ = ["CHARTS", "Chart", "draw", "draw_all"]
