"""What is told about a plugin: where it comes from, what it offers and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from traceback import format_exception
from typing import Any

from companyprofiles._offers import KINDS
from companyprofiles._plugin import Plugin, State
from companyprofiles._plugins import PluginHost
from companyprofiles.errors import UnknownNameError

__all__ = ["details", "implementers", "load_all", "named", "requirement", "row", "story"]

MEANINGS = {
    State.AVAILABLE: "It is installed, and was not needed yet.",
    State.LOADED: "It is loaded, and nothing is wrong with it.",
    State.FAULTY: "It is loaded, and something of it cannot be used.",
    State.FAILED: "It could not be loaded, and is left out.",
    State.INCOMPATIBLE: "It is made for another contract of hooks, and is left out.",
    State.BLOCKED: "It is switched off; it was not imported.",
    State.SHADOWED: "Another one goes first; it was not imported.",
    State.UNREADABLE: "Its metadata cannot be read; what it offers is not known.",
}
"""What each state means, as a sentence."""

LOADED_WITH_TROUBLE = "It is loaded, but something is wrong with it."

HEADERS = {
    "requires": "Requires-Dist",
    "links": "Project-URL",
    "licence": "License-Expression",
    "author": "Author",
}
"""Fields of a distribution's metadata that are shown, by what they are called here."""


def load_all(host: PluginHost) -> None:
    """Load every capability plugin and ask for all that it offers; no profile is imported."""
    for kind in KINDS:
        host.offers(kind)


def implementers(host: PluginHost, hook: str) -> list[Plugin]:
    """Return the plugins that implement a hook; for profiles, those that may, none imported."""
    if hook == "companyprofiles_profile":
        return list(host.profiles.values())
    load_all(host)
    return [p for p in host.plugins if host.implementation(p.registered_name, hook)]


def named(host: PluginHost, name: str) -> list[Plugin]:
    """Return the plugins that have a name, or whose distribution has.

    Raises:
        UnknownNameError: There is none.
    """
    if found := host.installation.named(name):
        return found
    known = {n for p in host.plugins for n in (p.name, p.entry_point.distribution)}
    raise UnknownNameError("plugin", name, known)


def row(host: PluginHost, plugin: Plugin) -> dict[str, Any]:
    """Return what a list shows of a plugin, as plain data."""
    return {
        "name": plugin.name,
        "kind": plugin.kind,
        "state": plugin.state.value,
        "distribution": plugin.entry_point.distribution,
        "version": plugin.entry_point.version,
        "offers": [name for names in _offered(host, plugin).values() for name in names],
        "reason": plugin.reason or next(iter(plugin.deprecated), ""),
    }


def details(host: PluginHost, plugin: Plugin) -> dict[str, Any]:
    """Return all that is known of a plugin, as plain data."""
    point = plugin.entry_point
    seconds = plugin.import_seconds
    return row(host, plugin) | {
        "summary": point.source.summary,
        "group": point.group,
        "target": point.target,
        "metadata": point.source.folder,
        "file": getattr(plugin.module, "__file__", None) or "",
        "api": plugin.api,
        "import_ms": None if seconds is None else round(seconds * 1000, 1),
        "offers": _offered(host, plugin),
        "deprecated": list(plugin.deprecated),
        "troubles": [trouble.message for trouble in plugin.troubles],
        **{name: point.source.headers(header) for name, header in HEADERS.items()},
    }


def _offered(host: PluginHost, plugin: Plugin) -> dict[str, dict[str, str]]:
    """Return what a plugin offers, by kind: the summary of each record by its name."""
    return {
        kind: {
            record.name: str(getattr(record, "summary", "") or getattr(record, "title", ""))
            for record in records
        }
        for kind, records in host.offered_by(plugin).items()
    }


def story(plugin: Plugin) -> Iterable[str]:
    """Yield all about the state of a plugin, in paragraphs; of errors, where they were raised."""
    is_troubled = plugin.state is State.LOADED and plugin.troubles
    meaning = LOADED_WITH_TROUBLE if is_troubled else MEANINGS[plugin.state]
    yield f"{plugin}: {plugin.state.value}. {meaning}"
    for trouble in plugin.troubles:
        yield trouble.message
        if trouble.error is not None:
            yield "".join(format_exception(trouble.error)).rstrip()
    yield from plugin.deprecated


def requirement(plugin: Plugin) -> str:
    """Return what makes pip install the distribution of a plugin again, as a line."""
    point = plugin.entry_point
    try:
        direct = json.loads(point.source.read("direct_url.json"))
        address = str(direct["url"])
        editable = bool(direct.get("dir_info", {}).get("editable"))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return f"{point.distribution}=={point.version}" if point.version else point.distribution
    if editable:
        return f"-e {address.removeprefix('file://')}"
    vcs = direct.get("vcs_info")
    if isinstance(vcs, dict):
        address = f"{vcs.get('vcs', 'git')}+{address}@{vcs.get('commit_id', '')}".rstrip("@")
    return f"{point.distribution} @ {address}"
