"""How far a profile goes: which lists are complete, and what was looked for and not found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs.converters import optional

from companyprofiles._dates import PartialDate, as_partial_date
from companyprofiles._identifiers import check_slug
from companyprofiles._plain import record
from companyprofiles._property import check_property_name
from companyprofiles._sources import Reference
from companyprofiles._texts import LanguageMap
from companyprofiles.errors import Problem, ProfileDataError

__all__ = ["Coverage"]


def _subject(text: str) -> str:
    return text if text == "" else check_slug(text)


@attrs.frozen(kw_only=True)
class Coverage:
    """What a profile says about its own statements of one property (completeness statement).

    Either that they are all there are, on a day and according to a source; or that sources were
    searched for such a statement and had none.

    Raises:
        ProfileDataError: It says neither, or names no source for a complete list.
    """

    prop: str = attrs.field(converter=check_property_name)
    """Name of the property."""
    subject: str = attrs.field(default="", converter=_subject)
    """Id of the entity it is about; empty for the profile's own, which the profile fills in."""
    complete_as_of: PartialDate | None = attrs.field(
        default=None, converter=optional(as_partial_date)
    )
    """Day on which these were all; ``None`` where nobody says so."""
    references: tuple[Reference, ...] = ()
    """Who says that they are all."""
    looked_in: tuple[str, ...] = ()
    """Ids of the sources that were searched and had no such statement."""
    note: LanguageMap | None = attrs.field(default=None, converter=optional(LanguageMap))
    """What else a reader has to know, such as what was searched for."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "references", tuple(self.references))
        object.__setattr__(self, "looked_in", tuple(map(check_slug, self.looked_in)))
        problems = [Problem("", "", 0, path, message) for path, message in self._flaws()]
        if problems:
            raise ProfileDataError(problems)

    def _flaws(self) -> Iterator[tuple[str, str]]:
        if self.complete_as_of is None and not self.looked_in:
            yield "", "must have complete_as_of, looked_in or both. Say how far the list goes."
        if self.complete_as_of is not None and not self.references:
            yield "references", "must be given with complete_as_of. Name the source that says so."

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, as ``[[coverage]]`` of a data file has it."""
        return record(self)

    def __str__(self) -> str:
        said = []
        if self.complete_as_of is not None:
            said.append(f"complete as of {self.complete_as_of}")
        if self.looked_in:
            said.append(f"not found in {', '.join(self.looked_in)}")
        return f"{self.prop} of {self.subject}: {'; '.join(said)}"
