"""Every row of every table, to compare before and after a request."""

from functools import cache

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection


def snapshot():
    """Table to its rows. Signing in is left out: sessions and when somebody last came."""
    with connection.cursor() as cursor:
        return {table: fetch(cursor, question) for table, question in questions().items()}


def fetch(cursor, question):
    cursor.execute(question)
    return cursor.fetchall()


@cache
def questions():
    """Table to what asks for its rows. In SQL: through the models it was half of these tests."""
    quote = connection.ops.quote_name
    return {
        model._meta.db_table: f"SELECT {', '.join(map(quote, columns(model)))}"
        f" FROM {quote(model._meta.db_table)} ORDER BY 1"
        for model in apps.get_models()
        if model is not Session
    }


def columns(model):
    """The first is the primary key, which orders the rows."""
    return [field.column for field in model._meta.concrete_fields if field.name != "last_login"]
