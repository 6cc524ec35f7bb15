"""The companies that are installed, each read when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

import attrs

from companyprofiles._header import Origin
from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles.errors import shown

if TYPE_CHECKING:
    from pathlib import Path

    from companyprofiles._plugin import Plugin

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


class Catalog:
    """Installed companies, and what plugins add to them, apart from any other catalog.

    The functions :func:`get`, :func:`companies` and :func:`load` use one of everything that is
    installed. Another one has what its arguments say, and shares nothing with it but the modules
    that Python has imported.

    Args:
        plugins: Names of the plugins to have, or of their distributions: only these, none where it
            is empty. By default what the variable ``COMPANYPROFILES_PLUGINS`` of the environment
            says, and all without it.
        disable: Names of plugins to leave out, or of their distributions; by default what the
            variable ``COMPANYPROFILES_DISABLE`` says.
        path: Folders and zip files in which distributions are looked for; by default those from
            which Python imports, where their packages must be in any case.
        strict: Whether any failure of a plugin is an error, not only that of one asked for.
    """

    def __init__(
        self,
        *,
        plugins: Iterable[str] | None = None,
        disable: Iterable[str] | None = None,
        path: Iterable[str | os.PathLike[str]] | None = None,
        strict: bool = False,
    ) -> None:
        # The host and pluggy are imported by those who ask for a plugin, not by every user.
        from companyprofiles._plugins import PluginHost
        from companyprofiles._vocabularies import LazyVocabulary

        self.host = PluginHost(path, plugins=plugins, disable=disable, strict=strict)
        """What finds and loads plugins; not public."""
        self._vocabulary = LazyVocabulary(self.host)
        self._profiles: dict[str, Profile] = {}

    @property
    def vocabulary(self) -> Mapping[str, Property[Any]]:
        """Every property that data may use, by its name."""
        return self._vocabulary

    def properties(self, vocabulary: str) -> list[Property[Any]]:
        """Return the properties of one vocabulary that data may use; none where it failed.

        Args:
            vocabulary: Its name.
        """
        return self._vocabulary.of(vocabulary)

    @cached_property
    def companies(self) -> Mapping[str, Company]:
        """The installed companies by id; no profile is imported or read."""
        return {name: _company(plugin) for name, plugin in sorted(self.host.profiles.items())}

    def get(self, company_id: str) -> Profile:
        """Return the profile of one company, reading it the first time.

        Raises:
            ProfileNotFoundError: No installed plugin provides it; near names are suggested.
            PluginError: Its plugin failed, or is switched off.
            ProfileDataError: Its data has problems; every one is named.
        """
        with self.host.lock:
            if company_id not in self._profiles:
                self._profiles[company_id] = self._read(company_id)
            return self._profiles[company_id]

    def files(self, company_id: str) -> tuple[Path, ...] | None:
        """Return the data files of one company without reading them.

        Returns:
            The files in the order of reading, or the zip file that they are in; ``None`` where a
            plugin makes the profile itself.

        Raises:
            ProfileNotFoundError: No installed plugin provides it.
            PluginError: Its plugin failed.
            InvalidValueError: Its folder has no data files.
        """
        from pathlib import Path

        from companyprofiles._documents import archive_around, data_files

        given = self._ask(company_id)
        if isinstance(given, Profile):
            return None
        archive = archive_around(Path(given))
        return (archive,) if archive else tuple(data_files(Path(given)))

    def load(self, folder: str | os.PathLike[str]) -> Profile:
        """Read the ``*.toml`` files of a folder as a profile; it need not be installed.

        Raises:
            ProfileDataError: The data has problems; every one is named.
        """
        return self.read_folder(folder, Origin(os.fspath(folder)))

    def read_folder(
        self,
        folder: str | os.PathLike[str],
        origin: Origin,
        needed: Collection[str] = (),
    ) -> Profile:
        """Read a folder of data files.

        Args:
            folder: The folder, which may be in a zip file.
            origin: Where they come from.
            needed: Distributions whose properties go before those of others.

        Raises:
            ProfileDataError: The data has problems; every one is named.
        """
        # The parser and cattrs cost more to import than the rest: only who reads pays for them.
        from pathlib import Path

        from companyprofiles._documents import archive_around, unzipped
        from companyprofiles._reader import read_folder
        from companyprofiles._vocabularies import RequiredVocabulary

        known = self.vocabulary
        if needed:
            known = RequiredVocabulary(self._vocabulary, self.host.of_distributions(needed))
        archive = archive_around(Path(folder))
        if archive is None:
            return read_folder(Path(folder), known, origin)
        with unzipped(archive, Path(folder)) as copy:
            named = attrs.evolve(origin, files=(archive,))
            return read_folder(copy, known, named)

    def _read(self, company_id: str) -> Profile:
        given = self._ask(company_id)
        plugin = self.host.profiles[company_id]
        entry_point = plugin.entry_point
        origin = Origin(entry_point.distribution, entry_point.version)
        if isinstance(given, Profile):
            profile = attrs.evolve(given, origin=origin)
        else:
            profile = self.read_folder(given, origin, entry_point.source.needed)
        if profile.id != company_id:
            raise plugin.blame(
                f"the id of the profile of {plugin} must be that of its entry point, "
                f"{company_id!r}, got {profile.id!r}"
            )
        return profile

    def _ask(self, company_id: str) -> Profile | str:
        if company_id not in self.host.profiles:
            raise self.host.no_profile(company_id)
        given = self.host.profile(company_id)
        plugin = self.host.profiles[company_id]
        if given is None:
            return _data_folder(plugin)
        if isinstance(given, str | os.PathLike):
            return os.fspath(given)
        if not isinstance(given, Profile):
            raise plugin.blame(
                f"the plugin {plugin} must return a Profile or a folder, got {shown(given)}"
            )
        return given


def _company(plugin: Plugin) -> Company:
    source = plugin.entry_point.source
    return Company(plugin.name, source.name, source.version, source.summary)


def _data_folder(plugin: Plugin) -> str:
    module = plugin.module
    file = getattr(module, "__file__", None)  # a built-in module and a namespace have none
    if not isinstance(module, ModuleType) or not file:
        raise plugin.blame(
            f"the plugin {plugin} has neither a hook companyprofiles_profile nor a folder"
        )
    return os.path.join(os.path.dirname(file), DATA_FOLDER)  # noqa: PTH118, PTH120


_options: dict[str, Any] = {}


@cache
def installed() -> Catalog:
    """Return the catalog of what is installed, one for the process."""
    return Catalog(**_options)


@contextmanager
def installed_with(**options: Any) -> Iterator[None]:
    """Have the process's catalog with other options, as arguments of :class:`Catalog`."""
    before = dict(_options)
    _options.update(options)
    installed.cache_clear()
    try:
        yield
    finally:
        _options.clear()
        _options.update(before)
        installed.cache_clear()


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
    return installed().load(folder)
