"""Which checks are run: named by their codes, or by how codes begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from companyprofiles.errors import UnknownNameError
from companyprofiles.hookspecs import Check

__all__ = ["selected"]


def selected(
    checks: Mapping[str, Check], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> dict[str, Check]:
    """Return the checks that are wanted; where both lists name one, the longer name decides.

    Args:
        checks: All checks by code.
        select: Codes or how they begin, such as ``CP1``; none for all.
        ignore: The same of those to leave out.

    Raises:
        UnknownNameError: No code begins so.
    """
    wanted = [_known(name, checks) for name in select]
    unwanted = [_known(name, checks) for name in ignore]
    chosen = {}
    for code, check in checks.items():
        named = _longest(code, wanted)
        left_out = _longest(code, unwanted)
        if named > left_out or (not wanted and not left_out):
            chosen[code] = check
    return chosen


def _known(name: str, checks: Iterable[str]) -> str:
    prefix = name.strip().upper()
    codes = sorted(checks)
    if not prefix or not any(code.startswith(prefix) for code in codes):
        raise UnknownNameError("check", name, codes)
    return prefix


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """Return the length of the longest prefix of a code; 0 where none is one."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=0)
