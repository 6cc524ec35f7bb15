"""The unit of everything: a statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import attrs
from attrs.converters import optional

from companyprofiles._choices import Choice
from companyprofiles._dates import PartialDate
from companyprofiles._derivation import Derivation, misused
from companyprofiles._exemptions import Exemptions
from companyprofiles._identifiers import check_slug
from companyprofiles._in_words import InWords
from companyprofiles._maps import StringMap
from companyprofiles._periods import Period, as_period
from companyprofiles._plain import plain, record
from companyprofiles._property import Property, Time
from companyprofiles._sources import Reference
from companyprofiles._texts import LanguageMap, check_text
from companyprofiles.errors import (
    AbsentValueError,
    Problem,
    ProfileDataError,
    sentence,
)

__all__ = [
    "Absent",
    "Dimensions",
    "Modality",
    "Rank",
    "Statement",
]

V = TypeVar("V")

ID_BYTES = 8
"""Bytes of the hash that names a claim; sixteen hexadecimal digits."""


def _subject(text: str) -> str:
    return text if text == "" else check_slug(text)


class Absent(Choice):
    """Why a statement has no value."""

    UNKNOWN = "unknown"
    """There is a value, and nobody knows it (Wikibase's "some value")."""
    NONE = "none"
    """There is no value (Wikibase's "no value")."""
    WITHHELD = "withheld"
    """There is a value, and it is kept secret."""


class Rank(Choice):
    """Wikidata's rank: which of several statements counts."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"
    """Known to be wrong; kept with the reason, and never current."""


class Modality(Choice):
    """In what way a source says it (Wikidata: nature of statement)."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    """Said by somebody with an interest in it."""
    PLANNED = "planned"
    ESTIMATED = "estimated"
    OPINION = "opinion"
    DENIED = "denied"
    """The source says that it is not so."""


class Dimensions(StringMap):
    """What a value belongs to besides its subject, such as a segment or a region."""

    __slots__ = ()

    def _check(self, key: object, value: object) -> tuple[str, str]:
        return check_text(key), check_text(value)


@attrs.frozen(kw_only=True)
class Statement(InWords, Generic[V]):
    """One property of one subject with one value, and who says so.

    It cannot be made without a reference.

    Raises:
        ProfileDataError: Its parts do not fit together; every problem is named.
    """

    prop: Property[V]
    """What is stated."""
    _value: V | None = None
    absent: Absent | None = attrs.field(default=None, converter=optional(Absent))
    """Why there is no value; ``None`` where there is one."""
    subject: str = attrs.field(default="", converter=_subject)
    """Id of the entity it is about; empty for the profile's own, which the profile fills in."""
    valid: Period | None = attrs.field(default=None, converter=optional(as_period))
    """When it held; how a date is read is said by :attr:`Property.time`."""
    dimensions: Dimensions = attrs.field(default=Dimensions(), converter=Dimensions)
    """Names and values of what it belongs to, such as a segment."""
    rank: Rank = attrs.field(default=Rank.NORMAL, converter=Rank)
    """Which of several statements counts."""
    modality: Modality = attrs.field(default=Modality.ASSERTED, converter=Modality)
    """In what way the sources say it."""
    because: LanguageMap | None = attrs.field(default=None, converter=optional(LanguageMap))
    """The editor's reason for its rank or its absence."""
    replaced_by: str | None = attrs.field(default=None, converter=optional(check_slug))
    """Key of the statement that is right instead."""
    derived_from: tuple[str, ...] = ()
    """Keys of the statements that the value is computed from; empty where it is stated."""
    derived_by: Derivation | None = attrs.field(default=None, converter=optional(Derivation))
    """How it is computed from them; ``None`` where that is not said, or no reckoning."""
    note: LanguageMap | None = attrs.field(default=None, converter=optional(LanguageMap))
    """What else a reader has to know."""
    exempt: Exemptions = attrs.field(default=Exemptions(), converter=Exemptions)
    """Checks that it is not held to, by code, each with the reason."""
    key: str | None = attrs.field(default=None, converter=optional(check_slug))
    """The author's name for it, unique in the profile; page anchors are made of it."""
    references: tuple[Reference, ...]
    """Where it is stated; at least one."""

    def __attrs_post_init__(self) -> None:
        if self._value is not None:
            object.__setattr__(self, "_value", self.prop.convert(self._value))
        object.__setattr__(self, "derived_from", tuple(map(check_slug, self.derived_from)))
        object.__setattr__(self, "references", tuple(self.references))
        problems = [Problem("", "", 0, path, message) for path, message in self._flaws()]
        if problems:
            raise ProfileDataError(problems)

    def _flaws(self) -> Iterator[tuple[str, str]]:
        if self._value is None and self.absent is None:
            yield "value", "must be given. Where there is none, say why with 'absent'."
        if self._value is not None and self.absent is not None:
            yield "absent", sentence("left out where there is a value", self.absent.value)
        if not self.references or not all(isinstance(r, Reference) for r in self.references):
            yield "references", "must be at least one reference. Name the source that says so."
        if self.because is None and (self.absent or self.rank is Rank.DEPRECATED):
            what = f"absent = {self.absent.value!r}" if self.absent else "rank = 'deprecated'"
            yield "because", f"must be given with {what}. Say why, in a sentence."
        if self.replaced_by is not None and self.rank is not Rank.DEPRECATED:
            yield (
                "replaced_by",
                sentence("left out unless the rank is 'deprecated'", self.replaced_by),
            )
        for name in self.dimensions:
            if name not in self.prop.dimensions:
                allowed = ", ".join(map(repr, self.prop.dimensions)) or "none"
                yield f"dimensions.{name}", sentence(f"a dimension of {self.prop}: {allowed}", name)
        yield from misused(self.derived_by, self.derived_from, self._value)
        yield from self._flaws_of_time()

    def _flaws_of_time(self) -> Iterator[tuple[str, str]]:
        time, valid = self.prop.time, self.valid
        if valid is None:
            if self.prop.requires_valid:
                yield "valid", f"must be given. {self.prop} means nothing without its period."
        elif time is Time.INSTANT and valid.at is None:
            yield "valid", sentence("a single date, since the figure is of one moment", valid.text)
        elif time is Time.DURATION and not valid.is_closed:
            yield "valid", sentence("a period with both its ends", valid.text)

    @property
    def value(self) -> V:
        """The value.

        Raises:
            AbsentValueError: There is none; :attr:`absent` says why.
        """
        if self._value is None:
            message = f"{self.prop} of {self.subject} has no value: {self.absent}"
            raise AbsentValueError(message)
        return self._value

    @property
    def id(self) -> str:
        """Hash of the claim alone, without references, rank, reasons and notes.

        It changes when something else is claimed and stays when a claim is re-sourced.
        """
        # Imported late: most programs never ask for an id.
        from hashlib import blake2b
        from json import dumps

        claim = {
            "prop": self.prop.name,
            "subject": self.subject,
            "value": plain(self._value),
            "absent": plain(self.absent),
            "valid": plain(self.valid),
            "dimensions": plain(self.dimensions),
            "modality": plain(self.modality),
        }
        text = dumps(claim, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return blake2b(text.encode(), digest_size=ID_BYTES).hexdigest()

    @property
    def anchor(self) -> str:
        """What pages call it, which is its key, or its id where it has none."""
        return self.key or self.id

    @property
    def is_deprecated(self) -> bool:
        """Whether it is known to be wrong."""
        return self.rank is Rank.DEPRECATED

    @property
    def is_computed(self) -> bool:
        """Whether its value is computed from other statements, and no source prints it."""
        return bool(self.derived_from) and not any(r.as_printed for r in self.references)

    @property
    def date(self) -> PartialDate | None:
        """The date that places it in time, which is its value or when it began to hold."""
        if isinstance(self._value, PartialDate):
            return self._value
        if self.valid is None:
            return None
        ends = (self.valid.start, self.valid.end)
        return next((end for end in ends if isinstance(end, PartialDate)), None)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, without the fields that say nothing."""
        return {"id": self.id, "prop": self.prop.name, **record(self, without="prop")}

    def _repr_html_(self) -> str:
        from companyprofiles._html import statement_table

        return statement_table(self)

    def __str__(self) -> str:
        value = f"({self.absent})" if self._value is None else str(self._value)
        valid = f" [{self.valid}]" if self.valid else ""
        sources = "; ".join(map(str, self.references))
        return f"{self.prop} of {self.subject}{valid}: {value} ({sources})"
