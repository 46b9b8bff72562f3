"""Pages from http(s) addresses: bounded in time, size and redirects, and never from inside a private network.

The address is checked where the connection is made, on the very IP address that is connected to: a name that answers
with a public address once and a private one the next time gains nothing. Proxies of the environment are not used.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.connection import create_connection

from onrecord.errors import SourceError

CONNECT_TIMEOUT_S = 10.0
READ_TIMEOUT_S = 15.0
TOTAL_TIMEOUT_S = 45.0
REDIRECTS = 6
_CHUNK_BYTES = 65_536
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; onrecord; news reader)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered. url: the address after redirects. charset: as the server told it."""

    data: bytes
    url: str
    charset: str | None
    at: datetime


class PrivateAddressError(OSError):
    """A host that lies inside a private network, or is this machine."""


def fetch(url: str, *, limit_bytes: int, allow_private: bool = False) -> Fetched:
    """The bytes at an address. Raises SourceError: not http, no such host, not there, timed out, too large, private."""
    pool = _pool(allow_private=allow_private)
    deadline = time.monotonic() + TOTAL_TIMEOUT_S
    address = url
    try:
        for _ in range(REDIRECTS):
            _check_scheme(address, url)
            answer = _ask(pool, address, url)
            target = answer.get_redirect_location()
            if not target:
                return _read(answer, address, url, limit_bytes, deadline)
            answer.release_conn()
            address = urljoin(address, target)
    finally:
        pool.clear()
    raise SourceError(url, f"redirected more than {REDIRECTS} times", "open it in a browser and save the page")


def _check_scheme(address: str, url: str) -> None:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host:
        where = "leads to" if address != url else "is"
        raise SourceError(url, f"{where} no http address", "give an address that begins with http:// or https://")


def _ask(pool: urllib3.PoolManager, address: str, url: str) -> urllib3.BaseHTTPResponse:
    timeout = urllib3.Timeout(connect=CONNECT_TIMEOUT_S, read=READ_TIMEOUT_S)
    try:
        return pool.request(
            "GET", address, headers=_HEADERS, redirect=False, retries=False, timeout=timeout, preload_content=False
        )
    except (urllib3.exceptions.HTTPError, OSError, UnicodeError, ValueError) as error:
        raise _explain(error, url) from error


def _explain(error: BaseException, url: str) -> SourceError:
    causes = _causes(error)
    if any(isinstance(one, PrivateAddressError) for one in causes):
        return SourceError(url, "an address inside a private network", "allow private addresses if you mean it")
    if any(isinstance(one, socket.gaierror | urllib3.exceptions.NameResolutionError) for one in causes):
        return SourceError(url, "no such host", "check the address and the connection")
    if any(isinstance(one, urllib3.exceptions.SSLError) for one in causes):
        return SourceError(url, "its certificate is not valid", "check the address, or save the page in a browser")
    if any(isinstance(one, ConnectionRefusedError | urllib3.exceptions.NewConnectionError) for one in causes):
        return SourceError(url, "cannot be reached", "check the address and the connection")
    if any(isinstance(one, TimeoutError | urllib3.exceptions.TimeoutError) for one in causes):
        return SourceError(url, "timed out", "try again later, or save the page in a browser and give the file")
    if any(isinstance(one, urllib3.exceptions.LocationParseError | UnicodeError | ValueError) for one in causes):
        return SourceError(url, "not a usable address", "check it for typing errors")
    return SourceError(url, "cannot be reached", "check the address and the connection")


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    queue: list[Any] = [error]
    while queue:
        one = queue.pop()
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            queue += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
    return found


def _read(answer: urllib3.BaseHTTPResponse, address: str, url: str, limit_bytes: int, deadline: float) -> Fetched:
    try:
        _check_status(answer.status, url)
        length = answer.headers.get("Content-Length", "")
        if length.isdigit() and int(length) > limit_bytes:
            raise _too_large(url, limit_bytes)
        data = bytearray()
        for chunk in answer.stream(_CHUNK_BYTES, decode_content=True):
            data += chunk
            if len(data) > limit_bytes:
                raise _too_large(url, limit_bytes)
            if time.monotonic() > deadline:
                raise SourceError(url, f"timed out after {TOTAL_TIMEOUT_S:.0f} seconds", "try again later")
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise _explain(error, url) from error
    finally:
        answer.close()
    return Fetched(bytes(data), address, _charset(answer.headers.get("Content-Type", "")), datetime.now(UTC))


def _too_large(url: str, limit_bytes: int) -> SourceError:
    return SourceError(url, f"larger than {limit_bytes // 1_000_000} MB", "give the page of a single story")


def _check_status(status: int, url: str) -> None:
    if status in (404, 410):
        raise SourceError(url, f"not there (the server answered {status})", "check the address")
    if status in (401, 402, 403, 429, 451):
        hint = "open it in a browser, save the page and give the file"
        raise SourceError(url, f"the server refuses to show it ({status})", hint)
    if status >= 500:
        raise SourceError(url, f"the server failed ({status})", "try again later")
    if status >= 400 or status < 200 or status == 204:
        raise SourceError(url, f"the server answered {status} and no page", "check the address")


def _charset(content_type: str) -> str | None:
    _, _, rest = content_type.lower().partition("charset=")
    return rest.split(";")[0].strip(" \"'") or None


def is_private(ip: str) -> bool:
    """Whether an IP address is not of the public internet: private, loopback, link-local, reserved, multicast.

    IPv6 forms that carry an IPv4 address are judged by that.
    """
    address = ipaddress.ip_address(ip.split("%", maxsplit=1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(str(inner))
    return not address.is_global or address.is_multicast


def _pool(*, allow_private: bool) -> urllib3.PoolManager:
    pool = urllib3.PoolManager(num_pools=4, maxsize=1)
    if not allow_private:
        pool.pool_classes_by_scheme = {"http": _PublicHTTPPool, "https": _PublicHTTPSPool}
    return pool


def _connect_publicly(connection: HTTPConnection) -> socket.socket:
    """Resolve once, refuse if any answer is private, and connect to one of the addresses that were checked."""
    host = connection.host.strip("[]")
    answers = socket.getaddrinfo(host.rstrip("."), connection.port, type=socket.SOCK_STREAM)
    ips = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if any(is_private(ip) for ip in ips):
        raise PrivateAddressError(f"{host} is inside a private network")
    error: OSError | None = None
    for ip in ips:
        try:
            return create_connection(
                (ip, connection.port), connection.timeout, socket_options=connection.socket_options
            )
        except OSError as failed:
            error = failed
    raise error or OSError(f"no address for {host}")


def _new_connection(connection: HTTPConnection, connect: Callable[[HTTPConnection], socket.socket]) -> socket.socket:
    """As urllib3 does it, with its own kinds of error, so that its pool cleans up after a failure."""
    try:
        return connect(connection)
    except socket.gaierror as error:
        raise urllib3.exceptions.NameResolutionError(connection.host, connection, error) from error
    except TimeoutError as error:
        raise urllib3.exceptions.ConnectTimeoutError(connection, "timed out") from error
    except OSError as error:
        raise urllib3.exceptions.NewConnectionError(connection, str(error)) from error


class _PublicHTTPConnection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _new_connection(self, _connect_publicly)


class _PublicHTTPSConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _new_connection(self, _connect_publicly)


class _PublicHTTPPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _PublicHTTPConnection


class _PublicHTTPSPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _PublicHTTPSConnection
