"""A check told in full, as text."""

from __future__ import annotations

from textwrap import indent

from companyprofiles.hookspecs import Check

__all__ = ["page"]


def page(check: Check) -> str:
    """Return what a check demands, why, what to do, and its examples."""
    parts = (
        f"{check.name}: {check.summary} ({check.severity})",
        check.explanation,
        "Fails:",
        indent(check.failing.strip("\n"), "    "),
        "Passes:",
        indent(check.passing.strip("\n"), "    "),
    )
    return "\n\n".join(parts) + "\n"
