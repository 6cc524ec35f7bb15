"""Where a statement comes from: sources, and references to places in them."""

from __future__ import annotations

import attrs
from attrs.converters import optional

from companyprofiles._choices import Choice
from companyprofiles._dates import PartialDate, as_partial_date
from companyprofiles._identifiers import check_slug, check_url
from companyprofiles._texts import LanguageMap, Text, check_language, check_text, matches
from companyprofiles.errors import InvalidValueError

__all__ = ["Reference", "Source", "SourceKind"]

SHA256 = r"[0-9a-f]{64}"
TEXT_FILE = r"[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*"
LONGEST_FILE_NAME = 200


def _sha256(text: str) -> str:
    if not matches(SHA256, text):
        raise InvalidValueError("a SHA-256 of 64 lower-case hexadecimal digits", text)
    return text


def _text_file(text: object) -> str:
    if not isinstance(text, str) or len(text) > LONGEST_FILE_NAME or not matches(TEXT_FILE, text):
        advice = "Letters of ASCII, digits, '.', '_' and '-' only, below the folder of the data."
        raise InvalidValueError("the name of a file such as 'archive/report.txt'", text, advice)
    return text


class SourceKind(Choice):
    """What kind of document a source is (BODS source types, widened)."""

    SELF_DECLARATION = "self_declaration"
    """By the company about itself."""
    OFFICIAL_REGISTER = "official_register"
    REGULATORY_FILING = "regulatory_filing"
    COURT = "court"
    PRESS = "press"
    THIRD_PARTY = "third_party"
    PRIMARY_RESEARCH = "primary_research"


@attrs.frozen
class Source:
    """A document that statements are taken from, listed once."""

    id: str = attrs.field(converter=check_slug)
    """Its id, unique in the profile."""
    title: LanguageMap = attrs.field(kw_only=True, converter=LanguageMap)
    """Its title, in the language it is in; our description where it has none."""
    kind: SourceKind = attrs.field(kw_only=True, converter=SourceKind)
    """What kind of document it is."""
    publisher: str | None = attrs.field(default=None, kw_only=True, converter=optional(check_text))
    """Who published it."""
    author: str | None = attrs.field(default=None, kw_only=True, converter=optional(check_text))
    """Who wrote it."""
    published: PartialDate | None = attrs.field(
        default=None, kw_only=True, converter=optional(as_partial_date)
    )
    """When it was published; marked ``?`` where the date was inferred."""
    url: str | None = attrs.field(default=None, kw_only=True, converter=optional(check_url))
    """Its public address; ``None`` where it has none."""
    archive_url: str | None = attrs.field(default=None, kw_only=True, converter=optional(check_url))
    """Address of an archived copy."""
    licence: str | None = attrs.field(default=None, kw_only=True, converter=optional(check_text))
    """Licence of the document."""
    lang: str | None = attrs.field(default=None, kw_only=True, converter=optional(check_language))
    """BCP 47 tag of the language it is in."""
    sha256: str | None = attrs.field(default=None, kw_only=True, converter=optional(_sha256))
    """SHA-256 of the copy that was read, in hexadecimal digits."""
    text: str | None = attrs.field(default=None, kw_only=True, converter=optional(_text_file))
    """File with the archived text, below the folder of the data; :attr:`sha256` is its hash."""
    mirror: bool = attrs.field(default=False, kw_only=True)
    """Whether it is a copy of somebody else's publication, which alone proves nothing."""

    def __str__(self) -> str:
        parts = (str(self.title), self.publisher, str(self.published or ""), self.url)
        return ". ".join(part for part in parts if part)


@attrs.frozen
class Reference:
    """A source and the place in it that a statement is taken from."""

    source: str = attrs.field(converter=check_slug)
    """Id of the source."""
    locator: str | None = attrs.field(default=None, converter=optional(check_text))
    """Place in the source, such as ``p. 88, note 3``."""
    quote: Text | None = attrs.field(default=None, kw_only=True)
    """A few words of the source, verbatim."""
    as_printed: str | None = attrs.field(default=None, kw_only=True, converter=optional(check_text))
    """The value as the source prints it."""
    retrieved: PartialDate | None = attrs.field(
        default=None, kw_only=True, converter=optional(as_partial_date)
    )
    """When the source was read."""
    attributed_to: str | None = attrs.field(
        default=None, kw_only=True, converter=optional(check_slug)
    )
    """Id of the entity that says it in that source, where that is not the publisher."""
    anonymous: bool = attrs.field(default=False, kw_only=True)
    """Whether the source does not name who says it."""

    def __str__(self) -> str:
        return f"{self.source}, {self.locator}" if self.locator else self.source
