"""Commands print what is asked, for people and for programs, and end with the right code."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import companyprofiles
from companyprofiles import Profile, _catalog
from companyprofiles._cli import main
from tests.samples import ACME, MADE_UP, Site, build, installed_site, write

GOOD, PROBLEMS, WRONG_USAGE, PLUGIN_FAILED = 0, 1, 2, 3
BROKEN = MADE_UP.replace('"868.7E9 CNY"', '"868.7E9 RMB"')
MIRROR_ALONE = "rests on mirrors alone (repost). Name the original, or another source."
EXPORTER = """
from companyprofiles.hookspecs import Exporter, hookimpl

def export(profile):
    {body}

@hookimpl
def companyprofiles_exporters():
    return [Exporter("other", summary="S", media_type="x/y", suffix=".x", export=export)]
"""
CHECK = """
from companyprofiles.hookspecs import Check, Finding, hookimpl

def run(profile, context):
    {body}

@hookimpl
def companyprofiles_checks():
    told = dict(summary="S", explanation="E.", failing="", passing="")
    return [Check("XX001", severity={severity!r}, run=run, **told)]
"""

Run = Callable[..., Result]


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    """Return a folder on the path, so that what is installed in it is found besides the rest."""
    with installed_site(tmp_path / "site", monkeypatch) as made:
        _catalog.installed.cache_clear()
        yield made
        _catalog.installed.cache_clear()


@pytest.fixture
def run(site) -> Run:
    """Return a function that runs a command in this process."""
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


# list


def test_list_tells_the_companies_in_a_table(site, run):
    site.company("made-up")
    result = run("list")
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("made-up ")]

    assert result.exit_code == GOOD
    assert result.stdout.split()[:4] == ["company", "distribution", "version", "summary"]
    assert line.split(maxsplit=3)[1:3] == ["companyprofiles-made-up", "1.0"]
    assert line.rstrip().endswith("Facts about made-up")


def test_list_for_programs(site, run):
    site.company("made-up")
    companies = json.loads(run("list", "--json").stdout)

    assert {
        "id": "made-up",
        "distribution": "companyprofiles-made-up",
        "version": "1.0",
        "summary": "Facts about made-up",
    } in companies


def test_list_says_when_there_is_none(run, monkeypatch):
    monkeypatch.setattr(sys, "path", [])

    assert run("list").stdout.startswith("No company is installed.")
    assert json.loads(run("list", "--json").stdout) == []


def test_list_works_with_a_broken_profile(site, run):
    site.company("made-up", "not toml", code="1 / 0")

    assert "made-up" in run("list").stdout


# show


def test_show_of_an_unknown_company_is_wrong_usage(site, run):
    site.company("made-up")
    result = run("show", "maid-up")

    assert result.exit_code == WRONG_USAGE
    assert result.stdout == ""
    assert result.stderr == (
        "no installed plugin provides the company 'maid-up'. Did you mean 'made-up'?\n"
    )


def test_show_of_bad_data_tells_the_problems(site, run):
    site.company("made-up", BROKEN)
    result = run("show", "made-up")

    assert result.exit_code == PROBLEMS
    assert result.stdout == ""
    assert result.stderr == (
        "companyprofiles-made-up 1.0: company.toml:44: revenue[0].value: "
        "must be an ISO 4217 currency code, got 'RMB'. Use 'CNY' for renminbi.\n1 problem.\n"
    )


@pytest.mark.parametrize("command", [["show"], ["check"], ["export"]])
@pytest.mark.parametrize("code", ["1 / 0", "raise SystemExit(0)", "def (:"])
def test_a_profile_that_cannot_be_loaded_is_a_plugin_that_failed(site, run, command, code):
    site.company("made-up", code=code)
    result = run(*command, "made-up")

    assert result.exit_code == PLUGIN_FAILED
    assert "the plugin made-up (companyprofiles-made-up 1.0) cannot be used" in result.stderr
    assert "Traceback" not in result.output


# check


def test_check_of_good_data(site, run, tmp_path):
    site.company("made-up", MADE_UP)
    folder = str(write(tmp_path / "data"))

    for target in ("made-up", folder):
        result = run("check", target)
        assert result.exit_code == GOOD
        assert result.stdout == f"{target}: no problems.\n"
        assert json.loads(run("check", target, "--json").stdout) == []


def test_check_of_bad_data_tells_every_problem(run, tmp_path):
    text = ACME.replace('"868.7E9 CNY"', '"868.7E9 RMB"').replace('"2020-06"', "2020-06-01")
    folder = str(write(tmp_path / "data", text))
    result = run("check", folder)
    first, second, verdict = result.stdout.splitlines()

    assert result.exit_code == PROBLEMS
    assert first.startswith(f"{folder}: acme.toml:44: revenue[0].value: must be an ISO 4217")
    assert second.startswith(f"{folder}: acme.toml:65: release[0].value: must be an EDTF date")
    assert verdict == f"{folder}: 2 problems, 0 warnings."


def test_check_for_programs(run, tmp_path):
    folder = str(write(tmp_path / "data", ACME.replace('"868.7E9 CNY"', "5")))
    result = run("check", folder, "--json")
    ((found),) = json.loads(result.stdout)

    assert result.exit_code == PROBLEMS
    assert found.pop("message").startswith("must be an amount of money")
    assert found == {
        "code": "",
        "severity": "error",
        "origin": folder,
        "file": "acme.toml",
        "line": 44,
        "path": "revenue[0].value",
        "folder": folder,
    }


def test_check_tells_what_the_checks_find(run, tmp_path):
    text = ACME.replace(
        'value = "rocket"\nreferences = [{ source = "report-2024" }]',
        'key = "p"\nvalue = "rocket"\nreferences = [{ source = "repost" }]\nnote = { en = "x" }',
    )
    folder = str(write(tmp_path / "data", text))
    result = run("check", folder)

    assert result.exit_code == PROBLEMS
    assert result.stdout.splitlines() == [
        f"{folder}: acme.toml:62: product[0].references: {MIRROR_ALONE} [CP101]",
        (
            f"warning: {folder}: acme.toml:63: product[0].note: "
            "is not given in zh. Add the translation. [CP102]"
        ),
        f"{folder}: 1 problem, 1 warning.",
    ]


def test_warnings_alone_are_good(run, tmp_path):
    text = ACME.replace('name = { en = "Rocket", zh = "火箭" }', 'name = { en = "Rocket" }')
    result = run("check", str(write(tmp_path / "data", text)))

    assert result.exit_code == GOOD
    assert result.stdout.endswith("0 problems, 1 warning.\n")


@pytest.mark.parametrize("severity, code", [("error", PROBLEMS), ("warning", GOOD)])
def test_a_plugin_s_checks_count_too(site, run, tmp_path, severity, code):
    site.plugin("more", CHECK.format(body="yield Finding('found it')", severity=severity))
    result = run("check", str(write(tmp_path / "data")))

    assert result.exit_code == code
    assert "found it [XX001]" in result.stdout


@pytest.mark.parametrize("body", ["1 / 0", "raise SystemExit(0)", "return 5"])
def test_a_check_that_fails_is_a_plugin_that_failed(site, run, tmp_path, body):
    site.plugin("more", CHECK.format(body=body, severity="error"))
    result = run("check", str(write(tmp_path / "data")))

    assert result.exit_code == PLUGIN_FAILED
    assert result.stderr.startswith(
        "warning: the plugin more (companyprofiles-more 1.0) failed in the check XX001: "
    )
    assert result.stderr.endswith("\nNot all was checked: XX001 failed.\n")
    assert result.stdout.endswith("no problems.\n")


@pytest.mark.parametrize("target", ["./made-up", "made-up/", "nothing/here", "."])
def test_a_path_is_a_folder(site, run, tmp_path, monkeypatch, target):
    site.company("made-up", MADE_UP)
    monkeypatch.chdir(tmp_path)
    result = run("check", target)

    assert result.exit_code == (PROBLEMS if target == "." else WRONG_USAGE)
    named = f"there is no file or folder '{target}'."
    assert named in result.output or "It has none." in result.output


def test_a_name_is_a_company_first_and_then_a_folder(site, run, tmp_path, monkeypatch):
    site.company("made-up", MADE_UP)
    write(tmp_path / "made-up", BROKEN)
    write(tmp_path / "other", BROKEN)
    monkeypatch.chdir(tmp_path)

    assert run("check", "made-up").exit_code == GOOD
    assert run("check", "./made-up").exit_code == PROBLEMS
    assert run("check", "other").exit_code == PROBLEMS
    assert run("check", "neither").exit_code == WRONG_USAGE


@pytest.mark.parametrize("command", [["show", "--json"], ["export"]])
def test_a_profile_need_not_be_installed(run, tmp_path, command):
    wheel, sdist = build(tmp_path / "built")
    exported = tmp_path / "acme.json"
    printed = run(*command, str(wheel)).stdout
    exported.write_text(printed, "utf-8")

    assert Profile.from_dict(json.loads(printed)) == companyprofiles.load(
        tmp_path / "built/src/companyprofiles_acme/data"
    )
    for place in (sdist, exported):
        assert run(*command, str(place)).stdout == printed
        assert run("check", str(place)).stdout == f"{place}: no problems.\n"


def test_a_file_that_is_no_profile_is_wrong_usage(run, tmp_path):
    (tmp_path / "acme.toml").write_text(ACME, "utf-8")
    result = run("show", str(tmp_path / "acme.toml"))

    assert result.exit_code == WRONG_USAGE
    assert "Name the folder that it is in." in result.stderr


NEWER = (
    MADE_UP.replace("schema_version = 1", "schema_version = 2\nmood = 'good'")
    + '[[revenue]]\ncertainty = "high"\n\n[[unheard_of]]\nvalue = "x"\n'
)
NEWER_SAID = "must be at most 1, got 2. The data is newer than companyprofiles; upgrade it."


@pytest.mark.parametrize("command", ["show", "timeline", "check", "export"])
def test_data_newer_than_the_core_says_so_in_one_line(site, run, command):
    site.company("made-up", NEWER)
    result = run(command, "made-up")
    (line,) = [line for line in result.output.splitlines() if not re.search("1 problem", line)]

    assert result.exit_code == PROBLEMS
    assert line == (
        f"companyprofiles-made-up 1.0: company.toml:4: profile.schema_version: {NEWER_SAID}"
    )


@pytest.mark.parametrize(
    "name", ["rocket\x1b[31m.toml", "c:\\data\\rocket.toml", "火箭\u202e.toml"]
)
def test_names_of_files_are_printable_in_messages(run, tmp_path, name):
    text = MADE_UP.replace('"868.7E9 CNY"', '"868.7E9 RMB"')
    folder = write(tmp_path / "data", text, name=name)
    line, *_ = run("check", str(folder)).stdout.splitlines()

    assert line.isprintable()
    assert (name if name.isprintable() else ascii(name)[1:-1]) in line
    assert ":44: revenue[0].value: " in line


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(run, tmp_path):
    folder = write(tmp_path / "plain" / "data", MADE_UP + "note = 5\n")
    other = tmp_path / "windows" / "data"
    other.mkdir(parents=True)
    text = (folder / "acme.toml").read_bytes()
    (other / "acme.toml").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    told = [
        run("check", str(found)).stdout.replace(str(found.parent), "") for found in (folder, other)
    ]

    assert told[0] == told[1]
    assert "acme.toml:67: " in told[0]


@pytest.mark.skipif(os.sep != "\\", reason="a backslash is a letter of names here")
def test_a_path_may_have_backslashes(run, tmp_path, monkeypatch):
    write(tmp_path / "made" / "up", MADE_UP)
    monkeypatch.chdir(tmp_path)

    assert run("check", r".\made\up").exit_code == GOOD


@pytest.mark.skipif(os.sep != "/", reason="a backslash separates folders here")
def test_a_folder_may_have_backslashes_in_its_name(run, tmp_path, monkeypatch):
    write(tmp_path / r"made\up", MADE_UP)
    monkeypatch.chdir(tmp_path)

    assert run("check", r"made\up").stdout == "made\\up: no problems.\n"
    assert run("check", "made\\down").exit_code == WRONG_USAGE


# export


def test_export_writes_json_that_reads_back(site, run, tmp_path):
    site.company("made-up", MADE_UP)
    file = tmp_path / "made-up.json"
    printed = run("export", "made-up", "--format", "json")
    written = run("export", "made-up", "-f", "json", "-o", str(file))

    assert (printed.exit_code, written.exit_code) == (GOOD, GOOD)
    assert written.output == ""
    assert printed.stdout == file.read_text("utf-8") == run("export", "made-up").stdout
    assert Profile.from_dict(json.loads(printed.stdout)) == companyprofiles.get("made-up")


def test_export_in_a_plugin_s_format(site, run):
    site.company("made-up", MADE_UP)
    site.plugin("more", EXPORTER.format(body="return b'\\xff\\x00' + profile.id.encode()"))

    assert run("export", "made-up", "--format", "other").stdout_bytes == b"\xff\x00made-up"


def test_export_in_an_unknown_format_is_wrong_usage(site, run):
    site.company("made-up", MADE_UP)
    result = run("export", "made-up", "--format", "jsn")

    assert result.exit_code == WRONG_USAGE
    assert result.stderr.startswith("there is no format 'jsn'. Did you mean 'json'")


@pytest.mark.parametrize(
    "body, reason",
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("return 5", "TypeError: expected str or bytes, got 5"),
        ("return None", "TypeError: expected str or bytes, got None"),
    ],
)
def test_an_exporter_that_fails_is_a_plugin_that_failed(site, run, body, reason):
    site.company("made-up", MADE_UP)
    site.plugin("more", EXPORTER.format(body=body))
    result = run("export", "made-up", "--format", "other")

    assert result.exit_code == PLUGIN_FAILED
    assert result.stderr == (
        f"the format 'other' of more (companyprofiles-more 1.0) failed: {reason}. "
        "Try: companyprofiles plugins why more\n"
    )


@pytest.mark.parametrize("output", ["missing/made-up.json", "."])
def test_export_to_where_nothing_can_be_written_is_wrong_usage(
    site, run, tmp_path, monkeypatch, output
):
    site.company("made-up", MADE_UP)
    monkeypatch.chdir(tmp_path)
    result = run("export", "made-up", "--output", output)

    assert result.exit_code == WRONG_USAGE
    assert "--output" in result.stderr


# Usage.


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["show"],
        ["check"],
        ["export"],
        ["show", "a", "b", "c"],
        ["why"],
        ["timeline"],
        ["list", "--nothing"],
        ["plugins", "nothing"],
    ],
)
def test_wrong_usage(run, arguments):
    result = run(*arguments)

    assert result.exit_code == WRONG_USAGE
    assert "Usage: " in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["list"],
        ["show"],
        ["timeline"],
        ["why"],
        ["search"],
        ["check"],
        ["export"],
        ["plugins"],
        ["plugins", "list"],
        ["plugins", "show"],
        ["plugins", "why"],
        ["plugins", "check"],
        ["plugins", "hooks"],
        ["plugins", "freeze"],
    ],
)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_in_full_sentences(run, arguments, option):
    result = run(*arguments, option)
    paragraphs = result.stdout.split("\n\n")

    assert result.exit_code == GOOD
    assert paragraphs[1].rstrip().endswith(".")


def test_help_tells_the_exit_codes(run):
    lines = [line.strip() for line in run("--help").stdout.splitlines()]

    assert lines[lines.index("Exit codes:") + 1 :] == [
        "0  all is well",
        "1  problems were found in the data",
        "2  the command was used wrongly, or names something that does not exist",
        "3  a plugin failed",
    ]


def test_the_version_is_told(run):
    assert run("--version").stdout == f"main, version {companyprofiles.__version__}\n"


# In a process of its own.


@pytest.fixture
def command(site) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the installed command with the folder of the test on its path."""
    script = Path(sysconfig.get_path("scripts"), "companyprofiles")
    environment = os.environ | {"PYTHONPATH": str(site.folder), "PYTHONIOENCODING": "utf-8"}

    def run_command(*arguments: str, **options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [script, *arguments],
            env=environment | options,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run_command


def test_the_installed_command_ends_with_each_code(site, command):
    site.company("made-up", MADE_UP)
    site.company("broken", BROKEN)
    site.company("failing", code="raise SystemExit(0)")

    assert [
        command("check", name).returncode for name in ("made-up", "broken", "nobody", "failing")
    ] == [GOOD, PROBLEMS, WRONG_USAGE, PLUGIN_FAILED]


def test_output_that_is_no_terminal_has_no_colours_and_whole_lines(site, command):
    site.company("made-up", MADE_UP.replace("Rocket", "R" * 300))
    shown = command("show", "made-up", COLUMNS="40").stdout

    assert "\x1b" not in shown
    assert "R" * 300 in shown


def test_whoever_reads_only_the_start_is_not_told_off(site):
    claim = '[[claim]]\nvalue = {{ en = "{}" }}\nreferences = [{{ source = "report-2024" }}]\n'
    more_than_a_pipe_holds = "".join(claim.format(f"{n} {'x' * 900}") for n in range(300))
    site.company("made-up", MADE_UP + more_than_a_pipe_holds)
    script = Path(sysconfig.get_path("scripts"), "companyprofiles")
    finished = subprocess.run(  # noqa: S602, a pipe of the shell is what it is about
        f"{script} show made-up | head -n 1",
        shell=True,
        env=os.environ | {"PYTHONPATH": str(site.folder)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.stdout == "Acme  (made-up)\n"
    assert finished.stderr == ""


def test_names_of_other_scripts_are_printed_whatever_the_locale(site, command):
    site.company("made-up", MADE_UP)
    result = command("show", "made-up", "--json", LC_ALL="C", PYTHONIOENCODING="")

    assert result.returncode == GOOD
    assert json.loads(result.stdout)["profile"]["id"] == "made-up"
