"""A site is served to this machine alone; open pages hear of each build."""

import http.client
import json
from contextlib import closing
from threading import Thread

import pytest

from companyprofiles._site.server import News, serve

PAGE = "<!doctype html><html><body><p>Page</p></body></html>"
SCRIPT = '<script src="/-/live.js" defer></script></body>'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "style.css").write_text("p {}")
    (tmp_path / "part").mkdir()
    (tmp_path / "part/index.html").write_text(PAGE.replace("Page", "Part"))
    (tmp_path.parent / "secret.html").write_text("secret")
    return tmp_path


@pytest.fixture
def news():
    return News()


@pytest.fixture
def address(folder, news):
    with serve(folder, 0, news) as address:
        yield address.removeprefix("http://").rstrip("/")


def get(address, path="/", **headers):
    """Ask for a page; return its status, its type and its text."""
    with closing(http.client.HTTPConnection(address, timeout=30)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read().decode()


@pytest.mark.parametrize(
    "path, word", [("/", "Page"), ("/index.html?x=1", "Page"), ("/part/", "Part")]
)
def test_a_page_has_the_script_that_listens(address, path, word):
    status, media_type, text = get(address, path)

    assert (status, media_type) == (200, "text/html; charset=utf-8")
    assert f"<p>{word}</p>{SCRIPT}" in text


def test_other_files_are_as_they_are(address):
    assert get(address, "/style.css") == (200, "text/css", "p {}")


def test_a_page_that_is_gone_waits_for_news_too(address):
    status, _media_type, text = get(address, "/gone.html")

    assert status == 404
    assert SCRIPT in text


def test_the_script_is_served(address):
    status, media_type, text = get(address, "/-/live.js")

    assert (status, media_type) == (200, "text/javascript; charset=utf-8")
    assert 'new EventSource("/-/events")' in text


@pytest.mark.parametrize(
    "path", ["/../secret.html", "/%2e%2e/secret.html", "/part/../../secret.html"]
)
def test_nothing_outside_the_folder_is_served(address, path):
    status, _media_type, text = get(address, path)

    assert status == 404
    assert "secret" not in text


def test_a_name_of_somebody_else_that_leads_here_gets_nothing(address):
    assert get(address, Host="evil.example") == (421, "text/plain", "")


def test_a_port_that_is_taken_is_an_error(address, folder):
    port = int(address.rpartition(":")[2])

    with pytest.raises(OSError, match="in use"), serve(folder, port, News()):
        pass


def test_without_a_port_one_is_found(folder):
    with serve(folder, None, News()) as first, serve(folder, None, News()) as second:
        assert first != second


def events(address):
    """Yield what a page hears."""
    with closing(http.client.HTTPConnection(address, timeout=30)) as connection:
        connection.request("GET", "/-/events")
        with connection.getresponse() as answer:
            assert answer.headers["Content-Type"] == "text/event-stream"
            while line := answer.readline().decode():
                if line.startswith("data: "):
                    yield json.loads(line.removeprefix("data: "))


def test_an_open_page_hears_of_each_build(address, news):
    news.publish(["first.toml:1: wrong"])
    heard = events(address)

    assert next(heard) == {"built": 1, "problems": ["first.toml:1: wrong"]}
    news.publish([])
    assert next(heard) == {"built": 2, "problems": []}


def test_nobody_waits_when_it_ends(folder, news):
    heard = []
    with serve(folder, 0, news) as address:
        news.publish([])
        pages = events(address.removeprefix("http://").rstrip("/"))
        heard.append(next(pages))
        waiting = Thread(target=lambda: heard.extend(pages))
        waiting.start()
    waiting.join(30)

    assert not waiting.is_alive()
    assert heard == [{"built": 1, "problems": []}]
