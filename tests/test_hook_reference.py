"""Every hook is told whole, and its example is a plugin that works."""

import inspect
from collections.abc import Iterator

import attrs
import pytest

from companyprofiles import hookspecs
from companyprofiles._catalog import Catalog
from companyprofiles._hook_reference import PARTS, HookReference, hook_reference, parse
from companyprofiles._plugin import HOOKS, State
from companyprofiles._trial import try_out
from companyprofiles.errors import UnknownNameError
from companyprofiles.hookspecs import PLUGIN_API
from tests.samples import ACME, Site, installed_site, write

LIST_HOOKS = sorted(set(HOOKS) - {"companyprofiles_profile"})
WHOLE = """\
Return nothing.

At all, in
two lines.

Args:
    one: The first,
        in two lines.
    two: The second.

Called:
    Never.

Returns:
    Nothing.

Host:
    Nothing.

Order:
    None.

Errors:
    None.

Since:
    0.1

Example:
    def f():

        return 1
"""


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    with installed_site(tmp_path, monkeypatch) as made:
        yield made


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_told_whole(name):
    told = hook_reference(name)
    parts = attrs.asdict(told)
    arguments = inspect.signature(getattr(hookspecs, name)).parameters

    assert [part for part, text in parts.items() if not text] in (
        ["description"],
        ["description", "arguments"],
        ["arguments"],
        [],
    )
    assert list(told.arguments) == list(arguments)
    assert told.summary.startswith("Return ")
    assert told.since.endswith(f"plugin API {PLUGIN_API}")
    assert name in told.example


@pytest.mark.parametrize("name", LIST_HOOKS)
def test_its_example_is_a_plugin_with_nothing_wrong(site, name):
    site.plugin("example", hook_reference(name).example)
    catalog = Catalog(path=[site.folder])
    (plugin,) = catalog.host.plugins
    try_out(plugin, catalog)

    assert (plugin.state, plugin.troubles) == (State.LOADED, [])
    assert list(catalog.host.offered_by(plugin)) == [
        kind for kind, text in KIND_OF.items() if text == name
    ]


KIND_OF = {
    "exporter": "companyprofiles_exporters",
    "check": "companyprofiles_checks",
    "section": "companyprofiles_sections",
    "vocabulary": "companyprofiles_vocabulary",
}


def test_the_example_of_a_profile_is_one_with_nothing_wrong(site):
    site.company("acme", code=hook_reference("companyprofiles_profile").example)
    write(site.folder / "companyprofiles_acme" / "facts" / "acme", ACME)
    (site.folder / "companyprofiles_acme" / "data" / "company.toml").unlink()

    assert Catalog(path=[site.folder]).get("acme").id == "acme"


@pytest.mark.parametrize("part", PARTS)
def test_a_docstring_that_lacks_a_part_is_refused(part):
    docstring = WHOLE.replace(f"{part}:\n", f"{part}s:\n")

    with pytest.raises(ValueError, match=rf"^hook: the docstring must .* lacks \['{part}'\]\."):
        parse("hook", "()", docstring)


def test_a_docstring_is_taken_apart():
    assert parse("hook", "(one, two)", WHOLE) == HookReference(
        name="hook",
        signature="(one, two)",
        summary="Return nothing.",
        description="At all, in two lines.",
        arguments={"one": "The first, in two lines.", "two": "The second."},
        called="Never.",
        returns="Nothing.",
        host="Nothing.",
        order="None.",
        errors="None.",
        since="0.1",
        example="def f():\n\n    return 1\n",
    )


def test_an_unknown_hook_suggests_a_near_one():
    with pytest.raises(UnknownNameError, match="Did you mean 'companyprofiles_checks'"):
        hook_reference("companyprofiles_check")
