"""The documentation of the extension has whatever there is to be known."""

import re
from pathlib import Path

import pytest

from companyprofiles.sphinxext._config import VALUES
from companyprofiles.sphinxext._domain import CompanyDomain

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "sphinx.md").read_text("utf-8")

DIRECTIVES = dict(
    re.findall(
        r"^\.\. rst:directive:: (?:\.\. )?company:(\w+).*\n((?:\n|   .*\n)*)", PAGE, re.MULTILINE
    )
)
"""What is said of each directive."""


def options(text: str) -> set[str]:
    found = re.findall(r"rst:directive:option:: (.*(?:\n {29}.*)*)", text)
    return {line.partition(":")[0].strip() for every in found for line in every.splitlines()}


@pytest.mark.parametrize("name", sorted(CompanyDomain.roles))
def test_every_role_has_an_example(name):
    assert f":company:{name}:`" in PAGE
    assert f"{{company:{name}}}`" in PAGE


@pytest.mark.parametrize("name", sorted(CompanyDomain.directives))
def test_every_directive_is_described_with_its_options(name):
    # What no-index leaves out is said once for all directives that make a reference from code.
    known = set(CompanyDomain.directives[name].option_spec) - {"no-index"}

    assert options(DIRECTIVES[name]) - {"no-index"} == known


@pytest.mark.parametrize("name", sorted(VALUES))
def test_every_value_of_the_configuration_is_described_with_its_default(name):
    default = VALUES[name][0]
    literal = f'"{default}"' if isinstance(default, str) else repr(default)

    assert re.search(
        rf"\.\. confval:: {name}\n +:type: .+\n +:default: ``{re.escape(literal)}``\n", PAGE
    )


def test_the_documentation_describes_nothing_else():
    values = set(re.findall(r"\.\. confval:: (\w+)", PAGE))

    assert values == set(VALUES)
    assert set(DIRECTIVES) == set(CompanyDomain.directives)
