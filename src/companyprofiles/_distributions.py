"""Distributions made up in a folder, installed for as long as they are needed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent
from types import TracebackType
from typing import Self

from companyprofiles._catalog import installed

__all__ = ["MadeUpDistributions", "forget_modules"]


class MadeUpDistributions:
    """A folder of made-up distributions; within ``with`` they are installed.

    Args:
        folder: The folder, which is made if need be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        """Put the folder first on ``sys.path``."""
        self.folder.mkdir(parents=True, exist_ok=True)
        sys.path.insert(0, str(self.folder))
        _forget_what_was_found()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take it off again, and forget the modules that came from it."""
        if str(self.folder) in sys.path:
            sys.path.remove(str(self.folder))
        forget_modules(self.folder)
        _forget_what_was_found()

    def module(self, name: str, code: str = "", **files: str) -> None:
        """Write a package.

        Args:
            name: Its name.
            code: The code of its ``__init__.py``.
            files: The data files of its folder ``data``, by name without suffix.
        """
        package = self.folder / name
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").write_text(dedent(code), encoding="utf-8")
        for file, text in files.items():
            (package / "data").mkdir(exist_ok=True)
            (package / "data" / f"{file}.toml").write_text(text, encoding="utf-8")

    def distribution(
        self,
        name: str,
        entry_points: str | bytes,
        *,
        version: str = "1.0",
        summary: str = "",
        requires: Iterable[str] = (),
    ) -> Path:
        """Write the metadata of a distribution.

        Args:
            name: Its name.
            entry_points: Its ``entry_points.txt``.
            version: Its version.
            summary: What it says of itself.
            requires: What it requires, as in the ``dependencies`` of a ``pyproject.toml``.

        Returns:
            The folder of the metadata.
        """
        metadata = self.folder / f"{name.replace('-', '_')}-{version}.dist-info"
        metadata.mkdir(parents=True)
        header = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: {summary}\n"
        header += "".join(f"Requires-Dist: {requirement}\n" for requirement in requires)
        (metadata / "METADATA").write_text(header, encoding="utf-8")
        content = dedent(entry_points).encode() if isinstance(entry_points, str) else entry_points
        (metadata / "entry_points.txt").write_bytes(content)
        return metadata


def forget_modules(folder: Path) -> None:
    """Make Python forget the modules that it imported from a folder."""
    for name, module in list(sys.modules.items()):
        if _file(module).startswith(str(folder)):
            del sys.modules[name]


def _file(module: object) -> str:
    """Return the file of a module; of what a stranger put in its place, perhaps none."""
    try:
        return str(getattr(module, "__file__", None) or "")
    except Exception:  # noqa: BLE001, it may raise anything
        return ""


def _forget_what_was_found() -> None:
    importlib.invalidate_caches()
    installed.cache_clear()
