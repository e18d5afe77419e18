"""What people are told and promised about their answers, in the same words wherever they read it.

On the start page, on paper and posters, at the box for their own words, when they have sent, in the
notice they are given, and on the page that closes it all.
"""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.asked import fewest_of
from assessment.certificate import lock_number
from assessment.instruments import instrument_of
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective
from organisations.models import OrganisationKind
from questions import Length

# Own words are shown only where no writer stands out: docs/privacy.md, From a tick to a figure.
PEOPLE_FOR_COMMENTS = 10
COMMENTS_TO_SHOW = 3


def promises(perspective: Perspective) -> dict[str, str | list[str]]:
    """To those who answer, by the names that templates know them by."""
    assessment = perspective.assessment
    return {
        "only_a_trial": only_a_trial(assessment),
        "how_long": how_long(Length(assessment.length)),
        "hard_things": hard_things(),
        "no_name": _("You do not give your name, and nobody asks about your own health."),
        "hidden_below": hidden_below(fewest_of(perspective)),
        "agreed_shown": agreed_shown(perspective),
        "read_by": read_by(perspective),
        "own_words_shown": own_words_shown(),
        "answers_deleted": answers_deleted(),
        "copies_kept": copies_kept(),
        "host_can_read": host_can_read(),
    }


def promises_on_closing() -> dict[str, str]:
    """The same to an owner, who is about to close it."""
    return {
        "own_words_shown": own_words_shown(),
        "answers_deleted": answers_deleted(_("everybody\N{RIGHT SINGLE QUOTATION MARK}s")),
        "copies_kept": copies_kept(),
        "certified": _("A closing certificate then says so, to you and to whoever has the link."),
    }


def only_a_trial(assessment: Assessment) -> str:
    """Empty of one that counts."""
    if not assessment.trial:
        return ""
    return _("This is only a trial. What you answer never counts, and may be thrown away.")


def how_long(length: Length) -> str:
    """For each length, from the statements it asks; nobody has held a watch to it."""
    least, most = {Length.FULL: (20, 35), Length.SHORT: (10, 20)}[length]
    return _("About %(least)d to %(most)d minutes, a guess until it is timed.") % {
        "least": least,
        "most": most,
    }


def hard_things() -> str:
    return _(
        "Some statements are about hard things: restraint, what is written in records, being left "
        "out. On each page they stand last."
    )


def hidden_below(k: int) -> str:
    return ngettext(
        "If fewer than %(k)d person of that group answers a statement, its result is hidden.",
        "If fewer than %(k)d people of that group answer a statement, its result is hidden.",
        k,
    ) % {"k": k}


def agreed_shown(perspective: Perspective) -> str:
    """Of a group, whose agreed rating is no secret."""
    assessment = perspective.assessment
    name = instrument_of(assessment).name_of(perspective.code, mutual=assessment.mutual)
    return _(
        "Your group\N{RIGHT SINGLE QUOTATION MARK}s agreed answers are shown in the report as the "
        "view of %(name)s, with how many were in the room and which sides they came from. They are "
        "not private. Names are never kept."
    ) % {"name": name}


def read_by(perspective: Perspective) -> str:
    return _(
        "%(readers)s will read this as you wrote it. Do not name people, yourself included."
    ) % {"readers": readers_of_own_words(perspective)}


def readers_of_own_words(perspective: Perspective) -> str:
    """Whoever may be employed here is told that their employer reads it."""
    shape = instrument_of(perspective.assessment).shape
    user_led = perspective.assessment.programme.organisation.kind == OrganisationKind.USER_LED
    if perspective.mode == Mode.GROUP:
        return _("Everybody who gets the report")
    if perspective.code == shape.staff:
        return _("Your employer")
    if perspective.code == shape.giving and not user_led:
        return _("Your employer, or the people who run peer support here,")
    return _("The people who run peer support here, and others who get the report,")


def own_words_shown() -> str:
    return _(
        "What people write is shown word for word, only after closing, and only if at least "
        "%(people)d people of the group answer and at least %(comments)d of them write something; "
        "otherwise it is deleted unread."
    ) % {"people": PEOPLE_FOR_COMMENTS, "comments": COMMENTS_TO_SHOW}


def answers_deleted(whose: str = "") -> str:
    return _(
        "When this closes, %(whose)s answers are deleted and the key to them is destroyed; only "
        "group figures are kept."
    ) % {"whose": whose or _("your")}


def copies_kept() -> str:
    copies = _(
        "Copies made for safety while it was open are kept by %(host)s for up to %(days)s days; "
        "nobody can open one without the key."
    ) % {"host": settings.HOST_NAME, "days": settings.BACKUP_DAYS}
    return f"{copies} {keys_kept()}"


def keys_kept() -> str:
    days = settings.KEYS_BACKUP_DAYS
    if not days:
        return _("Of the key no copy is kept.")
    return ngettext(
        "Of the key a copy is kept apart, and is gone at most %(days)d day after this closes.",
        "Of the key a copy is kept apart, and is gone at most %(days)d days after this closes.",
        days,
    ) % {"days": days}


def lock_shown(assessment: Assessment) -> dict[str, str]:
    """A sentence, and the number that it ends with; empty before it opens and has a lock."""
    if not assessment.public_key:
        return {}
    words = _(
        "If you want to check later that the key was destroyed, write down the number of the lock. "
        "After closing, this link shows a certificate with the number of the lock whose key is "
        "gone. The number is:"
    )
    return {"words": words, "number": lock_number(assessment.public_key)}


def host_can_read() -> list[str]:
    """What whoever runs the site can and cannot read, without making it sound better than it is."""
    host = {"host": settings.HOST_NAME}
    return [
        _(
            "What you have not sent yet is locked with a key that only your device and your four "
            "words hold. Nobody can read it on the disk of %(host)s, or in a copy."
        )
        % host,
        _(
            "What you have sent is sealed, without a name, and opened all together when this "
            "closes. The key to it lies apart from the answers; whoever holds both could open them "
            "before, whoever holds one cannot."
        ),
        _(
            "Whoever controls the computer of %(host)s could change its program so that it reads "
            "along while you answer. No website can rule that out."
        )
        % host,
    ]
