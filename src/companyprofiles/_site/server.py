"""Serving a site on this machine alone, with news of each build for the pages that are open."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from typing import Any
from urllib.parse import urlsplit

__all__ = ["News", "serve"]

HOST = "127.0.0.1"
NAMES = ("127.0.0.1", "localhost")
"""What a browser may call this machine; a name of somebody else's could lead here too."""
FIRST_PORT = 8000
EVENTS, SCRIPT = "/-/events", "/-/live.js"
LIVE = Path(__file__).parent / "static" / "live.js"
TAG = f'<script src="{SCRIPT}" defer></script>'
GONE = """\
<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>No such page</title>
<body><p>There is no such page, or none at present. <a href="/">All companies</a></p></body></html>
"""
POLL = 0.05
"""Seconds between looks at whether to end."""
PATIENCE = 15.0
"""Seconds after which a browser that waits is told that the server is still there."""


class News:
    """What open pages are told: how often the site was built, and what is wrong with it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._built = 0
        self._problems: tuple[str, ...] = ()
        self._is_over = False

    def publish(self, problems: Sequence[str]) -> None:
        """Tell that the site was built, and what its problems are."""
        with self._changed:
            self._built += 1
            self._problems = tuple(problems)
            self._changed.notify_all()

    def end(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def messages(self) -> Iterator[str]:
        """Yield what is the case, and again whenever it changed; an empty one now and then."""
        seen = 0
        while True:
            with self._changed:
                if seen == self._built and not self._is_over:
                    self._changed.wait(PATIENCE)
                if self._is_over:
                    return
                news, built = (self._built != seen, self._built)
                message = json.dumps({"built": built, "problems": self._problems})
            seen = built
            yield message if news else ""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser may leave at any time."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves the files of the site; pages get the script that listens to the news."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, news: News, **options: Any) -> None:
        self.news = news
        super().__init__(*args, **options)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, the base class's name
        """Keep the terminal for problems."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in NAMES:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", b"")
        elif path == EVENTS:
            self._send_news()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", LIVE.read_bytes())
        else:
            self._send_file(path)

    def _send_file(self, path: str) -> None:
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix != ".html" and file.is_file():
            super().do_GET()
            return
        try:
            status, text = HTTPStatus.OK, file.read_text(encoding="utf-8")
        except OSError:
            status, text = HTTPStatus.NOT_FOUND, GONE
        head, end, rest = text.rpartition("</body>")
        self._send(status, "text/html; charset=utf-8", f"{head}{TAG}{end}{rest}".encode())

    def _send(self, status: HTTPStatus, media_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _send_news(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        for message in self.news.messages():
            self.wfile.write(f"data: {message}\n\n".encode() if message else b":\n\n")
            self.wfile.flush()
        self.close_connection = True


@contextmanager
def serve(folder: Path, port: int | None, news: News) -> Iterator[str]:
    """Serve a folder to this machine, and yield the address.

    Args:
        folder: The folder of the site.
        port: Port to listen at; by default one that is free.
        news: What open pages are told.

    Raises:
        OSError: The port is taken.
    """
    handler = partial(_Handler, directory=str(folder), news=news)
    try:
        server = _Server((HOST, FIRST_PORT if port is None else port), handler)
    except OSError:
        if port is not None:
            raise
        server = _Server((HOST, 0), handler)
    Thread(target=server.serve_forever, args=(POLL,), daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        news.end()
        server.shutdown()
        server.server_close()
