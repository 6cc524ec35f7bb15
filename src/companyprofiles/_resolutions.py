"""An editor's decision where statements contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs.converters import optional

from companyprofiles._dates import PartialDate, as_partial_date
from companyprofiles._identifiers import check_slug
from companyprofiles._plain import record
from companyprofiles._texts import LanguageMap, check_text
from companyprofiles.errors import Problem, ProfileDataError, sentence

__all__ = ["Resolution"]


@attrs.frozen(kw_only=True)
class Resolution:
    """Which of several statements is taken to be right, and why; or that it stays open.

    It covers exactly the statements that it names: when another one joins the dispute, the
    decision has to be taken again.

    Raises:
        ProfileDataError: It names fewer than two statements, or prefers another one.
    """

    statements: tuple[str, ...]
    """Keys of all statements of the dispute, at least two."""
    preferred: str | None = attrs.field(default=None, converter=optional(check_slug))
    """Key of the one that is taken to be right; ``None`` where that stays open."""
    because: LanguageMap = attrs.field(converter=LanguageMap)
    """The reason."""
    on: PartialDate = attrs.field(converter=as_partial_date)
    """When it was decided."""
    by: str | None = attrs.field(default=None, converter=optional(check_text))
    """Who decided."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "statements", tuple(map(check_slug, self.statements)))
        problems = [Problem("", "", 0, path, message) for path, message in self._flaws()]
        if problems:
            raise ProfileDataError(problems)

    def _flaws(self) -> Iterator[tuple[str, str]]:
        if len(set(self.statements)) < 2:  # noqa: PLR2004
            yield "statements", sentence("two keys or more", list(self.statements))
        elif len(set(self.statements)) < len(self.statements):
            yield "statements", sentence("keys that occur once", list(self.statements))
        if self.preferred is not None and self.preferred not in self.statements:
            advice = "Leave it out where the question stays open."
            yield "preferred", sentence("one of the statements' keys", self.preferred, advice)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, as ``[[resolutions]]`` of a data file has it."""
        return record(self)

    def __str__(self) -> str:
        decided = f"{self.preferred} preferred" if self.preferred else "open"
        return f"{', '.join(self.statements)}: {decided}, {self.on}: {self.because}"
