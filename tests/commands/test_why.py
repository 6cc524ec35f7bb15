"""``why`` tells all that is known of one statement."""

import json

import pytest

import companyprofiles
from companyprofiles._explanations import explain
from tests.samples import MADE_UP

MORE = """
[[sources]]
id = "daily"
title = { en = "Rocket, a history", zh = "火箭简史" }
author = "Ann Author"
publisher = "The Daily"
published = "2021-03?"
kind = "press"
lang = "en"
url = "https://daily.example/rocket"
archive_url = "https://archive.example/1"

[[inception]]
key = "wrong-start"
subject = "rocket"
value = "1969"
rank = "deprecated"
because = { en = "A misprint.", zh = "印刷错误。" }
replaced_by = "right-start"
references = [
  { source = "repost", as_printed = "in 1969" },
  { source = "daily" },
]

[[inception]]
key = "right-start"
subject = "rocket"
value = "1996-04"
note = { en = "At Acme.", zh = "在顶点。" }
references = [{ source = "daily", locator = "p. 3", retrieved = "2024-01-02",
  quote = { text = "Born in the spring of 1996", lang = "en" }, attributed_to = "ann-lee" }]

[[inception]]
key = "third-start"
subject = "rocket"
value = "1997"
exempt = { CP110 = "Its report is not at hand." }
references = [{ source = "report-2024", anonymous = true }]

[[revenue]]
key = "revenue-both"
value = "1809868E6 CNY"
valid = "2022-04-01/2024-03-31"
dimensions = { segment = "rocket" }
derived_from = ["revenue-2023", "revenue-2024"]
derived_by = "sum"
references = [{ source = "report-2024" }]

[[resolutions]]
statements = ["wrong-start", "right-start", "third-start"]
preferred = "right-start"
because = { en = "It has a month.", zh = "有月份。" }
on = "2024-05-06"
by = "The editors"
"""


@pytest.fixture(autouse=True)
def made_up(site):
    site.company("made-up", MADE_UP + MORE)


def test_all_that_is_known_is_told(run):
    result = run("why", "made-up/right-start")

    assert result.exit_code == 0
    assert result.stdout == (
        """\
rocket, inception: 1996-04
  Key: right-start
  Id: {id}
  Property: Founded [inception]: {description}
  About: Rocket · 火箭 [product, rocket]
  Value: 1996-04
  Rank: normal
  Modality: asserted
  Note: At Acme.
  Independent publishers: 1

Sources
  Rocket, a history. Ann Author. The Daily. 2021-03?. p. 3. {url} (press) <daily>
      “Born in the spring of 1996”
      Said by Ann Lee
      Retrieved 2024-01-02
      Archived copy: https://archive.example/1

Right instead of
  rocket, inception: 1969 (deprecated)  #wrong-start

Also stated
  rocket, inception: 1969 (deprecated)  #wrong-start
      conflicts: One says 1969, the other 1996-04.
  rocket, inception: 1997  #third-start
      conflicts: One says 1996-04, the other 1997.

Decisions
  2024-05-06, The editors: #right-start. It has a month.
""".format(
            url="https://daily.example/rocket",
            id=companyprofiles.get("made-up").statement("right-start").id,
            description=companyprofiles.get("made-up").statement("right-start").prop.description,
        )
    )


def test_a_wrong_statement_leads_to_the_right_one(run):
    shown = run("why", "made-up/wrong-start").stdout

    assert "\n  Rank: deprecated\n" in shown
    assert "\n  Reason: A misprint.\n" in shown
    assert "\nInstead\n  rocket, inception: 1996-04  #right-start\n" in shown
    assert "  Annual report, reposted. No date (third party) <repost>\n" in shown
    assert "      Mirror: a copy of somebody else’s publication\n" in shown
    assert "      Printed: “in 1969”\n" in shown


