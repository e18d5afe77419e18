"""The hour after which those who have answered are counted, and the day whose count stands."""

from datetime import date, datetime, time, timedelta

HOUR = time(4)  # of the night, when nobody answers who could be told by it


def day_of_count(now: datetime) -> date:
    """The day whose count stands at a moment: before ``HOUR`` it is still yesterday's."""
    return now.date() if now.time() >= HOUR else now.date() - timedelta(days=1)
