"""``manage.py forget``: an account, an assessment or an organisation, deleted for good.

It says first what would go and asks for a name to be typed. Afterwards the database files and the
cache of charts hold nothing of it either.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.core.cache import cache
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, QuerySet
from django.db.models.deletion import Collector

from assessment.models import Assessment, State
from assessment.steps.closing import clean_files
from operations.forgetting import forget_account, forget_assessment, forget_organisation
from organisations.models import Organisation, User
from organisations.refusal import Refusal

STAYS = {
    User: "What they wrote for an organisation stays, without them.",
    Assessment: "Safety copies and files that were downloaded stay where they are.",
    Organisation: "The accounts of its people stay: delete each with --account.",
}
Thing = TypeVar("Thing", bound=Model)
BUSY = "Somebody was reading just then: run scrub, so that the database files hold nothing of it."


@dataclass(frozen=True, slots=True)
class ToForget:
    """``name`` is what has to be typed; ``forget`` deletes the thing."""

    thing: Model
    name: str
    forget: Callable[[], None]


class Command(BaseCommand):
    help = "Delete an account, an assessment or an organisation for good, with all it has."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--account", metavar="EMAIL")
        what.add_argument("--assessment", metavar="ID", help="the number in its address")
        what.add_argument("--organisation", metavar="NAME_OR_ID")
        parser.add_argument("--yes", action="store_true", help="delete without asking again")

    def handle(self, *, yes: bool, **options: Any) -> None:
        asked = asked_for(**options)
        self.stdout.write("\n".join(what_goes(asked)))
        if not (yes or self.is_meant(asked.name)):
            raise CommandError("This is another name. Nothing was deleted.")
        try:
            asked.forget()
        except Refusal as refusal:
            raise CommandError(f"{refusal} Nothing was deleted.") from refusal
        cache.clear()  # charts were drawn of it
        self.stdout.write("Deleted.")
        if not clean_files():
            self.stdout.write(BUSY)

    def is_meant(self, name: str) -> bool:
        self.stdout.write(f"Type {name} to delete it: ", ending="")
        self.stdout.flush()
        try:
            return input().strip() == name
        except EOFError:
            return False


def asked_for(
    *, account: str | None, assessment: str | None, organisation: str | None, **_: Any
) -> ToForget:
    if account:
        user = the_one(User.objects.filter(email__iexact=account), account)
        return ToForget(user, user.email, lambda: forget_account(user=user))
    if assessment:
        found = the_one(Assessment.objects.filter(pk__in=number_in_address(assessment)), assessment)
        return ToForget(found, found.name, lambda: forget_assessment(assessment=found))
    sought = str(organisation)
    one = the_one(
        Organisation.objects.filter(name=sought)
        | Organisation.objects.filter(pk__in=number_in_address(sought)),
        sought,
    )
    return ToForget(one, one.name, lambda: forget_organisation(organisation=one))


def number_in_address(given: str) -> list[UUID]:
    """As it stands in an address; nothing where it is none."""
    try:
        return [UUID(given)]
    except ValueError:
        return []


def the_one(found: QuerySet[Thing], given: str) -> Thing:
    things = list(found)
    if not things:
        raise CommandError(f"There is none that is called {given}.")
    if len(things) > 1:
        listed = "\n".join(f"- {thing.pk}" for thing in things)
        raise CommandError(f"{len(things)} are called {given}. Name one by its number:\n{listed}")
    return things[0]


def what_goes(asked: ToForget) -> Iterator[str]:
    """The kinds of rows that go, as Django's own rules of deletion have them."""
    collector = Collector(using=DEFAULT_DB_ALIAS, origin=asked.thing)
    collector.collect([asked.thing])
    rows = Counter({model: len(found) for model, found in collector.data.items()})
    for queryset in collector.fast_deletes:
        rows[queryset.model] += queryset.count()
    yield f"This deletes {asked.name}, and with it:"
    for model, many in rows.items():
        if many and not isinstance(asked.thing, model):
            yield f"- {model._meta.verbose_name}: {many}"  # noqa: SLF001 - documented
    if isinstance(asked.thing, Assessment) and asked.thing.state == State.OPEN:
        yield "It is open: answers that people have given go unread."
    yield STAYS[type(asked.thing)]
