"""How a command says no: every fault, a line each, and exit status 2."""

import sys
from collections.abc import Iterable
from typing import NoReturn

from django.core.management.base import BaseCommand


def refuse_command(command: BaseCommand, headline: str, faults: Iterable[str]) -> NoReturn:
    command.stderr.write("\n".join([headline, *(f"- {fault}" for fault in faults)]))
    sys.exit(2)
