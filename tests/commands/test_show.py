"""``show`` prints statements in any language, whole or of one property and entity."""

import json
import re

import pytest

import companyprofiles
from companyprofiles import Profile
from tests.samples import MADE_UP

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
MARKED = """
[[inception]]
absent = "unknown"
rank = "deprecated"
modality = "claimed"
because = { en = "Nobody said.", zh = "无人说明。" }
references = [{ source = "report-2024" }]

[[revenue]]
key = "cloud-2020"
value = "5 CNY"
valid = "2020"
dimensions = { segment = "cloud" }
rank = "preferred"
references = [{ source = "report-2024" }]
"""


@pytest.fixture(autouse=True)
def made_up(site):
    site.company("made-up", MADE_UP + MARKED)


def test_every_statement_is_told_with_its_sources(run):
    result = run("show", "made-up")

    assert result.exit_code == 0
    for line in (
        "Acme  (made-up)",
        "Acme · 顶点  [group, acme]",
        "from companyprofiles-made-up 1.0, licence CC-BY-4.0",
        "  revenue",
        "    2023-04-01/2024-03-31: 941168E6 CNY  <report-2024, income statement>  #revenue-2024",
        "Rocket · 火箭  [product, rocket]",
    ):
        assert line in result.stdout.splitlines()
    assert "    2015-05/..: ann-lee, Chief executive officer  <report-2024>  #" in result.stdout


def test_rank_modality_dimensions_absence_and_reason_are_told(run):
    shown = run("show", "made-up").stdout

    assert "[deprecated, claimed] (unknown) – Nobody said.  <report-2024>" in shown
    assert "[preferred] 2020: 5 CNY (cloud)  <report-2024>" in shown


def test_one_property_alone(run):
    lines = run("show", "made-up", "release").stdout.splitlines()

    assert lines[:2] == ["Rocket · 火箭  [product, rocket]", "  release"]
    assert lines[2].startswith("    2020-06  <report-2024; repost>  #")
    assert len(lines) == 3


def test_one_entity_alone(run):
    assert run("show", "made-up", "--subject", "rocket").stdout == (
        run("show", "made-up", "release").stdout
    )


def test_nothing_stated_is_said(run):
    result = run("show", "made-up", "revenue", "--subject", "rocket")

    assert result.exit_code == 0
    assert result.stdout == "Nothing is stated of it.\n"


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["revenu"], "there is no property in this profile 'revenu'. Did you mean 'revenue'?\n"),
        (["--subject", "rockt"], "there is no entity 'rockt'. Did you mean 'rocket'?\n"),
    ],
)
def test_an_unknown_name_suggests_a_near_one(run, arguments, message):
    result = run("show", "made-up", *arguments)

    assert (result.exit_code, result.stderr) == (2, message)


def test_for_programs_it_is_the_whole_profile(run):
    data = json.loads(run("show", "made-up", "--json").stdout)

    assert Profile.from_dict(data) == companyprofiles.get("made-up")


def test_for_programs_a_part_is_a_list_of_statements(run):
    found = json.loads(run("show", "made-up", "release", "--json").stdout)

    assert found == [s.to_dict() for s in companyprofiles.get("made-up").all("release")]
    assert (
        json.loads(run("show", "made-up", "revenue", "--subject", "rocket", "--json").stdout) == []
    )


def test_markup_is_printed_as_it_is(site, run):
    text = MADE_UP.replace('"made-up"\nsubject', '"marked"\nsubject', 1)
    site.company("marked", text.replace('"Rocket"', '"[bold]<b>:smile: [/nothing]"'))

    assert "[bold]<b>:smile: [/nothing]" in run("show", "marked").stdout


# Languages.


def test_labels_and_values_are_in_the_language_that_is_asked_for(run):
    shown = run("show", "made-up", "--lang", "zh").stdout

    for line in (
        "顶点  (made-up)",
        "Rocket · 火箭  [产品, rocket]",
        "  收入  [revenue]",
    ):
        assert line in shown.splitlines()
    assert (
        "    截至2024年3月31日的一年: 9,411.68亿元人民币  <report-2024, income statement>" in shown
    )
    assert "    2015年5月至今: 李安，Chief executive officer" in shown
    assert "[已弃用, 声称] 不详 – 无人说明。" in shown


