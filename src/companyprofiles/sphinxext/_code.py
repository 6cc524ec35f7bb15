"""A digest of the code that the reference is made from: the core's, and that of every plugin."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import companyprofiles
from companyprofiles._catalog import Catalog
from companyprofiles._discovery import PLUGINS

__all__ = ["code_digest"]


def code_digest(catalog: Catalog) -> str:
    """Return a digest of all that may define a property, exporter or section, importing nothing."""
    state = blake2b(digest_size=16)
    for plugin in catalog.host.plugins:
        state.update(f"{plugin.entry_point.group}\0{plugin}\0".encode())
    for file in _files(catalog):
        data = file.read_bytes()
        state.update(f"{file.name}\0{len(data)}\0".encode() + data)
    return state.hexdigest()


def _files(catalog: Catalog) -> Iterator[Path]:
    yield from _modules(Path(companyprofiles.__file__).parent)
    for plugin in catalog.host.plugins:
        if plugin.entry_point.group != PLUGINS:
            continue
        package = plugin.entry_point.target.partition(":")[0].partition(".")[0]
        try:
            spec = find_spec(package)
        except (ImportError, ValueError):
            continue  # whoever loads it reports that
        for folder in (spec and spec.submodule_search_locations) or ():
            yield from _modules(Path(folder))
        if spec and spec.has_location and spec.origin:
            yield Path(spec.origin)


def _modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))
