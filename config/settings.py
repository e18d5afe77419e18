"""Every setting of the project; each that a host may change is read from the environment here."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.contrib.messages import constants

from config.environment import (
    flag,
    instruments_folder,
    keys_folder,
    secret_key,
    whole_number_of,
)

BASE_DIR = Path(__file__).resolve().parent.parent

# What the site keeps of its own: the SQLite database and, on one computer, its keys.
VAR_DIR = Path(os.environ.get("ESSENCE_VAR") or BASE_DIR / "var")

# On for a public server behind HTTPS; off for demo, serve and tests on one computer.
PRODUCTION = flag("PRODUCTION")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost 127.0.0.1 [::1] testserver").split()
CSRF_TRUSTED_ORIGINS = os.environ.get("CSRF_TRUSTED_ORIGINS", "").split()

SECRET_KEY = secret_key(VAR_DIR, production=PRODUCTION)
# Earlier ones, while what they sealed is sealed again: separated by spaces.
SECRET_KEY_FALLBACKS = os.environ.get("SECRET_KEY_FALLBACKS", "").split()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "csp",
    "organisations",
    "assessment",
    "reports",
    "comparing",
    "operations",
]

MIDDLEWARE = [
    # What sets headers comes first: no answer is without them, whatever went wrong further in.
    "config.middleware.StrictHeaders",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.KnownHost",
    "config.middleware.NullOrigin",
    # In production static files lie packed already; elsewhere the stylesheet alone would be 30 KB.
    *([] if PRODUCTION else ["django.middleware.gzip.GZipMiddleware"]),
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "config.middleware.TypedWhileSignedOut",
    "config.middleware.SecondStep",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,  # allauth's and crispy's own, where ours do not stand before them
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "operations.house.house",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "essence"
CRISPY_TEMPLATE_PACK = "essence"

# SQLite: without IMMEDIATE nine in ten read-then-write transactions fail under eight threads;
# secure_delete overwrites what is deleted, so that no answer is left in the file.
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": VAR_DIR / "essence.sqlite3",
    # Tests use a file too: in shared memory, threads lose most of their writes.
    "TEST": {"NAME": VAR_DIR / "test.sqlite3"},
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,  # seconds that a write waits for the one before it
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
            "PRAGMA foreign_keys=ON;"
        ),
    },
}


def database() -> dict[str, Any]:
    """PostgreSQL (with a pool, so that no request pays for a connection) or SQLite."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        return dict(SQLITE)
    parsed: dict[str, Any] = dict(dj_database_url.parse(url))
    if parsed["ENGINE"] == "django.db.backends.sqlite3":
        return {**SQLITE, "NAME": parsed["NAME"]}
    options = {**parsed.get("OPTIONS", {}), "pool": True}  # sslmode and its like are the address's
    return {**parsed, "OPTIONS": options, "CONN_MAX_AGE": 0}


DATABASES = {"default": database()}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        # Past 300, Django's usual number, it drops a third at random: anybody who makes that many
        # entries would clear the counters that slow a guesser down.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "organisations.accounts.passwords.NotTooEasy"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# the stylesheet has two boxes
MESSAGE_TAGS = {
    level: "caution" if level >= constants.WARNING else "notice" for level in constants.DEFAULT_TAGS
}
LOGIN_REDIRECT_URL = "home"
LOGIN_URL = "account_login"

