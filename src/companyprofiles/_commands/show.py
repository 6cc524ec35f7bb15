"""``companyprofiles show``."""

from __future__ import annotations

import click

from companyprofiles._commands import as_json, one_profile, print_json, profile_of

__all__ = ["show"]


@click.command()
@one_profile
@as_json
def show(place: str, *, as_json: bool) -> None:
    """Show every statement of PROFILE, with its rank, modality and sources."""
    from companyprofiles import _terminal

    profile = profile_of(place)
    if as_json:
        print_json(profile.to_dict())
    else:
        _terminal.print_profile(profile)
