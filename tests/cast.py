"""The cast of every test: somebody in, somebody beside and somebody who must see nothing."""

import re
import time
from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from organisations.accounts.session_end import begin_again
from organisations.models import Membership, Organisation, Programme, Role, User
from organisations.parties import newcomers

PASSWORD = "seventeen quiet herons"


@dataclass
class Cast:
    """Owner, editor, viewer and keeper are of the organisation, and one programme is theirs."""

    organisation: Organisation
    programme: Programme
    owner: User
    editor: User
    viewer: User
    keeper: User
    other: Organisation
    stranger: User  # the owner of that one
    newcomer: User  # has an account and no organisation

    def client(self, who, **options):
        """A browser in which they are signed in."""
        return signed_in(getattr(self, who), **options)

    def membership(self, who):
        return Membership.objects.get(user=getattr(self, who), party=self.organisation)


def make_cast():
    organisation = Organisation.objects.create(name="Northfield Trust", kind="trust")
    other = Organisation.objects.create(name="Elsewhere", kind="user-led")
    people = {role: make_person(f"{role}@northfield.example") for role in Role.values}
    for role, user in people.items():
        Membership.objects.create(user=user, party=organisation, role=role)
    stranger = make_person("stranger@elsewhere.example")
    Membership.objects.create(user=stranger, party=other, role=Role.OWNER)
    return Cast(
        organisation=organisation,
        programme=Programme.objects.create(organisation=organisation, name="Community peers"),
        other=other,
        stranger=stranger,
        newcomer=make_person("newcomer@nowhere.example"),
        **people,
    )


def make_person(email, name=""):
    return newcomers.make_account(email=email, name=name, password=PASSWORD)


def signed_in(user, **options):
    client = Client(**options)
    client.force_login(user)
    session = client.session
    begin_again(session)
    session.save()
    return client


def code_now(secret):
    """What an app shows for half a minute: for tests with the ``still_clock``."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def text(response):
    """What a page says, each run of spaces as one, and names as if nothing set them apart."""
    return " ".join(re.sub("</?bdi>", "", response.content.decode()).split())
