"""How dear a chart is beside one bare matplotlib radar of the same data, in the same run.

    .venv/bin/python -m benchmarks.charts

Marks must cost at most a tenth of a bare radar, and the charts of a report in both formats at
most nine. Processor time, which another busy process lengthens least; the ratios are the medians of
each turn's own.
"""

import time
from collections.abc import Callable
from io import BytesIO
from math import pi
from statistics import median

from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from assessment.method import mark
from reports.drawing import artists, output
from reports.drawing.chart import Chart, printed
from reports.one.charts import CHARTS
from reports.wording.plotted import principle_lines
from tests.reports.one.charts.cast import CAST

RUNS = 15
BARE = "one bare matplotlib radar (svg)"
ALL = "all five (svg and png)"
MOST = {"marks": 0.1, ALL: 9}


def timed(works: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Seconds of each, in turns, so a busy machine is busy for all. One round warms up."""
    spans: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(RUNS + 1):
        for name, work in works.items():
            start = time.process_time()
            work()
            spans[name].append(time.process_time() - start)
    return {name: found[1:] for name, found in spans.items()}


def bare_radar(marked) -> None:
    """What an afternoon's matplotlib gives: polar axes, two lines, twelve labels, as SVG."""
    figure = Figure(figsize=(6.3, 6.3))
    axes = figure.add_subplot(projection="polar")
    names = [one.principle.name for one in marked.principles.values()]
    turns = [2 * pi * place / len(names) for place in range(len(names))]
    for line in principle_lines(marked):
        axes.plot([*turns, 0], [*line.figures, line.figures[0]], label=line.code)
    axes.set_xticks(turns, names)
    axes.set_ylim(0, 100)
    axes.legend()
    FigureCanvasSVG(figure).print_svg(BytesIO())


def our_radar(marked) -> None:
    picture = CHARTS["principles"].of(marked)
    figure = artists.figure_of(picture.sheet())
    output.svg(figure, picture.name, picture.title, picture.sentence)


def draw(marked, name: str) -> Chart:
    return printed(CHARTS[name].of(marked))


def ratio(spent: list[float], bare: list[float]) -> float:
    return median(ours / theirs for ours, theirs in zip(spent, bare, strict=True))


def main() -> None:
    marked = CAST["lifelike"]
    seconds = timed(
        {
            BARE: lambda: bare_radar(marked),
            "marks": lambda: mark(marked.results),
            "our radar (svg)": lambda: our_radar(marked),
            **{f"{name} (svg and png)": lambda n=name: draw(marked, n) for name in CHARTS},
            ALL: lambda: [draw(marked, name) for name in CHARTS],
        }
    )
    ratios = {name: ratio(spent, seconds[BARE]) for name, spent in seconds.items()}
    for name, times in ratios.items():
        limit = f"  at most {MOST[name]}" if name in MOST else ""
        print(f"{name:<34}{1000 * median(seconds[name]):>9.1f} ms{times:>8.2f} x{limit}")
    failed = [name for name, most in MOST.items() if ratios[name] > most]
    if failed:
        raise SystemExit(f"too slow: {', '.join(failed)}")


if __name__ == "__main__":
    main()
