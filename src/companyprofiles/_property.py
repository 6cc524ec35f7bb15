"""What a property is: one definition from which reader, page, schema and mappings follow."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Generic, TypeVar

import attrs

from companyprofiles._choices import Choice
from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import PROPERTY_NAME, EntityId, Identifier, Url
from companyprofiles._maps import StringMap
from companyprofiles._numbers import Money, Number, Quantity, Share
from companyprofiles._plain import record
from companyprofiles._texts import LanguageMap, Text, check_text, matches
from companyprofiles._values import Address, Listing, Ownership, Position
from companyprofiles.errors import InvalidValueError, near_names

__all__ = ["RESERVED_NAMES", "VALUE_TYPES", "Property", "Time", "Topic", "Value", "type_name"]

Value = (
    Text
    | LanguageMap
    | PartialDate
    | Quantity
    | Money
    | Share
    | Identifier
    | EntityId
    | Url
    | Position
    | Listing
    | Ownership
    | Address
)
"""Any value that a statement can have."""

V = TypeVar("V")

VALUE_TYPES: dict[str, type[Any]] = {
    "text": Text,
    "language-map": LanguageMap,
    "date": PartialDate,
    "quantity": Quantity,
    "money": Money,
    "share": Share,
    "identifier": Identifier,
    "entity": EntityId,
    "url": Url,
    "position": Position,
    "listing": Listing,
    "ownership": Ownership,
    "address": Address,
}
"""The types of value, by the name that data files use."""

RESERVED_NAMES = frozenset(
    {"profile", "properties", "entities", "sources", "coverage", "resolutions", "statements"}
)
"""Names that no property can have, since they are tables of their own."""

PART = r"0(\.[0-9]{1,10})?"


class Time(Choice):
    """How a property's period of validity is read, compared and asked."""

    INSTANT = "instant"
    """It was so at some moment within the date, like a number of employees."""
    DURATION = "duration"
    """It came about over the whole period, like revenue."""
    STATE = "state"
    """It held throughout the period, like an office or a name."""


class Topic(Choice):
    """What a property is about, and so where pages show it."""

    NAMES = "names"
    ORGANISATION = "organisation"
    IDENTIFIERS = "identifiers"
    PEOPLE = "people"
    FINANCE = "finance"
    MARKET = "market"
    HOLDINGS = "holdings"
    EVENTS = "events"
    PRODUCTS = "products"
    CLAIMS = "claims"


def check_property_name(text: object) -> str:
    """Return *text* if a property can be called so.

    Raises:
        InvalidValueError: It is not in snake case, too long, or reserved.
    """
    if not isinstance(text, str) or not matches(PROPERTY_NAME, text):
        raise InvalidValueError("a property name in lower case, such as 'net_income'", text)
    if text in RESERVED_NAMES:
        raise InvalidValueError("a property name that is not reserved", text)
    return text


def _inverse(name: str) -> str:
    return name if name == "" else check_property_name(name)


def _tolerance(value: object) -> Decimal:
    part = Decimal(value) if isinstance(value, str) and matches(PART, value) else value
    if not isinstance(part, Decimal | int) or isinstance(part, bool) or not 0 <= part < 1:
        raise InvalidValueError("a part such as '0.02'", value, "Quote it.")
    return Decimal(part)


def _value_type(value: type[V] | str) -> type[V]:
    if isinstance(value, str) and value in VALUE_TYPES:
        return VALUE_TYPES[value]
    if isinstance(value, type) and value in VALUE_TYPES.values():
        return value
    near = near_names(value, VALUE_TYPES) if isinstance(value, str) else ""
    expected = f"a type of value: {', '.join(VALUE_TYPES)}"
    raise InvalidValueError(expected, value, f"Did you mean {near}?" if near else "")


