"""Patterns of the characters that a text may have, as JSON Schema writes them."""

from __future__ import annotations

import unicodedata
from functools import cache

from companyprofiles import _texts

__all__ = ["forbidden_character", "text_pattern"]


@cache
def text_pattern() -> str:
    """Return the pattern of a text that is not blank and has no forbidden character."""
    blank, forbidden = _ranges(_blank()), _ranges(_forbidden())
    return f"[{blank}]*[^{blank}{forbidden}][^{forbidden}]*"


def forbidden_character() -> str:
    """Return the pattern of a character that no text has."""
    return f"[{_ranges(_forbidden())}]"


@cache
def _forbidden() -> frozenset[str]:
    """Return the characters that no text has.

    Those outside the basic plane and those that Unicode may assign yet are left to the reader.
    """
    categories = _texts.FORBIDDEN_CATEGORIES - {"Cn", "Cs"}
    plane = map(chr, range(0x10000))
    return _texts.BIDIRECTIONAL.union(c for c in plane if unicodedata.category(c) in categories)


def _blank() -> frozenset[str]:
    return frozenset(c for c in map(chr, range(0x10000)) if c.isspace()) - _forbidden()


def _ranges(chars: frozenset[str]) -> str:
    """Return characters as the ranges of a class, in escapes."""
    codes = set(map(ord, chars))
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return "".join(
        f"\\u{first:04x}" if first == last else f"\\u{first:04x}-\\u{last:04x}"
        for first, last in zip(starts, ends, strict=True)
    )
