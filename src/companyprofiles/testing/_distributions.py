"""Distributions made up in a folder, installed as long as a test runs."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from textwrap import dedent
from types import TracebackType
from typing import Self

from companyprofiles._catalog import installed
from companyprofiles._discovery import PLUGINS, PROFILES
from companyprofiles.testing._examples import EXAMPLES

__all__ = ["TemporaryDistributions", "forget_modules"]


class TemporaryDistributions:
    """A folder of made-up distributions; within ``with`` they are installed.

    ::

        def test_an_installed_company_is_found(tmp_path):
            with TemporaryDistributions(tmp_path) as made:
                made.company("acme")

                assert companyprofiles.get("acme").id == "acme"

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
        self, name: str, entry_points: str | bytes, *, version: str = "1.0", summary: str = ""
    ) -> Path:
        """Write the metadata of a distribution.

        Args:
            name: Its name.
            entry_points: Its ``entry_points.txt``.
            version: Its version.
            summary: What it says of itself.

        Returns:
            The folder of the metadata.
        """
        metadata = self.folder / f"{name.replace('-', '_')}-{version}.dist-info"
        metadata.mkdir(parents=True)
        header = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: {summary}\n"
        (metadata / "METADATA").write_text(header, encoding="utf-8")
        content = dedent(entry_points).encode() if isinstance(entry_points, str) else entry_points
        (metadata / "entry_points.txt").write_bytes(content)
        return metadata

    def company(self, company_id: str, text: str = "", code: str = "") -> None:
        """Install the profile of a company: a package with a data file, and its metadata.

        Args:
            company_id: Id of the company.
            text: The data file; by default that of Acme, under this id.
            code: Code of the package.
        """
        if not text:
            acme = (EXAMPLES / "acme" / "acme.toml").read_text(encoding="utf-8")
            text = acme.replace('id = "acme"', f'id = "{company_id}"', 1)
        module = f"companyprofiles_{company_id.replace('-', '_')}"
        self.module(module, code, company=text)
        self.distribution(
            f"companyprofiles-{company_id}",
            f"[{PROFILES}]\n{company_id} = {module}\n",
            summary=f"Facts about {company_id}",
        )

    def plugin(self, name: str, code: str = "") -> None:
        """Install a capability plugin: a package with hooks, and its metadata.

        Args:
            name: Name of the plugin.
            code: Code of the package.
        """
        module = f"companyprofiles_{name.replace('-', '_')}"
        self.module(module, code)
        self.distribution(f"companyprofiles-{name}", f"[{PLUGINS}]\n{name} = {module}\n")


def forget_modules(folder: Path) -> None:
    """Make Python forget the modules that it imported from a folder."""
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(str(folder)):
            del sys.modules[name]


def _forget_what_was_found() -> None:
    importlib.invalidate_caches()
    installed.cache_clear()
