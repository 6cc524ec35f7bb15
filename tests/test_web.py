"""A request ends soon and says what happened, whatever the server does."""

import hashlib
import shutil
import socket
import ssl
import subprocess
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from companyprofiles._web import Reply, WebFetch, host_of
from tests.loopback import scripted, sends, sends_without_end, serving, stays_silent

MOST = 100_000
PATIENT = WebFetch(timeout=20, user_agent="tester", private=True)
HASTY = WebFetch(timeout=0.3, user_agent="tester", private=True)
OK = b"HTTP/1.1 200 OK\r\n"
BROKEN_OFF = "The connection broke off."
NOT_HTTP = "Its server does not answer in proper HTTP."
TOO_LATE = "No complete answer came within 0.3 seconds."


@pytest.fixture(autouse=True)
def without_proxy(monkeypatch):
    """Reach loopback directly, wherever the tests run."""
    monkeypatch.setattr("urllib.request.getproxies", dict)


@pytest.fixture
def server():
    with serving() as running:
        yield running


def get(url, *, fetch=PATIENT, most=MOST):
    return fetch("GET", url, most=most)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# Good servers.


def test_a_page_comes_with_its_hash(server):
    url = server.page("/page", body=b"some text")

    assert get(url) == Reply(status=200, sha256=sha256(b"some text"))
    assert server.log == [("GET", "/page")]


def test_head_reads_no_body(server):
    url = server.page("/page", body=b"some text")

    assert PATIENT("HEAD", url, most=MOST) == Reply(status=200)


def test_the_program_says_who_it_is(server):
    get(server.page("/page"))
    (headers,) = server.headers

    assert headers["User-Agent"] == "tester"
    assert headers["Host"] == f"127.0.0.1:{server.server_port}"
    assert headers["Connection"] == "close"


def test_a_body_in_chunks_is_read():
    body = b"4\r\nsome\r\n5\r\n text\r\n0\r\n\r\n"
    with scripted(sends(OK, b"Transfer-Encoding: chunked\r\n\r\n", body)) as url:
        reply = get(url)

    assert reply.sha256 == sha256(b"some text")


def test_a_body_without_length_ends_with_the_connection():
    with scripted(sends(OK, b"\r\nsome text")) as url:
        reply = get(url)

    assert reply.sha256 == sha256(b"some text")


@pytest.mark.parametrize("status", [204, 301, 304, 404, 410, 500, 999])
def test_any_status_is_an_answer(server, status):
    reply = get(server.page("/page", status, body=b""))

    assert (reply.status, reply.problem) == (status, "")


@pytest.mark.parametrize(
    "sent, location",
    [
        (b"/other page", "/other%20page"),
        ("/年报".encode(), "/%E5%B9%B4%E6%8A%A5"),
        ("/übersicht".encode("latin-1"), "/%FCbersicht"),
        (b"https://acme.example/a%20b?c=d#e", "https://acme.example/a%20b?c=d#e"),
        (b"file:///etc/passwd", "file:///etc/passwd"),
    ],
)
def test_a_redirect_is_told_and_not_followed(sent, location):
    with scripted(sends(b"HTTP/1.1 302 Found\r\nLocation: " + sent + b"\r\n\r\n")) as url:
        reply = get(url)

    assert reply == Reply(status=302, location=location)


@pytest.mark.parametrize(
    "path, asked",
    [
        ("/年报?页=1", "/%E5%B9%B4%E6%8A%A5?%E9%A1%B5=1"),
        ("/a%20b?c=d&e=(f)", "/a%20b?c=d&e=(f)"),
        ("/page#part", "/page"),
    ],
)
def test_an_address_is_asked_in_ascii(server, path, asked):
    server.page(asked)

    assert get(server.url(path)).status == 200
    assert server.log == [("GET", asked)]


@pytest.mark.parametrize(
    "text, seconds",
    [
        ("0", 0.0),
        ("7", 7.0),
        ("9" * 5000, float("inf")),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 21 Oct 2015 07:28:00 -0000", 0.0),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("\u0667", None),
        ("soon", None),
        ("Wed, 99 Oct 2015 07:28:00 GMT", None),
    ],
)
def test_the_pause_that_a_server_asks_for(text, seconds):
    with scripted(sends(b"HTTP/1.1 429 No\r\nRetry-After: ", text.encode(), b"\r\n\r\n")) as url:
        reply = get(url)

    assert reply == Reply(status=429, retry_after=seconds)


