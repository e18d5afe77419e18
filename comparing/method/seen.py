"""What one reader sees of a round: published figures beside its own, or all who share by name."""

from dataclasses import dataclass
from datetime import date

from comparing.method.comparison_document import Headed, Json, named_document, published_document
from comparing.method.members import ESSENCE, ComparedMember, Figures, Key
from comparing.method.named import Named
from comparing.method.published import Published
from comparing.method.told_figures import Third
from questions import Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """``title`` names the round; ``last_day``: after it nothing of it is shown."""

    title: str
    last_day: date | None = None

    def headed(self, viewer: str | None) -> Headed:
        return Headed(name=self.title, last_day=self.last_day, viewer=viewer)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPublished(Seen):
    """``own``: the reader's, where it shares; it stands beside what is published."""

    published: Published
    own: ComparedMember | None = None

    @property
    def instrument(self) -> Instrument:
        return self.published.instrument

    @property
    def own_figures(self) -> Figures | None:
        return self.own.figures if self.own else None

    def own_value(self, key: Key) -> float | None:
        return self.own.figures.values[key] if self.own else None

    def third(self, key: Key) -> Third | None:
        if key == ESSENCE:
            return None
        return self.published.figures[key].third(self.own_value(key))

    def document(self) -> Json:
        viewer = self.own.organisation if self.own else None
        return published_document(self.published, self.headed(viewer), self.own_figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenByName(Seen):
    """``viewer``: the organisation that looks, if it is one of them."""

    named: Named
    viewer: str | None = None

    @property
    def instrument(self) -> Instrument:
        return self.named.instrument

    def is_own(self, member: ComparedMember) -> bool:
        return member.organisation == self.viewer

    def document(self) -> Json:
        return named_document(self.named, self.headed(self.viewer))


SeenRound = SeenPublished | SeenByName
