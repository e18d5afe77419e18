"""Who: joining, and an organisation's team, programmes and settings.

The pages of an organisation and of a programme list assessments, so they are in
``operations.home``.
"""

from django.urls import path

from organisations.models import Membership
from organisations.pages import events, joining, organisation_settings, programmes
from organisations.parties.people_page import people_routes

urlpatterns = [
    path("join/<secret:token>/", joining.accept_invitation, name="accept_invitation"),
    *people_routes(Membership, "organisations/<uuid:pk>/team/"),
    path(
        "organisations/<uuid:pk>/settings/",
        organisation_settings.organisation_settings,
        name="organisation_settings",
    ),
    path(
        "organisations/<uuid:pk>/look.css",
        organisation_settings.organisation_look,
        name="organisation_look",
    ),
    path(
        "organisations/<uuid:pk>/logo.png",
        organisation_settings.organisation_logo,
        name="organisation_logo",
    ),
    path("organisations/<uuid:pk>/programmes/new/", programmes.new_programme, name="new_programme"),
    path("programmes/<uuid:pk>/edit/", programmes.edit_programme, name="edit_programme"),
    path("programmes/<uuid:pk>/events/", events.events, name="events"),
    path(
        "programmes/<uuid:pk>/events/<int:number>/remove/",
        events.remove_event,
        name="remove_event",
    ),
]
