"""The core's own checks, by theme, and how a profile is held to checks.

The first digit of a code is its theme.
"""

from __future__ import annotations

from importlib import import_module

from companyprofiles.hookspecs import Check

__all__ = ["builtin_checks"]

THEMES = (
    "exemptions",
    "sources",
    "coverage",
    "disputes",
    "ends",
    "figures",
    "shares",
    "dates",
    "times",
    "identity",
    "relations",
    "wording",
    "archive",
    "printed",
    "computed",
    "companies",
)


def builtin_checks() -> list[Check]:
    """Return every check of the core."""
    modules = (import_module(f"{__name__}.{theme}") for theme in THEMES)
    return [check for module in modules for check in module.CHECKS]
