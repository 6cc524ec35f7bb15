"""Building the site again whenever its data is saved."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from threading import Event

from companyprofiles.errors import MissingLibraryError

__all__ = ["changes"]

WATCHED = (".toml", ".txt")
"""Suffixes of files that pages are made of: data, and the archived texts of sources."""
QUIET = 100
"""Milliseconds without a change after which several are taken for one."""
LONGEST = 1000
"""Milliseconds after which changes are told that do not end."""
PULSE = 200
"""Milliseconds after which it is told at the latest that nothing changed."""


def changes(places: Collection[Path], output: Path, stop: Event | None = None) -> Iterator[None]:
    """Yield once when nothing will be missed, then whenever data was changed, added or removed.

    Args:
        places: Folders to watch, with all below them, and files.
        output: Folder of the site, whose changes are our own.
        stop: Ends it when set.

    Raises:
        MissingLibraryError: The library that watches is not installed.
    """
    try:
        from watchfiles import Change, DefaultFilter, watch
    except ImportError as error:
        raise MissingLibraryError("watchfiles", "watching a folder", "site") from error

    usual: Callable[[Change, str], bool] = DefaultFilter()
    output = output.resolve()
    files = {place.resolve() for place in places if not place.is_dir()}
    # A file that is replaced by another is another for the system; its folder stays.
    folders = {file.parent for file in files} | {place for place in places if place.is_dir()}

    def is_data(change: Change, path: str) -> bool:
        if path.endswith(WATCHED):
            return not Path(path).is_relative_to(output) and usual(change, path)
        return Path(path).resolve() in files

    logging.getLogger("watchfiles").setLevel(logging.WARNING)  # The problems are news enough.
    is_first = True
    for changed in watch(
        *folders,
        watch_filter=is_data,
        debounce=LONGEST,
        step=QUIET,
        stop_event=stop,
        rust_timeout=PULSE,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        if changed or is_first:
            is_first = False
            yield
