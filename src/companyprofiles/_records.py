"""Statements as flat rows, which data frames and spreadsheets take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId
from companyprofiles._numbers import Number
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._values import Ownership, Position

__all__ = ["COLUMNS", "records"]

COLUMNS = (
    "statement",
    "prop",
    "subject",
    "value",
    "lang",
    "entity",
    "amount",
    "unit",
    "lower",
    "upper",
    "valid",
    "valid_from",
    "valid_to",
    "dimensions",
    "rank",
    "modality",
    "absent",
    "because",
    "replaced_by",
    "derived_from",
    "derived_by",
    "sources",
)
"""The columns of every row, in order; they stay."""


def records(statements: Iterable[Statement[Any]]) -> list[dict[str, Any]]:
    """Return a row for each statement, with all of :data:`COLUMNS`."""
    return [_row(statement) for statement in statements]


def _row(statement: Statement[Any]) -> dict[str, Any]:
    valid = statement.valid
    start, end = (valid.start, valid.end) if valid else (None, None)
    value = None if statement.absent else statement.value
    found: dict[str, Any] = {
        "statement": statement.anchor,
        "prop": statement.prop.name,
        "subject": statement.subject,
        "value": None if value is None else str(value),
        "entity": _other_end(value),
        "valid": str(valid) if valid else None,
        "valid_from": start.earliest if isinstance(start, PartialDate) else None,
        "valid_to": end.latest if isinstance(end, PartialDate) else None,
        "dimensions": "; ".join(f"{name}={of}" for name, of in statement.dimensions.items())
        or None,
        "rank": statement.rank.value,
        "modality": statement.modality.value,
        "absent": statement.absent.value if statement.absent else None,
        "because": str(statement.because) if statement.because else None,
        "replaced_by": statement.replaced_by,
        "derived_from": "; ".join(statement.derived_from) or None,
        "derived_by": statement.derived_by.value if statement.derived_by else None,
        "sources": "; ".join(dict.fromkeys(r.source for r in statement.references)),
    }
    number = value.share if isinstance(value, Ownership) else value
    if isinstance(number, Number):
        found |= {
            "amount": number.amount,
            "unit": number.unit or None,
            "lower": number.least,
            "upper": number.most,
        }
    elif isinstance(value, Text | LanguageMap):
        found["lang"] = value.lang if isinstance(value, Text) else value.best("en").lang
    return {column: found.get(column) for column in COLUMNS}


def _other_end(value: object) -> str | None:
    """Return the id of the entity that a value names; ``None`` where it names none."""
    if isinstance(value, EntityId):
        return str(value)
    if isinstance(value, Position):
        return str(value.holder)
    return str(value.party) if isinstance(value, Ownership) else None
