"""Texts and the languages they are in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import attrs

from companyprofiles._choices import Choice
from companyprofiles._in_words import InWords
from companyprofiles._maps import StringMap
from companyprofiles.errors import InvalidValueError

__all__ = ["LanguageMap", "Text", "TextKind"]

LONGEST_TEXT = 10_000
"""Characters of the longest text."""

LANGUAGE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})
BIDIRECTIONAL = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def matches(pattern: str, text: object) -> bool:
    """Tell whether *text* is a string that *pattern* describes as a whole."""
    return isinstance(text, str) and re.fullmatch(pattern, text) is not None


def check_text(text: object) -> str:
    """Return *text* if it can be shown as it is.

    Raises:
        InvalidValueError: It is no string, empty, too long, or has control or bidirectional
            characters, which would make a page show something else than the data says.
    """
    if not isinstance(text, str):
        raise InvalidValueError("a string", text, "Quote it.")
    if not text.strip():
        raise InvalidValueError("a text that is not empty", text, "Leave the key out instead.")
    if len(text) > LONGEST_TEXT:
        raise InvalidValueError(f"a text of at most {LONGEST_TEXT} characters", text)
    if not text.isascii() or not text.isprintable():
        for char in text:
            if unicodedata.category(char) in FORBIDDEN_CATEGORIES or char in BIDIRECTIONAL:
                raise InvalidValueError(
                    "a text without control and bidirectional characters",
                    text,
                    f"Remove U+{ord(char):04X}.",
                )
    return text


def check_language(tag: object) -> str:
    """Return *tag* if it is a BCP 47 language tag such as ``en``, ``zh-Hans`` or ``pt-BR``.

    Raises:
        InvalidValueError: It is not.
    """
    if not isinstance(tag, str) or not matches(LANGUAGE, tag):
        raise InvalidValueError("a language tag such as 'en', 'zh' or 'zh-Hans'", tag)
    return tag


class TextKind(Choice):
    """How a text came into its language."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    TRANSLITERATION = "transliteration"


@attrs.frozen(order=False, repr=False)
class Text(InWords):
    """A text in one language, where the wording itself is the fact, as with a name."""

    text: str = attrs.field(converter=check_text)
    """The text itself."""
    lang: str = attrs.field(default="und", converter=check_language)
    """BCP 47 tag of its language; ``und`` where it is not determined."""
    kind: TextKind = attrs.field(default=TextKind.ORIGINAL, kw_only=True, converter=TextKind)
    """Whether it was written so, translated or put into other letters."""

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        kind = "" if self.kind is TextKind.ORIGINAL else f", kind={self.kind.value!r}"
        return f"Text({self.text!r}, {self.lang!r}{kind})"


class LanguageMap(InWords, StringMap):
    """One wording in several languages, as JSON-LD's language maps: tag to text.

    Immutable, hashable, never empty; its languages are sorted, so that two maps are equal
    when they say the same.
    """

    __slots__ = ()

    def __init__(self, texts: Mapping[str, str]) -> None:
        if not texts or not hasattr(texts, "items"):
            raise InvalidValueError(
                "a text in at least one language", texts, 'Write it as in { en = "…", zh = "…" }.'
            )
        super().__init__(texts)

    def _check(self, key: object, value: object) -> tuple[str, str]:
        return check_language(key), check_text(value)

    def best(self, *langs: str) -> Text:
        """Return the text in the first of *langs* that there is, with the language it is in.

        A tag also finds its base language (``zh-Hans`` finds ``zh``), then English and any
        language follow. What comes back tells its language, so a page can mark a fallback.
        """
        for wanted in (*langs, "en"):
            base = wanted.partition("-")[0]
            for tag, text in self._pairs:
                if tag == wanted:
                    return Text(text, tag)
            for tag, text in self._pairs:
                if tag.partition("-")[0] == base:
                    return Text(text, tag)
        tag, text = self._pairs[0]
        return Text(text, tag)

    def __str__(self) -> str:
        return self.best("en").text
