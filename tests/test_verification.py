"""Sources are asked politely and within bounds; each gets an outcome and its reason."""

import hashlib
import threading
from collections import Counter
from itertools import pairwise
from threading import Barrier
from time import sleep

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import Source
from companyprofiles._inquiry import GONE, MOST_REDIRECTS
from companyprofiles._manners import LONGEST_PAUSE
from companyprofiles._verification import Manners, Outcome, Reply, SourceResult, verify
from companyprofiles._web import WebFetch
from companyprofiles.errors import InvalidValueError
from tests.loopback import scripted, sends, serving
from tests.samples import profile

QUICK = Manners(timeout=20, delay=0, retries=1, private=True)
COPY = "https://archive.example/report"
BODY = b"page"
HASH = hashlib.sha256(BODY).hexdigest()
LOST = "https://acme.example/lost"


@pytest.fixture(autouse=True)
def without_proxy(monkeypatch):
    """Reach loopback directly, wherever the tests run."""
    monkeypatch.setattr("urllib.request.getproxies", dict)


@pytest.fixture
def server():
    with serving() as running:
        yield running


def source(url, name="report", **fields):
    return Source(name, title={"en": "Report"}, kind="press", url=url, **fields)


def sources(*urls):
    return tuple(source(url, f"report-{number}") for number, url in enumerate(urls))


def ask(url, *, manners=QUICK, fetch=None, **fields) -> SourceResult:
    """Return what becomes of one source."""
    (result,) = verify(profile(sources=(source(url, **fields),)), manners=manners, fetch=fetch)
    return result


def methods(server):
    return [method for method, _ in server.log]


# Pages that answer.


def test_a_page_that_answers_is_asked_once_and_not_read(server):
    result = ask(server.page("/page"))

    assert (result.outcome, result.reason, result.status) == (Outcome.OK, "It answers.", 200)
    assert methods(server) == ["HEAD"]


@pytest.mark.parametrize("status", [400, 403, 404, 405, 410, 500, 501])
def test_head_is_not_believed_when_it_fails(server, status):
    result = ask(server.page("/page", status, 200))

    assert result.outcome is Outcome.OK
    assert methods(server) == ["HEAD", "GET"]


def test_a_server_that_hangs_up_on_head_is_asked_with_get(server):
    def serve(handler):
        if handler.command == "GET":
            handler.answer(200)
        else:
            handler.close_connection = True

    assert ask(server.on("/page", serve)).outcome is Outcome.OK
    assert methods(server) == ["HEAD", "GET"]


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_failure_that_passes_is_asked_again(server, status):
    result = ask(server.page("/page", status, status, 200))

    assert result.outcome is Outcome.OK
    assert methods(server) == ["HEAD", "GET", "GET"]


def test_a_page_larger_than_a_glance_answers_too(server):
    assert ask(server.page("/page", 405, 200, body=b"x" * 1_000_000)).outcome is Outcome.OK


# Content.


def test_the_copy_that_was_read_is_recognised(server):
    result = ask(server.page("/page", body=BODY), sha256=HASH)

    assert (result.outcome, result.reason) == (
        Outcome.OK,
        "It answers with the copy that was read.",
    )
    assert methods(server) == ["GET"]


def test_other_content_is_told(server):
    result = ask(server.page("/page", body=b"another page"), sha256=HASH)

    assert result.outcome is Outcome.CHANGED
    assert result.outcome.answers
    assert result.reason == "It answers with other bytes than the copy that was read."


def test_content_that_is_too_large_is_not_compared(server, monkeypatch):
    monkeypatch.setattr("companyprofiles._inquiry.LARGEST_DOCUMENT", 1000)
    result = ask(server.page("/page", body=b"x" * 200_000), sha256=HASH)

    assert result.outcome is Outcome.OK
    assert result.reason == "It answers. It is larger than the 1000 bytes that are read."


def test_content_that_breaks_off_is_asked_again_and_then_unreachable(server):
    url = server.page("/page", body=BODY, Content_Length="1000")
    result = ask(url, sha256=HASH)

    assert (result.outcome, result.reason) == (Outcome.UNREACHABLE, "The connection broke off.")
    assert methods(server) == ["GET", "GET"]


# Redirects.


@pytest.mark.parametrize("status", [301, 308])
def test_a_page_that_moved_for_good_is_told_with_its_new_address(server, status):
    new = server.page("/new")
    result = ask(server.page("/old", status, Location="/new"))

    assert (result.outcome, result.moved_to) == (Outcome.MOVED, new)
    assert str(result).endswith(f" It answers. Now at {new}")


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_page_that_is_elsewhere_for_now_has_not_moved(server, status):
    server.page("/elsewhere")
    result = ask(server.page("/page", status, Location="elsewhere"))

    assert (result.outcome, result.moved_to) == (Outcome.OK, None)


