"""How the statements are shown, by the person's own choice."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Words(TextChoices):
    """The same statements each time: what is answered does not depend on it."""

    SHORTER = "shorter", _("Shorter")
    PLAIN = "plain", _("As it is")
    EXPLAINED = "explained", _("Examples")

    @property
    def button(self) -> str:
        """What changes to them, on a page of statements."""
        return str(BUTTONS[self])

    @classmethod
    def read(cls, value: str) -> "Words":
        return cls(value) if value in cls.values else cls.PLAIN


BUTTONS = {
    Words.PLAIN: _("Show the statements as they are"),
    Words.EXPLAINED: _("Show every explanation"),
    Words.SHORTER: _("Show shorter words"),
}
