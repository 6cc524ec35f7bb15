"""``companyprofiles list``."""

from __future__ import annotations

import click

from companyprofiles._commands import as_json, print_json

__all__ = ["list_companies"]


@click.command("list")
@as_json
def list_companies(*, as_json: bool) -> None:
    """List the companies whose profiles are installed."""
    import attrs

    from companyprofiles import _catalog, _terminal

    companies = _catalog.companies().values()
    if as_json:
        print_json([attrs.asdict(company) for company in companies])
    elif not companies:
        click.echo(
            "No company is installed. A profile is a package such as companyprofiles-alibaba."
        )
    else:
        headings = ("company", "distribution", "version", "summary")
        _terminal.print_table(headings, [attrs.astuple(company) for company in companies])
