"""Every check shows what breaks it and what does not; every check is told in the reference."""

from pathlib import Path

import pytest

from companyprofiles import _catalog
from companyprofiles._catalog import load
from companyprofiles.testing import EXAMPLES, run_example

CHECKS = _catalog.installed().host.checks()
each_check = pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)


def codes(text, check):
    return {result.code for result in run_example(text, *({check} - set(BUILTIN)))}


BUILTIN = [check for check in CHECKS.values() if check.name.startswith("CP")]


@each_check
def test_the_failing_example_breaks_that_rule_alone(check):
    assert codes(check.failing, check) == {check.name}


@each_check
def test_the_passing_example_breaks_no_rule(check):
    assert codes(check.passing, check) == set()


@pytest.mark.parametrize("company", ["acme", "beta"])
def test_the_companies_of_the_examples_break_no_rule(company):
    complete = (EXAMPLES / company / f"{company}.toml").read_text("utf-8")

    assert load(EXAMPLES / company).id == company
    assert run_example(complete) == []


@each_check
def test_a_check_is_told_in_full_sentences(check):
    assert check.summary[0].isupper()
    assert not check.summary.endswith(".")
    for paragraph in check.explanation.split("\n\n"):
        assert paragraph[0].isupper() or paragraph[0] == "`"
        assert paragraph.endswith(".")
    assert check.explanation.count("`") % 2 == 0


def test_a_broken_example_is_told_with_its_line():
    (result,) = run_example(
        '[[inception]]\nvalue = "soon"\nreferences = [{ source = "newspaper" }]\n'
    )

    assert (result.code, result.problem.file, result.problem.line) == ("", "example.toml", 2)


def test_the_reference_tells_the_theme_of_every_code():
    reference = (Path(__file__).parents[2] / "docs" / "reference" / "checks.md").read_text("utf-8")
    themes = {check.name[:3] for check in BUILTIN}

    assert [theme for theme in sorted(themes) if f"| `{theme}` |" not in reference] == []
