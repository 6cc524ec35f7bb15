"""One request over the web, bounded in time and size whatever the server does."""

from __future__ import annotations

import hashlib
import socket
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import (
    HTTPException,
    HTTPResponse,
    IncompleteRead,
    InvalidURL,
)
from typing import Protocol
from urllib.error import URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

import attrs

from companyprofiles._connections import NotPublicError, Watch, WatchedHandler
from companyprofiles.errors import shown

__all__ = ["Fetch", "Reply", "WebFetch", "host_of"]

CHUNK = 64 * 1024
SAFE = "%/:=&?~#+!$,;'@()*[]"
"""What an address may hold besides letters and digits; everything else is percent-encoded."""


@attrs.frozen(kw_only=True)
class Reply:
    """What a server said to one request, or why nothing came that could be used."""

    status: int = 0
    """Status code of HTTP; 0 where there was no answer."""
    location: str | None = None
    """Where the server sends the reader instead, percent-encoded."""
    retry_after: float | None = None
    """Seconds that the server asks to wait."""
    sha256: str | None = None
    """SHA-256 of the body; ``None`` where it was not read to its end."""
    note: str = ""
    """Why the body was not read to its end, as a sentence."""
    problem: str = ""
    """What went wrong, as a sentence; empty where the server answered."""
    lasting: bool = False
    """Whether it is useless to ask again soon."""


class Fetch(Protocol):
    """Sends one request, follows no redirect, and tells of a failure in its reply."""

    def __call__(self, method: str, url: str, *, most: int) -> Reply:
        """Ask for an address.

        Args:
            method: ``HEAD`` or ``GET``.
            url: The address.
            most: Bytes of the body after which reading ends.
        """
        ...


@attrs.frozen(kw_only=True)
class WebFetch:
    """Sends requests with the standard library, each over a connection of its own.

    Proxies are taken from the environment; behind one, the proxy decides what may be asked.
    """

    timeout: float
    """Seconds after which a request ends, from the connection to the last byte."""
    user_agent: str
    """What the program calls itself."""
    private: bool = False
    """Whether addresses are asked that are not public, such as those of a local network."""

    def __call__(self, method: str, url: str, *, most: int) -> Reply:
        """Ask for an address; see :class:`Fetch`."""
        with Watch(self.timeout) as watch:
            try:
                request = Request(_as_sent(url), method=method)  # noqa: S310, see _opener
                with self._opener(watch, request.host).open(request, timeout=self.timeout) as got:
                    return _reply(got, most if method == "GET" else 0, watch)
            except (OSError, HTTPException, ValueError, OverflowError) as error:
                return _failure(error, watch)

    def _opener(self, watch: Watch, host: str) -> OpenerDirector:
        """Return what opens http and https alone; it follows no redirect and opens no file."""
        opener = OpenerDirector()
        opener.addheaders = [("User-Agent", self.user_agent), ("Accept", "*/*")]
        opener.add_handler(ProxyHandler())
        opener.add_handler(UnknownHandler())
        opener.add_handler(WatchedHandler(watch, None if self.private else host))
        return opener


def host_of(url: str) -> str:
    """Return the host of an address in lower case; empty where none can be made out."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _as_sent(url: str) -> str:
    """Return an address in the ASCII characters that HTTP takes, without its fragment."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode("ascii")
    return quote(urlunsplit(parts._replace(netloc=host, fragment="")), safe=SAFE)


def _reply(response: HTTPResponse, most: int, watch: Watch) -> Reply:
    location = response.headers["Location"]
    has_body = most and response.status // 100 == 2  # noqa: PLR2004, the class of success
    digest, note = _digest(response, most, watch) if has_body else (None, "")
    return Reply(
        status=response.status,
        # Servers send other characters than ASCII in any encoding: the bytes are kept as they are.
        location=quote(location.encode("latin-1", "replace"), safe=SAFE) if location else None,
        retry_after=_seconds(response.headers["Retry-After"]),
        sha256=digest,
        note=note,
    )


def _digest(response: HTTPResponse, most: int, watch: Watch) -> tuple[str | None, str]:
    """Read the body and return its hash, or why it was not read to its end."""
    digest, size = hashlib.sha256(), 0
    try:
        while part := response.read1(CHUNK):
            digest.update(part)
            size += len(part)
            if size > most:
                return None, f"It is larger than the {most} bytes that are read."
        if response.length:  # what is missing of the length that the server told
            raise IncompleteRead(b"", response.length)
    except (OSError, HTTPException):
        if not watch.is_over:
            raise
    if watch.is_over:
        if not size:
            raise TimeoutError
        return None, f"It could not be read to its end within {watch.seconds:g} seconds."
    if response.headers["Content-Encoding"] not in (None, "identity"):
        return None, "It came compressed, though that was not asked for."
    return digest.hexdigest(), ""


def _seconds(retry_after: str | None) -> float | None:
    """Read ``Retry-After``: seconds, or a date."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    now = datetime.now(UTC) if date.tzinfo else datetime.now(UTC).replace(tzinfo=None)
    return max(0.0, (date - now).total_seconds())


def _failure(error: Exception, watch: Watch) -> Reply:
    """Say what went wrong; nothing that a server wrote is repeated unquoted."""
    reason = error.reason if isinstance(error, URLError) else error
    if watch.is_over or isinstance(reason, TimeoutError):
        return Reply(problem=f"No complete answer came within {watch.seconds:g} seconds.")
    match reason:
        case NotPublicError():
            problem = "Its server has no public address, and others are asked with 'private' alone."
            return Reply(problem=problem, lasting=True)
        case ssl.SSLCertVerificationError():
            message = shown(reason.verify_message)
            return Reply(problem=f"The server's certificate is not valid: {message}.", lasting=True)
        case ssl.SSLError():
            return Reply(problem=f"No secure connection could be made: {shown(reason.reason)}.")
        case socket.gaierror():
            lasting = reason.errno == socket.EAI_NONAME
            return Reply(problem="The name of its server could not be resolved.", lasting=lasting)
        case ConnectionRefusedError():
            return Reply(problem="Its server refuses the connection.")
        case ConnectionError() | IncompleteRead():
            return Reply(problem="The connection broke off.")
        case ValueError() | OverflowError() | InvalidURL():
            return Reply(problem="It is no address that can be asked.", lasting=True)
        case HTTPException():
            return Reply(problem="Its server does not answer in proper HTTP.")
    return Reply(problem=f"The connection failed: {shown(str(reason))}.")
