"""The command asks only when it may, and shows what becomes of every source."""

import json
import os
import pty
import signal
import subprocess
import sysconfig
from pathlib import Path
from threading import Event

import pytest
from click.testing import CliRunner

from companyprofiles._cli import main
from tests.loopback import serving
from tests.samples import HEADER, write

GOOD, DEAD, WRONG_USAGE = 0, 1, 2
COPY = "https://archive.example/gone"
ENTITY = '[[entities]]\nid = "acme"\nkind = "group"\nname = { en = "Acme", zh = "顶点" }\n'


@pytest.fixture(autouse=True)
def without_proxy(monkeypatch):
    """Reach loopback directly, wherever the tests run."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest.fixture
def server():
    with serving() as running:
        yield running


@pytest.fixture
def folder(server, tmp_path):
    """Return a function that writes a profile whose sources are these paths of the server."""

    def written(*paths):
        tables = [
            f'[[sources]]\nid = "{path}"\ntitle = {{ en = "T" }}\nkind = "press"\n'
            f'url = "{server.url(f"/{path}")}"\n'
            + (f'archive_url = "{COPY}"\n' if path == "gone" else "")
            for path in paths
        ]
        return str(write(tmp_path / "data", "\n".join([HEADER, ENTITY, *tables])))

    server.page("/fine")
    server.page("/new")
    server.page("/old", 301, Location="/new")
    return written


def verify(*arguments, quick=("--network", "--private", "--delay", "0", "--timeout", "20")):
    return CliRunner().invoke(main, ["verify", *quick, *arguments], catch_exceptions=False)


def test_without_leave_nothing_is_asked(server, folder):
    result = verify(folder("fine"), quick=())

    assert result.exit_code == WRONG_USAGE
    assert result.stdout == ""
    assert result.stderr == ("This asks the servers of the sources. Give --network to allow it.\n")
    assert server.log == []


def test_sources_that_answer_are_well(server, folder):
    target = folder("fine", "old")
    result = verify(target)
    *lines, summary = result.stdout.splitlines()

    assert result.exit_code == GOOD
    assert sorted(lines) == [
        f"moved: old: {server.url('/old')}: It answers. Now at {server.url('/new')}",
        f"ok: fine: {server.url('/fine')}: It answers.",
    ]
    assert summary == f"{target}: 1 ok, 1 moved."


def test_a_source_that_does_not_answer_is_told_with_its_archived_copy(server, folder):
    target = folder("gone", "fine")
    result = verify(target)

    assert result.exit_code == DEAD
    assert (
        f"gone: gone: {server.url('/gone')}: Its server has no such page (404). "
        f"Archived copy: {COPY}"
    ) in result.stdout.splitlines()
    assert result.stdout.endswith(f"{target}: 1 ok, 1 gone.\n")


def test_the_data_stays_as_it_is(folder):
    target = folder("gone", "old")
    file = Path(target, "acme.toml")
    before = file.read_bytes()
    verify(target)

    assert file.read_bytes() == before


def test_verify_for_programs(server, folder):
    result = verify(folder("gone", "fine", "old"), "--json")
    gone, fine, old = json.loads(result.stdout)

    assert result.exit_code == DEAD
    assert gone.pop("asked").endswith("+00:00")
    assert gone == {
        "source": "gone",
        "url": server.url("/gone"),
        "sha256": None,
        "archive_url": COPY,
        "outcome": "gone",
        "reason": "Its server has no such page (404).",
        "status": 404,
        "moved_to": None,
    }
    assert (fine["outcome"], old["moved_to"]) == ("ok", server.url("/new"))


def test_programs_get_the_order_of_the_profile(folder):
    fine, old = json.loads(verify(folder("fine", "old"), "--json", "--max", "1").stdout)

    assert (fine["outcome"], old["outcome"]) == ("ok", "skipped")


def test_a_profile_without_sources_is_well(folder):
    target = folder()
    result = verify(target)

    assert (result.exit_code, result.stdout) == (GOOD, f"{target}: no sources.\n")
    assert json.loads(verify(target, "--json").stdout) == []


def test_a_later_run_goes_on_where_one_ended(server, folder, tmp_path):
    target, state = folder("fine", "old", "gone"), str(tmp_path / "state.jsonl")
    verify(target, "--state", state, "--max", "1")
    verify(target, "--state", state, "--max", "1")
    assert server.log == [("HEAD", "/fine"), ("HEAD", "/old"), ("HEAD", "/new")]

    server.log.clear()
    result = verify(target, "--state", state)

    assert result.stdout.endswith(": 1 ok, 1 moved, 1 gone.\n")
    assert server.log == [("HEAD", "/gone"), ("GET", "/gone")]


def test_what_is_too_old_is_asked_again(server, folder, tmp_path):
    target, state = folder("fine"), str(tmp_path / "state.jsonl")
    verify(target, "--state", state)
    verify(target, "--state", state, "--max-age", "0")

    assert len(server.log) == 2


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["--timeout", "0"], "must be a number from 0.01 to 600, got 0.0. Correct 'timeout'."),
        (["--delay", "nan"], "must be a number from 0 to 120, got nan. Correct 'delay'."),
        (["--jobs", "100"], "must be a whole number from 1 to 64, got 100. Correct 'jobs'."),
        (["--retries", "-1"], "must be a whole number from 0 to 10, got -1. Correct 'retries'."),
        (["--jobs", "many"], "'many' is not a valid integer"),
        (["--max", "-1"], "--max"),
        (["--max-age", "-1"], "--max-age"),
        (["--max-age", "1.5"], "--max-age"),
        (["--state", "."], "--state"),
        (["--state", "missing/state"], "No such file or directory"),
        (["--state", "data/acme.toml"], "must be a file that 'verify' wrote"),
    ],
)
def test_wrong_usage(server, folder, monkeypatch, arguments, message):
    target = folder("fine")
    monkeypatch.chdir(Path(target).parent)
    result = verify(target, *arguments)

    assert result.exit_code == WRONG_USAGE
    assert message in result.stderr
    assert server.log == []


def test_a_company_that_is_not_there_is_wrong_usage():
    result = verify("no-such-company")

    assert result.exit_code == WRONG_USAGE
    assert "no installed plugin provides the company 'no-such-company'." in result.stderr


def command(*arguments, **options):
    """Start the installed command."""
    script = Path(sysconfig.get_path("scripts"), "companyprofiles")
    quick = ("--network", "--private", "--delay", "0", *arguments)
    return subprocess.Popen([script, "verify", *quick], **options)


@pytest.fixture
def interruptible():
    """Let children hear an interruption, which a shell has its background jobs ignore."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_is_heard_at_once_and_loses_nothing(server, folder, tmp_path):
    over = Event()
    server.on("/slow", lambda _: over.wait(60))
    state = tmp_path / "state.jsonl"
    process = command(folder("fine", "slow"), "--state", state, stdout=subprocess.PIPE, text=True)
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    try:
        rest, _ = process.communicate(timeout=20)
    finally:
        over.set()

    assert first.startswith("ok: fine: ")
    assert (process.returncode, rest) == (1, "")
    assert [json.loads(line)["url"] for line in state.read_text("utf-8").splitlines()[1:]] == [
        server.url("/fine")
    ]


def on_a_terminal(*arguments):
    """Run the installed command with a terminal as its standard output; return what it shows."""
    ours, theirs = pty.openpty()
    process = command(
        *arguments,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "200"},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:
        pass  # the other end is closed
    os.close(ours)
    return process.wait(), shown.decode()


def test_on_a_terminal_a_bar_tells_how_far_it_is(server, folder):
    code, shown = on_a_terminal(folder("fine", "gone"))

    assert code == DEAD
    assert "2/2" in shown
    assert "gone: gone: " in shown
    assert "ok: fine: " not in shown
    assert ": 1 ok, 1 gone." in shown
