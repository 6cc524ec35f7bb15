"""Statements as Arrow tables, and as data frames of the libraries that read Arrow."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, get_args

from companyprofiles import (
    EntityId,
    EntityView,
    LanguageMap,
    Money,
    Number,
    Ownership,
    Position,
    Profile,
    Property,
    Text,
    Time,
)
from companyprofiles.errors import InvalidValueError, MissingLibraryError
from companyprofiles_tables.columns import COLUMNS, Kind, rows

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

__all__ = ["Library", "frame", "table"]

Library = Literal["duckdb", "pandas", "polars", "pyarrow"]
"""The libraries that data frames come from."""

DIMENSION = "dimension_"
"""What the name of a dimension's column begins with."""
DIGITS, DECIMALS = 38, 9
"""Digits and decimals of the numbers that every library reads, in 128 bits."""
MOST_DIGITS = 76
"""Digits of the longest numbers that Arrow has, in 256 bits."""

FILLED_BY: dict[str, tuple[type[Any], ...]] = {
    "lang": (Text, LanguageMap),
    "entity": (EntityId, Position, Ownership),
    "currency": (Money,),
    **dict.fromkeys(("amount", "unit", "lower", "upper"), (Number, Ownership)),
}
"""The types of value that fill a column; all others are filled by any."""


def table(source: Profile | EntityView, prop: Property[Any] | str | None = None) -> pa.Table:
    """Return the statements of a profile or an entity as an Arrow table, a row for each.

    Every statement has a row, whatever its rank and modality; choose those that count.

    Args:
        source: The profile, or what it states of an entity.
        prop: A property, or its name: only its statements are taken, the columns that its values
            cannot fill are left out, and each of its dimensions has a column of its own.

    Returns:
        The table. Amounts are decimals of 38 digits, 9 of them behind the point; where one does
        not fit, of up to 76 digits, and where that does not do either, text.

    Raises:
        MissingLibraryError: pyarrow is not installed.
        UnknownNameError: No statement of the profile has a property of that name.
    """
    if prop is None:
        return _arrow([row for _, row in rows(source)], [column.name for column in COLUMNS])
    source.all(prop)  # which knows the names that there are
    chosen = [(s, row) for s, row in rows(source) if s.prop.name == str(prop)]
    used = chosen[0][0].prop if chosen else prop
    names = _columns_of(used) if isinstance(used, Property) else [c.name for c in COLUMNS]
    for statement, row in chosen:
        row |= {f"{DIMENSION}{name}": of for name, of in statement.dimensions.items()}
    return _arrow([row for _, row in chosen], names)


def frame(
    source: Profile | EntityView, prop: Property[Any] | str | None = None, *, library: Library
) -> Any:
    """Return the same as :func:`table`, as a data frame of a library.

    Args:
        source: The profile, or what it states of an entity.
        prop: A property, or its name.
        library: ``pandas``, ``polars``, ``pyarrow``, or ``duckdb``, of which it is a relation.

    Raises:
        InvalidValueError: It is another library.
        MissingLibraryError: The library, pyarrow or narwhals is not installed.
        UnknownNameError: No statement of the profile has a property of that name.
    """
    if library not in get_args(Library):
        expected = f"one of {', '.join(map(repr, get_args(Library)))}"
        raise InvalidValueError(expected, library)
    found = table(source, prop)
    if library == "pyarrow":
        return found
    try:
        import narwhals

        eager = narwhals.from_native(found, eager_only=True)
        if library == "duckdb":
            return eager.lazy(library).to_native()
        return eager.to_pandas() if library == "pandas" else eager.to_polars()
    except ImportError as error:
        raise _missing(error.name or library, library) from error


def _columns_of(prop: Property[Any]) -> list[str]:
    """Return the names of the columns that statements of *prop* may fill."""
    names = [
        column.name
        for column in COLUMNS
        if issubclass(prop.value_type, FILLED_BY.get(column.name, (object,)))
        and (column.name != "as_of" or prop.time is Time.INSTANT)
    ]
    place = names.index("dimensions")
    names[place : place + 1] = (f"{DIMENSION}{name}" for name in prop.dimensions)
    return names


def _arrow(records: Sequence[dict[str, Any]], names: Sequence[str]) -> pa.Table:
    try:
        import pyarrow as pa
    except ImportError as error:
        raise _missing("pyarrow", "arrow") from error
    kinds = {column.name: column.kind for column in COLUMNS}
    numbers = [n for n in names if kinds.get(n) is Kind.DECIMAL]
    digits = _decimal(pa, [r[n] for r in records for n in numbers if r[n] is not None])
    types = {
        Kind.TEXT: pa.string(),
        Kind.DECIMAL: digits,
        Kind.DATE: pa.date32(),
        Kind.LIST: pa.list_(pa.string()),
        Kind.MAP: pa.map_(pa.string(), pa.string()),
    }
    is_text = digits == pa.string()

    def cell(record: dict[str, Any], name: str) -> Any:
        value = record.get(name)
        if isinstance(value, Decimal) and is_text:
            return f"{value:f}"
        return list(value.items()) if isinstance(value, dict) else value

    fields = [(name, types[kinds.get(name, Kind.TEXT)]) for name in names]
    columns = [pa.array([cell(r, name) for r in records], kind) for name, kind in fields]
    return pa.table(columns, schema=pa.schema(fields))


def _decimal(pa: Any, numbers: Sequence[Decimal]) -> Any:
    """Return the narrowest type that holds all of *numbers* with all their digits."""
    parts = [number.as_tuple() for number in numbers]
    decimals = max((-int(p.exponent) for p in parts), default=0)
    whole = max((len(p.digits) + int(p.exponent) for p in parts), default=0)
    if decimals <= DECIMALS and whole <= DIGITS - DECIMALS:
        return pa.decimal128(DIGITS, DECIMALS)
    decimals = max(decimals, 0)
    if decimals + max(whole, 0) <= MOST_DIGITS:
        return pa.decimal256(MOST_DIGITS, decimals)
    return pa.string()


def _missing(library: str, extra: str) -> MissingLibraryError:
    purpose = "tables and data frames"
    return MissingLibraryError(library, purpose, extra, "companyprofiles-tables")
