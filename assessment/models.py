"""Assessments, and what belongs to each.

What people answer is kept apart, in ``assessment.ballots``, and the organisation's own part in
``assessment.own_part``. Codes (perspectives, standards, facts, layers) are the instrument's; rows
hold nothing that can be worked out from it.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# Django looks for models here; they know none of these
import assessment.ballots
import assessment.own_part  # noqa: F401
from assessment.method.doors import Door
from assessment.method.results import Mode
from organisations.models import Programme
from questions import Length


class State(models.TextChoices):
    DRAFT = "draft", _("being set up")
    OPEN = "open", _("open for answers")
    CLOSED = "closed", _("closed")


class Assessment(models.Model):
    """One time of asking in a programme. ``together``: rated in one room, without links or waiting.

    ``public_key``, in hexadecimal: what is sent is sealed to it. ``sealed_until``: when the private
    one was destroyed, after closing (``assessment.keys``).
    ``keeper``: prints the slips and agrees to an early closing, for which the owner gave
    ``early_reason``; docs/privacy.md says why it is somebody else than the owner.
    ``brought_in``: its report is a file that was made elsewhere.
    ``trial``: only to try it out, said before it opens; ``left_out_at``: an owner has taken it out
    of all that is compared. Neither counts (``COUNTS``), and both keep their report.
    ``our_notice``: the privacy notice was made from the settings when it opened.
    ``started_from``: the one before it, whose setting up it took over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="assessments")
    name = models.CharField(_("name"), max_length=100)
    instrument = models.CharField(max_length=50)
    length = models.CharField(
        _("length"), max_length=5, choices=[(f.value, f.value) for f in Length]
    )
    k = models.PositiveSmallIntegerField(_("fewest people"), default=10)
    mutual = models.BooleanField(_("mutual group"), default=False)
    together = models.BooleanField(default=False)
    trial = models.BooleanField(default=False)
    brought_in = models.BooleanField(default=False)
    public_key = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    started_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    early_reason = models.CharField(max_length=300, blank=True)
    early_agreed_at = models.DateTimeField(null=True, blank=True)
    panel_people = models.PositiveSmallIntegerField(null=True, blank=True)
    panel_lived = models.PositiveSmallIntegerField(null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    welcome = models.TextField(_("welcome"), blank=True)
    privacy_notice = models.TextField(_("privacy notice"), blank=True)
    our_notice = models.BooleanField(default=False)
    contact = models.CharField(_("whom people can ask"), max_length=200, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    sealed_until = models.DateTimeField(null=True, blank=True)
    scrubbed_at = models.DateTimeField(null=True, blank=True)
    left_out_at = models.DateTimeField(null=True, blank=True)
    left_out_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-created",)
        constraints = (
            models.CheckConstraint(condition=Q(k__gte=5), name="k_is_five_or_more"),
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="assessment_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(panel_lived=None)
                | Q(panel_people=None)
                | Q(panel_lived__lte=models.F("panel_people")),
                name="no_more_lived_experience_than_people",
            ),
            models.CheckConstraint(
                condition=Q(state=State.CLOSED) ^ Q(closed_at=None),
                name="closed_means_closed_at",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.OPEN) | ~Q(public_key=""),
                name="what_is_open_has_a_key",
            ),
            models.CheckConstraint(
                condition=Q(state=State.CLOSED) | Q(sealed_until=None),
                name="a_key_is_destroyed_after_closing",
            ),
            models.CheckConstraint(
                condition=Q(left_out_at=None) | Q(state=State.CLOSED),
                name="only_what_has_closed_is_left_out",
            ),
        )

    def __str__(self) -> str:
        return self.name


# What is compared: over time, side by side, with other organisations.
COUNTS = Q(state=State.CLOSED, trial=False, left_out_at=None)


class AssessmentChange(models.Model):
    """What was put right while people could answer already, and what stood there before.

    ``what``: contact, welcome, or a perspective's code, of its size.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=12)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    at = models.DateTimeField(auto_now_add=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.what


class DoomedKey(models.Model):
    """A key that is to be destroyed, written in the transaction that closes or deletes.

    No key of an assessment: the assessment may be gone. ``steps.closing.destroy_keys`` does it and
    takes the row away, at once or after an interruption.
    """

    assessment = models.UUIDField(primary_key=True)

    def __str__(self) -> str:
        return f"key of {self.assessment}"


class FileTaken(models.Model):
    """A file of answers that came in, so that it comes in once; closing deletes it.

    ``digest``: keyed with a secret that lies beside the assessment's private key and goes with it
    (``assessment.keys``). Whoever has the database alone cannot try guesses of what was in it.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="files_taken")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("assessment", "digest"), name="a_file_comes_in_once"),
        )

    def __str__(self) -> str:
        return f"file of {self.assessment_id}"


