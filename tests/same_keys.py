"""A test that is rolled back: the database is as before, and so must the keys beside it be."""

from contextlib import contextmanager

from assessment import keys


@contextmanager
def same_keys():
    """Closing destroys a key's file at once; undoing it brings back the rows alone. And what a
    test made goes with its rows, or each test would find the keys of all before it."""
    kept = {file: file.read_bytes() for file in key_files()}
    try:
        yield
    finally:
        left = key_files()
        for file in left - kept.keys():
            file.unlink()
        for file in kept.keys() - left:
            file.write_bytes(kept[file])


def key_files():
    """Every key that is kept, not what an interruption left half-written."""
    endings = {keys.ENDING, keys.ROOM_ENDING, keys.FILES_ENDING}
    return {file for file in keys.folder().iterdir() if file.suffix in endings}
