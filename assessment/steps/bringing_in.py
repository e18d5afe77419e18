"""An earlier ``results.json`` comes into a programme's years: a closed assessment without a past.

Every check of reading it holds. It is marked as brought in wherever it stands, and is not compared
with other organisations:
a file can be made by anybody, and the same results may have been counted elsewhere.
"""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.asked import smallest_k
from assessment.instruments import find
from assessment.intake.texts_in_json import text_fault
from assessment.method import Marked, marked_from_json
from assessment.method.document_reading import DocumentError, instrument_named_in
from assessment.method.marks import has_enough
from assessment.models import Assessment, ClosedReport, State
from organisations.models import Programme, User
from organisations.parties.log import record
from organisations.refusal import Refusal
from questions import InstrumentError


@transaction.atomic
def bring_in(*, programme: Programme, text: str, name: str, who: User) -> Assessment:
    """The same file a second time changes nothing."""
    # Of two who bring in the same file the second finds it here.
    held = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if same := held.assessments.filter(brought_in=True, report__results=text).first():
        return same
    marked = marked_in(text)
    about = marked.results.about
    made = Assessment.objects.create(
        programme=held,
        name=name,
        instrument=marked.results.instrument.version,
        length=about.length.value,
        mutual=about.mutual,
        k=smallest_k(marked.results.instrument),
        brought_in=True,
        state=State.CLOSED,
        closed_at=noon_of_closing(marked),
        scrubbed_at=timezone.now(),  # no answer of it was ever here
    )
    ClosedReport.objects.create(assessment=made, results=text, enough=has_enough(marked))
    record(party=held.organisation, who=who, what=f"brought in {name} from a file")
    return made


def marked_in(text: str) -> Marked:
    if fault := text_fault(text):
        raise Refusal(_("It cannot be read: %(why)s.") % {"why": fault})
    try:
        return marked_from_json(text, find(instrument_named_in(text)))
    except DocumentError as error:
        raise Refusal(_("It cannot be read: %(why)s.") % {"why": error}) from error
    except InstrumentError as error:
        words = _("Nobody here has its questions: %(why)s.")
        raise Refusal(words % {"why": "; ".join(error.faults)}) from error


def noon_of_closing(marked: Marked) -> datetime:
    """The file knows the day alone."""
    day = marked.results.about.closed
    if day is None:
        raise Refusal(_("It does not say on which day it closed, so it has no place in the years."))
    if day > timezone.localdate():
        raise Refusal(_("It says that it closes on a day to come."))
    return timezone.make_aware(datetime.combine(day, time(12)))
