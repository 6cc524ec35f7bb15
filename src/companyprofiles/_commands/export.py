"""``companyprofiles export``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from companyprofiles._commands import one_profile, profile_of
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
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)
def export(place: str, name: str, output: Path | None) -> None:
    """Write PROFILE in a format, to standard output or a file."""
    from companyprofiles import _catalog

    exporters = _catalog.installed().host.exporters()
    if name not in exporters:
        raise UnknownNameError("format", name, exporters)
    content = _exported(exporters[name], profile_of(place))
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        try:
            output.write_bytes(content)
        except OSError as error:
            raise click.BadParameter(str(error), param_hint="--output") from error


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
