"""Building in spite of what else is installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from typing import Any

__all__ = ["unreadable_passed_over"]


@contextmanager
def unreadable_passed_over() -> Iterator[None]:
    """Have the entry points found of all that is installed but what cannot be read.

    Sphinx looks for themes and Pygments for styles before they do anything else, and the standard
    library raises for both when the entry points of any one distribution are malformed.
    """
    from sphinx import theming

    asked = metadata.entry_points
    askers: tuple[Any, ...] = (metadata, theming)  # Sphinx has a name of its own for it.
    for module in askers:
        module.entry_points = _readable
    try:
        yield
    finally:
        for module in askers:
            module.entry_points = asked


def _readable(**wanted: Any) -> metadata.EntryPoints:
    found: list[metadata.EntryPoint] = []
    # Of two of one name the later one counts with Sphinx, and the first on the path with Python.
    for distribution in reversed(list(metadata.distributions())):
        try:
            found += distribution.entry_points.select(**wanted)
        except Exception:  # noqa: BLE001, S112, strangers' metadata may fail in any way
            continue
    return metadata.EntryPoints(found)
