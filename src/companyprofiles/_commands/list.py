"""``companyprofiles list``."""

from __future__ import annotations

import click

from companyprofiles._commands import as_json, print_json
from companyprofiles.errors import count

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
        click.echo(_nothing())
    else:
        headings = ("company", "distribution", "version", "summary")
        _terminal.print_table(headings, [attrs.astuple(company) for company in companies])


def _nothing() -> str:
    from companyprofiles import _catalog
    from companyprofiles._discovery import PROFILES

    found = [p for p in _catalog.installed().host.plugins if p.entry_point.group == PROFILES]
    if found:
        return f"No company may be used: {count(len(found), 'profile')} switched off."
    return "No company is installed. A profile is a package such as companyprofiles-alibaba."
