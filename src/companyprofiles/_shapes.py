"""JSON Schema of the parts of a data file: strings, values and records, made from their classes.

What a string must look like is said by the pattern that its converter uses. Small parts stand
where they are used, since not every editor shows a description beside a ``$ref``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from companyprofiles import _edtf, _identifiers, _numbers, _property, _texts
from companyprofiles._characters import forbidden_character, text_pattern
from companyprofiles._choices import Choice
from companyprofiles._countries import COUNTRIES
from companyprofiles._currencies import CURRENCIES
from companyprofiles._dates import PartialDate
from companyprofiles._exemptions import CODE, Exemptions
from companyprofiles._field_docs import field_docs, summary
from companyprofiles._header import MONTH_DAY, SCHEMA_VERSION
from companyprofiles._identifiers import SCHEMES, EntityId, Identifier, Url
from companyprofiles._maps import MOST_KEYS, StringMap
from companyprofiles._numbers import Money, Number, Share
from companyprofiles._periods import Period
from companyprofiles._property import RESERVED_NAMES, VALUE_TYPES, Time
from companyprofiles._sources import LONGEST_FILE_NAME, SHA256, TEXT_FILE
from companyprofiles._statements import Dimensions
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._values import TICKER

__all__ = ["Shape", "as_period", "as_value", "closed", "record", "reference_to"]

Shape = dict[str, Any]
"""A JSON Schema."""

NAMES = {
    "id": "attributed_to derived_from id key looked_in preferred profile replaced_by source "
    "statements subject",
    "property": "dimensions inverse name prop",
    "text": "as_printed author by city licence lines locator maintainers postal_code publisher "
    "region scheme text unit",
    "language": "lang languages",
    "url": "archive_url url",
}
"""The fields of each kind of string; a name means the same in every record but where it is told
with its class."""


def record(kind: type[Any], *, without: str = "", **fields: Shape) -> Shape:
    """Return the schema of a table that becomes an attrs object.

    Args:
        kind: Class of the object.
        without: Name of a field that the table does not have.
        fields: What is said otherwise than the types of the fields say it, by name.
    """
    docs, types = field_docs(kind), get_type_hints(kind)
    wanted = [field for field in attrs.fields(kind) if field.name != without]
    keys: Shape = {}
    for field in wanted:
        key = field.alias or field.name
        names = (f"{kind.__name__}.{key}", key)
        shape = fields[key] if key in fields else _of_type(types[field.name], names)
        if field.default == "":
            shape = _or_empty(shape)
        about = {"description": docs[field.name]} if field.name in docs else {}
        keys[key] = {**about, **shape}
    required = [field.alias for field in wanted if field.default is attrs.NOTHING]
    return {"description": summary(kind), **closed(keys, required)}


def closed(keys: Shape, required: Iterable[Any] = ()) -> Shape:
    """Return the schema of a table without other keys."""
    return {
        "type": "object",
        "properties": keys,
        "required": list(required),
        "additionalProperties": False,
    }


def reference_to(name: str) -> Shape:
    """Return a reference to a definition of the same document."""
    return {"$ref": f"#/$defs/{name}"}


def as_value(kind: type[Any], *, unit: str = "", scheme: str = "") -> Shape:
    """Return the schema of a statement's value.

    Args:
        kind: Type of the value.
        unit: Unit that the property gives to its numbers.
        scheme: Scheme that the property gives to its identifiers.
    """
    if attrs.has(kind) and not hasattr(kind, "parse") and kind is not Text:
        return record(kind)
    if kind is Text:
        shape = _text(MOST_KEYS)
    elif issubclass(kind, Number):
        shape = _number(kind, unit)
    elif kind is Identifier:
        shape = _identifier(scheme)
    else:
        shape = _of_type(kind)
    return {"description": summary(kind), **shape}


def as_period(time: Time) -> Shape:
    """Return the schema of the period of a statement, as its property reads it."""
    end = f"(?:{_edtf.DATE})"
    intervals = {
        Time.INSTANT: "",
        Time.DURATION: rf"|{end}/{end}",
        Time.STATE: rf"|{end}/(?:{end}|\.\.)?|(?:\.\.)?/{end}",
    }
    return _string(f"{_date()}{intervals[time]}")


def _date() -> str:
    """Return the pattern of a date, or of a range, whose ends have no mark."""
    day = _edtf.DAYS
    return rf"{_edtf.DATE}|\[(?:{day}\.\.{day}?|\.\.{day})\]"


def _of_type(hint: Any, names: tuple[str, ...] = ()) -> Shape:
    """Return the schema of what has a type; of a string, by the name of its field."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of_type(kinds[0], names)}
    kind = kinds[0] if kinds and get_origin(hint) is not type else hint
    if kind is Text:
        return _text(1)
    if kind in _typed():
        return _typed()[kind]
    if isinstance(kind, type) and issubclass(kind, Choice):
        return _choice(kind)
    if attrs.has(kind):
        return reference_to(kind.__name__)
    return next(_named()[name] for name in names if name in _named())


