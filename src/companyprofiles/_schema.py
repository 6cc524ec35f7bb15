"""The JSON Schema of a profile's data files, made from the vocabulary, for editors.

A file is seen alone, without its sister files. So a table that no known property is called like is
taken for statements of a property that the profile defines for itself, maybe in another file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from companyprofiles import vocabulary as core
from companyprofiles._coverage import Coverage
from companyprofiles._derivation import PAIRS
from companyprofiles._field_docs import field_docs, summary
from companyprofiles._header import SCHEMA_VERSION, Header
from companyprofiles._identifiers import PROPERTY_NAME
from companyprofiles._numbers import Number
from companyprofiles._property import RESERVED_NAMES, VALUE_TYPES, Property, Time
from companyprofiles._reader import LISTS
from companyprofiles._resolutions import Resolution
from companyprofiles._shapes import Shape, as_period, as_value, closed, record, reference_to
from companyprofiles._sources import Reference
from companyprofiles._statements import Rank, Statement

__all__ = ["schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ABOUT = (
    "One data file of a company profile. `companyprofiles check` sees more: names that lead "
    "nowhere, check digits, whatever needs the other files."
)
LOCAL = "Statements of a property that the profile defines under `[[properties]]`."

AT_LEAST_ONE: Shape = {"minItems": 1}


def schema(vocabulary: Mapping[str, Property[Any]]) -> Shape:
    """Return the JSON Schema of one data file.

    Args:
        vocabulary: The properties that statements may have, by name.
    """
    statement = _statement()
    kinds = dict(LISTS, properties=Property)
    tables = {
        "profile": record(Header),
        **{name: _list(kind) for name, kind in kinds.items()},
        **{prop.name: _statements(prop, statement) for prop in vocabulary.values()},
    }
    known = "|".join({**tables, **dict.fromkeys(RESERVED_NAMES)})
    local = {"description": LOCAL, "type": "array", "items": reference_to("Statement")}
    return {
        "$schema": DIALECT,
        "$id": f"urn:companyprofiles:profile:{SCHEMA_VERSION}",
        "title": "Company profile",
        "description": ABOUT,
        "type": "object",
        "properties": tables,
        # Not additionalProperties, which taplo takes to be about the known tables, too.
        "patternProperties": {f"^(?!(?:{known})$){PROPERTY_NAME}$": local},
        "additionalProperties": False,
        "$defs": {
            **{kind.__name__: as_value(kind) for kind in VALUE_TYPES.values()},
            "Reference": record(Reference),
            "Statement": statement,
            **{kind.__name__: _record(kind) for kind in kinds.values()},
        },
    }


def _must_have(*required: str, **keys: Any) -> Shape:
    """Return a condition on some keys of a table.

    It allows all others, since tombi takes a condition for a whole table that has no others.
    """
    return {"required": list(required), "properties": keys, "additionalProperties": True}


def _list(kind: type[Any]) -> Shape:
    return {
        "description": summary(kind),
        "type": "array",
        "items": reference_to(kind.__name__),
    }


def _record(kind: type[Any]) -> Shape:
    """Return the schema of a table that is no statement, with the rules of its class."""
    shape = record(kind)
    keys = shape["properties"]
    if kind is Coverage:
        shape |= {
            "if": _must_have("complete_as_of"),
            "then": _must_have("references", references=AT_LEAST_ONE),
            "else": _must_have("looked_in", looked_in=AT_LEAST_ONE),
        }
    elif kind is Resolution:
        keys["statements"] |= {"minItems": 2, "uniqueItems": True}
    elif kind is Property:
        taken = map(str.lower, core.__all__)
        keys["name"]["not"] = {"enum": sorted(RESERVED_NAMES.union(taken))}
    return shape


def _statement() -> Shape:
    """Return the schema of a statement of whatever property.

    Its rules are conditions, for what fails there is named alone. In a table with allOf taplo
    offers no keys, and of oneOf and anyOf editors only say that nothing fits.
    """
    anything = {"anyOf": [reference_to(kind.__name__) for kind in VALUE_TYPES.values()]}
    references = {"type": "array", "items": reference_to("Reference"), **AT_LEAST_ONE}
    is_deprecated = _must_have("rank", rank={"const": Rank.DEPRECATED.value})
    shape = record(Statement, without="prop", value=anything, references=references)
    shape["properties"]["derived_from"]["uniqueItems"] = True
    return {
        **shape,
        "if": _must_have("absent"),
        "then": _must_have("because", value=False),
        "else": _must_have("value"),
        "dependentSchemas": {
            "rank": {"if": is_deprecated, "then": _must_have("because")},
            "replaced_by": is_deprecated,
            "derived_by": {
                **_must_have("value", "derived_from", derived_from={"minItems": 2}),
                "if": _must_have(derived_by={"enum": [how.value for how in PAIRS]}),
                "then": _must_have(derived_from={"maxItems": 2}),
            },
        },
    }


def _statements(prop: Property[Any], statement: Shape) -> Shape:
    """Return the schema of the statements of one property."""
    if prop.unit or prop.scheme:
        value = as_value(prop.value_type, unit=prop.unit, scheme=prop.scheme)
    else:
        value = reference_to(prop.value_type.__name__)
    keys = statement["properties"]
    time = f"{keys['valid']['description']} Here: {prop.time}. {field_docs(Time)[prop.time.name]}"
    words = keys["dimensions"]["additionalProperties"]
    allowed = closed(dict.fromkeys(prop.dimensions, words))
    required = [*statement["required"], *(["valid"] if prop.requires_valid else [])]
    own = {
        "value": value,
        "valid": {"description": time, **as_period(prop.time)},
        "dimensions": {"description": keys["dimensions"]["description"], **allowed},
    }
    no_key = set() if issubclass(prop.value_type, Number) else {"derived_by"}
    shared = {key: reference_to(f"Statement/properties/{key}") for key in keys if key not in no_key}
    about = {"title": str(prop.label), "description": str(prop.description)}
    items = {**statement, **about, **closed({**shared, **own}, required)}
    return {**about, "type": "array", "items": items}
