"""One installed plugin: what became of it, and how it is imported and its hooks are taken in."""

from __future__ import annotations

import shlex
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from enum import StrEnum
from importlib import import_module
from operator import attrgetter
from typing import Any

import attrs
import pluggy

from companyprofiles import hookspecs
from companyprofiles._discovery import PROFILES, EntryPoint
from companyprofiles.errors import (
    InvalidValueError,
    PluginError,
    UnknownNameError,
    cause_of,
    shown,
)

__all__ = ["API_NAME", "FATAL", "HOOKS", "Plugin", "State", "Trouble", "apart", "load"]

API_NAME = "COMPANYPROFILES_API"
"""What a plugin calls the number of the contract that it was made for."""
HOOKS = tuple(name for name in hookspecs.__all__ if name.startswith(hookspecs.NAMESPACE))
"""Names of the hooks."""

FATAL = (KeyboardInterrupt, MemoryError)
"""What is never taken for the failure of a plugin, whoever raises it."""


class State(StrEnum):
    """What became of an installed plugin."""

    AVAILABLE = "available"
    """Found, and not needed yet."""
    LOADED = "loaded"
    FAULTY = "faulty"
    """Loaded, but something that it offers cannot be used."""
    FAILED = "failed"
    """It could not be loaded."""
    INCOMPATIBLE = "incompatible"
    """Made for another contract of hooks."""
    BLOCKED = "blocked"
    """Switched off."""
    SHADOWED = "shadowed"
    """Another distribution, or version, provides the same name and goes first."""
    UNREADABLE = "unreadable"
    """The metadata of its distribution cannot be read; what it is, is not known."""


USABLE = frozenset({State.AVAILABLE, State.LOADED, State.FAULTY})
"""States of plugins that may offer something."""


@attrs.frozen
class Trouble:
    """Something that is wrong with a plugin."""

    message: str
    """What it is, in a line."""
    error: BaseException | None = None
    """What was raised, if anything."""


@attrs.define(eq=False)
class Plugin:
    """An installed plugin, and what became of it."""

    entry_point: EntryPoint
    state: State = State.AVAILABLE
    troubles: list[Trouble] = attrs.field(factory=list)
    """What is wrong with it; the first decided its state."""
    module: Any = None
    """The module that its entry point names, once it is imported."""
    import_seconds: float | None = None
    """How long importing that took; ``None`` before."""
    api: int | None = None
    """Number of the contract that it is made for; ``None`` before it is imported."""
    deprecated: list[str] = attrs.field(factory=list)
    """What it uses of the contract that will go, a line each."""

    @property
    def name(self) -> str:
        """Name of its entry point."""
        return self.entry_point.name

    @property
    def kind(self) -> str:
        """``profile`` where it brings a company, else ``plugin``."""
        return "profile" if self.entry_point.group == PROFILES else "plugin"

    @property
    def registered_name(self) -> str:
        """Name in the plugin manager, which has one name space for both groups."""
        return f"{self.entry_point.group}:{self.name}"

    @property
    def is_usable(self) -> bool:
        """Whether it may offer something."""
        return self.state in USABLE

    @property
    def reason(self) -> str:
        """What is wrong with it first, in a line; empty where nothing is."""
        return self.troubles[0].message if self.troubles else ""

    @property
    def error(self) -> BaseException | None:
        """What was raised first, if anything."""
        return next((trouble.error for trouble in self.troubles if trouble.error), None)

    def set_aside(self, state: State, reason: str, error: BaseException | None = None) -> None:
        """Say that it cannot be used, and why."""
        self.state = state
        self.troubles.append(Trouble(reason, error))

    def fail(self, where: str, error: BaseException) -> str:
        """Note that something of it failed, and return that in a line."""
        message = f"the plugin {self} failed in {where}: {cause_of(error)}"
        if self.state is State.LOADED:
            self.state = State.FAULTY
        self.troubles.append(Trouble(message, error))
        return message

    def blame(self, message: str) -> PluginError:
        """Note what is wrong with it, and return that as an error."""
        self.troubles.append(Trouble(message))
        return PluginError(self.with_advice(message))

    def with_advice(self, message: str) -> str:
        """Return a message of this plugin with what tells more."""
        end = "" if message.endswith((".", "?")) else "."
        return f"{message}{end} Try: companyprofiles plugins why {shlex.quote(self.name)}"

    def unusable(self) -> PluginError:
        """Return the error that it cannot be used."""
        error = PluginError(self.with_advice(f"the plugin {self} cannot be used: {self.reason}"))
        error.__cause__ = self.error
        return error

    def __str__(self) -> str:
        return f"{self.name} ({self.entry_point})"


