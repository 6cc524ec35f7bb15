"""The host: loads each plugin when it is needed, and keeps their failures apart."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from threading import RLock
from typing import Any

import pluggy

from companyprofiles import _builtin, hookspecs
from companyprofiles._discovery import PLUGINS, PROFILES
from companyprofiles._installation import Admission, Installation, find_plugins
from companyprofiles._offers import KINDS, Offer, Offers, collect
from companyprofiles._plugin import FATAL, Plugin, State, Trouble, apart, load
from companyprofiles.errors import (
    CompanyProfilesError,
    PluginError,
    PluginWarning,
    ProfileNotFoundError,
    UnknownNameError,
    cause_of,
)

__all__ = ["BUILTIN", "PluginHost"]

BUILTIN = "builtin"
"""Name of the plugin that the core itself is."""

_lock = RLock()


def _renew_lock() -> None:
    """Forget who held the lock: in a forked process nobody is left to release it."""
    global _lock  # noqa: PLW0603
    _lock = RLock()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_renew_lock)


class PluginHost:
    """Everything that is installed, loaded no earlier than asked for.

    Args:
        path: Folders and zip files in which distributions are looked for; by default those from
            which Python imports.
        plugins: Names of the plugins to have, or of their distributions; by default what the
            variable COMPANYPROFILES_PLUGINS of the environment says, and all without it.
        disable: Names of plugins to leave out, or of their distributions; by default what the
            variable COMPANYPROFILES_DISABLE says.
        strict: Whether the first failure of any plugin is an error.
    """

    def __init__(
        self,
        path: Iterable[str | os.PathLike[str]] | None = None,
        *,
        plugins: Iterable[str] | None = None,
        disable: Iterable[str] | None = None,
        strict: bool = False,
    ) -> None:
        self.admission = Admission.of(plugins, disable)
        self.strict = strict
        self.tell: Callable[[str], None] = _warn
        """Tells of a plugin that nobody asked for."""
        self._path = None if path is None else tuple(path)
        self._installation: Installation | None = None
        self._busy: list[object] = []
        self._records: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._gathered_offers: dict[str, Offers] = {}
        self._told: set[str] = set()
        self.manager = pluggy.PluginManager(hookspecs.NAMESPACE)
        self.manager.add_hookspecs(hookspecs)
        self.manager.register(_builtin, name=BUILTIN)

    @property
    def lock(self) -> RLock:
        """What a thread holds while it finds or loads plugins, which must happen only once."""
        return _lock

    # What is installed.

    @property
    def installation(self) -> Installation:
        """What is installed, found when it is first asked for."""
        with self.lock:
            if self._installation is None:
                found = find_plugins(self._path, self.admission)
                for message in found.complaints:
                    self.complain(message)
                self._installation = found
            return self._installation

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        """Every installed plugin, sorted by group and name."""
        return self.installation.plugins

    @cached_property
    def profiles(self) -> Mapping[str, Plugin]:
        """The plugin of each company, by the company's id."""
        return {plugin.name: plugin for plugin in self._admitted(PROFILES)}

    def _admitted(self, group: str) -> Iterator[Plugin]:
        left_out = (State.BLOCKED, State.SHADOWED, State.UNREADABLE)
        return (p for p in self.plugins if p.entry_point.group == group and p.state not in left_out)

    def no_profile(self, company_id: str) -> CompanyProfilesError:
        """Return the error that there is no profile of a company, or none that may be used."""
        plugin = self.installation.profile(company_id)
        return plugin.unusable() if plugin else ProfileNotFoundError(company_id, self.profiles)

    # Loading.

    def load(self, plugin: Plugin, *, asked_for: bool = False) -> None:
        """Import a plugin and register its hooks; once is enough.

        Args:
            plugin: The plugin.
            asked_for: Whether somebody named it; if so its failure is theirs to know.

        Raises:
            PluginError: It cannot be used, and was asked for.
        """
        with self.lock:
            if plugin.state is State.AVAILABLE and plugin not in self._busy:
                self._busy.append(plugin)
                try:
                    load(self.manager, plugin)
                finally:
                    self._busy.remove(plugin)
                if not (plugin.is_usable or asked_for or self.strict):
                    message = f"the plugin {plugin} is left out: {plugin.reason}"
                    self.complain(plugin.with_advice(message))
        if not plugin.is_usable and (asked_for or self.strict):
            raise plugin.unusable()

    def complain(self, message: str, error: BaseException | None = None) -> None:
        """Tell of a plugin that nobody asked for.

        Raises:
            PluginError: The host is strict.
        """
        if self.strict:
            raise PluginError(message) from error
        self.tell(message)

    def complain_of(self, plugin: Plugin, where: str, error: BaseException) -> None:
        """Note that something of a plugin failed that nobody asked for, and tell of it."""
        message = plugin.fail(where, error)
        self.complain(plugin.with_advice(message), error)

    def complain_of_record(self, record: Any, what: str, error: BaseException) -> None:
        """Note that a record of a plugin failed, and tell of it.

        Args:
            record: The record, as a plugin offered it.
            what: What it is, for the message.
            error: What it raised.

        Raises:
            PluginError: The record is the core's own, or the host is strict.
        """
        plugin = self.provider(record)
        if plugin is None:
            message = f"{what} failed: {cause_of(error)}"
            raise PluginError(message) from error
        self.complain_of(plugin, what, error)

    # Asking.

    def implementation(self, registered_name: str, hook: str) -> Callable[..., Any] | None:
        """Return how one plugin implements a hook: a function of the hook's arguments, by name."""
        for found in getattr(self.manager.hook, hook).get_hookimpls():
            if found.plugin_name == registered_name:
                return lambda **given: found.function(*(given[name] for name in found.argnames))
        return None

    def profile(self, company_id: str) -> Any:
        """Ask the plugin of one company for its profile.

        Returns:
            What its hook returned: a profile or a folder; ``None`` where it has no such hook.

        Raises:
            PluginError: It could not be loaded, or its hook failed.
        """
        plugin, hook = self.profiles[company_id], "companyprofiles_profile"
        self.load(plugin, asked_for=True)
        ask = self.implementation(plugin.registered_name, hook)
        if ask is None:
            return None
        point = plugin.entry_point
        context = hookspecs.LoadContext(point.target, point.distribution, point.version)
        try:
            with apart():
                return ask(company_id=company_id, context=context)
        except FATAL:
            raise
        except BaseException as error:
            message = plugin.fail(f"hook {hook}", error)
            raise PluginError(plugin.with_advice(message)) from error

    def offers(self, kind: str) -> Offers:
        """Return all that the core and plugins offer of one kind.

        A plugin that fails is passed over, loudly.

        Args:
            kind: Kind of record, such as ``exporter``.
        """
        with self.lock:
            offers = self._gathered(kind)
            if kind in self._gathered_offers and kind not in self._told:
                self._told.add(kind)
                for message, plugins in offers.complaints():
                    for plugin in plugins:
                        plugin.troubles.append(Trouble(message))
                    self.complain(message)
            return offers

    def _gathered(self, kind: str) -> Offers:
        with self.lock:
            if kind in self._gathered_offers:
                return self._gathered_offers[kind]
            every = [Offer(record, None) for record in self._offered(None, kind)]
            for plugin in self._admitted(PLUGINS):
                every += self.offers_of(plugin, kind)
            offers = Offers(KINDS[kind], tuple(every))
            if not self._busy:  # Else a plugin asks while it is loaded, and is not among them yet.
                self._gathered_offers[kind] = offers
            return offers

    def offers_of(self, plugin: Plugin, kind: str) -> list[Offer]:
        """Return what one plugin offers of a kind; where it fails, nothing, loudly."""
        self.load(plugin)
        return [Offer(record, plugin) for record in self._offered(plugin, kind)]

    def of_distributions(self, keys: Container[str]) -> list[Plugin]:
        """Return the capability plugins of distributions.

        Args:
            keys: Their names, in the form in which names are compared.
        """
        return [p for p in self._admitted(PLUGINS) if p.entry_point.source.key in keys]

    def offer(self, kind: str, name: str) -> Offer:
        """Return what is asked for by name; plugins are loaded only where the core has none.

        Args:
            kind: Kind of record, such as ``exporter``.
            name: Name of the record, or ``plugin:record``.

        Raises:
            UnknownNameError: Nothing has that name.
            PluginError: More than one plugin has that name, or the plugin cannot be used.
        """
        for record in self._offered(None, kind):
            if record.name == name:
                return Offer(record, None)
        of_plugin, colon, record_name = name.rpartition(":")
        asked = self._capabilities(of_plugin if colon else name)
        for plugin in asked if colon else ():
            self.load(plugin, asked_for=True)
            for record in self._offered(plugin, kind):
                if record.name == record_name:
                    return Offer(record, plugin)
        offers = self._gathered(kind)
        if name in offers.by_name:
            return offers.by_name[name]
        if message := offers.undecided(name):
            raise PluginError(f"{message}.")
        for plugin in asked:  # It may have failed to offer what is meant.
            if plugin.troubles:
                raise plugin.unusable()
        raise UnknownNameError(KINDS[kind].noun, name, offers.by_name)

    def _capabilities(self, name: str) -> list[Plugin]:
        return [p for p in self.installation.named(name) if p.entry_point.group == PLUGINS]

    def _offered(self, plugin: Plugin | None, kind: str) -> tuple[Any, ...]:
        """Return the good records of one kind that a plugin offers, or the core."""
        name = plugin.registered_name if plugin else BUILTIN
        with self.lock:
            ask = self.implementation(name, KINDS[kind].hook)
            if ask is None:
                return ()
            if (name, kind) not in self._records:
                if kind in self._busy:
                    message = f"it asks what there is of the kind {kind!r} while it is asked itself"
                    raise RuntimeError(message)
                self._busy.append(kind)
                try:
                    with apart():
                        self._records[name, kind], wrong = collect(KINDS[kind], ask)
                finally:
                    self._busy.remove(kind)
                if plugin and wrong:
                    self.complain_of(plugin, f"hook {KINDS[kind].hook}", wrong)
            return self._records[name, kind]

    def offered_by(self, plugin: Plugin) -> dict[str, tuple[Any, ...]]:
        """Return the records that a plugin has offered so far, by kind."""
        every = {kind: self._records.get((plugin.registered_name, kind), ()) for kind in KINDS}
        return {kind: records for kind, records in every.items() if records}

    # What is asked for most.

    def exporters(self) -> dict[str, hookspecs.Exporter]:
        """Return every exporter by name."""
        return self._by_name("exporter")

    def checks(self) -> dict[str, hookspecs.Check]:
        """Return every check by code."""
        return self._by_name("check")

    def sections(self) -> list[hookspecs.Section]:
        """Return every page section in the order of pages."""
        sections = [s for name, s in self._by_name("section").items() if s.name == name]
        return sorted(sections, key=lambda section: (section.order, section.name))

    def vocabularies(self) -> dict[str, hookspecs.Vocabulary]:
        """Return every vocabulary by name."""
        return self._by_name("vocabulary")

    def _by_name(self, kind: str) -> dict[str, Any]:
        return {name: offer.record for name, offer in self.offers(kind).by_name.items()}

    def provider(self, record: Any) -> Plugin | None:
        """Return the plugin that a record came from; ``None`` where it is the core's own."""
        every = (offer for offers in self._gathered_offers.values() for offer in offers.every)
        return next((offer.plugin for offer in every if offer.record is record), None)


def _warn(message: str) -> None:
    warnings.warn(message, PluginWarning, stacklevel=2)
