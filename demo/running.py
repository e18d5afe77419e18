"""An invented assessment on its way, through the same steps that people's clicks take."""

import datetime
import random
from collections.abc import Collection

from assessment.asked import HowAsked
from assessment.instruments import instrument_of
from assessment.keeping import keepers
from assessment.method.doors import Door
from assessment.method.responses import encode
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective
from assessment.own_part import FactCheck, StandardRating
from assessment.steps import answering, own_part, setting_up, slips
from demo.people import Found, lifelike_answers
from organisations.models import Programme, User
from questions.reading import DEFAULT_VERSION

PASSWORD = "tea-and-biscuits-demo"  # noqa: S105 (printed for everybody; the demo is local)
Chance = random.Random


def open_for_answers(
    programme: Programme,
    owner: User,
    name: str,
    modes: dict[str, Mode],
    sizes: dict[str, int],
    *,
    length: str = "full",
    mutual: bool = False,
    together: bool = False,
    panel: tuple[int, int] | None = None,
    by_slips: Collection[str] = (),
    days: int = 0,
) -> Assessment:
    """An assessment, open for answers. ``by_slips``: perspectives; the rest share a link. ``days``:
    until it closes; today is soon enough for those that the demo closes at once."""
    assessment = setting_up.create(
        programme=programme,
        who=owner,
        name=name,
        instrument=DEFAULT_VERSION,
        length=length,
        together=together,
    )
    people, lived = panel or (None, None)
    closes = datetime.date.today() + datetime.timedelta(days=days)  # noqa: DTZ011 (a local day)
    Assessment.objects.filter(pk=assessment.pk).update(
        mutual=mutual, panel_people=people, panel_lived=lived, closes_on=closes
    )
    assessment.refresh_from_db()
    if by_slips:
        Assessment.objects.filter(pk=assessment.pk).update(keeper=keepers(assessment)[0])
    chosen = {
        code: HowAsked(mode, sizes.get(code), Door.EACH if code in by_slips else Door.OPEN)
        for code, mode in modes.items()
    }
    setting_up.choose_perspectives(assessment=assessment, chosen=chosen)
    setting_up.open_for_answers(assessment=assessment, who=owner)
    return assessment


def answer_as_many(
    chance: Chance,
    assessment: Assessment,
    code: str,
    found: Found,
    people: int,
    comments: tuple[str, ...] = (),
    room: dict[str, object] | None = None,
    different_view: str = "",
) -> None:
    """So many responses of a perspective, the first of which have the comments.

    Straight into the box: a draft for each would take a tenth of a second for its four words.
    """
    perspective = assessment.perspectives.get(code=code)
    instrument, codes = instrument_of(assessment), answering.item_codes(assessment)
    spend_slips(perspective, people)
    for number in range(people):
        given = lifelike_answers(chance, instrument, code, group=room is not None, found=found)
        answering.put_response(
            assessment=assessment,
            perspective=perspective,
            answers=encode(given[item] for item in codes),
            comment=comments[number] if number < len(comments) else different_view,
            room=room,
        )


def spend_slips(perspective: Perspective, people: int) -> None:
    """As they would be drawn from a bowl; a shared link has none."""
    keeper = perspective.assessment.keeper
    if keeper is None or not answering.has_slips(perspective.link):
        return
    slips.print_sheet(perspective=perspective, who=keeper)
    for slip in perspective.slips.order_by("?")[:people]:
        slips.spend(slip.pk)


def rate(
    assessment: Assessment, who: User, code: str, rating: str, evidence: str, version: int = 0
) -> None:
    own_part.rate_standard(
        assessment=assessment,
        code=code,
        rating=rating,
        evidence=evidence,
        agreed_by="The panel" if evidence else "",
        version=version,
        who=who,
    )


def check_one_fact(
    assessment: Assessment,
    who: User,
    code: str,
    truth: str,
    day: datetime.date | None,
    evidence: str,
) -> None:
    own_part.check_fact(
        assessment=assessment,
        code=code,
        answer=truth,
        on=day,
        evidence=evidence,
        agreed_by="",
        version=0,
        who=who,
    )


def state(chance: Chance, assessment: Assessment, owner: User, *, formal: bool) -> None:
    """A whole own part at once, without evidence: one by one it would take half of the demo."""
    usual = (1, 2, 3, 3, 4) if formal else (0, 1, 1, 2, 3)
    said = {"assessment": assessment, "version": 1, "changed_by": owner}
    StandardRating.objects.bulk_create(
        StandardRating(code=standard.code, rating=str(chance.choice(usual)), **said)
        for standard in instrument_of(assessment).standards
    )
    FactCheck.objects.bulk_create(
        FactCheck(
            code=fact.code,
            answer=chance.choice(("no", "no", "no", "yes" if formal else "no", "DK")),
            **said,
        )
        for fact in instrument_of(assessment).facts
    )
