"""What is not safe or not set on this installation, in sentences, each with what to do."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

LEAST_SECRET = 50  # characters, as Django's own check asks


@dataclass(frozen=True, slots=True)
class Finding:
    """``unsafe``: people could come to harm; otherwise something only works less well."""

    sentence: str
    unsafe: bool


def findings() -> Iterator[Finding]:
    for sentence in unsafe():
        yield Finding(sentence, unsafe=True)
    for sentence in not_set():
        yield Finding(sentence, unsafe=False)


def unsafe() -> Iterator[str]:
    if not settings.PRODUCTION:
        yield "PRODUCTION is off: cookies and pages also travel without HTTPS. Set PRODUCTION=1."
    if len(settings.SECRET_KEY) < LEAST_SECRET:
        yield f"SECRET_KEY is short: make one of {LEAST_SECRET} or more random characters."
    if settings.SITE_URL and not settings.SITE_URL.startswith("https://"):
        yield f"SITE_URL is {settings.SITE_URL}: links in mails should begin with https://."
    if not settings.REQUIRE_2FA:
        yield "REQUIRE_2FA is off: an owner's password alone opens everything an owner may do."
    if not settings.EMAIL_HOST:
        yield "EMAIL_HOST is not set: links for new passwords are printed in the journal, and work."
    yield from of_folder()
    yield from of_database()


def of_folder() -> Iterator[str]:
    folder = settings.VAR_DIR
    if folder.exists() and stat.S_IMODE(folder.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        yield f"{folder} can be opened by other users of this computer: chmod 700 it."


def of_database() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "The database is older than the program: run manage.py prepare."
    if connection.vendor == "postgresql":
        yield from of_postgresql()


def of_postgresql() -> Iterator[str]:
    """Copies of every change, with its time, are copies of every answer as it came."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('archive_mode'), current_setting('log_statement')")
        archive, statements = cursor.fetchone()
    if archive != "off":
        yield f"PostgreSQL keeps every change (archive_mode is {archive}): turn it off."
    if statements not in ("none", "ddl"):
        yield f"PostgreSQL logs what it is sent (log_statement is {statements}): set it to none."


def not_set() -> Iterator[str]:
    if not settings.SITE_URL:
        yield "SITE_URL is not set: posters and mails name the address of whoever asks for them."
    if settings.HOST_NAME == settings.NO_HOST_NAME:
        yield "HOST_NAME is not set: people who answer are not told who runs the site."
    if not settings.HOST_CONTACT:
        yield "HOST_CONTACT is not set: the pages for help and privacy name nobody to ask."
    if not settings.SECURITY_CONTACT:
        yield "SECURITY_CONTACT is not set: whoever finds a weakness cannot tell you."
    if settings.EMAIL_HOST and settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield "DEFAULT_FROM_EMAIL ends in @localhost: many mail servers refuse it."
