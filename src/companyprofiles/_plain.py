"""Values as plain data: the strings, lists and tables that files and JSON hold."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

__all__ = ["plain"]


def plain(value: Any) -> Any:
    """Return *value* as strings, booleans, lists and dictionaries.

    A value with a grammar of its own becomes the string that its ``parse`` reads; a record
    becomes a table of the fields that say something, so that a default is never written.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str | Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if hasattr(type(value), "parse"):
        return str(value)
    return record(value)


def record(value: Any, kind: type[Any] | None = None, *, without: str = "") -> dict[str, Any]:
    """Return the fields of an attrs object that differ from their defaults.

    Args:
        value: The object.
        kind: Class whose fields are meant, where the object has more.
        without: Name of a field to leave out.
    """
    fields: dict[str, Any] = {}
    for field in attrs.fields(kind or type(value)):
        item = getattr(value, field.name)
        if field.name != without and item != field.default:
            fields[field.alias or field.name] = plain(item)
    return fields
