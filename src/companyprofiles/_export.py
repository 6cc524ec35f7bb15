"""A profile written in a format that the core or a plugin offers."""

from __future__ import annotations

from companyprofiles._offers import Offer
from companyprofiles._plugin import FATAL, apart
from companyprofiles._profile import Profile
from companyprofiles.errors import PluginError, cause_of, shown
from companyprofiles.hookspecs import resolve

__all__ = ["exported"]


def exported(offer: Offer, profile: Profile) -> bytes:
    """Return a profile as an exporter writes it.

    Args:
        offer: The exporter, and who offers it.
        profile: The profile.

    Raises:
        PluginError: The exporter failed; the error that it raised is the cause.
    """
    try:
        with apart():
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
