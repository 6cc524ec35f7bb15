"""What every plugin keeps to, whatever it offers."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import ClassVar

from companyprofiles._discovery import PLUGINS, scan
from companyprofiles.testing._isolation import IsolatedCatalog

__all__ = ["Contract", "PluginContract", "in_a_process_of_its_own"]

LIBRARIES_AFTER = """
import sys
import companyprofiles.hookspecs
before = set(sys.modules)
import {module}
added = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(*sorted(added - sys.stdlib_module_names - {{"{package}", "companyprofiles"}}))
"""


class Contract:
    """What one plugin offers, with the core and without any other plugin."""

    plugin: ClassVar[ModuleType | str] = ""
    """Module with the hooks, or its name; without one, the core itself."""

    @cached_property
    def catalog(self) -> IsolatedCatalog:
        """The core and the plugin."""
        return IsolatedCatalog(*([self.plugin] if self.plugin else []))

    @cached_property
    def module(self) -> str:
        """Name of the module with the hooks."""
        return self.plugin if isinstance(self.plugin, str) else self.plugin.__name__


class PluginContract(Contract):
    """Tests of a plugin as such: that it is found, loaded, and costs nothing before it is used.

    A subclass says which: ``plugin = "companyprofiles_names"``.
    """

    def test_it_is_loaded_and_its_hooks_are_known(self) -> None:
        """The plugin works with this release, and each of its hooks is one that there is."""
        assert [str(plugin.state) for plugin in self.catalog.host.plugins] == ["loaded"]

    def test_an_entry_point_names_it(self) -> None:
        """The plugin is installed, so that it is found."""
        points = scan().entry_points
        named = {e.target.partition(":")[0] for e in points if e.group == PLUGINS}

        assert self.module in named, (
            f"no installed entry point of the group {PLUGINS} names {self.module}. "
            "Add it to pyproject.toml, and install the distribution again."
        )

    def test_importing_it_imports_no_library(self) -> None:
        """A plugin is imported whenever any is asked for, so what it needs is imported late."""
        package = self.module.partition(".")[0]
        code = LIBRARIES_AFTER.format(module=self.module, package=package)
        libraries = in_a_process_of_its_own(code).decode().split()

        assert libraries == [], (
            f"importing {self.module} imports {', '.join(libraries)}. "
            'Import them in the functions that need them, and name these as "module:function".'
        )

    def test_it_says_what_it_offers(self) -> None:
        """A module says in its docstring what it is for."""
        assert (import_module(self.module).__doc__ or "").strip()


def in_a_process_of_its_own(code: str, *arguments: str, **variables: str) -> bytes:
    """Run code in a fresh interpreter with the same import path, and return what it printed.

    Raises:
        AssertionError: It failed.
    """
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | variables
    finished = subprocess.run(  # noqa: S603, the code is ours
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, check=False
    )
    assert not finished.returncode, finished.stderr.decode()
    return finished.stdout