class Perspective(models.Model):
    """Who is asked in an assessment, and how they answer. ``door`` tells of individuals only.

    ``places``: how many answers an open link takes, twice the size; None: any number. It is fixed
    when it opens and may become wider once (``widened``): ``steps.mending`` says why.
    ``told``: how many have answered, as far as it is told, on the day ``told_on``
    (``assessment.counts``); nobody on the day it opens. ``door_full``: whether an open link took no
    more then. ``from_files``: how many came in by files, shown nowhere (``steps.file_of_answers``).
    """

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="perspectives"
    )
    code = models.CharField(max_length=12)
    mode = models.CharField(max_length=10, choices=[(m.value, m.value) for m in Mode])
    door = models.CharField(
        max_length=4, choices=[(d.value, d.value) for d in Door], default=Door.OPEN.value
    )
    size = models.PositiveIntegerField(_("how many people it has"), null=True, blank=True)
    printed = models.PositiveIntegerField(default=0)  # slips
    places = models.PositiveIntegerField(null=True, blank=True)
    widened = models.BooleanField(default=False)
    told = models.PositiveIntegerField(default=0)
    told_on = models.DateField(null=True, blank=True)
    door_full = models.BooleanField(default=False)
    from_files = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("assessment", "code"), name="one_perspective_a_code"),
            # Every shape calls its panel so: the database cannot ask an instrument.
            models.CheckConstraint(
                condition=~Q(code="panel") | Q(mode=Mode.GROUP.value),
                name="a_panel_is_a_group",
            ),
        )

    def __str__(self) -> str:
        return self.code


class Link(models.Model):
    """A shared address for one perspective: it names nobody, so it is no secret."""

    perspective = models.OneToOneField(Perspective, on_delete=models.CASCADE, related_name="link")
    code = models.CharField(max_length=16, unique=True)

    def __str__(self) -> str:
        return self.code


class Slip(models.Model):
    """Answers once. Its code stands on paper and its HMAC here; who got which, nowhere.

    Rows are made in the order of their HMACs, so that a number tells no place on the sheet.
    """

    perspective = models.ForeignKey(Perspective, on_delete=models.CASCADE, related_name="slips")
    code_hmac = models.CharField(max_length=64, unique=True)
    spent = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"slip of {self.perspective_id}"


class ActionStatus(models.TextChoices):
    PLANNED = "planned", _("planned")
    UNDER_WAY = "under way", _("under way")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


class PlannedAction(models.Model):
    """What an organisation means to do about its report."""

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="planned_actions"
    )
    kind = models.CharField(
        _("kind"), max_length=7, choices=[("protect", _("protect")), ("build", _("build"))]
    )
    text = models.CharField(_("what will be done"), max_length=500)
    about = models.CharField(_("about"), max_length=20, blank=True)  # principle or mechanism
    owner = models.CharField(_("who sees to it"), max_length=100, blank=True)
    due = models.DateField(_("by when"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=9, choices=ActionStatus, default=ActionStatus.PLANNED
    )
    notes = models.TextField(_("notes"), max_length=5000, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class ClosedReport(models.Model):
    """What a closed assessment released: ``Results`` as JSON, the comments that may be shown, and
    how many slips there were.

    ``enough``: so many principles have a level that it can be compared (``has_enough``).
    ``public_token`` is empty until an owner turns the page 'you said, what changed' on.
    ``replies``: by the code of what was said, what an owner answers to it on that page.
    """

    assessment = models.OneToOneField(Assessment, on_delete=models.CASCADE, related_name="report")
    results = models.TextField()
    enough = models.BooleanField(default=False)
    comments = models.JSONField(default=dict)
    slips = models.JSONField(default=dict)  # perspective to how many were printed
    replies = models.JSONField(default=dict)
    public_token = models.CharField(max_length=64, unique=True, null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"report of {self.assessment}"
