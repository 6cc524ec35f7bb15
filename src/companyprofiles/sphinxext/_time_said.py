"""When a statement held, as a page says it."""

from __future__ import annotations

from typing import Any

from companyprofiles._entities import EntityKind
from companyprofiles._numbers import Number
from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles._wording import Wording
from companyprofiles.sphinxext._words import _

__all__ = ["time_said"]


def time_said(statement: Statement[Any], profile: Profile, wording: Wording) -> str:
    """Return in words when a statement held; empty where nothing is said.

    A figure without a period is known as of the day of its latest source. The figures of an event
    are of the day of the event.
    """
    if statement.valid is not None or not _is_figure(statement, profile):
        return wording.period(statement)
    said = profile.as_of(statement)
    return _("as of %s") % wording.date(said) if said else ""


def _is_figure(statement: Statement[Any], profile: Profile) -> bool:
    """Tell whether a statement has a number that is not one of an event."""
    if statement.absent is not None or not isinstance(statement.value, Number):
        return False
    return profile.entity(statement.subject).kind is not EntityKind.EVENT
