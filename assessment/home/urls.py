from django.urls import path

from assessment.home import views

urlpatterns = [
    path("organisations/<uuid:pk>/", views.organisation, name="organisation"),
    path("organisations/<uuid:pk>/together/", views.together, name="together"),
    path("programmes/<uuid:pk>/", views.programme, name="programme"),
]
