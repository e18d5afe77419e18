"""The demo's site as a host runs it: gunicorn with threads, in a process of its own."""

import socket
import subprocess
import sys

from tests.assessment.respondent.site import ROOT, Site, Visitor, environment
from tests.patience import PATIENCE

OWNER = ("olive@northfield.example", "tea-and-biscuits-demo")


def manage(env, *arguments, check=True):
    """``manage.py`` in an environment: how it ended, with what it said."""
    done = subprocess.run(
        [sys.executable, "manage.py", *map(str, arguments)],
        cwd=ROOT, env=env, check=False, capture_output=True, text=True, timeout=PATIENCE,
    )  # fmt: skip
    assert not check or done.returncode == 0, done.stderr
    return done


def said(env, script):
    """The lines a script prints that may use the models."""
    return manage(env, "shell", "-v0", "-c", script).stdout.splitlines()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Hosted(Site):
    """As ``Site``, behind gunicorn; ``before`` stands before its command."""

    before = ()

    def command(self):
        return [
            *("-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{self.port}"),
            *("--threads", "4", "--worker-tmp-dir", "/dev/shm"),
            *("--log-level", "warning", "--no-control-socket"),
        ]

    def __enter__(self):
        self.port = free_port()
        self.log = (self.var / "log").open("ab")
        self.process = subprocess.Popen(
            [*self.before, sys.executable, *self.command()],
            cwd=ROOT, env=environment(self.var), stdout=self.log, stderr=self.log,
        )  # fmt: skip
        self.wait_until_it_answers()
        return self

    def kill(self):
        """SIGTERM: gunicorn takes its workers with it."""
        self.process.terminate()
        self.process.wait()


class OnThisComputer(Hosted):
    """As ``sh run.sh serve`` starts it."""

    def command(self):
        return ["manage.py", "serve", "--port", str(self.port)]


class SignedIn(Visitor):
    """An owner of the demo's trust."""

    def __init__(self, site):
        super().__init__(site)
        self.get("/accounts/login/")
        email, password = OWNER
        assert self.post("/accounts/login/", login=email, password=password)[0] == 302, self.page
