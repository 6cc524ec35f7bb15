"""Servers on loopback: one that answers as told, and one that breaks every rule."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from time import monotonic

Script = Callable[[socket.socket], None]

HOST = "127.0.0.1"


class Server(ThreadingHTTPServer):
    """A server whose pages are functions, and which remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((HOST, 0), Handler)
        self.pages: dict[str, Callable[[Handler], None]] = {}
        self.log: list[tuple[str, str]] = []
        """Method and path of each request, in the order of their beginnings."""
        self.headers: list[dict[str, str]] = []
        """Headers of each request."""
        self.began: list[float] = []
        """When each request began."""
        self.lock = Lock()

    def url(self, path: str = "/", host: str = HOST) -> str:
        return f"http://{host}:{self.server_port}{path}"

    def page(self, path: str, *answers: int, body: bytes = b"page", **headers: str) -> str:
        """Serve a page with one status after the other, the last for good; return its address."""
        left = list(answers or [200])
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        def serve(handler: Handler) -> None:
            with self.lock:
                status = left.pop(0) if len(left) > 1 else left[0]
            handler.answer(status, body, **named)

        return self.on(path, serve)

    def on(self, path: str, serve: Callable[["Handler"], None]) -> str:
        self.pages[path] = serve
        return self.url(path)

    def handle_error(self, *_: object) -> None:
        """Clients may leave at any time."""


class Handler(BaseHTTPRequestHandler):
    """Looks the page up; a page that is unknown is 404."""

    server: Server

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.began.append(monotonic())
            self.server.log.append((self.command, self.path))
            self.server.headers.append(dict(self.headers))
        self.server.pages.get(self.path, lambda handler: handler.answer(404))(self)

    do_HEAD = do_GET  # noqa: N815

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server."""
    server = Server()
    # A short interval, since the end of each test waits for it.
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def scripted(script: Script) -> Iterator[str]:
    """Run *script* on every connection, once the request was read; give the address.

    The script may write what it likes, and ends when the client has gone.
    """
    listener = socket.create_server((HOST, 0))

    def play(line: socket.socket) -> None:
        with line, suppress(OSError):
            line.settimeout(10)
            request = b""
            while b"\r\n\r\n" not in request and (part := line.recv(4096)):
                request += part
            script(line)

    def accept() -> None:
        threads = []
        with suppress(OSError):
            while True:
                line, _ = listener.accept()
                threads.append(Thread(target=play, args=(line,)))
                threads[-1].start()
        for thread in threads:
            thread.join()

    thread = Thread(target=accept)
    thread.start()
    try:
        yield f"http://{HOST}:{listener.getsockname()[1]}/"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


# What a bad server does once it was asked.


def sends(*parts: bytes) -> Script:
    """Send some bytes and hang up."""

    def script(line: socket.socket) -> None:
        for part in parts:
            line.sendall(part)

    return script


def sends_without_end(start: bytes, part: bytes, *, pause: float = 0) -> Script:
    """Send the same for ever, until the client has gone."""
    never = Event()

    def script(line: socket.socket) -> None:
        line.sendall(start)
        while not never.wait(pause):
            line.sendall(part)

    return script


def stays_silent(*parts: bytes) -> Script:
    """Send some bytes, then nothing, and keep the line."""

    def script(line: socket.socket) -> None:
        sends(*parts)(line)
        while line.recv(4096):
            pass

    return script