def test_what_is_permanent_ends_with_the_first_redirect_that_is_not(server):
    server.page("/now")
    server.page("/new", 302, Location="/later")
    server.page("/later", 301, Location="/now")
    result = ask(server.page("/old", 301, Location="/new"))

    assert (result.outcome, result.moved_to) == (Outcome.MOVED, server.url("/new"))


def test_a_page_that_moved_and_changed(server):
    server.page("/new", body=b"another page")
    result = ask(server.page("/old", 301, Location="/new"), sha256=HASH)

    assert (result.outcome, result.moved_to) == (Outcome.CHANGED, server.url("/new"))


def test_a_page_that_moved_to_nowhere_is_gone(server):
    result = ask(server.page("/old", 301, Location="/nowhere"))

    assert (result.outcome, result.moved_to, result.status) == (Outcome.GONE, None, 404)


def chain(server, length):
    for number in range(length):
        server.page(f"/{number}", 302, Location=f"/{number + 1}")
    server.page(f"/{length}")
    return server.url("/0")


def test_redirects_are_followed_up_to_a_bound(server):
    assert ask(chain(server, MOST_REDIRECTS)).outcome is Outcome.OK

    server.log.clear()
    result = ask(chain(server, MOST_REDIRECTS + 1))

    assert (result.outcome, result.reason) == (
        Outcome.UNREACHABLE,
        "It redirects more than 5 times.",
    )
    assert len(server.log) == MOST_REDIRECTS + 1


@pytest.mark.parametrize("location", ["/page", "/page#part", "/other"])
def test_redirects_in_a_circle_are_left(server, location):
    server.page("/other", 301, Location="/page")
    result = ask(server.page("/page", 302, Location=location))

    assert (result.outcome, result.reason) == (Outcome.UNREACHABLE, "It redirects in a circle.")


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://acme.example/page",
        "javascript:alert(1)",
        "data:text/html,page",
        "http://user:password@acme.example/",
        "http://[acme.example/",
        "http://acme.example:port/",
        f"/{'x' * 3000}",
    ],
)
def test_redirects_lead_to_web_addresses_alone(server, location):
    result = ask(server.page("/page", 301, Location=location))

    assert result.outcome is Outcome.UNREACHABLE
    assert result.reason.startswith("It redirects to '")
    assert result.reason.endswith(", which is no web address.")
    assert len(server.log) == 1


def test_a_redirect_to_an_address_that_is_not_public_is_not_followed(server):
    server.page("/private")
    url = server.page("/page", 302, Location="/private")
    tolerant, strict = (
        WebFetch(timeout=20, user_agent="tester", private=private) for private in (True, False)
    )

    def fetch(method, url, *, most):
        return (strict if "private" in url else tolerant)(method, url, most=most)

    result = ask(url, fetch=fetch)

    assert result.outcome is Outcome.UNREACHABLE
    assert result.reason.startswith("Its server has no public address")
    assert server.log == [("HEAD", "/page")]


@pytest.mark.parametrize("status", [300, 304, 301, 302])
def test_a_redirect_to_nowhere_brings_no_page(server, status):
    result = ask(server.page("/page", status, body=b""))

    assert result.outcome is Outcome.UNREACHABLE
    assert result.reason == f"Its server answers {status}, which brings no page."


# Pages that do not answer.


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_told_with_its_archived_copy(server, status):
    url = server.page("/page", status)
    result = ask(url, archive_url=COPY)

    assert (result.outcome, result.reason) == (Outcome.GONE, GONE[status])
    assert result.archived_copy == COPY
    assert str(result) == f"gone: report: {url}: {GONE[status]} Archived copy: {COPY}"
    assert methods(server) == ["HEAD", "GET"]


def test_where_no_archived_copy_is_listed_the_result_says_so(server):
    result = ask(server.url("/unknown"))

    assert result.archived_copy is None
    assert str(result).endswith(" (404). No archived copy is listed.")


def test_an_archived_copy_is_not_named_where_the_page_answers(server):
    result = ask(server.page("/page"), archive_url=COPY)

    assert result.archived_copy is None
    assert COPY not in str(result)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 405, 406, 407, 418, 451, 999])
def test_a_page_that_is_refused(server, status):
    result = ask(server.page("/page", status))

    assert (result.outcome, result.status) == (Outcome.REFUSED, status)
    assert result.reason == f"Its server does not give it to this program ({status})."
    assert methods(server) == ["HEAD", "GET"]


