"""Mail goes to its server in a thread of its own: whoever waits for a page never waits for mail.

A server that is down or silent would hold a worker, and the seconds it takes would tell an address
that has an account from one that has none.
"""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from smtplib import SMTPException
from threading import BoundedSemaphore

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

log = logging.getLogger(__name__)

WAITING = 200  # mails: of more, a server that answers nothing is no use to anybody
SENDERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")
ROOM = BoundedSemaphore(WAITING)


class InBackground(EmailBackend):
    """Django's own backend, in another thread; faults go into the log without an address."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if not ROOM.acquire(blocking=False):
            log.error("A mail was not sent: %s wait already", WAITING)
            return 0
        SENDERS.submit(self.send_now, list(email_messages))
        return len(email_messages)

    def send_now(self, email_messages: Sequence[EmailMessage]) -> None:
        try:
            super().send_messages(email_messages)
        except (SMTPException, OSError) as fault:
            log.error("A mail could not be sent: %s", type(fault).__name__)  # noqa: TRY400 - it holds addresses
        finally:
            ROOM.release()
