"""What a page says, as a person reads it."""

import html
import re


def text_of(response):
    """Its words without its marks, in one line."""
    body = re.sub("</?bdi>", "", response.content.decode())
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def linked_errors(response):
    """The ids that the error summary leads to; each must be on the page."""
    body = response.content.decode()
    summary = body[body.index('class="error-summary"') :]
    summary = summary[: summary.index("</section>")]
    ids = re.findall(r'href="#([^"]+)"', summary)
    for one in ids:
        assert f'id="{one}"' in body, one
    return ids
