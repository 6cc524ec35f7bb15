"""Immutable maps of strings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from companyprofiles.errors import InvalidValueError

__all__ = ["MOST_KEYS", "StringMap"]


MOST_KEYS = 100
"""Keys of the largest map."""


class StringMap(Mapping[str, str]):
    """An immutable, hashable map of strings, sorted by key."""

    __slots__ = ("_pairs",)

    _pairs: tuple[tuple[str, str], ...]

    def __init__(self, pairs: Mapping[str, str] | None = None) -> None:
        if pairs is not None and not isinstance(pairs, Mapping):
            raise InvalidValueError("a table", pairs)
        if pairs is not None and len(pairs) > MOST_KEYS:
            raise InvalidValueError(f"a table of at most {MOST_KEYS} keys", pairs)
        if isinstance(pairs, type(self)):
            object.__setattr__(self, "_pairs", pairs._pairs)
            return
        checked = (self._check(key, value) for key, value in (pairs or {}).items())
        object.__setattr__(self, "_pairs", tuple(sorted(checked)))

    def _check(self, key: object, value: object) -> tuple[str, str]:
        if not isinstance(key, str) or not isinstance(value, str):
            raise InvalidValueError("a table of strings", {key: value}, "Quote the value.")
        return key, value

    def __setattr__(self, name: str, value: object) -> None:
        message = f"a {type(self).__name__} is immutable: {name}"
        raise AttributeError(message)

    def __getitem__(self, key: str) -> str:
        for name, value in self._pairs:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StringMap):
            return self._pairs == other._pairs
        return NotImplemented if not isinstance(other, Mapping) else dict(self) == dict(other)

    def __hash__(self) -> int:
        return hash(self._pairs)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (dict(self._pairs),))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self._pairs)!r})"
