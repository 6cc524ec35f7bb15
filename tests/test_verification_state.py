"""Results are kept in a file, so that a run that was interrupted can be gone on with."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from companyprofiles import Source
from companyprofiles._verification import Outcome, SourceResult
from companyprofiles._verification_state import State
from companyprofiles.errors import InvalidValueError

REPORT = Source("report", title={"en": "Report"}, kind="press", url="https://acme.example/report")
NEW_NAME = Source("renamed", title={"en": "Report"}, kind="press", url=REPORT.url)
HASHED = Source(
    "report", title={"en": "Report"}, kind="press", url=REPORT.url, sha256="0123456789abcdef" * 4
)
DAY = timedelta(days=1)


def result(outcome=Outcome.OK, *, age=timedelta(hours=1), source=REPORT, **fields):
    asked = (datetime.now(UTC) - age).replace(microsecond=0)
    return SourceResult(source=source, outcome=outcome, reason="R.", asked=asked, **fields)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.jsonl"


def test_what_was_added_is_known_in_a_later_run(path):
    known = result(Outcome.MOVED, status=200, moved_to="https://acme.example/年报")
    State(path, DAY).add(known)

    assert State(path, DAY).known(REPORT) == known


def test_what_is_known_is_of_an_address_and_a_hash(path):
    state = State(path, DAY)
    state.add(result())

    assert state.known(NEW_NAME).source == NEW_NAME
    assert state.known(HASHED) is None


@pytest.mark.parametrize("outcome", Outcome)
def test_what_may_answer_today_is_not_known(path, outcome):
    state = State(path, DAY)
    state.add(result(outcome))
    is_known = state.known(REPORT) is not None

    assert is_known == (outcome.value in {"ok", "moved", "changed", "gone"})


@pytest.mark.parametrize(
    "age, is_known", [(timedelta(hours=23), True), (timedelta(hours=25), False), (-DAY, False)]
)
def test_what_is_old_or_of_tomorrow_is_not_known(path, age, is_known):
    state = State(path, DAY)
    state.add(result(age=age))

    assert (state.known(REPORT) is not None) == is_known


def test_without_an_age_nothing_is_known(path):
    state = State(path, timedelta(0))
    state.add(result(age=timedelta(seconds=2)))

    assert state.known(REPORT) is None


def test_the_last_result_counts(path):
    state = State(path, DAY)
    state.add(result(Outcome.OK))
    state.add(result(Outcome.GONE))

    assert State(path, DAY).known(REPORT).outcome is Outcome.GONE


def test_a_result_that_is_known_or_was_not_asked_is_not_written_again(path):
    state = State(path, DAY)
    state.add(result())
    written = path.read_bytes()
    state.add(state.known(NEW_NAME))
    state.add(SourceResult(source=HASHED, outcome="skipped", reason="R."))

    assert path.read_bytes() == written


def test_each_result_is_a_line_that_is_written_at_once(path):
    state = State(path, DAY)
    state.add(result(Outcome.GONE, status=404))
    header, line = path.read_text("utf-8").splitlines()
    entry = json.loads(line)

    assert json.loads(header) == {"written_by": "companyprofiles verify", "version": 1}
    assert datetime.fromisoformat(entry.pop("asked")).tzinfo
    assert entry == {
        "url": REPORT.url,
        "sha256": None,
        "outcome": "gone",
        "reason": "R.",
        "status": 404,
        "moved_to": None,
    }


def test_a_line_that_was_cut_off_loses_nothing_else(path):
    state = State(path, DAY)
    state.add(result())
    state.add(result(source=HASHED))
    path.write_bytes(path.read_bytes()[:-20])
    State(path, DAY).add(result(Outcome.GONE, source=HASHED))
    state = State(path, DAY)

    assert state.known(REPORT).outcome is Outcome.OK
    assert state.known(HASHED).outcome is Outcome.GONE


GOOD_LINE = {
    "url": REPORT.url,
    "sha256": None,
    "outcome": "ok",
    "reason": "R.",
    "status": 200,
    "moved_to": None,
}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "nonsense",
        "5",
        "[]",
        "null",
        "{}",
        "[" * 100_000,
        json.dumps(GOOD_LINE),
        json.dumps(GOOD_LINE | {"asked": "yesterday"}),
        json.dumps(GOOD_LINE | {"asked": "2026-11-23T10:00:00"}),
        json.dumps(GOOD_LINE | {"asked": 5}),
        json.dumps(GOOD_LINE | {"asked": "2026-11-23T10:00:00+00:00", "outcome": "fine"}),
        json.dumps(GOOD_LINE | {"asked": "2026-11-23T10:00:00+00:00", "outcome": []}),
        json.dumps(GOOD_LINE | {"asked": "2026-11-23T10:00:00+00:00", "status": "200"}),
        json.dumps(GOOD_LINE | {"asked": "2026-11-23T10:00:00+00:00", "url": []}),
        json.dumps(GOOD_LINE | {"asked": "2026-11-23T10:00:00+00:00", "more": 5}),
        "\ufffd\u2028\x00",
    ],
)
def test_a_line_that_says_nothing_is_passed_over(path, line):
    State(path, 10_000 * DAY)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    state = State(path, 10_000 * DAY)

    assert state.known(REPORT) is None


def test_a_good_line_is_not_passed_over(path):
    State(path, 10_000 * DAY)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(GOOD_LINE | {"asked": "2026-11-23T10:00:00+00:00"}))

    assert State(path, 10_000 * DAY).known(REPORT).status == 200


@pytest.mark.parametrize("content", [b"[profile]\nid = 'acme'", b"{}\n", b"\n", b"\xff\x00"])
def test_another_file_is_left_as_it_is(path, content):
    path.write_bytes(content)

    with pytest.raises(
        InvalidValueError, match=r"must be a file that 'verify' wrote, got '.*state"
    ):
        State(path, DAY)
    assert path.read_bytes() == content


def test_an_empty_file_may_be_used(path):
    path.touch()
    State(path, DAY).add(result())

    assert State(path, DAY).known(REPORT) is not None


@pytest.mark.parametrize("name", ["", "missing/state.jsonl"])
def test_a_file_that_cannot_be_made(tmp_path, name):
    with pytest.raises(OSError, match="directory"):
        State(tmp_path / name, DAY)
