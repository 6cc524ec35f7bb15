"""Planted contradictions are found, and what only looks like one is not.

Three made-up companies, in English and Chinese: a maker of chips, one of assistants, and a carrier
with its filings. A comment begins each case and says what is to be found in it, or nothing.
"""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import companyprofiles
from companyprofiles._checks import builtin_checks
from companyprofiles._checks.runner import run_checks
from companyprofiles.errors import ProfileDataError

FOLDER = Path(__file__).parent / "data" / "contradictions"
COMPANIES = ("assistant", "chip", "freight")
BEGINNING = re.compile(r"# (found|quiet)(?: (\w+))? \| (.+)")

FOUND = {
    "CP101": 2,
    "CP102": 1,
    "CP103": 1,
    "CP106": 1,
    "CP107": 1,
    "CP201": 54,
    "CP202": 1,
    "CP203": 1,
    "CP204": 2,
    "CP205": 2,
    "CP301": 5,
    "CP302": 1,
    "CP303": 1,
    "CP304": 1,
    "CP305": 2,
    "CP306": 1,
    "CP307": 1,
    "CP401": 2,
    "CP501": 2,
    "CP605": 12,
    "CP606": 3,
    "CP621": 2,
}
"""How many contradictions of each kind are planted."""


class Case(NamedTuple):
    """Statements between two comments of a file."""

    file: str
    first: int
    last: int
    code: str
    kind: str


@cache
def cases(company):
    found = []
    for file in sorted((FOLDER / company).glob("*.toml")):
        lines = file.read_text("utf-8").splitlines()
        starts = [n for n, line in enumerate(lines, 1) if BEGINNING.fullmatch(line)]
        for first, following in pairwise([*starts, len(lines) + 1]):
            _, code, kind = BEGINNING.fullmatch(lines[first - 1]).groups()
            found.append(Case(file.name, first, following - 1, code or "", kind))
    return found


@cache
def findings(company):
    """Return the codes of what is found, by case; those outside of any by ``None``."""
    profile = companyprofiles.load(FOLDER / company)
    told = {case: set() for case in [*cases(company), None]}
    for result in run_checks(lambda: profile, {check.name: check for check in builtin_checks()}):
        told[_case(company, result.problem)].add(result.code)
    return told


def _case(company, problem):
    return next(
        (
            case
            for case in cases(company)
            if problem.file == case.file and case.first <= problem.line <= case.last
        ),
        None,
    )


def named(company_and_case):
    company, case = company_and_case
    return f"{company}:{case.first}:{case.kind}"


ALL = [(company, case) for company in COMPANIES for case in cases(company)]
PLANTED = [pair for pair in ALL if pair[1].code]
QUIET = [pair for pair in ALL if not pair[1].code]


@pytest.mark.parametrize("company, case", PLANTED, ids=map(named, PLANTED))
def test_a_planted_contradiction_is_found_and_nothing_else_there(company, case):
    assert findings(company)[case] == {case.code}


@pytest.mark.parametrize("company, case", QUIET, ids=map(named, QUIET))
def test_what_only_looks_like_a_contradiction_is_not_found(company, case):
    assert findings(company)[case] == set()


@pytest.mark.parametrize("company", COMPANIES)
def test_nothing_else_is_found(company):
    assert findings(company)[None] == set()


def test_as_many_of_each_kind_are_planted_as_are_told():
    assert Counter(case.code for _, case in PLANTED) == FOUND


def test_every_mistake_that_cannot_be_read_is_told_at_its_line():
    with pytest.raises(ProfileDataError) as caught:
        companyprofiles.load(FOLDER / "unreadable")

    told = [_case("unreadable", problem) for problem in caught.value.problems]
    assert told == cases("unreadable")
