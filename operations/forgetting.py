"""Deleting an assessment or an organisation for good, with all that hangs on it (docs/privacy.md).

What was shared with a collaboration is taken back first, so that no figures made of it stay shown.
Whoever calls these clears the database files afterwards, as after a closing
(``closing.clean_files``).
"""

from django.db import transaction

from assessment.models import Assessment
from assessment.steps.setting_up import lock
from comparing.steps import consent
from organisations.models import Organisation
from organisations.steps import record


@transaction.atomic
def forget_assessment(*, assessment: Assessment) -> None:
    """In any state; answers that people have given go unread."""
    for share in assessment.shares.filter(withdrawn_at=None).select_related("round"):
        consent.withdraw(share=share, who=None)
    locked = lock(assessment)
    what = f"{locked.name} was deleted by the host"
    record(organisation=locked.programme.organisation, who=None, what=what)
    locked.delete()


@transaction.atomic
def forget_organisation(*, organisation: Organisation) -> None:
    """The accounts of its people stay."""
    for member in organisation.member_of.select_related("collaboration", "organisation"):
        consent.leave(member=member, who=None)
    organisation.delete()
