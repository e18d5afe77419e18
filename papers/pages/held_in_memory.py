"""What is sent with a page of paper: in memory, never on disk, and no more than can be read."""

from typing import Any

from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _

from papers.reading.photographs import MB, ON_SITE


class InMemory(MemoryFileUploadHandler):
    """Django's own, whatever the size of all files together, up to what the reader takes."""

    def __init__(self) -> None:
        super().__init__()
        self.left = ON_SITE.bytes_all

    def handle_raw_input(self, *_args: Any, **_more: Any) -> None:
        self.activated = True  # as its own says for small ones alone

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.left -= len(raw_data)
        if self.left < 0:  # what is still to come is read and dropped, so that our page arrives
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)


def why_not_taken(request: HttpRequest) -> str:
    """Reads the files. A sentence where they are too much; empty where they are there."""
    handler = InMemory()
    request.upload_handlers = [handler]
    try:
        request.POST  # noqa: B018 - Django reads what was sent when it is first asked for
    except TooManyFilesSent:
        return _("These are more pictures than one page takes: send at most 60 at once.")
    except (MultiPartParserError, UnreadablePostError):
        return _("They did not arrive whole: choose them again.")
    if handler.left < 0:
        most = ON_SITE.bytes_all // MB
        return _("These files are larger than %(most)d MB in all: send them in parts.") % {
            "most": most
        }
    return ""
