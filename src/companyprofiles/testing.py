"""What plugin authors' tests need: the examples of a check, held to checks.

An example is a data file. One with a ``[profile]`` table stands alone; any other is read beside the
file of a small company, Acme, that breaks no rule. A second company, Beta, is installed, as it
were. The files of both are in :data:`EXAMPLES`.

In a test of a check::

    from companyprofiles.testing import run_example

    def test_the_examples_show_the_rule():
        assert {result.code for result in run_example(CHECK.failing, CHECK)} == {CHECK.name}
        assert run_example(CHECK.passing, CHECK) == []
"""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from companyprofiles._builtin import companyprofiles_checks
from companyprofiles._catalog import load
from companyprofiles._checks.results import Result
from companyprofiles._checks.runner import run_checks
from companyprofiles._profile import Profile
from companyprofiles.hookspecs import Check

__all__ = ["EXAMPLES", "Result", "run_example"]

EXAMPLES = Path(__file__).parent / "_examples"
"""Folder with a folder of data for each of the two companies."""
COMPANY, COMPANY_FILE, EXAMPLE_FILE = "acme", "acme.toml", "example.toml"


def run_example(text: str, *checks: Check) -> list[Result]:
    """Hold an example to checks, and to all of the core's.

    Args:
        text: A data file, complete or beside that of Acme.
        checks: Further checks.

    Returns:
        What was found, with lines of ``example.toml``.

    Raises:
        PluginError: A check itself failed.
    """
    known = {check.name: check for check in (*companyprofiles_checks(), *checks)}
    with TemporaryDirectory() as folder:
        data = Path(folder) / COMPANY
        copytree(EXAMPLES / COMPANY, data)
        if any(line.strip() == "[profile]" for line in text.splitlines()):
            (data / COMPANY_FILE).unlink()
        (data / EXAMPLE_FILE).write_text(text, encoding="utf-8")
        return run_checks(lambda: load(data), known, other_profile=_other)


def _other(company_id: str) -> Profile | None:
    folder = EXAMPLES / company_id
    return load(folder) if company_id != COMPANY and folder.is_dir() else None
