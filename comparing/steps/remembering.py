"""What an assessment was used for, remembered beyond everything else (docs/method.md section 11).

Keyed digests without figures. They are made with SECRET_KEY, and looked for with its fallbacks too;
where rows of another key are left, nobody can be told not to count twice, so nobody counts.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.models import Assessment
from comparing.method.counted_once import Digests, How, Ledger, Traced, Use
from comparing.method.members import Way
from comparing.method.sharing import Shared
from comparing.models import UsedAssessment
from organisations.refusal import Refusal


def digests_now() -> Digests:
    return Digests(settings.SECRET_KEY.encode())


def known_digests() -> list[Digests]:
    keys = (settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS))
    return [Digests(key.encode()) for key in keys]


def traced(assessment: Assessment, shared: Shared, digests: Digests) -> Traced:
    """``assessment`` with its programme; whoever it belongs to may change its name."""
    assert assessment.closed_at is not None
    return digests.traced(
        str(assessment.programme.organisation_id),
        str(assessment.pk),
        timezone.localdate(assessment.closed_at),
        shared,
    )


def bar(assessment: Assessment, shared: Shared, way: str) -> How | None:
    """Why it cannot be shared in this way; None where it can. One query."""
    traces = [traced(assessment, shared, digests) for digests in known_digests()]
    ledger = Ledger(entries_like(traces))
    found = (ledger.bars(one, Way(way)) for one in traces)
    return next(filter(None, found), None)


def entries_like(traces: Iterable[Traced]) -> Iterable[Use]:
    """Of the same organisations, or the same cells."""
    traces = list(traces)
    of = Q(organisation__in={one.organisation for one in traces})
    rows = UsedAssessment.objects.filter(of | Q(cells__in={one.cells for one in traces}))
    return [
        Use(
            Traced(
                organisation=row.organisation,
                assessment=row.assessment,
                cells=row.cells,
                closed=row.closed,
            ),
            How(row.how),
        )
        for row in rows
    ]


def remember(traces: Iterable[Traced], how: How) -> None:
    """Again, it changes nothing."""
    check = digests_now().check
    UsedAssessment.objects.bulk_create(
        [
            UsedAssessment(
                organisation=one.organisation,
                assessment=one.assessment,
                cells=one.cells,
                closed=one.closed,
                how=how,
                key_check=check,
            )
            for one in traces
        ],
        ignore_conflicts=True,
    )


def require_known_keys() -> None:
    known = [digests.check for digests in known_digests()]
    if UsedAssessment.objects.exclude(key_check__in=known).exists():
        raise Refusal(
            _(
                "The key of this site has changed, so it cannot tell what has counted before. Ask "
                "the host to name the earlier key in SECRET_KEY_FALLBACKS."
            )
        )
