"""A respondent's page against a bare Django template view that renders the same HTML.

Run ``python -m benchmarks.respondent``. Both go through every middleware, in turns in one process;
the ratio of the medians is what counts (issue: at most 3). The bare view reads no database and
knows no form: its template is our page with its words and answers as plain loops over plain data.
Printed beside it is the same page as one piece of text, which no template can beat.
"""

import re
import statistics
from collections.abc import Callable

from benchmarks import own_site  # first: settings are read once

# isort: split

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import Context, Template
from django.test import Client
from django.urls import clear_url_caches, path

import config.urls
from benchmarks.timing import milliseconds
from tests.assessment.answered import link_of, open_assessment
from tests.cast import make_cast

ROUNDS = 301
STATEMENT = re.compile(r'<fieldset\s+class="statement.*?</fieldset>', re.DOTALL)
TILE = re.compile(
    r'<label class="tile" for="(?P<id>[^"]*)">\s*<input type="radio" name="(?P<name>[^"]*)" '
    r'value="(?P<value>[^"]*)"(?P<checked> checked)? id="(?P<again>[^"]*)">\s*'
    r"<span>(?P<label>.*?)</span>\s*</label>"
)


def main() -> None:
    own_site.make_tables()
    link = link_of(open_assessment(make_cast(), length="full"), "receiving")
    client = Client(HTTP_ACCEPT_ENCODING="")
    client.post(f"/a/{link.code}/", {"words": "plain"})
    address = f"/a/{link.code}/1/"
    client.post(address, {f"mutuality-{n}": str(n) for n in (1, 2, 3, 4)})
    html = client.get(address).content.decode()
    views = {"ours": address, "bare": bare("bare", *as_loops(html)), "text": bare("text", html, {})}
    for name in ("bare", "text"):
        assert without_token(client.get(views[name]).content.decode()) == without_token(html), name
    times = measured({name: lambda at=at: client.get(at) for name, at in views.items()})
    print(f"respondent page, {len(html):,} characters, 6 statements, medians of {ROUNDS}")
    for name in ("bare", "text"):
        print(
            f"  {times['ours']:.2f} ms against {times[name]:.2f} ms ({name}): "
            f"{times['ours'] / times[name]:.2f} times"
        )
    packed = Client(HTTP_ACCEPT_ENCODING="gzip", HTTP_COOKIE=cookies(client))
    print(f"  {len(packed.get(address).content):,} bytes compressed")


def tiles_of(block: str) -> list[dict[str, str]]:
    return [found.groupdict() for found in TILE.finditer(block)]


def as_loops(html: str) -> tuple[str, dict[str, object]]:
    """Our page as a template of loops, and the plain data that fill it."""
    blocks = STATEMENT.findall(html)
    data = [tiles_of(block) for block in blocks]
    legends = [re.split(r"<label class=\"tile\"", block)[0] for block in blocks]
    end = TILE.sub("\0", blocks[0]).rsplit("\0", 1)[1]
    between = TILE.sub("\0", blocks[0]).split("\0")[1]
    tile = tile_as_template(next(TILE.finditer(blocks[0])))
    loop = (
        "{{ s.legend|safe }}{% for t in s.tiles %}" + tile + "{% if not forloop.last %}"
        f"{between}{{% endif %}}{{% endfor %}}{end}"
    )
    template = html
    for number, block in enumerate(blocks):
        template = template.replace(
            block, f"{{% with s=statements.{number} %}}{loop}{{% endwith %}}"
        )
    statements = [{"legend": a, "tiles": b} for a, b in zip(legends, data, strict=True)]
    return template, {"statements": statements}


def tile_as_template(tile: re.Match[str]) -> str:
    """The first tile with its gaps, and the space that stands between them."""
    gaps = {
        "id": "{{ t.id }}",
        "name": "{{ t.name }}",
        "value": "{{ t.value }}",
        "again": "{{ t.id }}",
        "label": "{{ t.label|safe }}",
    }
    whole, found, end = tile[0], "", 0
    for name, gap in gaps.items():
        start, stop = (place - tile.start() for place in tile.span(name))
        found, end = found + whole[end:start] + gap, stop
        if name == "value":  # what is checked stands behind its value
            found, end = f'{found}"{{% if t.checked %}} checked{{% endif %}}', stop + 1
            end += len(tile["checked"] or "")
    return found + whole[end:]


def bare(name: str, template: str, data: dict[str, object]) -> str:
    """The address of a view that only renders a template, with the form's token in it."""
    compiled = Template(re.sub(r'(csrfmiddlewaretoken" value=")\w+', r"\1{{ token }}", template))

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(compiled.render(Context({**data, "token": get_token(request)})))

    config.urls.urlpatterns.insert(0, path(f"benchmark-{name}/", view))
    clear_url_caches()
    return f"/benchmark-{name}/"


def without_token(html: str) -> str:
    return re.sub(r'csrfmiddlewaretoken" value="\w+', "", html)


def cookies(client: Client) -> str:
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def measured(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Milliseconds of processor time of each, medians, in turns."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            taken[name].append(milliseconds(call))
    return {name: statistics.median(times) for name, times in taken.items()}


if __name__ == "__main__":
    main()
