"""``companyprofiles plugins``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from companyprofiles._commands import PLUGIN_FAILED, as_json, print_json
from companyprofiles.errors import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companyprofiles._plugin import Plugin
    from companyprofiles._plugins import PluginHost

__all__ = ["plugins"]

one_plugin = click.argument("name", metavar="NAME")


@click.group()
def plugins() -> None:
    """Tell about installed plugins.

    A NAME is that of a plugin or of its distribution. Plugins are installed, upgraded and removed
    as any package is, with pip or whatever you use in its place.
    """


def _host() -> PluginHost:
    from companyprofiles import _catalog

    return _catalog.installed().host


def _tried(names: Sequence[str]) -> list[Plugin]:
    """Return the plugins of names, or all, after each was tried out."""
    from companyprofiles import _catalog
    from companyprofiles._inspection import named
    from companyprofiles._trial import try_out

    catalog = _catalog.installed()
    chosen = [p for name in names for p in named(catalog.host, name)] or catalog.host.plugins
    for plugin in (found := list(dict.fromkeys(chosen))):
        try_out(plugin, catalog)
    return found


@plugins.command("list")
@click.option(
    "--kind",
    type=click.Choice(["profile", "plugin"]),
    help="Only companies, or only what adds formats, checks, sections and properties.",
)
@as_json
def list_plugins(kind: str | None, *, as_json: bool) -> None:
    """List every installed plugin, what it offers and what became of it.

    Those that offer formats, checks, sections or properties are loaded; no profile is.
    """
    from companyprofiles import _terminal
    from companyprofiles._inspection import load_all, row

    host = _host()
    load_all(host)
    rows = [row(host, plugin) for plugin in host.plugins if kind in (None, plugin.kind)]
    if as_json:
        print_json(rows)
    elif not rows:
        click.echo("No plugin is installed.")
    else:
        cells = [[*(r | {"offers": ", ".join(r["offers"])}).values()] for r in rows]
        _terminal.print_table(tuple(rows[0]), cells)


@plugins.command()
@one_plugin
@as_json
def show(name: str, *, as_json: bool) -> None:
    """Show all that is known of a plugin: its origin, what it offers, what it requires."""
    from companyprofiles import _terminal
    from companyprofiles._inspection import details, load_all, named

    host = _host()
    found = named(host, name)
    load_all(host)
    told = [details(host, plugin) for plugin in found]
    if as_json:
        print_json(told)
        return
    for number, facts in enumerate(told):
        if number:
            click.echo()
        _terminal.print_lines(_lines(facts))


def _lines(facts: dict[str, Any]) -> Iterator[Any]:
    from companyprofiles._terminal import Line

    offers = facts.pop("offers")
    yield Line(f"{facts.pop('name')}", "bold")
    for label, value in facts.items():
        values = value if isinstance(value, list) else [value]
        for text in values:
            if text not in ("", None):
                yield Line(f"{label.replace('_', ' ')}: {text}", indent=2)
    for kind, records in offers.items():
        for name, summary in records.items():
            yield Line(f"{kind} {name}: {summary}", indent=2)


@plugins.command()
@one_plugin
@as_json
def why(name: str, *, as_json: bool) -> None:
    """Tell why a plugin is in its state: what it raised and where, or what goes before it."""
    from companyprofiles._inspection import story

    found = _tried([name])
    told = {plugin: list(story(plugin)) for plugin in found}
    if as_json:
        print_json(
            [
                {"name": plugin.name, "state": plugin.state.value, "story": paragraphs}
                for plugin, paragraphs in told.items()
            ]
        )
    else:
        click.echo("\n\n".join("\n".join(paragraphs) for paragraphs in told.values()))


@plugins.command()
@click.argument("names", metavar="[NAME]…", nargs=-1)
@as_json
def check(names: Sequence[str], *, as_json: bool) -> None:
    """Try plugins out: those of each NAME, or all.

    All that a plugin offers is used: a profile is read, a format is written, a check is run on its
    examples, a section is made of a small company. Ends with 3 where anything is wrong.
    """
    found = {
        plugin: [*(t.message for t in plugin.troubles), *plugin.deprecated]
        for plugin in _tried(names)
    }
    if as_json:
        print_json([{"name": p.name, "problems": problems} for p, problems in found.items()])
    else:
        for plugin, problems in found.items():
            click.echo(f"{plugin}: {count(len(problems), 'problem') if problems else 'good'}.")
            for problem in problems:
                click.echo(f"  {problem}")
    sys.exit(PLUGIN_FAILED if any(found.values()) else 0)


@plugins.command()
@click.argument("name", metavar="[HOOK]", required=False)
@as_json
def hooks(name: str | None, *, as_json: bool) -> None:
    """Explain a HOOK, with an example of a plugin; without one, list all hooks.

    The prefix companyprofiles_ may be left out.
    """
    import attrs

    from companyprofiles import _terminal
    from companyprofiles._hook_reference import hook_reference
    from companyprofiles._inspection import implementers
    from companyprofiles._plugin import HOOKS

    if name is None:
        told = [hook_reference(known) for known in HOOKS]
        if as_json:
            print_json([attrs.asdict(reference) for reference in told])
        else:
            rows = [(reference.name, reference.summary) for reference in told]
            _terminal.print_table(("hook", "summary"), rows)
        return
    full_name = f"companyprofiles_{name.removeprefix('companyprofiles_')}"
    reference = hook_reference(full_name)
    offered = implementers(_host(), full_name)
    if as_json:
        print_json(attrs.asdict(reference) | {"implemented_by": list(map(str, offered))})
        return
    facts = attrs.asdict(reference)
    example = facts.pop("example")
    by = {"implemented_by": ", ".join(map(str, offered)) or "no installed plugin"}
    _terminal.print_lines(_explained(facts | by))
    click.echo(f"\n{example}", nl=False)


def _explained(facts: dict[str, Any]) -> Iterator[Any]:
    """Yield the reference of a hook, without its example, as lines."""
    from companyprofiles._terminal import Line

    yield Line(f"{facts.pop('name')}{facts.pop('signature')}", "bold")
    yield Line()
    for text in (facts.pop("summary"), facts.pop("description")):
        if text:
            yield Line(_plain(text))
    yield Line()
    for argument, text in facts.pop("arguments").items():
        yield Line(f"{argument}: {_plain(text)}", indent=2)
    for label, text in facts.items():
        yield Line(f"{label.replace('_', ' ')}: {_plain(text)}", indent=2)


def _plain(text: str) -> str:
    return text.replace("``", "")


@plugins.command()
@as_json
def freeze(*, as_json: bool) -> None:
    """Print what pip needs to install the same plugins elsewhere, a line for each distribution.

    One that is installed from a folder or address is named by it.
    """
    from companyprofiles._inspection import requirement
    from companyprofiles._plugin import State

    usable = (p for p in _host().plugins if p.state is not State.SHADOWED)
    lines = sorted(set(map(requirement, usable)))
    if as_json:
        print_json(lines)
    else:
        for line in lines:
            click.echo(line)
