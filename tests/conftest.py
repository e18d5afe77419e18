"""What every test shares."""

import pytest


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """A hash that takes no time: argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
