from django.apps import AppConfig


class ComparingConfig(AppConfig):
    name = "comparing"
    default_auto_field = "django.db.models.BigAutoField"
