from django.apps import AppConfig
from django.urls import register_converter

from organisations.plain_errors import say_faults_plainly
from organisations.secret_addresses import SecretConverter


class OrganisationsConfig(AppConfig):
    name = "organisations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_converter(SecretConverter, "secret")
        say_faults_plainly()
