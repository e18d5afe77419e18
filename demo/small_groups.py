"""The demo's small group, which runs itself: rated together twice, the first time nothing but the
principles."""

import datetime
import random

from assessment.instruments import instrument_of
from assessment.method.language import in_letters
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.steps import closing, own_part
from demo import years
from demo.people import GROUP, GROUP_EARLIER, Found
from demo.running import answer_as_many, check_one_fact, open_for_answers, rate
from organisations.models import Organisation, Programme, User

Chance = random.Random


def rate_twice(chance: Chance, organisation: Organisation, owner: User) -> None:
    programme = Programme.objects.create(
        organisation=organisation,
        name="Tuesday meetings",
        support_kind="group",
        host="The group itself",
        contexts=["community"],
        paid="voluntary",
    )
    earlier = together(programme, owner, "Rated together, February 2026")
    agree(earlier, owner, GROUP_EARLIER, people=5)
    years.put_back(earlier, datetime.date(2026, 2, 10))
    assessment = together(programme, owner, "Rated together, November 2026")
    for standard in instrument_of(assessment).standards:
        rate(assessment, owner, standard.code, str(chance.choice((0, 1, 1, 2, 3))), "")
    for code in ("S09", "S10", "S11", "S17", "S18"):
        rate(assessment, owner, code, "3", "Talked over at the meeting of 3 November", version=1)
    for code, layer in {"L1": 4, "L2": 3, "L3": 3, "L4": 1, "L5": 0}.items():
        own_part.rate_layer(
            assessment=assessment, code=code, rating=str(layer), version=0, who=owner
        )
    for fact in instrument_of(assessment).facts:
        answer_ = "no" if fact.code in ("F06", "F07", "F13", "F14") else "NA"
        check_one_fact(assessment, owner, fact.code, answer_, None, "")
    agree(assessment, owner, GROUP, people=6)


def together(programme: Programme, owner: User, name: str) -> Assessment:
    """One room, two statements and a warning sign a principle; the first time nothing else."""
    return open_for_answers(
        programme,
        owner,
        name,
        {"receiving": Mode.GROUP},
        {},
        length="short",
        mutual=True,
        together=True,
    )


def agree(assessment: Assessment, owner: User, found: Found, *, people: int) -> None:
    room: dict[str, object] = {
        "people": people,
        "from": f"{in_letters(people)} members of the group",
    }
    chance = random.Random(people)  # noqa: S311 (invented answers)
    answer_as_many(chance, assessment, "receiving", found, 1, room=room)
    closing.close(assessment=assessment, who=owner)