def test_a_pause_until_a_date(server):
    date = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    reply = get(server.page("/page", 503, body=b"", Retry_After=date))

    assert reply.retry_after == pytest.approx(3600, abs=60)


# Bodies that are not read to their end.


def test_a_larger_body_is_left():
    start = OK + b"Content-Length: 1000000000000\r\n\r\n"
    with scripted(sends_without_end(start, b"x" * 4096)) as url:
        reply = get(url)

    assert reply == Reply(status=200, note="It is larger than the 100000 bytes that are read.")


@pytest.mark.parametrize("start", [b"\r\n", b"Transfer-Encoding: chunked\r\n\r\n"])
def test_an_endless_body_is_left(start):
    with scripted(sends_without_end(OK + start, b"1000\r\n" + b"x" * 0x1000 + b"\r\n")) as url:
        reply = get(url)

    assert reply == Reply(status=200, note="It is larger than the 100000 bytes that are read.")


@pytest.mark.parametrize(
    "start", [b"\r\n", b"Content-Length: 99\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n"]
)
def test_a_body_that_trickles_is_left(start):
    with scripted(sends_without_end(OK + start, b"1\r\nx\r\n", pause=0.05)) as url:
        reply = get(url, fetch=HASTY)

    assert reply == Reply(status=200, note="It could not be read to its end within 0.3 seconds.")


def test_a_body_that_comes_compressed_is_not_compared(server):
    reply = get(server.page("/page", Content_Encoding="gzip"))

    assert reply == Reply(status=200, note="It came compressed, though that was not asked for.")


# Bad servers.

GARBAGE = {
    "another protocol": b"220 mail.example ESMTP\r\n",
    "no protocol": b"\x16\x03\x01\x00\xff" * 10,
    "a bad status": OK.replace(b"200", b"abc"),
    "a negative status": OK.replace(b"200", b"-20"),
    "a long status": b"HTTP/1.1 200 " + b"x" * 100_000,
    "a long header": OK + b"X: " + b"x" * 100_000,
    "many headers": OK + b"X: x\r\n" * 1000,
}


@pytest.mark.parametrize("sent", GARBAGE.values(), ids=GARBAGE)
def test_what_is_no_http(sent):
    with scripted(sends(sent)) as url:
        reply = get(url)

    assert reply == Reply(problem=NOT_HTTP)


ENDLESS = {
    "a status line": (b"HTTP/1.1 200 ", b"x" * 1024),
    "a header": (OK + b"X: ", b"x" * 1024),
    "headers": (OK, b"X: x\r\n"),
}


@pytest.mark.parametrize("start, part", ENDLESS.values(), ids=ENDLESS)
def test_what_never_ends_is_left(start, part):
    with scripted(sends_without_end(start, part)) as url:
        reply = get(url)

    assert reply == Reply(problem=NOT_HTTP)


CUT_OFF = {
    "nothing": b"",
    "half a status line": b"HTTP/1.1 20",
    "less than the length": OK + b"Content-Length: 100\r\n\r\nsome text",
    "none of the length": OK + b"Content-Length: 100\r\n\r\n",
    "half a chunk": OK + b"Transfer-Encoding: chunked\r\n\r\nff\r\nsome",
    "no chunk": OK + b"Transfer-Encoding: chunked\r\n\r\n",
    "no last chunk": OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\nsome\r\n",
    "no size of a chunk": OK + b"Transfer-Encoding: chunked\r\n\r\nsome text\r\n",
}


@pytest.mark.parametrize("sent", CUT_OFF.values(), ids=CUT_OFF)
def test_what_is_cut_off(sent):
    with scripted(sends(sent)) as url:
        reply = get(url)

    assert reply.problem in (BROKEN_OFF, NOT_HTTP)
    assert reply.sha256 is None


def test_a_length_that_is_none_is_passed_over():
    with scripted(sends(OK, b"Content-Length: many\r\n\r\nsome text")) as url:
        reply = get(url)

    assert reply.sha256 == sha256(b"some text")


