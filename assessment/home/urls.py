from django.urls import path

from assessment.home import rounds, views

urlpatterns = [
    path("organisations/<uuid:pk>/", views.organisation, name="organisation"),
    path("organisations/<uuid:pk>/together/", views.together, name="together"),
    path("programmes/<uuid:pk>/", views.programme, name="programme"),
    path("collaborations/<uuid:pk>/rounds/new/", rounds.new_round, name="new_round"),
    path("rounds/<uuid:pk>/edit/", rounds.edit_round, name="edit_round"),
]
