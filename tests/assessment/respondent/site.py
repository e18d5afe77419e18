"""A real site in a process of its own, on a SQLite file: what threads and kills are tried on."""

import contextlib
import http.client
import os
import re
import socket
import sqlite3
import subprocess
import sys
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

from nacl.public import PrivateKey, SealedBox

from assessment.sealing import Strings, sealed_width
from tests.patience import PATIENCE, wait_until

ROOT = Path(__file__).parent.parent.parent.parent
PREPARE = """
from tests.cast import make_cast
from tests.assessment.answered import link_of, open_assessment
cast = make_cast()
full = open_assessment(cast, length="full", receiving="individual", staff="individual",
                       partner="group", panel="group")
for perspective in full.perspectives.order_by("pk"):
    print(perspective.code, link_of(full, perspective.code).code)
"""
BOXES = """
SELECT assessment_id, length, sealed FROM assessment_ballots
JOIN assessment_perspective ON assessment_perspective.id = perspective_id
JOIN assessment_assessment ON assessment_assessment.id = assessment_id
WHERE kind = 'answers'
"""
TOKEN = re.compile(r'csrfmiddlewaretoken" value="(\w+)')
CHECKED = re.compile(r'name="([\w-]+)" value="(\w+)" checked')


def prepare(var):
    """A migrated database with one open assessment; perspective to link code."""
    for command in (["migrate", "-v0"], ["createcachetable"]):
        manage(var, *command)
    found = manage(var, "shell", "-v0", "-c", PREPARE).split()
    return dict(zip(found[::2], found[1::2], strict=True))


def environment(var):
    return {**os.environ, "ESSENCE_VAR": str(var), "DATABASE_URL": "", "PYTHONWARNINGS": ""}


def manage(var, *arguments):
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(var),
        capture_output=True,
        check=False,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def opened_in(database, keys):
    """The answer strings in the boxes of a database file, by the keys of a folder."""
    with contextlib.closing(sqlite3.connect(database, timeout=30)) as connection:
        rows = connection.execute(BOXES).fetchall()
    return sorted(one for row in rows for one in opened_box(*row, keys))


def opened_box(assessment, length, sealed, keys):
    key = PrivateKey((keys / f"{UUID(assessment)}.key").read_bytes())
    strings = list(Strings(sealed, sealed_width({"full": 72, "short": 36}[length])))
    assert strings == sorted(strings)
    return [SealedBox(key).decrypt(one).decode() for one in strings]


class Site:
    """``with Site(var) as site``: serves until the end of the block, or until it is killed."""

    def __init__(self, var):
        self.var, self.database = var, var / "essence.sqlite3"

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = (self.var / "log").open("ab")
        command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment(self.var), stdout=self.log, stderr=self.log
        )
        self.wait_until_it_answers()
        return self

    def wait_until_it_answers(self):
        wait_until(self.answers_or_ended)
        assert self.process.poll() is None, (self.var / "log").read_text()

    def answers_or_ended(self):
        if self.process.poll() is not None:
            return True
        with contextlib.suppress(OSError):
            return Visitor(self).get("/a/none-such/")[0] == 404

    def kill(self):
        """kill -9: nothing is tidied up."""
        self.process.kill()
        self.process.wait()

    def __exit__(self, *_exception):
        self.kill()
        self.log.close()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def answers(self):
        """What closing would find in the boxes of answers, sorted: opened with the site's keys."""
        return opened_in(self.database, self.var / "keys")

    def rows(self, question):
        with contextlib.closing(sqlite3.connect(self.database, timeout=PATIENCE)) as connection:
            return connection.execute(question).fetchall()


class Visitor:
    """A browser's cookies, tokens and nothing else."""

    def __init__(self, site):
        self.site, self.cookies, self.page = site, {}, ""

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, **data):
        token = TOKEN.search(self.page)
        length = {"csrfmiddlewaretoken": token[1] if token else "", **data}
        return self.ask("POST", path, urlencode(length))

    def ask(self, method, path, body=None):
        """Status and where to; the text is kept in ``page``. OSError where the site is gone."""
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode()
        except http.client.HTTPException as error:
            raise OSError from error
        finally:
            connection.close()
        for header in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        if method == "GET" or response.status != 302:
            self.page = text
        return response.status, response.headers.get("Location")

    def begin(self, link):
        """The start page and its button; on the first page afterwards."""
        self.get(f"/a/{link}/")
        status, to = self.post(f"/a/{link}/", words="plain")
        assert status == 302, (status, self.page)
        self.get(to)

    def checked(self):
        return dict(CHECKED.findall(self.page))
