"""The companies that are installed, each read when it is asked for."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

import attrs

from companyprofiles._header import Origin
from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles.errors import PluginError, PluginWarning, ProfileNotFoundError, shown

if TYPE_CHECKING:
    from pathlib import Path

    from companyprofiles._plugins import Plugin, PluginHost

__all__ = ["Catalog", "Company", "companies", "get", "installed", "load"]

DATA_FOLDER = "data"
"""Folder of a profile's package that holds its data files."""


@attrs.frozen
class Company:
    """A company whose profile is installed; nothing of the profile has been read."""

    id: str
    """Its id, as :func:`get` takes it."""
    distribution: str
    """Name of the distribution that brings the profile."""
    version: str
    """Version of that distribution."""
    summary: str
    """What the distribution says of itself, in a line."""


class LazyVocabulary(Mapping[str, Property[Any]]):
    """Every property by its name; plugins are loaded only for a name that the core lacks."""

    def __init__(self, host: PluginHost) -> None:
        self._host = host

    @cached_property
    def _own(self) -> dict[str, Property[Any]]:
        from companyprofiles import vocabulary

        found = (getattr(vocabulary, name) for name in vocabulary.__all__)
        return {prop.name: prop for prop in found}

    @cached_property
    def _all(self) -> dict[str, Property[Any]]:
        from companyprofiles.hookspecs import resolve

        every = dict(self._own)
        for record in self._host.vocabularies().values():
            try:
                offered = {prop.name: prop for prop in resolve(record.properties)}
            except (Exception, SystemExit) as error:  # noqa: BLE001, a plugin may raise anything
                cause = f"{type(error).__name__}: {error}"
                message = f"the vocabulary {record.name!r} is left out: {cause}"
                warnings.warn(message, PluginWarning, stacklevel=2)
                continue
            every = offered | every
        return every

    def __getitem__(self, name: str) -> Property[Any]:
        return self._own[name] if name in self._own else self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class Catalog:
    """The installed companies, and what plugins add to them.

    Args:
        host: Where plugins come from; by default everything that is installed.
    """

    def __init__(self, host: PluginHost | None = None) -> None:
        # The host and pluggy are imported by those who ask for a plugin, not by every user.
        from companyprofiles._plugins import PluginHost

        self.host = host or PluginHost()
        self.vocabulary: Mapping[str, Property[Any]] = LazyVocabulary(self.host)
        self._profiles: dict[str, Profile] = {}

    @cached_property
    def companies(self) -> Mapping[str, Company]:
        """The installed companies by id; no profile is imported or read."""
        return {name: _company(plugin) for name, plugin in sorted(self.host.profiles.items())}

    def get(self, company_id: str) -> Profile:
        """Return the profile of one company, reading it the first time.

        Raises:
            ProfileNotFoundError: No installed plugin provides it; near names are suggested.
            PluginError: Its plugin failed.
            ProfileDataError: Its data has problems; every one is named.
        """
        with self.host.lock:
            if company_id not in self._profiles:
                self._profiles[company_id] = self._read(company_id)
            return self._profiles[company_id]

    def files(self, company_id: str) -> tuple[Path, ...] | None:
        """Return the data files of one company without reading them.

        Returns:
            The files in the order of reading; ``None`` where a plugin makes the profile itself.

        Raises:
            ProfileNotFoundError: No installed plugin provides it.
            PluginError: Its plugin failed.
            InvalidValueError: Its folder has no data files.
        """
        from pathlib import Path

        from companyprofiles._documents import data_files

        given = self._ask(company_id)
        return None if isinstance(given, Profile) else tuple(data_files(Path(given)))

    def read_folder(self, folder: str | os.PathLike[str], origin: Origin) -> Profile:
        """Read a folder of data files.

        Raises:
            ProfileDataError: The data has problems; every one is named.
        """
        # The parser and cattrs cost more to import than the rest: only who reads pays for them.
        from pathlib import Path

        from companyprofiles._reader import read_folder

        return read_folder(Path(folder), self.vocabulary, origin)

    def _read(self, company_id: str) -> Profile:
        given = self._ask(company_id)
        entry_point = self.host.profiles[company_id].entry_point
        origin = Origin(entry_point.distribution, entry_point.version)
        if isinstance(given, Profile):
            profile = attrs.evolve(given, origin=origin)
        else:
            profile = self.read_folder(given, origin)
        if profile.id != company_id:
            message = (
                f"{entry_point.distribution}: the profile's id must be that of its entry point, "
                f"{company_id!r}, got {profile.id!r}."
            )
            raise PluginError(message)
        return profile

    def _ask(self, company_id: str) -> Profile | str:
        if company_id not in self.host.profiles:
            raise ProfileNotFoundError(company_id, self.host.profiles)
        given = self.host.profile(company_id)
        if given is None:
            return _data_folder(self.host.profiles[company_id])
        if isinstance(given, str | os.PathLike):
            return os.fspath(given)
        if not isinstance(given, Profile):
            message = (
                f"the plugin {self.host.profiles[company_id]} must return a Profile or a folder, "
                f"got {shown(given)}."
            )
            raise PluginError(message)
        return given


def _company(plugin: Plugin) -> Company:
    entry_point = plugin.entry_point
    return Company(plugin.name, entry_point.distribution, entry_point.version, entry_point.summary)


def _data_folder(plugin: Plugin) -> str:
    module = plugin.module
    file = getattr(module, "__file__", None)  # a built-in module and a namespace have none
    if not isinstance(module, ModuleType) or not file:
        message = f"the plugin {plugin} has neither a hook companyprofiles_profile nor a folder."
        raise PluginError(message)
    return os.path.join(os.path.dirname(file), DATA_FOLDER)  # noqa: PTH118, PTH120


@cache
def installed() -> Catalog:
    """Return the catalog of what is installed, one for the process."""
    return Catalog()


def get(company_id: str) -> Profile:
    """Return the profile of one installed company.

    Args:
        company_id: Its id, such as ``alibaba``.

    Raises:
        ProfileNotFoundError: No installed plugin provides it; near names are suggested.
        PluginError: Its plugin failed.
        ProfileDataError: Its data has problems; every one is named.
    """
    return installed().get(company_id)


def companies() -> Mapping[str, Company]:
    """Return the installed companies by id, sorted; no profile is imported or read."""
    return installed().companies


def load(folder: str | os.PathLike[str]) -> Profile:
    """Read the ``*.toml`` files of a folder as a profile; it need not be installed.

    Args:
        folder: The folder of data files.

    Raises:
        ProfileDataError: The data has problems; every one is named.
    """
    return installed().read_folder(folder, Origin(os.fspath(folder)))
