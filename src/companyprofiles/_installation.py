"""What is installed: every plugin, those that are switched off, and those behind another."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

import attrs

from companyprofiles._discovery import PROFILES, EntryPoint, Fault, scan
from companyprofiles._distribution import normalised
from companyprofiles._identifiers import check_slug
from companyprofiles._plugin import Plugin, State
from companyprofiles.errors import InvalidValueError

__all__ = ["ALLOWED", "DISABLED", "Admission", "Installation", "find_plugins", "names_in"]

ALLOWED = "COMPANYPROFILES_PLUGINS"
"""Variable of the environment with the names of the plugins to have; set but empty, none."""
DISABLED = "COMPANYPROFILES_DISABLE"
"""Variable of the environment with the names of plugins to leave out."""


def names_in(text: str) -> list[str]:
    """Return names that stand in a text, separated by commas or spaces."""
    return re.findall(r"[^,\s]+", text)


@attrs.frozen
class Admission:
    """Which plugins may be loaded; a name is that of an entry point or of a distribution."""

    allowed: tuple[str, ...] | None
    """Names of those that may be; ``None`` for all."""
    disabled: tuple[str, ...]
    """Names of those that may not, whatever else is said."""

    @classmethod
    def of(cls, allowed: Iterable[str] | None, disabled: Iterable[str] | None) -> Admission:
        """Return what is given, and for what is not, what the environment says."""
        if allowed is None and ALLOWED in os.environ:
            allowed = names_in(os.environ[ALLOWED])
        if disabled is None:
            disabled = names_in(os.environ.get(DISABLED, ""))
        return cls(None if allowed is None else tuple(allowed), tuple(disabled))

    def refusal(self, *names: str) -> str:
        """Tell why a plugin of these names may not be loaded; an empty string where it may."""
        if self.allowed is None and not self.disabled:
            return ""
        own = set(map(normalised, names))
        for name in self.disabled:
            if normalised(name) in own:
                return f"it is switched off by the name {name!r}"
        if self.allowed is None or own.intersection(map(normalised, self.allowed)):
            return ""
        if not self.allowed:
            return "all plugins are switched off"
        return f"it is not among the plugins to have: {', '.join(self.allowed)}"


@attrs.frozen
class Installation:
    """Everything that is installed; nothing of it is imported."""

    plugins: tuple[Plugin, ...]
    """Every plugin, sorted by group, name and distribution."""
    complaints: tuple[str, ...]
    """A line for each distribution that cannot be read, and each name that several provide."""

    def named(self, name: str) -> list[Plugin]:
        """Return the plugins that have a name, or whose distribution has; usable ones first."""
        found = [
            plugin
            for plugin in self.plugins
            if normalised(name) in (normalised(plugin.name), plugin.entry_point.source.key)
        ]
        return sorted(found, key=lambda plugin: not plugin.is_usable)

    def profile(self, company_id: str) -> Plugin | None:
        """Return the plugin that would provide a company, usable or not."""
        own = {company_id, f"companyprofiles-{company_id}"}
        for plugin in self.plugins:
            if plugin.entry_point.group == PROFILES and plugin.name == company_id:
                return plugin
            if plugin.state is State.UNREADABLE and normalised(plugin.name) in own:
                return plugin
        return None


def find_plugins(
    path: Iterable[str | os.PathLike[str]] | None, admission: Admission
) -> Installation:
    """Find what is installed.

    Args:
        path: Folders and zip files to look in; ``sys.path`` by default.
        admission: Which plugins may be loaded.
    """
    found = scan(path)
    plugins = [*map(Plugin, found.entry_points), *map(_unreadable, found.faults)]
    for plugin in plugins:
        if refusal := admission.refusal(plugin.name, plugin.entry_point.source.key):
            plugin.set_aside(State.BLOCKED, refusal)
        elif plugin.entry_point.group == PROFILES:
            _check_id(plugin)
    complaints = [p.with_advice(p.reason) for p in plugins if p.state is State.UNREADABLE]
    complaints += (_decide(rivals) for rivals in _by_name(plugins) if len(rivals) > 1)
    for hidden in found.hidden:
        behind = Plugin(hidden.entry_point)
        reason = f"{hidden.first} in {hidden.first.folder} comes first on the path"
        behind.set_aside(State.SHADOWED, reason)
        plugins.append(behind)
    return Installation(
        tuple(sorted(plugins, key=lambda plugin: plugin.entry_point.sorting_key)),
        tuple(complaints),
    )


def _unreadable(fault: Fault) -> Plugin:
    """Return what stands for the plugins of a distribution that cannot be read."""
    plugin = Plugin(EntryPoint("", fault.source.name, "", fault.source))
    plugin.set_aside(State.UNREADABLE, str(fault))
    return plugin


def _check_id(plugin: Plugin) -> None:
    """Set a company aside whose id is none, which no address and no file could have."""
    try:
        check_slug(plugin.name)
    except InvalidValueError as error:
        group = f"entry points of the group {PROFILES} cannot be read"
        plugin.set_aside(State.UNREADABLE, f"{plugin.entry_point}: {group}: a name {error}")


def _by_name(plugins: Iterable[Plugin]) -> Iterable[list[Plugin]]:
    groups: dict[str, list[Plugin]] = {}
    for plugin in plugins:
        if plugin.is_usable:
            groups.setdefault(plugin.registered_name, []).append(plugin)
    return groups.values()


def _decide(rivals: list[Plugin]) -> str:
    first, *others = sorted(rivals, key=_precedence)
    for other in others:
        other.set_aside(State.SHADOWED, f"{first.entry_point} provides the same name")
    also = " and ".join(str(other.entry_point) for other in others)
    return (
        f"the {first.kind} {first.name!r} is provided by {first.entry_point}, which is used, "
        f"and by {also}. Uninstall or switch off what you do not want"
    )


def _precedence(plugin: Plugin) -> tuple[bool, str]:
    """The distribution named after the plugin goes first, then the alphabet."""
    distribution = plugin.entry_point.source.key
    return (distribution != f"companyprofiles-{normalised(plugin.name)}", distribution)
