"""Closed lists of words: one of an enumeration's values, or an error that names them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from companyprofiles.errors import InvalidValueError, near_names

__all__ = ["Choice"]


class Choice(StrEnum):
    """An enumeration whose members are made from their values; others get a clear error."""

    @classmethod
    def _missing_(cls, value: object) -> Self:
        words = [member.value for member in cls]
        near = near_names(value, words) if isinstance(value, str) else ""
        expected = f"one of {', '.join(map(repr, words))}"
        raise InvalidValueError(expected, value, f"Did you mean {near}?" if near else "")
