"""``companyprofiles export``."""

from __future__ import annotations

from pathlib import Path

import click

from companyprofiles._commands import one_profile, profile_of, to_file, write

__all__ = ["export"]


@click.command()
@one_profile
@click.option(
    "--format", "-f", "name", default="json", show_default=True, help="Name of the format."
)
@to_file
def export(place: str, name: str, output: Path | None) -> None:
    """Write PROFILE in a format, to standard output or a file."""
    from companyprofiles import _catalog
    from companyprofiles._export import exported

    offer = _catalog.installed().host.offer("exporter", name)
    write(exported(offer, profile_of(place)), output)
