"""What checks are told besides the profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from companyprofiles._profile import Profile

if TYPE_CHECKING:
    from companyprofiles._disputes import Dispute

__all__ = ["CheckContext"]


def _none(_: str) -> None:
    return None


class CheckContext:
    """What a check is told besides the profile, found out once for all checks.

    Args:
        profile: The profile that is checked.
        codes: The codes of all checks that there are; with an empty set none is known.
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
        self.ran: frozenset[str] = frozenset()
        self.exempted: set[tuple[str, str]] = set()

    @property
    def folder(self) -> Path | None:
        """Folder of the data files; ``None`` where the profile did not come from a folder."""
        return self.profile.origin.folder

    def disputes(self) -> tuple[Dispute, ...]:
        """Return where statements of the profile contradict each other."""
        return self._disputes

    @cached_property
    def _disputes(self) -> tuple[Dispute, ...]:
        return self.profile.disputes()
