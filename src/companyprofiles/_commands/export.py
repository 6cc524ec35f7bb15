"""``companyprofiles export``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from companyprofiles._commands import one_profile, profile_of, to_file, write
from companyprofiles.errors import PluginError, cause_of, shown

if TYPE_CHECKING:
    from companyprofiles._offers import Offer
    from companyprofiles._profile import Profile

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

    offer = _catalog.installed().host.offer("exporter", name)
    write(_exported(offer, profile_of(place)), output)


def _exported(offer: Offer, profile: Profile) -> bytes:
    from companyprofiles._plugin import FATAL
    from companyprofiles.hookspecs import resolve

    try:
        return _as_bytes(resolve(offer.record.export)(profile))
    except FATAL:
        raise
    except BaseException as error:  # an exporter may be anybody's
        message = f"the format {offer.name!r} of {offer.owner} failed: {cause_of(error)}"
        raise PluginError(offer.plugin.with_advice(message) if offer.plugin else message) from error


def _as_bytes(written: object) -> bytes:
    if isinstance(written, str):
        return written.encode()
    if isinstance(written, bytes):
        return written
    message = f"expected str or bytes, got {shown(written)}"
    raise TypeError(message)