@cache
def _typed() -> dict[type[Any], Shape]:
    """Return the schemas of types of which every field is the same."""
    text = _string(text_pattern(), _texts.LONGEST_TEXT)
    strings = {"type": "object", "maxProperties": MOST_KEYS}
    return {
        bool: {"type": "boolean"},
        LanguageMap: _language_map(MOST_KEYS),
        PartialDate: _string(_date()),
        Period: as_period(Time.STATE),
        EntityId: _string(_identifiers.SLUG, _identifiers.LONGEST_SLUG),
        Url: _printable(_string(_identifiers.URL, _identifiers.LONGEST_URL)),
        Share: _number(Share),
        Identifier: _identifier(),
        Exemptions: {
            **strings,
            "propertyNames": _string(CODE),
            "additionalProperties": text,
        },
        Dimensions: {**strings, "propertyNames": text, "additionalProperties": text},
        StringMap: {
            **strings,
            "propertyNames": _or_empty(text),
            "additionalProperties": _or_empty(text),
        },
    }


@cache
def _named() -> dict[str, Shape]:
    """Return the schemas of the fields whose types do not say enough."""
    property_name = _string(_identifiers.PROPERTY_NAME)
    kinds = {
        "id": _typed()[EntityId],
        "property": {**property_name, "not": {"enum": sorted(RESERVED_NAMES)}},
        "text": _string(text_pattern(), _texts.LONGEST_TEXT),
        "language": _string(_texts.LANGUAGE),
        "url": _typed()[Url],
    }
    return {
        **{name: kinds[kind] for kind, names in NAMES.items() for name in names.split()},
        "country": {"enum": sorted(COUNTRIES)},
        "currency": {"enum": sorted(CURRENCIES)},
        "exchange": _string(SCHEMES["mic"].pattern),
        "fiscal_year_end": _string(MONTH_DAY),
        "schema_version": {"type": "integer", "minimum": 1, "maximum": SCHEMA_VERSION},
        "sha256": _string(SHA256),
        "Source.text": _string(TEXT_FILE, LONGEST_FILE_NAME),
        "ticker": _string(TICKER),
        # Nought may be written as a number, too.
        "tolerance": {
            **_string(_property.PART),
            "type": ["string", "integer"],
            "minimum": 0,
            "maximum": 0,
        },
        "value_type": {"enum": list(VALUE_TYPES)},
    }


def _string(pattern: str, longest: int | None = None) -> Shape:
    """Return the schema of a string that a pattern describes as a whole.

    The names of groups are left out, for JSON Schema has the grammar of ECMA-262.
    """
    shape: Shape = {"type": "string", "pattern": f"^(?:{re.sub('[?]P<[a-z_]+>', '?:', pattern)})$"}
    return shape if longest is None else {**shape, "maxLength": longest}


def _or_empty(shape: Shape) -> Shape:
    if "enum" in shape:
        return {**shape, "enum": ["", *shape["enum"]]}
    return {**shape, "pattern": f"^$|{shape['pattern']}"}


def _choice(kind: type[Choice]) -> Shape:
    docs = field_docs(kind)
    about = [docs.get(member.name) for member in kind]
    # Not part of JSON Schema: what taplo and the editors that use it show beside each word.
    shown = {"x-taplo": {"docs": {"enumValues": about}}} if any(about) else {}
    return {"enum": [member.value for member in kind], **shown}


def _language_map(most: int) -> Shape:
    return {
        "type": "object",
        "patternProperties": {
            _string(_texts.LANGUAGE)["pattern"]: _string(text_pattern(), _texts.LONGEST_TEXT)
        },
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": most,
    }


def _text(most: int) -> Shape:
    return {"anyOf": [_language_map(most), record(Text)]}


def _number(kind: type[Number], unit: str = "") -> Shape:
    if unit:
        written = f"(?: {_literal(unit)})?"
    elif kind is Share:
        written = " %"
    elif kind is Money:
        written = f" (?:{'|'.join(sorted(CURRENCIES))})(?:/{_numbers.PER})?"
    else:
        written = f"(?: {_numbers.UNIT})?"
    return _printable(_string(f"{_numbers.FIGURE}{written}", _numbers.LONGEST_TEXT))


def _identifier(scheme: str = "") -> Shape:
    if scheme:
        pattern = SCHEMES[scheme].pattern if scheme in SCHEMES else _identifiers.ID
        return _string(f"(?:{_literal(scheme)}:)?(?:{pattern})")
    checked = "|".join(f"{name}:(?:{known.pattern})" for name, known in SCHEMES.items())
    return {
        **_string(f"{_identifiers.SCHEME_NAME}:{_identifiers.ID}"),
        "if": {"pattern": f"^(?:{'|'.join(SCHEMES)}):"},
        "then": _string(checked),
    }


def _literal(text: str) -> str:
    """Return the pattern of one text; only what ECMA-262 allows to be escaped is."""
    return re.sub(r"[\^$\\.*+?()\[\]{}|]", r"\\\g<0>", text)


def _printable(shape: Shape) -> Shape:
    """Return the schema of a string without the characters that no text has."""
    return {**shape, "not": {"pattern": forbidden_character()}}
