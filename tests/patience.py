"""How long a test waits for a process, a site or a thread.

How long they take is no test's concern (benchmarks/ measures), only that they come to an end. A
machine with other things to do is no fault, and whoever waits in vain waits once.
"""

import time

PATIENCE = 300  # seconds


def wait_until(found):
    """What ``found`` gives as soon as that is true; TimeoutError if it never is."""
    until = time.monotonic() + PATIENCE
    while not (result := found()):
        if time.monotonic() > until:
            raise TimeoutError(f"{found} gives {result!r}")
        time.sleep(0.01)
    return result
