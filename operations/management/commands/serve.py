"""``manage.py serve``: prepare the site and answer on this computer, in one process start."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication

from organisations.addresses import served_at


class Command(BaseCommand):
    help = "Run the site on this computer alone, until it is stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--demo", action="store_true", help="with the invented organisations")

    def handle(self, *, port: int, demo: bool, **_: Any) -> None:
        address = f"http://127.0.0.1:{port}"
        call_command("prepare", demo=address if demo else None, stdout=self.stdout)
        served_at().write_text(address, encoding="ascii")
        connections.close_all()  # a connection must not be carried into the worker's process
        self.stdout.write(f"Essence is at {address} (Ctrl+C stops it)")
        self.stdout.flush()
        Site(port).run()


class Site(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """gunicorn around an application that is loaded already: that saves a second start."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        self.cfg.set("bind", f"127.0.0.1:{self.port}")
        self.cfg.set("threads", 8)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("proc_name", "essence")
        if "control_socket_disable" in self.cfg.settings:
            self.cfg.set("control_socket_disable", True)  # else it writes into the home folder

    def load(self) -> Any:
        """The settings' own: on SQLite it can be read on a full disk too (config.held_open)."""
        return get_internal_wsgi_application()
