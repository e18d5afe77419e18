"""``score`` on a 10,000-row answers workbook against a bare openpyxl pass over the same file.

Run ``python -m benchmarks.score``. Each is a process of its own, in turns; time and memory are the
operating system's: processor time, which another busy process disturbs least. Issue: at most 1.3
times the time, less than 400 MB.
"""

import multiprocessing
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook

from questions import Length, load

ROOT = Path(__file__).parent.parent

ROWS = 10_000
ROUNDS = 3
BARE = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
for sheet in book:
    for row in sheet.iter_rows(values_only=True):
        pass
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.xlsx"
        # in a process of its own: what it takes would be counted to the processes measured here
        writer = multiprocessing.Process(target=write_answers, args=(answers,))
        writer.start()
        writer.join()
        bare = [sys.executable, "-c", BARE, str(answers)]
        score = [sys.executable, "manage.py", "score", str(answers), "--out", f"{folder}/report"]
        runs = [(measured(bare), measured(score)) for _ in range(ROUNDS)]
    bare_time = statistics.median(theirs[0] for theirs, _ in runs)
    score_time = statistics.median(ours[0] for _, ours in runs)
    ratio = statistics.median(ours[0] / theirs[0] for theirs, ours in runs)
    memory = max(ours[1] for _, ours in runs)
    print(f"bare openpyxl pass over {ROWS:,} rows  {bare_time:6.1f} s")
    print(f"manage.py score                    {score_time:6.1f} s")
    print(f"ratio                              {ratio:6.2f}     (at most 1.3)")
    print(f"memory of score                    {memory:6.0f} MB  (under 400)")


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds of processor and peak megabytes of a process that must succeed."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def write_answers(path: Path) -> None:
    chance = random.Random(1)
    codes = [item.code for item in load().items(Length.FULL)]
    book = Workbook()
    about = book.create_sheet("Assessment", 0)
    about.append(["label", "value"])
    about.append(["organisation", "Ten thousand"])
    about.append(["questions", load().version])
    sheet = book.create_sheet("Answers")
    sheet.append(["perspective", "kind", "people", "from", "different view", *codes])
    answers = [0, 1, 2, 3, 4, "DK", "NA", None]
    for _ in range(ROWS):
        people = [chance.choice(["giving", "receiving"]), "individual", None, None, None]
        sheet.append(people + chance.choices(answers, k=len(codes)))
    for title, header in (
        ("Standards", ["code", "name", "rating", "evidence"]),
        ("Facts", ["code", "statement", "answer", "date", "evidence"]),
        ("Pyramid", ["code", "layer", "rating"]),
    ):
        book.create_sheet(title).append(header)
    book.save(path)


if __name__ == "__main__":
    main()
