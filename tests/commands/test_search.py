"""``search`` prints what is found, the best first."""

import json

import pytest

from tests.samples import MADE_UP

TWO = MADE_UP.replace(
    'name = { en = "Rocket", zh = "火箭" }', 'name = { en = "Zyzzyva", zh = "象鼻虫" }'
)


def test_search_prints_a_table(site, run):
    site.company("made-up", TWO)
    lines = run("search", "象鼻").stdout.splitlines()

    assert lines[0].split() == ["company", "entity", "text", "match", "found", "in"]
    assert lines[1].split() == ["made-up", "rocket", "象鼻虫", "prefix", "name"]
    assert len(lines) == 2


def test_search_for_programs(site, run):
    site.company("made-up", TWO)

    assert json.loads(run("search", "zyzzyva", "--json").stdout) == [
        {
            "company": "made-up",
            "entity": "rocket",
            "text": "Zyzzyva",
            "lang": "en",
            "kind": "exact",
            "found_in": "name",
            "statement": None,
            "former": False,
            "deprecated": False,
        }
    ]


def test_search_marks_what_is_deprecated(site, run):
    wrong = (
        '[[alias]]\nvalue = { en = "Zyzzyx" }\n'
        'rank = "deprecated"\nbecause = { en = "A misprint." }\n'
        'references = [{ source = "report-2024" }]\n'
    )
    site.company("made-up", TWO + wrong)

    assert run("search", "zyzzyx").stdout.splitlines()[1].endswith("alias (deprecated)")


def test_search_says_how_many_more_there_are(site, run):
    site.company("made-up", TWO)
    lines = run("search", "a", "--limit", "1").stdout.splitlines()

    assert len(lines) == 3
    assert lines[2].endswith(" more; raise --limit to see them.")


def test_search_says_when_nothing_is_found(site, run):
    result = run("search", "xxxxxxxxxx")

    assert result.exit_code == 0
    assert result.stdout == "Nothing is called so, or much alike.\n"
    assert json.loads(run("search", "xxxxxxxxxx", "--json").stdout) == []


@pytest.mark.parametrize("arguments", [[""], ["  "], [], ["a", "--limit", "0"]])
def test_search_for_nothing_is_wrong_usage(run, arguments):
    result = run("search", *arguments)

    assert result.exit_code == 2
    assert "Usage: " in result.stderr
