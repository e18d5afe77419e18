"""The words that people are met with, made from the settings until the organisation writes its own.

Plain and short: the start page itself says what holds for every assessment, in the same words
everywhere, and nobody can edit that.
"""

from django.utils.translation import gettext as _

from assessment.asked import fewest
from assessment.method.doors import Door
from assessment.method.language import lower
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.promises import answers_deleted, copies_kept, hidden_below


def default_welcome(_assessment: Assessment) -> str:
    """Why it is asked; who asks stands above it on the start page."""
    paragraphs = [
        _(
            "We would like to know what peer support is really like here, from those who know it "
            "best: you."
        ),
        _(
            "There are no right or wrong answers. We will use what people say to talk together "
            "about what to protect and what to build."
        ),
    ]
    return "\n\n".join(paragraphs)


def default_notice(assessment: Assessment) -> str:
    """Who asks, why, what is kept, who keeps it, for how long and whom to ask."""
    return "\n\n".join(
        [
            _("Who asks: %(organisation)s, about %(programme)s.") % names_of_both(assessment),
            _(
                "Why: to look together at how true peer support is to its principles here. It is "
                "not used to judge any person. Taking part is your choice, and it makes no "
                "difference to the support you get or the work you do."
            ),
            _(
                "What is kept: your answers, and what you write in the box at the end. No name, "
                "no address, nothing about your device. While this is open we see only roughly "
                "how many people have answered."
            ),
            _("What we see: figures for the whole group, never one person's answers.")
            + " "
            + hidden_below_each(assessment),
            f"{_('For how long:')} {lower(answers_deleted())} {copies_kept()}",
            _(
                "What you cannot take back: once you press Send, nobody can tell which answers are "
                "yours, so they cannot be changed or taken out."
            ),
            whom_to_ask(assessment),
        ]
    )


def names_of_both(assessment: Assessment) -> dict[str, str]:
    programme = assessment.programme
    return {"organisation": programme.organisation.name, "programme": programme.name}


def hidden_below_each(assessment: Assessment) -> str:
    """By slips fewer are enough than through one shared link."""
    alone = assessment.perspectives.filter(mode=Mode.INDIVIDUAL)
    doors = {Door(door) for door in alone.values_list("door", flat=True)} or {Door.EACH}
    k, by_link = fewest(assessment, min(doors)), fewest(assessment, Door.OPEN)
    if len(doors) == 1 or k == by_link:
        return hidden_below(k)
    return _(
        "If fewer than %(k)d people of a group answer a statement, or fewer than %(by_link)d where "
        "they share one link, its result is hidden."
    ) % {"k": k, "by_link": by_link}


def whom_to_ask(assessment: Assessment) -> str:
    if assessment.contact:
        return _("Questions: ask %(contact)s.") % {"contact": assessment.contact.rstrip(".")}
    return _("Questions: ask whoever gave you the link.")
