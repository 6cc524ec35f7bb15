"""Closed lists of words: one of an enumeration's values, or an error that names them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from companyprofiles.errors import InvalidValueError, near_names

__all__ = ["one_of"]

E = TypeVar("E", bound=Enum)


def one_of(choices: type[E]) -> Callable[[E | str], E]:
    """Return a converter to a member of *choices*, which takes the member or its value."""

    def convert(word: E | str) -> E:
        if isinstance(word, choices):
            return word
        values = [str(choice.value) for choice in choices]
        if isinstance(word, str) and word in values:
            return choices(word)
        near = near_names(word, values) if isinstance(word, str) else ""
        expected = f"one of {', '.join(map(repr, values))}"
        raise InvalidValueError(expected, word, f"Did you mean {near}?" if near else "")

    return convert
