"""Where a request comes from, as far as tries are counted by it."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

IPV6_NETWORK = 64  # bits: what one household or one office is given


def network_of(request: HttpRequest) -> str:
    """An IPv4 address, or the network of an IPv6 one; behind a proxy, what the proxy saw."""
    try:
        address = ip_address(get_adapter(request).get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""  # of a socket without addresses: all count together
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_NETWORK), strict=False))
    return str(address)
