"""All bytes that a database keeps: what somebody finds who has the disk."""

import os
from pathlib import Path

import pytest
from django.db import connection


def disk():
    """All bytes that the database keeps, its log included."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        files = [Path(name + ending) for ending in ("", "-wal", "-shm")]
        return b"".join(one.read_bytes() for one in files if one.exists())
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        (folder,) = cursor.fetchone()
    if not os.access(folder, os.R_OK):
        pytest.fail("the server's folder is not this user's to read: nothing was searched")
    wal = list(Path(folder, "pg_wal").iterdir())
    assert any(one.is_file() and one.stat().st_size for one in wal)
    return b"".join(one.read_bytes() for one in Path(folder).rglob("*") if one.is_file())
