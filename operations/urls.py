"""Where everything meets: the front page, an organisation's page and a programme's."""

from django.urls import path

from comparing.party import Seat
from operations import all_programmes, front, home, public, sample, trying
from operations.party_log import log_routes
from organisations.models import Membership

urlpatterns = [
    path("", front.home, name="home"),
    path("try/", trying.try_it, name="try_it"),
    path("sample/", sample.sample, name="sample"),
    path("sample/<str:name>", sample.sample_file, name="sample_file"),
    path("help/", public.help_page, name="help"),
    path("privacy/", public.privacy_page, name="privacy"),
    path("cookies/", public.cookies_page, name="cookies"),
    path("accessibility/", public.accessibility_page, name="accessibility"),
    path("healthz", public.healthz, name="healthz"),
    path(".well-known/security.txt", public.security_txt, name="security_txt"),
    path("organisations/<uuid:pk>/", home.organisation, name="organisation"),
    path("organisations/<uuid:pk>/together/", home.together, name="together"),
    path(
        "organisations/<uuid:pk>/programmes/",
        all_programmes.all_programmes,
        name="all_programmes",
    ),
    path(
        "organisations/<uuid:pk>/programmes/<str:name>",
        all_programmes.all_programmes_file,
        name="all_programmes_file",
    ),
    path("organisations/<uuid:pk>/actions/", all_programmes.all_actions, name="all_actions"),
    path("programmes/<uuid:pk>/", home.programme, name="programme"),
    *log_routes(Membership, "organisations/<uuid:pk>/team/"),
    *log_routes(Seat, "collaborations/<uuid:pk>/people/"),
]
