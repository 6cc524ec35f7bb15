"""``timeline`` prints dated statements, the earliest first."""

import json

import pytest

import companyprofiles
from tests.samples import MADE_UP

PLAN = """
[[plan]]
key = "moon"
subject = "rocket"
value = { en = "To the Moon.", zh = "登月。" }
modality = "planned"
valid = "2030"
references = [{ source = "report-2024" }]

[[inception]]
subject = "rocket"
value = "2019~"
rank = "deprecated"
because = { en = "A guess." }
references = [{ source = "report-2024" }]
"""


@pytest.fixture(autouse=True)
def made_up(site):
    site.company("made-up", MADE_UP + PLAN)


def test_statements_come_by_date(run):
    heading, *lines = run("timeline", "made-up").stdout.splitlines()
    told = [line.split("  #")[0].split("  ", 1) for line in lines]

    assert heading.split() == ["when", "what"]
    assert [(when, what.strip()) for when, what in told] == [
        ("2015-05/..", "acme: chief_executive: ann-lee, Chief executive officer"),
        ("2020-06", "rocket: release"),
        ("2022-04-01/2023-03-31", "acme: revenue: 868.7E9 CNY"),
        ("2023-04-01/2024-03-31", "acme: revenue: 941168E6 CNY"),
        ("2030", "rocket: plan: To the Moon. (planned)"),
    ]
    assert lines[-1].endswith("  #moon")


def test_in_a_language(run):
    shown = run("timeline", "made-up", "--lang", "zh").stdout

    assert "2020年6月" in shown
    assert "火箭: 发布" in shown
    assert "顶点: 收入: 9,411.68亿元人民币  #revenue-2024" in shown
    assert "火箭: 计划: 登月。 (计划)  #moon" in shown


def test_of_one_entity(run):
    _heading, *lines = run("timeline", "made-up", "--subject", "rocket").stdout.splitlines()

    assert [line.split()[0] for line in lines] == ["2020-06", "2030"]
    assert run("timeline", "made-up", "--subject", "ann-lee").stdout == "Nothing dated is stated.\n"


def test_an_unknown_entity_suggests_a_near_one(run):
    result = run("timeline", "made-up", "--subject", "rockt")

    assert result.exit_code == 2
    assert result.stderr == "there is no entity 'rockt'. Did you mean 'rocket'?\n"


def test_for_programs(run):
    found = json.loads(run("timeline", "made-up", "--json").stdout)

    assert [row.pop("date") for row in found] == [
        "2015-05",
        "2020-06",
        "2022-04-01",
        "2023-04-01",
        "2030",
    ]
    assert found == [s.to_dict() for s in companyprofiles.get("made-up").timeline()]
    assert json.loads(run("timeline", "made-up", "--subject", "ann-lee", "--json").stdout) == []


def test_only_until_a_time(run):
    shown = run("timeline", "made-up", "--at", "2021").stdout

    assert "release" in shown
    assert "#moon" not in shown
