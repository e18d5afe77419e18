"""Versions in a comparison.json: members read it, only its keeper can hold others against it.

A digest of somebody who shares little more than a few ratings could be found by trying every figure
there can be. So the salt in the file is only the public half: the digests are made with it and the
installation's SECRET_KEY.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from django.core.signing import BadSignature, Signer
from django.utils.crypto import get_random_string, salted_hmac

from assessment.intake.uploads import Refused
from comparing.folder.shared_file import shared_text
from comparing.method.comparison_document import ComparisonError, read_traces
from comparing.method.members import ComparedMember, keys_of
from comparing.method.traces import Trace, trace_of
from questions import Instrument

PURPOSE = "comparison.json"


def sealed_trace(members: Sequence[ComparedMember], instrument: Instrument) -> Trace:
    """As it goes into the file."""
    public = seal_signer().sign(get_random_string(22))
    made = trace_of(members, instrument, salt=secret_of(public))
    return replace(made, salt=public)


def read_sealed(file: Path) -> tuple[Trace, ...]:
    """The version of a comparison.json and those before it; Refused with what is wrong with it."""
    try:
        return read_traces(shared_text(file))
    except (ComparisonError, Refused) as error:
        raise Refused([f"{file}: {error}"]) from error


def opened_traces(sealed: Sequence[Trace], instrument: Instrument) -> list[Trace]:
    """As members can be held against them; Refused where nobody can tell."""
    if not all(is_ours(one.salt) for one in sealed):
        raise Refused([f"the earlier comparison {ELSEWHERE}"])
    if any(set(one.have) != set(keys_of(instrument)) for one in sealed):
        raise Refused([f"the earlier comparison is not one of the instrument {instrument.version}"])
    return [replace(one, salt=secret_of(one.salt)) for one in sealed]


ELSEWHERE = (
    "was made with another SECRET_KEY, so who differs cannot be told here: compare on the "
    "installation that made it"
)


def seal_signer() -> Signer:
    return Signer(salt=PURPOSE)


def is_ours(public: str) -> bool:
    try:
        seal_signer().unsign(public)
    except BadSignature:
        return False
    return True


def secret_of(public: str) -> str:
    return salted_hmac(PURPOSE, public, algorithm="sha256").hexdigest()