@attrs.frozen(eq=False)
class Property(Generic[V]):
    """A kind of fact, defined once. Two properties are equal when their names are."""

    name: str = attrs.field(converter=check_property_name)
    """Its name in data files and in Python, in snake case."""
    value_type: type[V] = attrs.field(converter=_value_type)
    """Type of its values."""
    label: LanguageMap = attrs.field(kw_only=True, converter=LanguageMap)
    """What readers call it."""
    description: LanguageMap = attrs.field(kw_only=True, converter=LanguageMap)
    """What exactly it states, in a sentence."""
    topic: Topic = attrs.field(default=Topic.CLAIMS, kw_only=True, converter=Topic)
    """What it is about, and so where pages show it."""
    time: Time = attrs.field(default=Time.STATE, kw_only=True, converter=Time)
    """How the period of validity is read."""
    single: bool = attrs.field(default=False, kw_only=True)
    """Whether a subject has one value at a time (for each language and each set of dimensions)."""
    rising: bool = attrs.field(default=False, kw_only=True)
    """Whether its figures never become smaller, like a number of users ever registered."""
    tolerance: Decimal = attrs.field(default=Decimal(0), kw_only=True, converter=_tolerance)
    """Part of a figure by which two sources may differ and still agree, such as ``0.02``."""
    inverse: str = attrs.field(default="", kw_only=True, converter=_inverse)
    """Name of the property that states the same from the other end; empty where none does."""
    requires_valid: bool = attrs.field(default=False, kw_only=True)
    """Whether a statement of it must say when it held."""
    dimensions: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """Names of the dimensions that its statements may have, such as ``segment``."""
    unit: str = attrs.field(default="", kw_only=True)
    """Unit of its numbers; one that is written without a unit is in this one."""
    scheme: str = attrs.field(default="", kw_only=True)
    """Scheme of its identifiers; empty where each value names its own."""
    mappings: StringMap = attrs.field(
        default=StringMap(), kw_only=True, repr=False, converter=StringMap
    )
    """The same property in ``wikidata``, ``schema``, ``ftm``, ``bods``, ``gleif`` and ``xbrl``."""

    def __attrs_post_init__(self) -> None:
        for dimension in self.dimensions:
            check_property_name(dimension)
        for text in (self.unit, self.scheme, *self.mappings, *self.mappings.values()):
            if text:
                check_text(text)

    def __eq__(self, other: object) -> bool:
        return self.name == other.name if isinstance(other, Property) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.name)

    def __str__(self) -> str:
        return self.name

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, as ``[[properties]]`` of a data file has it."""
        kind = next(name for name, cls in VALUE_TYPES.items() if cls is self.value_type)
        return {**record(self, without="value_type"), "value_type": kind}

    def convert(self, value: object) -> V:
        """Return *value* as this property's type; strings follow the type's grammar.

        Raises:
            InvalidValueError: It is neither of the type nor such a string.
        """
        kind = self.value_type
        if isinstance(value, Identifier) and self.scheme not in ("", value.scheme):
            raise InvalidValueError(f"an identifier of the scheme {self.scheme!r}", str(value))
        if issubclass(kind, Number):
            return self._convert_number(value, kind)  # type: ignore[return-value]
        if isinstance(value, kind):
            return value
        if kind is Identifier:
            return Identifier.parse(value, self.scheme)  # type: ignore[arg-type, return-value]
        if kind is PartialDate:
            return PartialDate.parse(value)  # type: ignore[arg-type, return-value]
        if kind in (EntityId, Url, LanguageMap):
            return kind(value)  # type: ignore[call-arg]
        if kind is Text and isinstance(value, str):
            return Text(value)  # type: ignore[return-value]
        raise InvalidValueError(f"a {kind.__name__}", value)

    def _convert_number(self, value: object, kind: type[Number]) -> Number:
        if isinstance(value, Number) and not value.unit and self.unit:
            value = attrs.evolve(value, unit=self.unit)
        number = value if isinstance(value, kind) else kind.parse(value, self.unit)  # type: ignore[arg-type]
        if self.unit and number.unit != self.unit:
            advice = "Leave the unit out, or convert the number."
            raise InvalidValueError(f"a number of {self.unit}", str(number), advice)
        return number


def type_name(prop: Property[Any]) -> str:
    """Return the name that data files have for the type of a property's values."""
    return next(name for name, cls in VALUE_TYPES.items() if cls is prop.value_type)
