"""What plugins offer of one kind, by name; and what becomes of two records of one name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice
from typing import Any

import attrs

from companyprofiles import hookspecs
from companyprofiles._plugin import FATAL, Plugin
from companyprofiles.errors import shown

__all__ = ["KINDS", "Kind", "Offer", "Offers", "collect"]


MOST_RECORDS = 10_000
"""Records that a plugin may offer of one kind."""


@attrs.frozen
class Kind:
    """A kind of record that plugins offer."""

    noun: str
    """What one is called in messages."""
    hook: str
    """Name of the hook that returns them."""
    record: type[Any]
    """Class of the records."""
    fate: str = ""
    """What becomes of two of one name, as a sentence; empty where names are mere labels."""


FULL_NAMES = "Each goes by its full name"

KINDS = {
    "exporter": Kind("format", "companyprofiles_exporters", hookspecs.Exporter, FULL_NAMES),
    "check": Kind("check", "companyprofiles_checks", hookspecs.Check, FULL_NAMES),
    "section": Kind(
        "section", "companyprofiles_sections", hookspecs.Section, "Pages show none of them"
    ),
    "vocabulary": Kind("vocabulary", "companyprofiles_vocabulary", hookspecs.Vocabulary),
}
"""The kinds of records."""


def collect(kind: Kind, ask: Callable[[], Any]) -> tuple[tuple[Any, ...], BaseException | None]:
    """Return the good records that a hook returns, and the first thing that is wrong with others.

    Args:
        kind: Kind of the records.
        ask: The implementation of the hook.
    """
    records: dict[str, Any] = {}
    wrong: list[BaseException] = []
    try:
        for number, record in enumerate(islice(ask(), MOST_RECORDS + 1)):
            if number == MOST_RECORDS:
                wrong.append(ValueError(f"more than {MOST_RECORDS} records"))
            elif not isinstance(record, kind.record):
                wrong.append(
                    TypeError(f"expected {kind.record.__name__} records, got {shown(record)}")
                )
            elif records.setdefault(record.name, record) is not record:
                wrong.append(LookupError(f"more than one {kind.noun} is called {record.name!r}"))
    except FATAL:
        raise
    except BaseException as error:  # noqa: BLE001, a plugin may raise anything
        wrong.append(error)
    return tuple(records.values()), wrong[0] if wrong else None


@attrs.frozen
class Offer:
    """A record, and who offers it."""

    record: Any
    """The record."""
    plugin: Plugin | None
    """The plugin that offers it; ``None`` for the core."""

    @property
    def name(self) -> str:
        """Name of the record."""
        return str(self.record.name)

    @property
    def full_name(self) -> str:
        """Name that no other plugin's record has: ``plugin:record``."""
        return f"{self.plugin.name}:{self.name}" if self.plugin else self.name

    @property
    def owner(self) -> str:
        """Who offers it, for a message."""
        return str(self.plugin) if self.plugin else "the core"


@attrs.frozen
class Offers:
    """All that is offered of one kind.

    A name that the core has is the core's. Of a name that several plugins have, none has it: each
    record goes by its full name.
    """

    kind: Kind
    """The kind."""
    every: tuple[Offer, ...]
    """Everything, the core's first, then by plugin."""

    @cached_property
    def by_name(self) -> dict[str, Offer]:
        """Every record by its name, or by its full name where another has the name."""
        return {
            (offer.name if self._owner(offer.name) is offer else offer.full_name): offer
            for offer in self.every
        }

    @cached_property
    def namesakes(self) -> dict[str, tuple[Offer, ...]]:
        """Records whose name more than one has, by that name."""
        return {name: group for name, group in self._groups.items() if len(group) > 1}

    @cached_property
    def _groups(self) -> dict[str, tuple[Offer, ...]]:
        groups: dict[str, tuple[Offer, ...]] = {}
        for offer in self.every:
            groups[offer.name] = (*groups.get(offer.name, ()), offer)
        return groups

    def _owner(self, name: str) -> Offer | None:
        first, *others = self._groups[name]
        return first if not others or first.plugin is None else None

    def undecided(self, name: str) -> str:
        """Tell that several plugins offer a name, and how to ask for one; empty if that is not so.

        Args:
            name: Name of a record, as it was asked for.
        """
        group = self.namesakes.get(name, ())
        if not group or self._owner(name):
            return ""
        owners = _listed((offer.owner for offer in group), "and")
        names = _listed((repr(offer.full_name) for offer in group), "or")
        return f"the {self.kind.noun} {name!r} is offered by {owners}. Ask for {names}"

    def complaints(self) -> Iterable[tuple[str, list[Plugin]]]:
        """Yield each name that several offer, if that matters to who wants them all.

        Yields:
            A line, and the plugins that it is about.
        """
        for name, (first, *others) in self.namesakes.items() if self.kind.fate else ():
            known = (first, *others) if first.plugin else others
            plugins = [offer.plugin for offer in known if offer.plugin]
            owners = _listed((offer.owner for offer in known), "and")
            names = _listed((repr(offer.full_name) for offer in known), "and")
            happened = f"is offered by {owners}"
            if first.plugin is None:
                happened = f"of {owners} has the name of the core's"
            yield f"the {self.kind.noun} {name!r} {happened}. {self.kind.fate}: {names}", plugins


def _listed(parts: Iterable[str], conjunction: str) -> str:
    *before, last = parts
    return f"{', '.join(before)} {conjunction} {last}" if before else last
