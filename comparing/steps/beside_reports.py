"""Setting a published round beside a report, and taking it away again.

Keyword-only verbs, each one transaction.
"""

from django.db import transaction

from assessment.instruments import instrument_of
from assessment.models import Assessment
from comparing.method.comparison_document import Json, headed_in
from comparing.models import Reference
from comparing.referring import require_fitting
from organisations.models import User
from organisations.parties.log import record


@transaction.atomic
def set_beside(*, assessment: Assessment, document: Json, who: User) -> None:
    """In place of the one before; Refusal where it does not fit."""
    require_fitting(document, instrument_of(assessment))
    headed = headed_in(document)
    Reference.objects.update_or_create(
        assessment=assessment,
        defaults={"document": document, "last_day": headed.last_day},
    )
    what = f"set {headed.name} beside the report of {assessment.name}"
    record(party=assessment.programme.organisation, who=who, what=what)


@transaction.atomic
def take_away(*, assessment: Assessment, who: User) -> None:
    """Again, it changes nothing."""
    deleted, _what = Reference.objects.filter(assessment=assessment).delete()
    if deleted:
        what = f"took away what stood beside the report of {assessment.name}"
        record(party=assessment.programme.organisation, who=who, what=what)
