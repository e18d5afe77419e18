"""Runs the project's commands: ``python manage.py help`` lists them."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from operations.command_list import Commands  # noqa: PLC0415 - Django must know its settings

    try:
        Commands(sys.argv).execute()
        sys.stdout.flush()
    except ImproperlyConfigured as error:
        sys.exit(str(error))  # a setting's own sentence says how to mend it
    except BrokenPipeError:
        # Whoever read it has had enough (``| head``): nothing is wrong, and nothing more is said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
