"""The code of a slip: twelve characters that open a perspective's door once.

Crockford's alphabet: figures and letters without I, L, O and U, so none looks like a figure and
none spells a word that hurts. Twelve of 32 characters are sixty random bits.
"""

import re
import secrets

from organisations.tokens import token_hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
GROUP = 4  # characters that people can hold in mind from paper to screen
# What people write for a figure all the same.
READ_AS = str.maketrans("ILO", "110")


def new_slip_code() -> str:
    """'7K4MQ2XW9TRB', as it is kept nowhere."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def in_groups(code: str) -> str:
    """'7K4M Q2XW 9TRB', as it stands on the slip."""
    return " ".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def tidy_slip_code(typed: str) -> str:
    """As people type it: any case, anything between the characters. May be of any length."""
    return re.sub(r"[^0-9A-Z]", "", typed.upper()[:100]).translate(READ_AS)


def looks_like_a_slip_code(typed: str) -> bool:
    code = tidy_slip_code(typed)
    return len(code) == LENGTH and set(code) <= set(ALPHABET)


def slip_hmac(code: str) -> str:
    return token_hmac(tidy_slip_code(code), purpose="slip")
