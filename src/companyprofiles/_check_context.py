"""What checks are told besides the profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companyprofiles._profile import Profile
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles.errors import InvalidValueError

if TYPE_CHECKING:
    from companyprofiles._disputes import Dispute

__all__ = ["CheckContext", "called"]

LONGEST_VALUE = 60
"""Characters of a value by which a statement is called."""


def called(statement: Statement[Any]) -> str:
    """Return what a message calls a statement: its key, or else its value and its period.

    An editor finds these in the data file; the hash that pages use stands nowhere in it.
    """
    if statement.key:
        return statement.key
    value = str(statement.absent or statement.value)
    if len(value) > LONGEST_VALUE:
        value = f"{value[:LONGEST_VALUE]}…"
    return f"{value} [{statement.valid}]" if statement.valid else value


def _none(_: str) -> None:
    return None


class CheckContext:
    """What a check is told besides the profile, found out once for all checks.

    Args:
        profile: The profile that is checked.
        codes: The codes of all checks that there are.
        other_profile: Returns the profile of another company by its id; ``None`` where it is not
            installed or cannot be read.
    """

    def __init__(
        self,
        profile: Profile,
        *,
        codes: Iterable[str] = (),
        other_profile: Callable[[str], Profile | None] = _none,
    ) -> None:
        self.profile = profile
        self.codes = frozenset(codes)
        self.other_profile = other_profile
        # For the check of exemptions, which runs last: what ran, and which exemptions served.
        self.ran: frozenset[str] = frozenset()
        self.exempted: set[tuple[str, str]] = set()
        self._texts: dict[str, str | None] = {}

    @property
    def folder(self) -> Path | None:
        """Folder of the data files; ``None`` where the profile did not come from a folder."""
        return self.profile.origin.folder

    def archived_text(self, source: Source) -> str | None:
        """Return the archived text of a source, in the form that quotations are looked for in.

        Returns:
            The text with one form of each letter, quotation mark and space; ``None`` where the
            source names none, or it cannot be read, which is another check's to tell.
        """
        if source.id not in self._texts:
            self._texts[source.id] = self._archived_text(source)
        return self._texts[source.id]

    def _archived_text(self, source: Source) -> str | None:
        from companyprofiles._evidence import comparable, decoded, read_archived

        if self.folder is None or source.text is None:
            return None
        try:
            content = read_archived(self.folder, source.text)
            return comparable(decoded(content, source.text))
        except InvalidValueError:
            return None

    def disputes(self) -> tuple[Dispute, ...]:
        """Return where statements of the profile contradict each other."""
        return self._disputes

    @cached_property
    def _disputes(self) -> tuple[Dispute, ...]:
        return self.profile.disputes()
