"""Following every link that somebody finds, as a reader with much patience would."""

import re

ADDRESSES = re.compile(rb'(?:href|src|srcset)="(/[^"#]*)')
NOT_FOLLOWED = ("/static/", "/account")  # signing out, and what every page has round it
BUNDLES = ".zip"  # of files that are followed one by one


def walked(client, start, within="/"):
    """Address to content type, of ``start`` and all that can be reached from it by links.

    ``within``: what an address begins with that is followed.
    """
    found, ahead = {}, [start]
    while ahead:
        address = ahead.pop()
        if address in found or address.startswith(NOT_FOLLOWED) or address.endswith(BUNDLES):
            continue
        if not address.startswith(within):
            continue
        response = client.get(address, follow=True)
        assert response.status_code == 200, (address, response.status_code)
        found[address] = response.headers["Content-Type"].partition(";")[0]
        body = b"".join(response) if response.streaming else response.content
        if found[address] == "text/html":
            ahead += [one.decode().replace("&amp;", "&") for one in ADDRESSES.findall(body)]
    return found
