"""A page of a served site, asked in a real browser whether it shows what is wrong.

The browser hands the page over once all is loaded: a picture that comes late makes it listen first.
"""

import subprocess
from time import sleep

import pytest

from companyprofiles._site.server import News, serve
from tests.loopback import serving

PAGE = '<!doctype html><html><body><p>Page</p><img src="%s"></body></html>'
LATE = 2
"""Seconds that the picture takes."""
HOSTILE = "acme.toml:1: must be <b>bold</b>"


def opened(browser, address):
    """Return the document of a page after its scripts ran."""
    command = [
        *(browser, "--headless", "--no-sandbox", "--disable-gpu"),
        *("--timeout=20000", "--dump-dom", address),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


@pytest.fixture
def folder(tmp_path):
    with serving() as server:

        def serve_late(handler):
            sleep(LATE)
            handler.answer(404, b"")

        (tmp_path / "index.html").write_text(PAGE % server.on("/picture", serve_late))
        yield tmp_path


def test_problems_are_shown_as_text(browser, folder):
    news = News()
    news.publish([HOSTILE, "another"])
    with serve(folder, 0, news) as address:
        page = opened(browser, address)

    assert "<h2>2 problems</h2>" in page
    assert "<li>acme.toml:1: must be &lt;b&gt;bold&lt;/b&gt;</li><li>another</li>" in page


def test_nothing_is_shown_where_all_is_well(browser, folder):
    news = News()
    news.publish([])
    with serve(folder, 0, news) as address:
        page = opened(browser, address)

    assert "<p>Page</p>" in page
    assert "live-problems" not in page
