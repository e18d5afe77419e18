class Refusal(Exception):
    """A step that may not be taken; the message is a sentence for the person."""


class Conflict(Refusal):
    """Somebody else saved this entry first; ``theirs`` is what it says now."""

    def __init__(self, theirs: object) -> None:
        super().__init__("Somebody else changed this while you were writing. Nothing is lost.")
        self.theirs = theirs
