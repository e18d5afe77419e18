"""One file of a member: a results.json, or what ``share`` wrote, looked at before it is read."""

from pathlib import Path

from assessment.instruments import find
from assessment.intake.archive import MB
from assessment.intake.texts_in_json import text_fault
from assessment.intake.uploads import UPLOAD, Refused
from assessment.method.document_reading import (
    WHO_READS_IT,
    DocumentError,
    instrument_named_in,
)
from comparing.method.alike import alike
from comparing.method.shared_document import from_shared_json
from comparing.method.sharing import Shared
from questions import Instrument, InstrumentError


def version_in(text: str) -> str:
    """Of the instrument that a file rests on; Refused as below."""
    try:
        return instrument_named_in(text)
    except DocumentError as error:
        raise Refused([str(error)]) from error


def shared_in(text: str, instrument: Instrument) -> Shared:
    """What leaves of a file; Refused with one sentence, which does not name the file."""
    try:
        return from_shared_json(text, instrument)
    except DocumentError as error:
        raise Refused([str(error)]) from error


def shared_alike(text: str, instrument: Instrument) -> Shared:
    """As ``shared_in``, of any version whose statements have the same codes and revisions."""
    its = instrument
    if (version := version_in(text)) != instrument.version:
        its = known_instrument(version)
        if not alike(its, instrument):
            why = f"it was asked with instrument {version}; this compares those like"
            raise Refused([f"{why} {instrument.version}"])
    return shared_in(text, its)


def known_instrument(version: str) -> Instrument:
    """Refused with which program reads it, where nobody here has its questions."""
    try:
        return find(version)
    except InstrumentError as error:
        raise Refused([f"{fault}; {WHO_READS_IT}" for fault in error.faults]) from error


def shared_text(path: Path) -> str:
    """An ordinary file of UTF-8, no larger than the site would take; Refused otherwise."""
    data = bytes_of(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(["it is not text in UTF-8: save it again as UTF-8"]) from error
    if fault := text_fault(text):
        raise Refused([fault])
    return text


def bytes_of(path: Path) -> bytes:
    """Refused where there are more than the site would take."""
    try:
        if not path.exists():
            raise Refused(["there is no such file"])
        if not path.is_file():
            raise Refused(["it is not an ordinary file"])
        with path.open("rb") as file:
            data = file.read(UPLOAD.file_bytes + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(
            [f"it cannot be read: {getattr(error, 'strerror', None) or error}"]
        ) from error
    if len(data) > UPLOAD.file_bytes:
        raise Refused([f"it is larger than {UPLOAD.file_bytes // MB} MB"])
    return data