ACCOUNT_ADAPTER = "organisations.accounts.sign_in_rules.OurRules"
ACCOUNT_FORMS = {
    "login": "organisations.accounts.account_forms.SignInForm",
    "reset_password": "organisations.accounts.account_forms.NewPasswordLinkForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation's link is the proof
ACCOUNT_CHANGE_EMAIL = True  # one address, and one that waits until it is confirmed
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 2  # long enough for a mail that is read tomorrow
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers whose address somebody typed
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Essence: "
ACCOUNT_RATE_LIMITS = {
    # As organisations.accounts.wrong_passwords has it. What allauth would count, by network alone
    # or by address alone, lets a stranger shut somebody out.
    "wrong_on_device": "10/5m/key",
    "wrong_from_here": "5/5m/key",
    "wrong_from_network": "30/5m/key",
    "wrong_at_account": "100/h/key",
    "login": None,
    "login_failed": "5/5m/key",  # codes of the second step: only after the right password
    "reset_password": None,
    "mail_new_password_link": "3/h/key",
    "confirm_email": "3/h/key",
}
# Rate limits count by address: behind a proxy, by the one that the proxy saw.
ALLAUTH_TRUSTED_PROXY_COUNT = whole_number_of("TRUSTED_PROXIES", int(PRODUCTION))
MFA_ADAPTER = "organisations.accounts.second_step.SealedKeys"
MFA_FORMS = {
    "authenticate": "organisations.accounts.second_step.SecondStepForm",
    "reauthenticate": "organisations.accounts.second_step.StillYouForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Essence"
MFA_TOTP_TOLERANCE = 1  # a step of 30 seconds before and after: phones' clocks differ
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an address that waits is no reason to go without a second step
REQUIRE_2FA = flag("REQUIRE_2FA", default=PRODUCTION)

# Mail: printed in the terminal unless the host names a server.
EMAIL_BACKEND = (
    "organisations.background_mail.InBackground"
    if os.environ.get("EMAIL_HOST")
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = whole_number_of("EMAIL_PORT", 587)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = bool(EMAIL_HOST)
EMAIL_TIMEOUT = 20  # seconds for each answer of the mail server; a silent one is given up
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "essence@localhost")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
CSRF_FAILURE_VIEW = "config.csrf_failure.csrf_failure"
# Only this host, over HTTPS, can set a cookie of this name: so its token says enough (NullOrigin).
CSRF_COOKIE_NAME = "__Host-csrftoken" if PRODUCTION else "csrftoken"
SECURE_REFERRER_POLICY = "strict-origin"  # with no-referrer, CSRF refuses every POST
X_FRAME_OPTIONS = "DENY"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SESSION_ENGINE = "organisations.accounts.session_end"
SESSION_SERIALIZER = "organisations.accounts.session_end.SealedJSON"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static" if PRODUCTION else None  # else from where they are written
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if PRODUCTION
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000  # bytes; the longest form here has about 40,000
# A file stands in memory and never on the disk. The largest that a form takes has 5 MB; of a larger
# one so much is kept, and its size is told, so that the form refuses it in words.
FILE_UPLOAD_HANDLERS = ["config.upload_in_memory.InMemory"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 6_500_000

# The private key of each open assessment, one file each: outside the database and its copies.
KEYS_DIR = keys_folder("KEYS_DIR", VAR_DIR, production=PRODUCTION)

# A host's own instrument files, beside the bundled ones.
INSTRUMENTS_DIR = instruments_folder("INSTRUMENTS_DIR")

# The address people reach this site at, for links in invitations: https://essence.example
SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")

# Who runs this site and how long copies made for safety are kept: respondents are told both.
NO_HOST_NAME = "the people who run this site"
HOST_NAME = os.environ.get("HOST_NAME") or NO_HOST_NAME
HOST_CONTACT = os.environ.get("HOST_CONTACT", "")  # how people reach them, in words
# Whom to tell of a weakness, as an address of RFC 9116: mailto:security@essence.example
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", "")
BACKUP_DAYS = whole_number_of("BACKUP_DAYS", 30)
KEYS_BACKUP_DAYS = whole_number_of("KEYS_BACKUP_DAYS", 2)  # after closing; 0: no copies are made
# Pairs of a name and a number that stand in place of the lines of each organisation's nation, for a
# host who knows better ones (organisations/support_lines.py).
SUPPORT_LINES: list[tuple[str, str]] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secrets": {"()": "config.logs.HideSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secrets"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