@pytest.mark.parametrize("retries", [0, 1, 3])
def test_a_failure_that_stays_is_left_after_some_tries(server, retries):
    result = ask(server.page("/page", 500), manners=attrs.evolve(QUICK, retries=retries))

    assert (result.outcome, result.reason) == (Outcome.UNREACHABLE, "Its server fails (500).")
    assert len(server.log) == retries + 2


@pytest.mark.parametrize(
    "sent, reason",
    [
        (b"", "The connection broke off."),
        (b"nonsense\r\n\r\n", "Its server does not answer in proper HTTP."),
    ],
)
def test_a_server_that_makes_no_sense(sent, reason):
    with scripted(sends(sent)) as url:
        result = ask(url)

    assert (result.outcome, result.reason, result.status) == (Outcome.UNREACHABLE, reason, 0)


def test_what_cannot_get_better_is_asked_once():
    asked = []

    def fetch(method, url, *, most):
        asked.append(url)
        return Reply(problem="No.", lasting=True)

    assert ask(LOST, fetch=fetch).outcome is Outcome.UNREACHABLE
    assert asked == [LOST]


@pytest.mark.parametrize("url", ["http://[acme.example/", "http://a..b/"])
def test_an_address_that_cannot_be_asked_is_unreachable(url):
    assert ask(url).reason == "It is no address that can be asked."


# Manners.


def test_a_pause_that_is_asked_for_is_kept(server):
    ask(server.page("/page", 429, 200, Retry_After="1"))
    first, second = server.began

    assert second - first >= 1


def test_a_host_that_asks_for_a_long_pause_is_left_alone(server):
    busy = server.page("/busy", 429, Retry_After=str(LONGEST_PAUSE + 10))
    first, second = verify(profile(sources=sources(busy, server.page("/page"))), manners=QUICK)

    assert (first.outcome, first.status) == (Outcome.REFUSED, 429)
    assert first.reason.endswith(" (429). It asks for a pause of more than 120 seconds.")
    assert second.outcome is Outcome.SKIPPED
    assert second.reason == "Its server asks for a pause of more than 120 seconds."
    assert server.log == [("HEAD", "/busy")]


def test_a_host_is_asked_one_request_at_a_time(server):
    here, at_once = Counter(), []

    def serve(handler):
        host = handler.headers["Host"]
        with server.lock:
            here[host] += 1
            at_once.append(here[host])
        sleep(0.01)
        with server.lock:
            here[host] -= 1
        handler.answer(200)

    urls = [server.on(f"/{number}", serve) for number in range(5)]
    # Redirects from another host have to wait for their turns as well.
    for number in range(5):
        server.page(f"/there-{number}", 302, Location=urls[number])
        urls.append(server.url(f"/there-{number}", "localhost"))
    results = list(verify(profile(sources=sources(*urls)), manners=QUICK))

    assert {result.outcome for result in results} == {Outcome.OK}
    assert at_once == [1] * 10


def test_a_host_gets_a_pause_between_two_requests(server):
    urls = [server.page("/0"), server.page("/1", 405, 200)]
    list(verify(profile(sources=sources(*urls)), manners=attrs.evolve(QUICK, delay=0.1)))

    assert len(server.began) == 3
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(server.began))


def test_pauses_grow_while_a_host_fails(server):
    url = server.page("/page", 500, 500, 200)
    ask(url, manners=attrs.evolve(QUICK, delay=0.1))
    first, second, third = server.began

    assert second - first >= 0.1
    assert third - second >= 0.2


def test_several_hosts_are_asked_at_the_same_time(server):
    together = Barrier(2, timeout=20)

    def serve(handler):
        together.wait()
        handler.answer(200)

    url = server.on("/page", serve)
    pair = sources(url, server.url("/page", "localhost"))
    results = verify(profile(sources=pair), manners=attrs.evolve(QUICK, jobs=2))

    assert [result.outcome for result in results] == [Outcome.OK, Outcome.OK]


def test_sources_with_one_address_are_asked_once(server):
    url = server.page("/page")
    first, second = verify(profile(sources=sources(url, url)), manners=QUICK)

    assert {first.source.id, second.source.id} == {"report-0", "report-1"}
    assert first == attrs.evolve(second, source=first.source)
    assert len(server.log) == 1


def test_a_source_without_address_is_skipped():
    (result,) = verify(profile(), manners=QUICK)

    assert str(result) == "skipped: report: It has no address."
    assert result.asked is None


