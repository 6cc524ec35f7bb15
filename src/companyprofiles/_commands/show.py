"""``companyprofiles show``."""

from __future__ import annotations

import click

from companyprofiles._commands import as_json, print_json

__all__ = ["show"]


@click.command()
@click.argument("company")
@as_json
def show(company: str, *, as_json: bool) -> None:
    """Show every statement of COMPANY, with its rank, modality and sources."""
    from companyprofiles import _catalog, _terminal

    profile = _catalog.get(company)
    if as_json:
        print_json(profile.to_dict())
    else:
        _terminal.print_profile(profile)
