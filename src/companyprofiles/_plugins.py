"""The host: finds plugins, loads each when it is needed, and keeps their failures apart."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from threading import RLock
from typing import Any

import attrs
import pluggy

from companyprofiles import _builtin, hookspecs
from companyprofiles._discovery import PLUGINS, PROFILES, EntryPoint, scan
from companyprofiles.errors import PluginError, PluginWarning, shown

__all__ = ["BUILTIN", "Plugin", "PluginHost", "State"]

BUILTIN = "builtin"
"""Name of the plugin that the core itself is."""

_lock = RLock()


def _renew_lock() -> None:
    """Forget who held the lock: in a forked process nobody is left to release it."""
    global _lock  # noqa: PLW0603
    _lock = RLock()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_renew_lock)


class State(StrEnum):
    """What became of an installed plugin."""

    AVAILABLE = "available"
    """Found, and not needed yet."""
    LOADED = "loaded"
    FAILED = "failed"
    SHADOWED = "shadowed"
    """Another distribution provides the same name and goes first."""
    INCOMPATIBLE = "incompatible"
    """Made for another contract of hooks."""


@attrs.define
class Plugin:
    """An installed plugin, and what became of it."""

    entry_point: EntryPoint
    state: State = State.AVAILABLE
    reason: str = ""
    """Why it is not loaded, in a line."""
    error: BaseException | None = None
    module: Any = None

    @property
    def name(self) -> str:
        """Name of its entry point."""
        return self.entry_point.name

    @property
    def registered_name(self) -> str:
        """Name in the plugin manager, which has one name space for both groups."""
        return f"{self.entry_point.group}:{self.name}"

    def __str__(self) -> str:
        version = self.entry_point.version
        return f"{self.name} ({self.entry_point.distribution} {version})".replace(" )", ")")


class PluginHost:
    """Everything that is installed, loaded no earlier than asked for.

    Args:
        entry_points: What to take for installed; by default what a scan finds.
    """

    def __init__(self, entry_points: list[EntryPoint] | None = None) -> None:
        self._given = entry_points
        self._plugins: tuple[Plugin, ...] | None = None
        self.faults: list[str] = []
        self._providers: dict[tuple[type[Any], str], Plugin] = {}
        self.manager = pluggy.PluginManager(hookspecs.NAMESPACE)
        self.manager.add_hookspecs(hookspecs)
        self.manager.register(_builtin, name=BUILTIN)

    @property
    def lock(self) -> RLock:
        """What a thread holds while it finds or loads plugins, which must happen only once."""
        return _lock

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        """Every installed plugin, sorted by group and name."""
        with self.lock:
            if self._plugins is None:
                self._plugins = self._find()
            return self._plugins

    def _find(self) -> tuple[Plugin, ...]:
        found = self._given
        if found is None:
            found, self.faults = scan()
        plugins = [Plugin(entry_point) for entry_point in found]
        for rivals in _by_name(plugins).values():
            rivals.sort(key=_precedence)
            for loser in rivals[1:]:
                loser.state = State.SHADOWED
                loser.reason = f"{rivals[0].entry_point.distribution} provides the same name"
        return tuple(plugins)

    @cached_property
    def profiles(self) -> Mapping[str, Plugin]:
        """The plugin of each company, by the company's id."""
        return {p.name: p for p in self._active(PROFILES)}

    def profile(self, company_id: str) -> Any:
        """Ask the plugin of one company for its profile.

        Returns:
            What its hook returned: a profile or a folder; ``None`` where it has no such hook.

        Raises:
            PluginError: It could not be loaded, or its hook failed.
        """
        plugin = self.profiles[company_id]
        self.load(plugin, asked_for=True)
        context = hookspecs.LoadContext(
            plugin.entry_point.target, plugin.entry_point.distribution, plugin.entry_point.version
        )
        arguments = {"company_id": company_id, "context": context}
        for implementation in self.manager.hook.companyprofiles_profile.get_hookimpls():
            if implementation.plugin_name == plugin.registered_name:
                try:
                    return _call(implementation, arguments)
                except (Exception, SystemExit) as error:
                    raise self._failure(plugin, "hook companyprofiles_profile", error) from error
        return None

    def exporters(self) -> dict[str, hookspecs.Exporter]:
        """Return every exporter by name."""
        return self._records("exporters", hookspecs.Exporter)

    def checks(self) -> dict[str, hookspecs.Check]:
        """Return every check by code."""
        return self._records("checks", hookspecs.Check)

    def sections(self) -> list[hookspecs.Section]:
        """Return every page section in the order of pages."""
        sections = self._records("sections", hookspecs.Section).values()
        return sorted(sections, key=lambda section: (section.order, section.name))

    def vocabularies(self) -> dict[str, hookspecs.Vocabulary]:
        """Return every vocabulary by name."""
        return self._records("vocabulary", hookspecs.Vocabulary)

    def provider(self, record: Any) -> Plugin | None:
        """Return the plugin that a record came from; ``None`` where it is the core's own."""
        return self._providers.get((type(record), record.name))

    def load(self, plugin: Plugin, *, asked_for: bool = False) -> None:
        """Import a plugin and register its hooks; once is enough.

        Args:
            plugin: The plugin.
            asked_for: Whether somebody named it; if so its failure is theirs to know.

        Raises:
            PluginError: It failed, and was asked for.
        """
        with self.lock:
            if plugin.state is State.AVAILABLE:
                try:
                    self._register(plugin)
                except (Exception, SystemExit) as error:  # noqa: BLE001, it may raise anything
                    plugin.error = error
                    self._set_aside(plugin, State.FAILED, f"{type(error).__name__}: {error}")
        if plugin.state is State.LOADED:
            return
        if asked_for:
            message = f"the plugin {plugin} cannot be used: {plugin.reason}"
            raise PluginError(message) from plugin.error

    def _register(self, plugin: Plugin) -> None:
        module_name, _, attribute = plugin.entry_point.target.partition(":")
        module = import_module(module_name)
        plugin.module = module
        implementation = getattr(module, attribute) if attribute else module
        api = getattr(implementation, "COMPANYPROFILES_API", hookspecs.PLUGIN_API_FLOOR)
        if not hookspecs.PLUGIN_API_FLOOR <= api <= hookspecs.PLUGIN_API:
            window = f"{hookspecs.PLUGIN_API_FLOOR} to {hookspecs.PLUGIN_API}"
            reason = f"made for plugin API {api}; this companyprofiles serves {window}"
            self._set_aside(plugin, State.INCOMPATIBLE, reason)
            return
        try:
            self.manager.register(implementation, name=plugin.registered_name)
            self._refuse_unknown_hooks(plugin)
        except BaseException:
            # pluggy leaves a plugin half registered when one of its hooks is wrong.
            if self.manager.has_plugin(plugin.registered_name):
                self.manager.unregister(name=plugin.registered_name)
            raise
        plugin.state = State.LOADED

    def _refuse_unknown_hooks(self, plugin: Plugin) -> None:
        registered = self.manager.get_plugin(plugin.registered_name)
        for caller in self.manager.get_hookcallers(registered) or ():
            required = any(not impl.optionalhook for impl in caller.get_hookimpls())
            if not caller.has_spec() and required:
                message = f"there is no hook {shown(caller.name)}"
                raise LookupError(message)

    def _records(self, kind: str, record: type[Any]) -> dict[str, Any]:
        """Collect what every plugin offers of one kind; a failing one is passed over, loudly."""
        for installed in self._active(PLUGINS):
            self.load(installed)
        by_name = {p.registered_name: p for p in self.plugins}
        records: dict[str, Any] = {}
        implementations = self.manager.hook.__getattribute__(
            f"companyprofiles_{kind}"
        ).get_hookimpls()
        for implementation in sorted(implementations, key=_builtin_first):
            plugin: Plugin | None = by_name.get(implementation.plugin_name)
            try:
                for offered in _call(implementation, {}):
                    _add(records, offered, record)
                    if plugin is not None:
                        self._providers[record, offered.name] = plugin
            except (Exception, SystemExit) as error:
                if plugin is None:
                    raise
                self._warn(
                    plugin, str(self._failure(plugin, f"hook companyprofiles_{kind}", error))
                )
        return records

    def _active(self, group: str) -> Iterator[Plugin]:
        return (
            p
            for p in self.plugins
            if p.entry_point.group == group and p.state is not State.SHADOWED
        )

    def _failure(self, plugin: Plugin, where: str, error: BaseException) -> PluginError:
        return PluginError(
            f"the plugin {plugin} failed in {where}: {type(error).__name__}: {error}"
        )

    def _set_aside(self, plugin: Plugin, state: State, reason: str) -> None:
        plugin.state, plugin.reason = state, reason
        if plugin.entry_point.group == PLUGINS:
            self._warn(plugin, f"the plugin {plugin} is left out: {reason}")

    def _warn(self, plugin: Plugin, message: str) -> None:
        plugin.reason = plugin.reason or message
        warnings.warn(message, PluginWarning, stacklevel=2)


def _call(implementation: Any, arguments: Mapping[str, Any]) -> Any:
    return implementation.function(*(arguments[name] for name in implementation.argnames))


def _add(records: dict[str, Any], offered: Any, record: type[Any]) -> None:
    if not isinstance(offered, record):
        message = f"expected {record.__name__} records, got {shown(offered)}"
        raise TypeError(message)
    if offered.name in records:
        message = f"{record.__name__} {offered.name!r} is already provided"
        raise LookupError(message)
    records[offered.name] = offered


def _builtin_first(implementation: Any) -> tuple[bool, str]:
    return (implementation.plugin_name != BUILTIN, implementation.plugin_name)


def _by_name(plugins: list[Plugin]) -> dict[str, list[Plugin]]:
    groups: dict[str, list[Plugin]] = {}
    for plugin in plugins:
        groups.setdefault(plugin.registered_name, []).append(plugin)
    return groups


def _precedence(plugin: Plugin) -> tuple[bool, str]:
    """The distribution named after the plugin goes first, then the alphabet."""
    distribution = plugin.entry_point.distribution.lower()
    return (distribution != f"companyprofiles-{plugin.name}", distribution)
