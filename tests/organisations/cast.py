"""Somebody in, somebody beside and somebody who must see nothing."""

from dataclasses import dataclass

from django.test import Client

from organisations.models import Membership, Organisation, Programme, Role, User
from organisations.parties import newcomers

PASSWORD = "seventeen quiet herons"


@dataclass
class Cast:
    organisation: Organisation
    programme: Programme
    owner: User
    editor: User
    viewer: User
    stranger: User  # has an account and no organisation

    def client(self, who):
        client = Client()
        client.force_login(getattr(self, who))
        return client

    def membership(self, who):
        return Membership.objects.get(user=getattr(self, who), party=self.organisation)


def make_person(email):
    return newcomers.make_account(email=email, name="", password=PASSWORD)


def make_cast():
    organisation = Organisation.objects.create(name="Tidewater Trust", kind="trust")
    people = {role: make_person(f"{role}@tidewater.example") for role in Role.values}
    for role, user in people.items():
        Membership.objects.create(user=user, party=organisation, role=role)
    return Cast(
        organisation=organisation,
        programme=Programme.objects.create(organisation=organisation, name="Harbour peers"),
        stranger=make_person("stranger@elsewhere.example"),
        **people,
    )


def text(response):
    return " ".join(response.content.decode().split())
