"""``companyprofiles export``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from companyprofiles._commands import one_profile, profile_of, to_file, write
from companyprofiles.errors import PluginError, UnknownNameError, shown

if TYPE_CHECKING:
    from companyprofiles._profile import Profile
    from companyprofiles.hookspecs import Exporter

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

    exporters = _catalog.installed().host.exporters()
    if name not in exporters:
        raise UnknownNameError("format", name, exporters)
    write(_exported(exporters[name], profile_of(place)), output)


def _exported(exporter: Exporter, profile: Profile) -> bytes:
    from companyprofiles.hookspecs import resolve

    try:
        return _as_bytes(resolve(exporter.export)(profile))
    except (Exception, SystemExit) as error:  # an exporter may be anybody's
        message = f"the format {exporter.name!r} failed: {type(error).__name__}: {error}"
        raise PluginError(message) from error


def _as_bytes(written: object) -> bytes:
    if isinstance(written, str):
        return written.encode()
    if isinstance(written, bytes):
        return written
    message = f"expected str or bytes, got {shown(written)}"
    raise TypeError(message)