@pytest.mark.parametrize(
    "variables, line",
    [
        ({"LANG": "zh_CN.UTF-8"}, "  收入  [revenue]"),
        ({"LANG": "C.UTF-8", "LC_MESSAGES": "zh_CN"}, "  收入  [revenue]"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "  Revenue  [revenue]"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "  revenue"),
        ({"LANG": "POSIX"}, "  revenue"),
        ({"LANG": "Klingon"}, "  revenue"),
        ({"LANG": ""}, "  revenue"),
        ({}, "  revenue"),
    ],
)
def test_by_default_the_language_is_that_of_the_environment(run, variables, line):
    assert line in run("show", "made-up", env=variables).stdout.splitlines()


@pytest.mark.parametrize("lang", ["zh-CN", "zh_CN", "zh_CN.UTF-8"])
def test_a_language_may_be_written_in_several_ways(run, lang):
    assert "  收入  [revenue]" in run("show", "made-up", "--lang", lang).stdout.splitlines()


def test_an_empty_language_is_the_notation_of_data_files(run):
    shown = run("show", "made-up", "--lang", "", env={"LANG": "zh_CN.UTF-8"}).stdout

    assert shown == run("show", "made-up").stdout


@pytest.mark.parametrize("lang", ["Chinese", "z", "en en"])
def test_what_is_no_language_is_wrong_usage(run, lang):
    result = run("show", "made-up", "--lang", lang)

    assert result.exit_code == 2
    assert "must be a language tag such as 'en', 'zh' or 'zh-Hans'" in result.stderr


# On a terminal.


def width(line: str) -> int:
    from rich.cells import cell_len

    return cell_len(COLOURS.sub("", line))


@pytest.mark.parametrize("columns", [40, 63, 80])
@pytest.mark.parametrize("lang", ["", "zh"])
def test_lines_fit_the_terminal(on_terminal, columns, lang):
    shown = on_terminal(columns, "show", "made-up", "--lang", lang)

    assert max(map(width, shown.splitlines())) <= columns
    assert "Acme" in shown


def test_what_is_wrapped_is_moved_in_and_nothing_is_lost(on_terminal, run):
    shown = COLOURS.sub("", on_terminal(40, "show", "made-up", "revenue"))
    lines = shown.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("    2023-04-01"))

    assert lines[start + 1].startswith(" " * 8)
    assert shown.split() == run("show", "made-up", "revenue").stdout.split()


def test_only_what_was_true_at_a_time(run):
    shown = run("show", "made-up", "--at", "2023-03").stdout

    assert "\nas it was true: 2023-03\n" in shown
    assert "#revenue-2023" in shown
    assert "#revenue-2024" not in shown
    assert "    2015-05/..: ann-lee, Chief executive officer" in shown


def test_what_may_have_been_true_is_marked_and_may_be_left_out(run):
    asked = ("show", "made-up", "official_name", "--at", "2023-03")

    assert "    [perhaps] Acme Holding Limited" in run(*asked).stdout
    assert "    [或许] " in run(*asked, "--lang", "zh").stdout
    assert run(*asked, "--certain").stdout == "Nothing is stated of it.\n"


def test_only_what_was_published_by_a_time(run):
    shown = run("show", "made-up", "--known", "2024-05-22").stdout

    assert "\nas it was known: 2024-05-22\n" in shown
    assert "report-2024" not in shown
    assert "    [perhaps] 2020-06  <repost>" in shown


def test_both_times_in_json(run):
    told = json.loads(
        run("show", "made-up", "revenue", "--at", "2024-02", "--known", "2025", "--json").stdout
    )

    assert [statement["key"] for statement in told] == ["revenue-2023", "cloud-2020"]


@pytest.mark.parametrize("option", ["--at", "--known"])
def test_a_date_that_is_none_is_wrong_usage(run, option):
    result = run("show", "made-up", option, "June 2021")

    assert result.exit_code == 2
    assert "June 2021" in result.stderr