def test_a_computed_value_leads_to_what_it_is_computed_from_and_back(run):
    shown = run("why", "made-up/revenue-both").stdout

    assert (
        "\nComputed from\n"
        "  acme, revenue, 2022-04-01/2023-03-31: 868.7E9 CNY  #revenue-2023\n"
        "  acme, revenue, 2023-04-01/2024-03-31: 941168E6 CNY  #revenue-2024\n"
    ) in shown
    assert "2022-04-01/2024-03-31: 1809868E6 CNY (computed)\n" in shown
    assert "\n  Computed as: Sum of 868.7E9 CNY; 941168E6 CNY\n" in shown
    assert "\n  Of: rocket [segment rocket]\n" in shown
    assert "\nUsed to compute\n" in run("why", "made-up/revenue-2024").stdout


def test_who_is_not_named_is_said_not_to_be(run):
    shown = run("why", "made-up/third-start").stdout

    assert "      Said by somebody whom the source does not name\n" in shown


def test_checks_that_it_is_not_held_to_are_told_with_the_reason(run):
    shown = run("why", "made-up/third-start").stdout

    assert "\n  Not held to: CP110: Its report is not at hand.\n" in shown


def test_in_a_language_with_the_notation_beside_it(run):
    shown = run("why", "made-up/revenue-2024", "--lang", "zh").stdout

    assert shown.startswith("顶点，收入，截至2024年3月31日的一年：9,411.68亿元人民币\n")
    assert "  值: 9,411.68亿元人民币 [941168E6 CNY]\n" in shown
    assert "  时间: 截至2024年3月31日的一年 [2023-04-01/2024-03-31]\n" in shown
    assert "Annual report 2024. Acme. 2024年5月23日. income statement. https://" in shown
    shown = run("why", "made-up/wrong-start", "--lang", "zh").stdout
    assert "印刷错误。" in shown
    assert "火箭简史" in shown
    assert "      冲突: " in shown
    assert "One says" not in shown


def test_a_statement_without_a_key_is_asked_by_its_id(run):
    release = companyprofiles.get("made-up").all("release")[0]
    shown = run("why", f"made-up/{release.id}").stdout

    assert shown.startswith("rocket, release: 2020-06\n")
    assert "Key: " not in shown


def test_rivals_are_of_the_same_subject_dimensions_and_language():
    profile = companyprofiles.get("made-up")
    rivals = {
        s.anchor: {rival.statement.anchor for rival in explain(profile, s.anchor).rivals}
        for s in profile
    }

    assert rivals["revenue-2024"] == {"revenue-2023"}
    assert rivals["revenue-both"] == set()
    for name in profile.all("official_name"):
        assert rivals[name.anchor] == set()


def test_for_programs(run):
    told = json.loads(run("why", "made-up/right-start", "--json").stdout)
    profile = companyprofiles.get("made-up")

    assert list(told) == [
        "company",
        "statement",
        "references",
        "publishers",
        "replaced_by",
        "replaces",
        "derived_from",
        "derives",
        "rivals",
        "resolutions",
    ]
    assert told["statement"] == profile.statement("right-start").to_dict()
    assert told["references"][0]["source"]["url"] == "https://daily.example/rocket"
    assert told["references"][0]["locator"] == "p. 3"
    assert [s["key"] for s in told["replaces"]] == ["wrong-start"]
    assert [r["verdict"] for r in told["rivals"]] == ["conflicts", "conflicts"]
    assert told["resolutions"] == [profile.resolutions[0].to_dict()]
    assert told["replaced_by"] is None


def test_an_unknown_key_suggests_near_ones(run):
    result = run("why", "made-up/right-stat")

    assert result.exit_code == 2
    assert result.stderr == (
        "there is no statement 'right-stat'. Did you mean 'right-start' or 'wrong-start'?\n"
    )


def test_an_unknown_company_suggests_a_near_one(run):
    assert "Did you mean 'made-up'?" in run("why", "maid-up/right-start").stderr


@pytest.mark.parametrize("statement", ["made-up", "made-up/", "/right-start", ""])
def test_a_statement_is_named_with_its_profile(run, statement):
    result = run("why", statement)

    assert result.exit_code == 2
    assert "must be PROFILE/STATEMENT, such as alibaba/m6-10t, got" in result.stderr


def test_a_profile_need_not_be_installed(run, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "acme.toml").write_text(MADE_UP + MORE, "utf-8")

    assert (
        run("why", f"{tmp_path}/data/right-start").stdout
        == run("why", "made-up/right-start").stdout
    )
