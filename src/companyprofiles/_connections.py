"""Connections that end when their time is over, and lead to public addresses alone."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from threading import Timer
from typing import Self, TypeVar
from urllib.request import AbstractHTTPHandler, Request

__all__ = ["NotPublicError", "Watch", "WatchedHandler"]

C = TypeVar("C", bound="_Connection")


class NotPublicError(OSError):
    """A host's address is not public."""


class Watch:
    """Ends a request whose time is over, whatever it is waiting for.

    A socket's own timeout starts anew with every byte, so that a server which sends one now and
    then would never be left.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._line: socket.socket | None = None
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._line is not None:
            self._line.close()

    def guard(self, line: socket.socket) -> None:
        """Watch over a connection.

        Raises:
            TimeoutError: The time is over already.
        """
        # TLS takes the socket itself over, and urllib lets go of it; a second handle stays.
        self._line = line.dup()
        if self.is_over:
            raise TimeoutError

    def _end(self) -> None:
        self.is_over = True
        if self._line is not None:
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)


class _Connection(HTTPConnection):
    """A connection that is watched as soon as it stands."""

    watch: Watch
    must_be_public: bool

    def connect(self) -> None:
        super().connect()
        if self.must_be_public:
            address = ip_address(self.sock.getpeername()[0])
            if not (getattr(address, "ipv4_mapped", None) or address).is_global:
                raise NotPublicError
        self.watch.guard(self.sock)


class _SecureConnection(HTTPSConnection, _Connection):
    """The same with TLS; the order of its bases lets TLS begin on a watched connection."""


class WatchedHandler(AbstractHTTPHandler):
    """Opens http and https over watched connections.

    Args:
        watch: Who watches over them.
        public_host: Host that must have a public address; ``None`` where none must.
    """

    def __init__(self, watch: Watch, public_host: str | None) -> None:
        super().__init__()
        self._watch = watch
        self._public_host = public_host

    def http_open(self, request: Request) -> HTTPResponse:
        return self.do_open(self._watched(_Connection, request), request)

    def https_open(self, request: Request) -> HTTPResponse:
        return self.do_open(self._watched(_SecureConnection, request), request, context=_tls())

    http_request = https_request = AbstractHTTPHandler.do_request_

    def _watched(self, kind: type[C], request: Request) -> Callable[..., C]:
        def connection(host: str, **options: object) -> C:
            made = kind(host, **options)  # type: ignore[arg-type]  # urllib's own options
            made.watch = self._watch
            # A proxy has put its own host in the place of the address's.
            made.must_be_public = request.host == self._public_host
            return made

        return connection


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()