def test_no_more_addresses_are_asked_than_were_allowed(server):
    urls = [server.page(f"/{number}") for number in range(4)]
    twice = sources(*urls, urls[0])
    results = list(verify(profile(sources=twice), manners=QUICK, most=2))
    outcomes = {result.source.id: result.outcome.value for result in results}

    assert outcomes == {
        "report-0": "ok",
        "report-1": "ok",
        "report-2": "skipped",
        "report-3": "skipped",
        "report-4": "ok",
    }
    assert len(server.log) == 2


def test_what_is_known_is_not_asked(server):
    acme = profile(sources=sources(server.page("/0"), server.page("/1")))
    old = SourceResult(source=acme.sources[0], outcome="gone", reason="It was gone.")
    results = verify(
        acme,
        manners=QUICK,
        known=lambda source: old if source == old.source else None,
    )

    assert [result.outcome for result in results] == [Outcome.GONE, Outcome.OK]
    assert server.log == [("HEAD", "/1")]


def test_who_stops_early_asks_no_more(server):
    urls = [server.page(f"/{number}") for number in range(10)]
    before = set(threading.enumerate())
    results = verify(profile(sources=sources(*urls)), manners=attrs.evolve(QUICK, delay=60))
    next(results)
    workers = set(threading.enumerate()) - before
    results.close()
    for thread in workers:
        thread.join(20)

    assert not any(thread.is_alive() for thread in workers)
    assert len(server.log) == 1


def test_nothing_is_asked_before_a_result_is_wanted(server):
    verify(profile(sources=sources(server.page("/page"))), manners=QUICK)

    assert server.log == []


def test_a_fetch_that_fails_itself_is_not_hidden():
    def fetch(method, url, *, most):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(LOST, fetch=fetch)


def test_by_default_addresses_that_are_not_public_are_not_asked(server):
    result = ask(server.page("/page"), manners=Manners(delay=0))

    assert result.outcome is Outcome.UNREACHABLE
    assert server.log == []


def test_the_program_names_itself(server):
    ask(server.page("/page"))

    assert server.headers[0]["User-Agent"].startswith("companyprofiles/")


@pytest.mark.parametrize(
    "manners, message",
    [
        ({"timeout": 0}, "a number from 0.01 to 600, got 0. Correct 'timeout'."),
        ({"timeout": float("nan")}, "a number from 0.01 to 600, got nan."),
        ({"delay": -1}, "a number from 0 to 120, got -1. Correct 'delay'."),
        ({"jobs": 0}, "a whole number from 1 to 64, got 0. Correct 'jobs'."),
        ({"jobs": 1.5}, "a whole number from 1 to 64, got 1.5."),
        ({"retries": -1}, "a whole number from 0 to 10, got -1. Correct 'retries'."),
    ],
)
def test_manners_have_bounds(manners, message):
    with pytest.raises(InvalidValueError, match=message):
        Manners(**manners)


# Whatever servers reply.

URLS = [f"https://acme.example/{number}" for number in range(10)]
REPLIES = st.builds(
    Reply,
    status=st.sampled_from([0, 200, 204, 301, 302, 304, 403, 404, 405, 410, 429, 500, 503, 999]),
    location=st.sampled_from([None, "", "/", *URLS, "file:///x", "http://[", "//b.example/c"]),
    retry_after=st.sampled_from([None, 0.0, float("inf")]),
    sha256=st.sampled_from([None, HASH, "0" * 64]),
    problem=st.sampled_from(["", "", "", "No."]),
    lasting=st.booleans(),
)


@given(
    st.dictionaries(st.sampled_from(["HEAD", "GET"]), st.lists(REPLIES, min_size=1, max_size=8)),
    st.sampled_from([None, HASH]),
    st.integers(0, 3),
)
def test_every_source_gets_a_result_with_few_requests(replies, sha256, retries):
    asked = []

    def fetch(method, url, *, most):
        asked.append(method)
        of_method = replies.get(method, [Reply(status=404)])
        return of_method[len(asked) % len(of_method)]

    manners = Manners(delay=0, retries=retries)
    result = ask(URLS[0], fetch=fetch, manners=manners, sha256=sha256, archive_url=COPY)

    assert len(asked) <= (MOST_REDIRECTS + 1) * (retries + 2)
    assert result.reason
    assert result.outcome.answers == (result.status // 100 == 2 and not result.is_dead)
    assert (result.archived_copy == COPY) == result.is_dead
    assert result.moved_to is None or result.outcome.answers
    assert result.outcome is not Outcome.CHANGED or sha256
