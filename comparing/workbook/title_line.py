"""Which round a sheet belongs to, for whom it was written, and until when it is shown."""

from assessment.method.language import on_day
from comparing.method.seen import SeenByName, SeenRound


def title_line(seen: SeenRound) -> str:
    until = f"shown until {on_day(seen.last_day)}" if seen.last_day else ""
    return " · ".join(filter(None, (seen.title, whose_view(seen), until)))


def whose_view(seen: SeenRound) -> str:
    viewer = reader_of(seen)
    return f"as {viewer} sees it" if viewer else "the collaboration's own view"


def reader_of(seen: SeenRound) -> str:
    if isinstance(seen, SeenByName):
        return seen.viewer or ""
    return seen.own.organisation if seen.own else ""
