"""``companyprofiles plugins``."""

from __future__ import annotations

import click

from companyprofiles._commands import as_json, print_json

__all__ = ["plugins"]


@click.group()
def plugins() -> None:
    """Tell about installed plugins."""


@plugins.command("list")
@as_json
def list_plugins(*, as_json: bool) -> None:
    """List every installed plugin, what it is and what became of it.

    Nothing is loaded for it but what offers exporters, checks, sections or properties.
    """
    from companyprofiles import _catalog, _terminal

    host = _catalog.installed().host
    host.exporters()
    rows = [
        {
            "name": plugin.name,
            "group": plugin.entry_point.group,
            "state": plugin.state.value,
            "distribution": plugin.entry_point.distribution,
            "version": plugin.entry_point.version,
            "reason": plugin.reason,
        }
        for plugin in host.plugins
    ]
    if as_json:
        print_json(rows)
    elif not rows:
        click.echo("No plugin is installed.")
    else:
        _terminal.print_table(tuple(rows[0]), [tuple(row.values()) for row in rows])
    for fault in host.faults:
        click.echo(f"warning: {fault}", err=True)
