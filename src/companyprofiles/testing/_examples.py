"""The made-up companies, and examples of data held to checks."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from companyprofiles._builtin import companyprofiles_checks
from companyprofiles._catalog import installed
from companyprofiles._checks.results import Result
from companyprofiles._checks.runner import run_checks
from companyprofiles._header import Origin
from companyprofiles.hookspecs import Check

if TYPE_CHECKING:
    from companyprofiles._catalog import Catalog
    from companyprofiles._profile import Profile
    from companyprofiles.testing._isolation import IsolatedCatalog

__all__ = ["EXAMPLES", "read_example", "run_example"]

EXAMPLES = Path(__file__).parent.parent / "_examples"
"""Folder with the data of the made-up companies: acme, beta, lumora and hostile."""

COMPANY, COMPANY_FILE, EXAMPLE_FILE = "acme", "acme.toml", "example.toml"


def run_example(text: str, *checks: Check, catalog: IsolatedCatalog | None = None) -> list[Result]:
    """Hold an example to checks, and to all of the core's.

    An example with a ``[profile]`` table stands alone; any other is read beside the file of a
    small company, Acme, that breaks no rule. A second company, Beta, is installed, as it were.

    Args:
        text: A data file, complete or beside that of Acme.
        checks: Further checks.
        catalog: Where properties come from; by default from all that is installed.

    Returns:
        What was found, with lines of ``example.toml``.

    Raises:
        PluginError: A check itself failed.
    """
    known = {check.name: check for check in (*companyprofiles_checks(), *checks)}
    known_properties = catalog or installed()
    with TemporaryDirectory() as name:
        folder = _written(text, Path(name))

        def other(company_id: str) -> Profile | None:
            path = EXAMPLES / company_id
            is_other = company_id != COMPANY and path.is_dir()
            return _read(path, known_properties) if is_other else None

        return run_checks(lambda: _read(folder, known_properties), known, other_profile=other)


def read_example(text: str, catalog: Catalog) -> Profile:
    """Read an example as a profile.

    Args:
        text: A data file, complete or beside that of Acme.
        catalog: Where properties come from.

    Raises:
        ProfileDataError: The data has problems.
    """
    with TemporaryDirectory() as folder:
        return _read(_written(text, Path(folder)), catalog)


def _written(text: str, folder: Path) -> Path:
    data = folder / COMPANY
    copytree(EXAMPLES / COMPANY, data)
    if any(line.strip() == "[profile]" for line in text.splitlines()):
        (data / COMPANY_FILE).unlink()
    (data / EXAMPLE_FILE).write_text(text, encoding="utf-8")
    return data


def _read(folder: Path, catalog: Catalog) -> Profile:
    return catalog.read_folder(folder, Origin(str(folder)))