SLOW = {
    "silence": stays_silent(),
    "half a status line": stays_silent(b"HTTP/1.1 20"),
    "half the headers": stays_silent(OK, b"X: x\r\n"),
    "no body": stays_silent(OK, b"Content-Length: 100\r\n\r\n"),
    "headers that trickle": sends_without_end(OK, b"X", pause=0.05),
    "news without end": sends_without_end(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "trailers without end": sends_without_end(
        OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: x\r\n"
    ),
}


@pytest.mark.parametrize("script", SLOW.values(), ids=SLOW)
def test_a_server_that_takes_too_long(script):
    with scripted(script) as url:
        reply = get(url, fetch=HASTY)

    assert reply == Reply(problem=TOO_LATE)


def test_a_server_that_hangs_up_at_once():
    with scripted(
        lambda line: line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    ) as url:
        reply = get(url)

    assert reply == Reply(problem=BROKEN_OFF)


def test_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    assert get(f"http://127.0.0.1:{port}/") == Reply(problem="Its server refuses the connection.")


# TLS.


@pytest.fixture
def certificate(tmp_path):
    """Return a certificate that nobody vouches for, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    names = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-out", names[0], "-keyout", names[1]],
        check=True, capture_output=True,
    )  # fmt: skip
    return names


@pytest.fixture
def secure_server(certificate):
    with serving() as running:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        running.socket = context.wrap_socket(running.socket, server_side=True)
        running.page("/page", body=b"some text")
        yield running


def test_a_certificate_that_nobody_vouches_for(secure_server):
    reply = get(secure_server.url("/page").replace("http:", "https:"))

    assert reply.problem.startswith("The server's certificate is not valid: 'self")
    assert reply.lasting
    assert secure_server.log == []


def test_a_certificate_that_is_trusted(secure_server, certificate, monkeypatch):
    context = ssl.create_default_context(cafile=certificate[0])
    monkeypatch.setattr("companyprofiles._connections._tls", lambda: context)

    reply = get(secure_server.url("/page").replace("http:", "https:"))
    assert reply == Reply(status=200, sha256=sha256(b"some text"))


def test_a_server_without_tls(server):
    reply = get(server.page("/page").replace("http:", "https:"))

    assert reply.problem.startswith("No secure connection could be made: ")


@pytest.mark.parametrize(
    "script",
    [stays_silent(), sends_without_end(b"", b"\x16", pause=0.05)],
    ids=["silence", "a trickle"],
)
def test_tls_that_takes_too_long(script):
    with scripted(script) as url:
        reply = get(url.replace("http:", "https:"), fetch=HASTY)

    assert reply == Reply(problem=TOO_LATE)


# Addresses that are not asked.


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "%6c%6fcalhost", "127.1"])
def test_an_address_that_is_not_public_is_not_asked(server, host):
    server.page("/page")
    reply = get(server.url("/page", host), fetch=WebFetch(timeout=20, user_agent="tester"))

    assert reply == Reply(
        problem="Its server has no public address, and others are asked with 'private' alone.",
        lasting=True,
    )
    assert server.log == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:port/",
        "http://[127.0.0.1/",
        "http://a..b/",
        f"http://{'a' * 64}.example/",
        "http:///page",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "data:text/plain,x",
        "page",
    ],
)
def test_what_is_no_web_address(url):
    reply = get(url)

    assert reply.problem
    assert reply.status == 0


def test_a_name_that_does_not_exist(monkeypatch):
    def getaddrinfo(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)

    assert get("http://acme.example/") == Reply(
        problem="The name of its server could not be resolved.", lasting=True
    )


def test_a_proxy_is_asked_instead_and_need_not_be_public(monkeypatch):
    asked = []

    def script(line):
        asked.append(line)
        sends(OK, b"\r\nsome text")(line)

    with scripted(script) as proxy:
        monkeypatch.setattr("urllib.request.getproxies", lambda: {"http": proxy})
        reply = get("http://acme.example/page", fetch=WebFetch(timeout=20, user_agent="tester"))

    assert reply.sha256 == sha256(b"some text")
    assert len(asked) == 1


@pytest.mark.parametrize(
    "url, host",
    [
        ("https://ACME.example:8443/a?b#c", "acme.example"),
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://[x/", ""),
        ("page", ""),
    ],
)
def test_the_host_of_an_address(url, host):
    assert host_of(url) == host