@contextmanager
def apart() -> Iterator[None]:
    """Let what a plugin prints go where warnings go, and how warnings are treated be no concern.

    Else it would stand in the JSON that a command prints, or make errors of others' warnings.
    """
    with redirect_stdout(sys.stderr), warnings.catch_warnings():
        yield


def load(manager: pluggy.PluginManager, plugin: Plugin) -> None:
    """Import a plugin and register its hooks, or note why it cannot be used.

    Args:
        manager: The plugin manager.
        plugin: The plugin, which is available.
    """
    try:
        implementation = implementation_of(plugin)
        plugin.api = getattr(implementation, API_NAME, hookspecs.PLUGIN_API_FLOOR)
        if reason := foreign_contract(plugin.api):
            plugin.set_aside(State.INCOMPATIBLE, reason)
            return
        _register(manager, implementation, plugin)
    except FATAL:
        raise
    except BaseException as error:  # noqa: BLE001, a plugin may raise anything
        plugin.set_aside(State.FAILED, cause_of(error), error)
    else:
        plugin.state = State.LOADED


def implementation_of(plugin: Plugin) -> Any:
    """Import what the entry point of a plugin names, and measure how long that takes."""
    module_name, _, attribute = plugin.entry_point.target.partition(":")
    start = time.perf_counter()
    try:
        with apart():
            plugin.module = import_module(module_name)
    finally:
        plugin.import_seconds = time.perf_counter() - start
    return attrgetter(attribute)(plugin.module) if attribute else plugin.module


def foreign_contract(api: Any) -> str:
    """Tell which contract a plugin was made for, if it is not one that is served.

    Raises:
        InvalidValueError: What it says is no number.
    """
    floor, current = hookspecs.PLUGIN_API_FLOOR, hookspecs.PLUGIN_API
    if type(api) is not int:
        raise InvalidValueError(f"the number of a contract as {API_NAME}", api)
    if floor <= api <= current:
        return ""
    window = f"{floor} to {current}" if floor < current else str(current)
    advice = "Upgrade companyprofiles." if api > current else "Upgrade the plugin."
    return f"made for plugin API {api}; this companyprofiles serves {window}. {advice}"


class _Hooks:
    """The hook implementations of a module or object, under their names.

    One module may stand behind several entry points, and pluggy takes an object in but once.
    """

    def __init__(self, manager: pluggy.PluginManager, implementation: Any) -> None:
        for name in dir(implementation):
            if manager.parse_hookimpl_opts(implementation, name) is not None:
                setattr(self, name, getattr(implementation, name))

    def __dir__(self) -> list[str]:
        """Return the names of the hooks alone, since pluggy tries every name that there is."""
        return list(vars(self))


def _register(manager: pluggy.PluginManager, implementation: Any, plugin: Plugin) -> None:
    name = plugin.registered_name
    try:
        registered = _Hooks(manager, implementation)
        manager.register(registered, name=name)
        for caller in manager.get_hookcallers(registered) or ():
            for implemented in caller.get_hookimpls():
                if implemented.plugin is registered:
                    _check(caller, implemented)
                    plugin.deprecated += _deprecated(caller, implemented)
    except BaseException:
        # pluggy leaves a plugin half registered when one of its hooks is wrong.
        if manager.has_plugin(name):
            manager.unregister(name=name)
        raise


def _check(caller: pluggy.HookCaller, implemented: pluggy.HookImpl) -> None:
    if implemented.wrapper or implemented.hookwrapper:
        message = f"the hook {shown(caller.name)} may not wrap others"
        raise TypeError(message)
    if not caller.has_spec() and not implemented.optionalhook:
        raise UnknownNameError("hook", caller.name, HOOKS)


def _deprecated(caller: pluggy.HookCaller, implemented: pluggy.HookImpl) -> list[str]:
    """Return what an implementation uses that will go; pluggy itself warns of it too."""
    spec = caller.spec
    if spec is None:
        return []
    used = [spec.warn_on_impl] if spec.warn_on_impl else []
    of_arguments = spec.warn_on_impl_args or {}
    used += [of_arguments[name] for name in implemented.argnames if name in of_arguments]
    return list(map(str, used))
