"""The documentation builds without a warning, and everything public has its place in it."""

import importlib
import posixpath
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from companyprofiles import errors, hookspecs
from companyprofiles._catalog import installed
from companyprofiles._cli import COMMANDS
from companyprofiles.verdicts import RULES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"

PUBLIC_MODULES = """
    companyprofiles companyprofiles.charts companyprofiles.errors companyprofiles.hookspecs
    companyprofiles.sphinxext
    companyprofiles.testing companyprofiles.verdicts companyprofiles.vocabulary
    companyprofiles_ai_models companyprofiles_ai_models.properties companyprofiles_ai_models.section
""".split()  # noqa: SIM905, shorter

pytestmark = pytest.mark.slow

HOOKS = [name for name in hookspecs.__all__ if name.startswith("companyprofiles_")]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the documentation as ``make site`` does; return its folder and what was warned of."""
    folder = tmp_path_factory.mktemp("site")
    doctrees = tmp_path_factory.mktemp("doctrees")
    finished = subprocess.run(
        [sys.executable, "-m", "sphinx", "-nqEb", "html", "-d", doctrees, DOCS, folder],
        capture_output=True,
        text=True,
        check=True,
    )
    return folder, finished.stderr


@pytest.fixture(scope="module")
def inventory(site):
    with (site[0] / "objects.inv").open("rb") as file:
        return InventoryFile.load(file, "", posixpath.join)


def ids_of(site, page):
    return set(re.findall(r' id="([^"]*)"', (site[0] / page).read_text("utf-8")))


def test_every_library_that_is_required_is_given_a_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    required = {"": project["dependencies"], **project["optional-dependencies"]}
    text = (DOCS / "explanation" / "dependencies.md").read_text("utf-8").lower()

    for extra, requirements in required.items():
        assert not extra or f"| `{extra}` |" in text
        for requirement in requirements:
            name = re.match(r"[a-z0-9-]+", requirement.lower())[0]
            assert f"| {name} |" in text, f"no reason is given for {name}"


def test_the_table_of_errors_says_what_each_is():
    page = (DOCS / "reference" / "errors.md").read_text("utf-8")
    rows = re.findall(r"\| \{exc\}`~companyprofiles\.errors\.(\w+)` \| \{exc\}`(\w+)` \|", page)
    known = {name: getattr(errors, name) for name in errors.__all__}
    expected = {
        name: error.__bases__[1].__name__
        for name, error in known.items()
        if issubclass(error, errors.CompanyProfilesError) and len(error.__bases__) > 1
    }

    assert dict(rows) == expected
    others = {"CompanyProfilesDeprecationWarning", "PluginWarning", "Problem"}
    assert set(expected) | others | {"CompanyProfilesError"} == set(known)


def test_the_rules_by_kind_of_value_are_those_that_there_are():
    page = (DOCS / "explanation" / "verdicts.md").read_text("utf-8")
    table = page.partition("## By the kind of value")[2].partition("## Every rule")[0]
    cells = "".join(line for line in table.splitlines() if line.startswith("|"))

    assert set(re.findall("(?<!})`([a-z-]+)`", cells)) <= set(RULES)


def test_the_documentation_builds_without_a_warning(site):
    assert site[1] == ""


@pytest.mark.parametrize("module", PUBLIC_MODULES)
def test_every_public_name_is_in_the_reference(module, inventory):
    described = {name for kind in inventory if kind.startswith("py:") for name in inventory[kind]}
    names = importlib.import_module(module).__all__

    assert module in described
    assert [name for name in names if f"{module}.{name}" not in described] == []


def test_every_property_has_an_entry(inventory):
    assert set(inventory["company:property"]) == set(installed().vocabulary)


def test_every_exporter_and_every_check_has_an_entry(inventory):
    assert set(inventory["company:exporter"]) == set(installed().host.exporters())
    assert set(inventory["company:check"]) == set(installed().host.checks())


@pytest.mark.parametrize(
    "page, names",
    [
        ("reference/hooks.html", [name.replace("_", "-") for name in HOOKS]),
        ("reference/errors.html", [name.lower() for name in errors.__all__]),
        ("reference/command-line.html", [f"companyprofiles-{name}" for name in COMMANDS]),
        ("reference/exporters.html", [f"exporter-{name}" for name in installed().host.exporters()]),
        ("reference/checks.html", [f"check-{code.lower()}" for code in installed().host.checks()]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_promised_has_a_heading(page, names, site):
    assert [name for name in names if name not in ids_of(site, page)] == []


def test_every_entry_of_the_inventory_is_on_its_page(site, inventory):
    pages = {}
    for kind, entries in inventory.items():
        for name, item in entries.items():
            page, _hash, anchor = item.uri.partition("#")
            if not anchor:
                continue
            if page not in pages:
                pages[page] = ids_of(site, page)
            assert anchor in pages[page], f"{kind} {name}"
