"""A round of a folder: who takes part, who is left out, and what each reader is given."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.intake.uploads import Refused
from comparing.folder.members_folder import Folder, FolderShare
from comparing.folder.sharing_list import NAME
from comparing.method.counted_once import USED, Digests, How, Ledger, Traced, Use, folded
from comparing.method.members import ComparedMember, Way
from comparing.method.named import named
from comparing.method.published import publish
from comparing.method.seen import SeenByName, SeenPublished, SeenRound
from comparing.method.shared_document import cells_text
from questions import Instrument

TITLES = {
    Way.ANONYMOUS: "Organisations compared anonymously",
    Way.BY_NAME: "Organisations compared by name",
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    share: FolderShare
    why: How


@dataclass(frozen=True, slots=True)
class FolderRound:
    """``shares``: those that take part; ``whole``: the collaboration's own view of them;
    ``entries``: for the ledger of this round.
    """

    shares: tuple[FolderShare, ...]
    left_out: tuple[LeftOut, ...]
    silent: tuple[str, ...]
    members: tuple[ComparedMember, ...]
    whole: SeenRound
    entries: tuple[Use, ...]

    @property
    def organisations(self) -> list[str]:
        """Each once, in the order of the folder."""
        return list({one.line.identity: one.line.organisation for one in self.shares}.values())

    def seen_by(self, organisation: str) -> SeenRound:
        """By one of ``organisations``."""
        if isinstance(self.whole, SeenByName):
            return replace(self.whole, viewer=organisation)
        own = next(one for one in self.members if one.organisation == organisation)
        return replace(self.whole, own=own)

    def member_named(self, name: str) -> str:
        """As it stands in the list; Refused where it shares nothing or is left out."""
        for organisation in self.organisations:
            if folded(organisation) == folded(name):
                return organisation
        if any(folded(one.share.line.organisation) == folded(name) for one in self.left_out):
            raise Refused([f"--as: {name} is left out of this round, so it sees nothing of it"])
        if folded(name) in map(folded, self.silent):
            raise Refused([f"--as: {name} shares nothing, so it sees nothing of the others"])
        raise Refused([f"--as: there is no '{name}' in {NAME}; write the name as it stands there"])


def round_of(
    folder: Folder, way: Way, instrument: Instrument, *, digests: Digests, before: Sequence[Use]
) -> FolderRound:
    """Those who may take part; Refused where one would take part twice."""
    ledger = Ledger(before)
    traced = {one.line.row: traced_in(one, digests) for one in folder.shares}
    barred = {row: ledger.bars(of, way) for row, of in traced.items()}
    there = tuple(one for one in folder.shares if not barred[one.line.row])
    left = (LeftOut(one, why) for one in folder.shares if (why := barred[one.line.row]))
    if faults := twice(there, way):
        raise Refused(faults)
    counts = way is Way.BY_NAME or len(there) >= instrument.thresholds.mean_members
    members = tuple(one.member() for one in there)
    return FolderRound(
        shares=there,
        left_out=tuple(left),
        silent=folder.silent,
        members=members,
        whole=whole_round(members, way, instrument),
        entries=tuple(Use(traced[one.line.row], USED[way]) for one in there if counts),
    )


def whole_round(members: Sequence[ComparedMember], way: Way, instrument: Instrument) -> SeenRound:
    if way is Way.BY_NAME:
        return SeenByName(title=TITLES[way], named=named(members, instrument))
    return SeenPublished(title=TITLES[way], published=publish(members, instrument))


def traced_in(one: FolderShare, digests: Digests) -> Traced:
    line = one.line
    return digests.traced(line.organisation, line.programme, line.day)


def twice(shares: Sequence[FolderShare], way: Way) -> list[str]:
    """Anonymously an organisation takes part once; by name a name stands once."""
    faults: list[str] = []
    first: dict[str, FolderShare] = {}
    for one in shares:
        name = folded(one.line.name) if way is Way.BY_NAME else one.line.identity
        if first.setdefault(name, one) is not one:
            faults.append(twice_words(first[name], one, way))
    if way is Way.ANONYMOUS:  # as on a site, where the second is refused
        faults += [
            f"{before} and {name} share the same results, which count once: empty one file"
            for before, name in same_results(shares)
        ]
    return faults


def twice_words(first: FolderShare, second: FolderShare, way: Way) -> str:
    rows = f"rows {first.line.row} and {second.line.row}"
    if way is Way.BY_NAME:
        return f"{second.line.name}: {rows} have one name; keep one of them"
    what = "an organisation takes part in an anonymous round with one of its programmes"
    return f"{second.line.organisation}: {rows}; {what}: empty the file of the others"


def same_results(shares: Sequence[FolderShare]) -> list[tuple[str, str]]:
    """Two whose cells are the same: one assessment under two names would count twice."""
    first: dict[str, str] = {}
    found = ((cells_text(one.shared), one.line.name) for one in shares)
    return [
        (before, name) for cells, name in found if (before := first.setdefault(cells, name)) != name
    ]
