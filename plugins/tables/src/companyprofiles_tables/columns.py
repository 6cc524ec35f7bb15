"""The columns of every table: those of the core's records, and two that follow from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

from companyprofiles import (
    EntityView,
    Money,
    Precision,
    Profile,
    Statement,
    Time,
)

__all__ = ["COLUMNS", "Column", "Kind", "rows"]


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    DECIMAL = "decimal"
    DATE = "date"
    LIST = "list"
    """Ids, none of which has a blank."""
    MAP = "map"
    """Names and texts."""


class Column(NamedTuple):
    """A column of every table."""

    name: str
    description: str
    """What it holds, in a sentence."""
    kind: Kind = Kind.TEXT
    required: bool = False
    """Whether every row has it."""


COLUMNS = (
    Column("statement", "Key of the statement, or its id where it has none.", required=True),
    Column("prop", "Name of the property.", required=True),
    Column("subject", "Id of the entity that it is about.", required=True),
    Column("value", "The value as text, with the digits of its source."),
    Column("lang", "Language of a text, as a BCP 47 tag."),
    Column("entity", "Id of the entity that the value names."),
    Column("amount", "The figure in single units; none where only bounds are.", Kind.DECIMAL),
    Column("unit", "Unit of the amount and its bounds."),
    Column("currency", "ISO 4217 code of the currency of an amount of money."),
    Column("lower", "Smallest value that the figure may have.", Kind.DECIMAL),
    Column("upper", "Largest value that the figure may have.", Kind.DECIMAL),
    Column("valid", "When it held, in EDTF, as written."),
    Column("valid_from", "First day that its period names.", Kind.DATE),
    Column("valid_to", "Last day that its period names.", Kind.DATE),
    Column("as_of", "Day of a figure of one moment, where it is known to the day.", Kind.DATE),
    Column("dimensions", "What it is of besides its subject.", Kind.MAP),
    Column("rank", "Which of several counts: preferred, normal or deprecated.", required=True),
    Column("modality", "In what way the sources say it, such as asserted.", required=True),
    Column("absent", "Why there is no value: unknown, none or withheld."),
    Column("because", "The editors' reason for the rank or the absence, in English."),
    Column("replaced_by", "Key of the statement that is right instead."),
    Column("derived_from", "Keys of the statements that it is computed from.", Kind.LIST),
    Column("derived_by", "How it is computed from them, such as sum."),
    Column("sources", "Ids of the sources that say so.", Kind.LIST, required=True),
)
"""The columns in their order, which stay."""


def rows(source: Profile | EntityView) -> Iterator[tuple[Statement[Any], dict[str, Any]]]:
    """Yield each statement of a profile or an entity with its row, which has all columns.

    The cells are those of the core's records, but lists and dimensions are taken apart.
    """
    for statement, record in zip(source, source.to_records(), strict=True):
        yield (
            statement,
            record
            | {
                "currency": _currency(statement),
                "as_of": _as_of(statement),
                "dimensions": dict(statement.dimensions) or None,
                "derived_from": _derived_from(record),
                "sources": list(dict.fromkeys(r.source for r in statement.references)),
            },
        )


def _derived_from(record: dict[str, Any]) -> list[str] | None:
    keys: str | None = record["derived_from"]
    return keys.split("; ") if keys else None


def _currency(statement: Statement[Any]) -> str | None:
    value = None if statement.absent else statement.value
    return value.currency if isinstance(value, Money) else None


def _as_of(statement: Statement[Any]) -> dt.date | None:
    day = statement.valid.at if statement.valid else None
    if day is None or statement.prop.time is not Time.INSTANT:
        return None
    return day.earliest if day.precision is Precision.DAY and not day.is_marked else None
