"""Results are written for people, for programs, for GitHub and in SARIF."""

import json
from pathlib import Path

import pytest

from companyprofiles import __version__
from companyprofiles._checks import builtin_checks
from companyprofiles._checks.reports import REPORTS, file_of
from companyprofiles._checks.results import Result
from companyprofiles.errors import Problem
from companyprofiles.hookspecs import Severity

CHECKS = {check.name: check for check in builtin_checks()}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder of data in the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my data").mkdir()
    (tmp_path / "my data" / "a.toml").write_text("")
    return "my data"


def result(folder="", *, file="a.toml", line=3, message="is bad.", code="CP101", **fields):
    problem = Problem("acme 1.0", file, line, "revenue[0].value", message, folder)
    return Result(code, fields.get("severity", Severity.ERROR), problem)


def report(name, *results):
    return REPORTS[name](results, CHECKS)


def test_text_is_a_line_each():
    warning = result(severity=Severity.WARNING, code="CP102")

    assert report("text", result(), warning).splitlines() == [
        "acme 1.0: a.toml:3: revenue[0].value: is bad. [CP101]",
        "warning: acme 1.0: a.toml:3: revenue[0].value: is bad. [CP102]",
    ]
    assert report("text") == ""


def test_json_has_every_field(folder):
    assert json.loads(report("json", result(folder))) == [
        {
            "code": "CP101",
            "severity": "error",
            "origin": "acme 1.0",
            "file": "a.toml",
            "line": 3,
            "path": "revenue[0].value",
            "message": "is bad.",
            "folder": "my data",
        }
    ]
    assert json.loads(report("json")) == []


def test_a_file_is_named_from_the_current_folder(folder, tmp_path, monkeypatch):
    problem = result(folder).problem
    absolute = result(str(tmp_path / folder)).problem

    assert file_of(problem) == file_of(absolute) == "my data/a.toml"
    monkeypatch.chdir(tmp_path / folder)
    assert file_of(absolute) == "a.toml"
    monkeypatch.chdir("/")
    assert Path("/", file_of(absolute)) == tmp_path / folder / "a.toml"


@pytest.mark.parametrize("of", [result(), result("gone"), result(".", file=""), result(".")])
def test_what_is_in_no_file_has_none(of, folder):
    assert file_of(of.problem) == ""


def test_github_is_told_file_line_and_title(folder):
    assert report("github", result(folder), result(folder, line=0, code="")).splitlines() == [
        "::error file=my data/a.toml,line=3,title=companyprofiles CP101::revenue[0].value: is bad.",
        "::error file=my data/a.toml,title=companyprofiles::revenue[0].value: is bad.",
    ]


def test_github_is_told_the_origin_where_there_is_no_file():
    assert report("github", result(severity=Severity.WARNING)) == (
        "::warning title=companyprofiles CP101::acme 1.0: revenue[0].value: is bad."
    )


def test_what_github_would_take_for_its_own_is_escaped(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a:b,c%.toml").write_text("")

    assert report("github", result(".", file="a:b,c%.toml", message="50 %\r\nof ::error::")) == (
        "::error file=a%3Ab%2Cc%25.toml,line=3,title=companyprofiles CP101::"
        "revenue[0].value: 50 %25%0D%0Aof ::error::"
    )


def sarif(*results):
    log = json.loads(report("sarif", *results))
    ((run),) = log["runs"]
    return log, run


def test_sarif_has_the_members_that_its_standard_requires(folder):
    log, run = sarif(result(folder))

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert run["tool"]["driver"]["name"] == "companyprofiles"
    assert run["tool"]["driver"]["version"] == __version__
    assert run["results"] == [
        {
            "ruleId": "CP101",
            "ruleIndex": sorted(CHECKS).index("CP101"),
            "level": "error",
            "message": {"text": "is bad."},
            "locations": [
                {
                    "logicalLocations": [{"fullyQualifiedName": "acme 1.0: revenue[0].value"}],
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": "my%20data/a.toml",
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {"startLine": 3},
                    },
                }
            ],
        }
    ]


def test_sarif_tells_every_rule_that_was_looked_for():
    _, run = sarif()
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [*sorted(CHECKS), "data"]
    assert all(rule["shortDescription"]["text"] for rule in rules)
    for rule in rules[:-1]:
        check = CHECKS[rule["id"]]
        assert rule["defaultConfiguration"] == {"level": check.severity.value}
        assert rule["fullDescription"] == {"text": check.explanation}
        assert check.failing in rule["help"]["markdown"]
    assert run["results"] == []


def test_sarif_gives_data_that_cannot_be_read_a_rule_too():
    _, run = sarif(result(code=""))
    ((found),) = run["results"]

    assert found["ruleId"] == "data"
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == "data"
    assert "physicalLocation" not in found["locations"][0]


def test_sarif_names_a_file_elsewhere_by_its_whole_address(folder, tmp_path, monkeypatch):
    absolute = str(tmp_path / folder)
    monkeypatch.chdir("/usr")
    _, run = sarif(result(absolute, line=0))
    location = run["results"][0]["locations"][0]["physicalLocation"]

    assert location == {"artifactLocation": {"uri": (tmp_path / folder / "a.toml").as_uri()}}
