"""A catalog of the core and named plugins, which never looks for what is installed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING

from companyprofiles._catalog import Catalog
from companyprofiles._discovery import PLUGINS
from companyprofiles.testing._distributions import TemporaryDistributions
from companyprofiles.testing._examples import read_example

if TYPE_CHECKING:
    from companyprofiles._profile import Profile

__all__ = ["IsolatedCatalog"]


class IsolatedCatalog(Catalog):
    """The core and the plugins that a test names, whatever else is installed.

    Its ``vocabulary`` has every property by name, and its ``host`` the exporters, checks, sections
    and vocabularies. The plugins are imported at once, and any failure of theirs is an error.

    Args:
        plugins: The modules with the hooks, or their names.

    Raises:
        PluginError: A plugin cannot be used.
    """

    def __init__(self, *plugins: ModuleType | str) -> None:
        names = [plugin if isinstance(plugin, str) else plugin.__name__ for plugin in plugins]
        with TemporaryDirectory() as folder:
            made = TemporaryDistributions(Path(folder))
            for name in names:
                made.distribution(
                    name.replace("_", "-"), f"[{PLUGINS}]\n{_plugin_name(name)} = {name}\n"
                )
            super().__init__(
                path=[folder], plugins=map(_plugin_name, names), disable=(), strict=True
            )
            for plugin in self.host.plugins:
                self.host.load(plugin, asked_for=True)

    def read(self, text: str) -> Profile:
        """Read a data file, complete or beside that of Acme.

        Raises:
            ProfileDataError: The data has problems; every one is named.
        """
        return read_example(text, self)


def _plugin_name(module: str) -> str:
    return module.removeprefix("companyprofiles_").replace("_", "-").replace(".", "-")
