"""Every property that data may use: the core's, and those of plugins when one is needed.

Data of an installed profile finds first what its own distribution requires.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from companyprofiles._property import Property
from companyprofiles.errors import PluginError

if TYPE_CHECKING:
    from companyprofiles._offers import Offer
    from companyprofiles._plugin import Plugin
    from companyprofiles._plugins import PluginHost

__all__ = ["LazyVocabulary", "RequiredVocabulary"]

Definitions = dict[str, list[tuple[Property[Any], "Offer"]]]


class LazyVocabulary(Mapping[str, Property[Any]]):
    """Every property by its name; plugins are loaded only for a name that the core lacks.

    A name that several plugins define differently is nobody's: who uses it is told.

    Args:
        host: Where plugins come from.
    """

    def __init__(self, host: PluginHost) -> None:
        self._host = host
        self._resolved: dict[str, list[Property[Any]]] = {}

    @cached_property
    def own(self) -> dict[str, Property[Any]]:
        """The core's properties."""
        from companyprofiles import vocabulary

        found = (getattr(vocabulary, name) for name in vocabulary.__all__)
        return {prop.name: prop for prop in found}

    @cached_property
    def _offered(self) -> dict[str, tuple[Offer, list[Property[Any]]]]:
        """The usable properties of each vocabulary, by its name."""
        with self._host.lock:
            offers = self._host.offers("vocabulary").by_name
            return {name: (offer, self._properties(offer)) for name, offer in offers.items()}

    @cached_property
    def _defined(self) -> Definitions:
        return _by_name(self._offered.values())

    def defined_by(self, plugins: Iterable[Plugin]) -> Definitions:
        """Return what plugins define, by name; no other plugin is loaded."""
        with self._host.lock:
            offers = [o for p in plugins for o in self._host.offers_of(p, "vocabulary")]
            return _by_name((offer, self._properties(offer)) for offer in offers)

    def _properties(self, offer: Offer) -> list[Property[Any]]:
        """Return the properties of a vocabulary; those of a plugin are looked at once."""
        if offer.full_name not in self._resolved:
            self._resolved[offer.full_name] = self._resolve(offer)
        return self._resolved[offer.full_name]

    def _resolve(self, offer: Offer) -> list[Property[Any]]:
        """Return the properties of a plugin's vocabulary; where it fails, none, loudly."""
        from companyprofiles._contributions import check_properties
        from companyprofiles._plugin import FATAL, Trouble
        from companyprofiles.hookspecs import resolve

        if offer.plugin is None:
            return list(resolve(offer.record.properties))
        where = f"the vocabulary {offer.name!r}"
        try:
            properties = check_properties(resolve(offer.record.properties))
        except FATAL:
            raise
        except BaseException as error:  # noqa: BLE001, a plugin may raise anything
            self._host.complain_of(offer.plugin, where, error)
            return []
        taken = [prop.name for prop in properties if prop.name in self.own]
        if taken:
            message = (
                f"{where} of {offer.owner} defines what the core does, which stays: "
                f"{', '.join(taken)}"
            )
            offer.plugin.troubles.append(Trouble(message))
            self._host.complain(message)
        return [prop for prop in properties if prop.name not in taken]

    @cached_property
    def _all(self) -> dict[str, Property[Any]]:
        from companyprofiles._plugin import Trouble

        for name, known in self._defined.items():
            for _, offer in known if len(known) > 1 else ():
                if offer.plugin:
                    offer.plugin.troubles.append(Trouble(_undecided(name, known)))
        found = {name: known[0][0] for name, known in self._defined.items() if len(known) == 1}
        return self.own | found

    def __getitem__(self, name: str) -> Property[Any]:
        if name in self.own:
            return self.own[name]
        return _the_one(name, self._defined)

    def of(self, name: str) -> list[Property[Any]]:
        """Return the properties of a vocabulary whose names stand for them, and for no others."""
        return [prop for prop in self._offered[name][1] if self._all.get(prop.name) is prop]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class RequiredVocabulary(Mapping[str, Property[Any]]):
    """Every property by its name, as the data of one profile means it.

    A property of what the profile's distribution requires goes before one that anything else
    defines, and nothing else is loaded for it.

    Args:
        vocabulary: Every property.
        plugins: The plugins of what is required.
    """

    def __init__(self, vocabulary: LazyVocabulary, plugins: Iterable[Plugin]) -> None:
        self._vocabulary = vocabulary
        self._plugins = plugins

    @cached_property
    def _required(self) -> Definitions:
        return self._vocabulary.defined_by(self._plugins)

    def __getitem__(self, name: str) -> Property[Any]:
        if name not in self._vocabulary.own and name in self._required:
            return _the_one(name, self._required)
        return self._vocabulary[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._vocabulary, *self._required]))

    def __len__(self) -> int:
        return len({*self._vocabulary, *self._required})


def _by_name(offered: Iterable[tuple[Offer, list[Property[Any]]]]) -> Definitions:
    """Return what plugins define under each name that the core lacks; mostly one property."""
    defined: Definitions = {}
    for offer, properties in offered:
        for prop in properties if offer.plugin else ():
            known = defined.setdefault(prop.name, [])
            if not any(prop is other for other, _ in known):
                known.append((prop, offer))
    return defined


def _the_one(name: str, defined: Definitions) -> Property[Any]:
    """Return the property of a name.

    Raises:
        KeyError: Nothing defines it.
        PluginError: More than one plugin does.
    """
    (prop, _), *others = known = defined[name]
    if others:
        message = f"{_undecided(name, known)}. Switch off the one that is not meant."
        raise PluginError(message)
    return prop


def _undecided(name: str, known: Iterable[tuple[Property[Any], Offer]]) -> str:
    """Tell that several plugins define a property."""
    owners = " and ".join(offer.owner for _, offer in known)
    return f"the property {name!r} is defined by {owners}"
