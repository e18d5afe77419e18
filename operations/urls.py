"""Where everything meets: the front page, an organisation's page and a programme's."""

from django.urls import path

from operations import front, home

urlpatterns = [
    path("", front.home, name="home"),
    path("organisations/<uuid:pk>/", home.organisation, name="organisation"),
    path("organisations/<uuid:pk>/together/", home.together, name="together"),
    path("programmes/<uuid:pk>/", home.programme, name="programme"),
]
