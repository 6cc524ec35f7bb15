"""``check`` tells what it finds in the format that is asked for, and ends with the right code."""

import json
import sys

import pytest

from companyprofiles._checks.pages import page
from companyprofiles._checks.reports import REPORTS
from companyprofiles._commands.check import FORMATS, MANY, with_progress
from companyprofiles.hookspecs import Check
from tests.samples import ACME, write

GOOD, PROBLEMS, WRONG_USAGE = 0, 1, 2
UNTRANSLATED = ACME.replace('name = { en = "Rocket", zh = "火箭" }', 'name = { en = "Rocket" }')
REPOSTED = ACME.replace(
    'value = "rocket"\nreferences = [{ source = "report-2024" }]',
    'value = "rocket"\nreferences = [{ source = "repost" }]',
)


def test_several_profiles_are_checked_at_once(run, tmp_path):
    good, odd = (
        str(write(tmp_path / name, text)) for name, text in (("good", ACME), ("odd", UNTRANSLATED))
    )
    result = run("check", good, odd)

    assert result.exit_code == GOOD
    assert result.stdout.splitlines() == [
        f"{good}: no problems.",
        (
            f"warning: {odd}: acme.toml:22: entities[2].name: "
            "is not given in zh. Add the translation. [CP102]"
        ),
        f"{odd}: 0 problems, 1 warning.",
    ]


def test_an_error_in_one_of_several_is_an_error(run, tmp_path):
    bad, good = (
        str(write(tmp_path / name, text)) for name, text in (("bad", REPOSTED), ("good", ACME))
    )
    found = json.loads(run("check", bad, good, "--json").stdout)

    assert run("check", bad, good).exit_code == PROBLEMS
    assert [(one["code"], one["folder"]) for one in found] == [("CP101", bad)]


@pytest.mark.parametrize(
    "options, code",
    [
        (["--select", "CP1"], PROBLEMS),
        (["--select", "CP102"], GOOD),
        (["--select", "CP101,CP102", "--ignore", "CP101"], GOOD),
        (["--ignore", "CP102", "--ignore", "CP0"], PROBLEMS),
    ],
)
def test_checks_are_chosen_by_their_codes(run, tmp_path, options, code):
    assert run("check", str(write(tmp_path / "data", REPOSTED)), *options).exit_code == code


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_an_unknown_code_suggests_a_near_one(run, tmp_path, option):
    result = run("check", str(write(tmp_path / "data")), option, "CP111")

    assert result.exit_code == WRONG_USAGE
    assert result.stderr.startswith("there is no check 'CP111'. Did you mean 'CP101'")


def test_every_format_can_be_asked_for():
    assert set(FORMATS) == set(REPORTS)


def test_json_has_a_short_form(run, tmp_path):
    folder = str(write(tmp_path / "data", REPOSTED))

    assert run("check", folder, "--json").stdout == run("check", folder, "--format", "json").stdout


def test_github_is_told_the_file_from_the_current_folder(run, tmp_path, monkeypatch):
    write(tmp_path / "data", REPOSTED)
    monkeypatch.chdir(tmp_path)
    result = run("check", "./data", "--format", "github")

    assert result.exit_code == PROBLEMS
    assert result.stdout.startswith(
        "::error file=data/acme.toml,line=61,title=companyprofiles CP101::product[0].references: "
    )


def test_sarif_tells_of_all_profiles_in_one_log(run, tmp_path):
    first, second = (str(write(tmp_path / name, REPOSTED)) for name in ("first", "second"))
    ((log),) = json.loads(run("check", first, second, "--format", "sarif").stdout)["runs"]

    assert [found["ruleId"] for found in log["results"]] == ["CP101", "CP101"]


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_good_data_gives_an_empty_report(run, tmp_path, form):
    result = run("check", str(write(tmp_path / "data")), "--format", form)
    found = {
        "json": json.loads,
        "sarif": lambda text: json.loads(text)["runs"][0]["results"],
        "github": lambda text: text.splitlines(),
    }

    assert result.exit_code == GOOD
    assert found[form](result.stdout) == []


@pytest.mark.parametrize("code", ["CP101", "cp101"])
def test_explain_prints_the_page_of_a_check(run, code):
    result = run("check", "--explain", code)
    lines = result.stdout.splitlines()

    assert result.exit_code == GOOD
    assert lines[0].startswith("CP101: A mirror or repost is never the only source")
    assert lines[0].endswith("(error)")
    assert "    [[inception]]" in lines


def test_a_page_has_summary_explanation_and_examples():
    told = Check(
        "XX001",
        summary="A rule",
        explanation="One.\n\nTwo.",
        failing="a = 1\n",
        passing="b = 2\n\nc = 3\n",
        severity="warning",
        run=list,
    )

    assert page(told) == (
        "XX001: A rule (warning)\n\nOne.\n\nTwo.\n\n"
        "Fails:\n\n    a = 1\n\nPasses:\n\n    b = 2\n\n    c = 3\n"
    )


@pytest.mark.parametrize(
    "number, terminal, shown", [(MANY, True, True), (MANY - 1, True, False), (MANY, False, False)]
)
def test_progress_is_shown_on_a_terminal_with_many_profiles(
    monkeypatch, capsys, number, terminal, shown
):
    places = [str(place) for place in range(number)]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)

    assert list(with_progress(places)) == places
    assert ("Checking" in capsys.readouterr().err) is shown


def test_a_broken_file_is_told_with_its_folder(run, tmp_path):
    folder = str(write(tmp_path / "data", "not toml"))
    ((found),) = json.loads(run("check", folder, "--json").stdout)

    assert (found["folder"], found["file"], found["line"]) == (folder, "acme.toml", 1)
