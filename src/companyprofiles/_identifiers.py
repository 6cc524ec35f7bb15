"""Slugs of this package, and identifiers that others gave: scheme, pattern, check digit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import attrs

from companyprofiles._in_words import InWords
from companyprofiles._texts import matches
from companyprofiles.errors import InvalidValueError

__all__ = ["SCHEMES", "EntityId", "Identifier", "IdentifierScheme", "Url"]

LONGEST_SLUG = 80
LONGEST_NAME = 60
LONGEST_ID = 120
LONGEST_URL = 2000

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
PROPERTY_NAME = rf"[a-z][a-z0-9_]{{0,{LONGEST_NAME - 1}}}"
SCHEME_NAME = r"[A-Za-z][A-Za-z0-9_-]{1,39}"
ID = rf"[!-~](?:[ -~]{{0,{LONGEST_ID - 2}}}[!-~])?"
URL = (
    r'[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@:<>"\\^`{|}]+'
    r'(:[0-9]{1,5})?([/?#][^\s<>"\\^`{|}]*)?'
)


def check_slug(text: object) -> str:
    """Return *text* if it is a kebab-case id.

    Raises:
        InvalidValueError: It is not.
    """
    if not isinstance(text, str) or len(text) > LONGEST_SLUG or not matches(SLUG, text):
        raise InvalidValueError(
            f"an id of lower-case letters, digits and single hyphens, at most {LONGEST_SLUG} long",
            text,
        )
    return text


def check_url(text: object) -> str:
    """Return *text* if it is a web address.

    Raises:
        InvalidValueError: It has another scheme than http and https, credentials, spaces,
            control or bidirectional characters, or is too long.
    """
    if (
        not isinstance(text, str)
        or len(text) > LONGEST_URL
        or not text.isprintable()
        or not matches(URL, text)
    ):
        raise InvalidValueError(
            "an http or https address",
            text,
            "A document without a public address has no url.",
        )
    return text


class EntityId(InWords, str):
    """The id of an entity of the profile, where a value names another thing."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        return super().__new__(cls, check_slug(text))


class Url(InWords, str):
    """A web address (http or https)."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        return super().__new__(cls, check_url(text))


@attrs.frozen
class IdentifierScheme:
    """A list of identifiers that somebody keeps, and how one of them is checked."""

    name: str
    """Its code, org-id.guide's where it has one, else our own."""
    label: str
    """What it is called."""
    pattern: str
    """Regular expression for the whole identifier."""
    example: str
    """An identifier that passes the check."""
    check: Callable[[str], bool] | None = None
    """Tells whether the check digits hold; ``None`` where the scheme has none."""
    url: str = ""
    """Address of the register's own page of one identifier, with ``{id}``."""


@attrs.frozen(order=True)
class Identifier(InWords):
    """An identifier in a scheme, checked when it is made.

    Other schemes may be used by their org-id.guide code; of those only the
    form is checked.
    """

    scheme: str
    """Code of the scheme, such as ``lei`` or ``GB-COH``."""
    id: str
    """The identifier in that scheme, as the register writes it."""

    def __attrs_post_init__(self) -> None:
        if not matches(SCHEME_NAME, self.scheme):
            raise InvalidValueError("a scheme such as 'lei' or 'GB-COH'", self.scheme)
        if not matches(ID, self.id):
            raise InvalidValueError(
                f"an identifier of at most {LONGEST_ID} ASCII characters", self.id, "Quote it."
            )
        scheme = SCHEMES.get(self.scheme)
        if scheme is None:
            return
        expected = f"{scheme.label} such as {scheme.example!r}"
        if not matches(scheme.pattern, self.id):
            raise InvalidValueError(expected, self.id)
        if scheme.check is not None and not scheme.check(self.id):
            raise InvalidValueError(
                expected, self.id, "Its check digits do not fit; compare it with the register."
            )

    @classmethod
    def parse(cls, text: str, scheme: str = "") -> Identifier:
        """Read ``scheme:id``, or an id alone where *scheme* is given.

        Raises:
            InvalidValueError: It is neither, or the check of the scheme fails.
        """
        if not isinstance(text, str):
            raise InvalidValueError("an identifier as a string", text, "Quote it.")
        if scheme:
            return cls(scheme, text.removeprefix(f"{scheme}:"))
        name, colon, rest = text.partition(":")
        if not colon:
            raise InvalidValueError("an identifier such as 'wikidata:Q1359568'", text)
        return cls(name, rest)

    @property
    def url(self) -> str:
        """The register's own page of it, or an empty string."""
        scheme = SCHEMES.get(self.scheme)
        return scheme.url.format(id=self.id) if scheme else ""

    def __str__(self) -> str:
        return f"{self.scheme}:{self.id}"


def _letters_to_digits(text: str) -> str:
    return "".join(str(int(char, 36)) for char in text)


def _mod_97(text: str) -> bool:
    """ISO 7064 MOD 97-10, as an LEI has it."""
    return int(_letters_to_digits(text)) % 97 == 1


def _luhn(text: str) -> bool:
    """The Luhn sum over the digits of an ISIN."""
    digits = [int(char) for char in reversed(_letters_to_digits(text))]
    return sum(sum(divmod(d * (1 + i % 2), 10)) for i, d in enumerate(digits)) % 10 == 0


def _double_add_double(text: str) -> bool:
    """The double-add-double sum of a CUSIP and of a FIGI."""
    order = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#"
    total = sum(sum(divmod(order.index(c) * (1 + i % 2), 10)) for i, c in enumerate(text[:-1]))
    return str(-total % 10) == text[-1]


def _uscc(text: str) -> bool:
    """The weighted sum modulo 31 of GB 32100-2015."""
    order = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(order.index(char) * pow(3, i, 31) for i, char in enumerate(text[:17]))
    return order[-total % 31] == text[17]


SCHEMES: dict[str, IdentifierScheme] = {
    scheme.name: scheme
    for scheme in (
        IdentifierScheme(
            "lei",
            "a legal entity identifier (ISO 17442)",
            r"[0-9A-Z]{18}[0-9]{2}",
            "5493001NTNQJDH60PM02",
            _mod_97,
            "https://search.gleif.org/#/record/{id}",
        ),
        IdentifierScheme(
            "isin",
            "an international securities identification number (ISO 6166)",
            r"[A-Z]{2}[0-9A-Z]{9}[0-9]",
            "US01609W1027",
            _luhn,
        ),
        IdentifierScheme(
            "cusip", "a CUSIP", r"[0-9A-Z*@#]{8}[0-9]", "01609W102", _double_add_double
        ),
        IdentifierScheme(
            "figi",
            "a financial instrument global identifier",
            # No vowels, and no first letters that would make it look like an ISIN.
            r"(?!BS|BM|GG|GB|GH|KY|VG)[B-DF-HJ-NP-TV-Z]{2}G[0-9B-DF-HJ-NP-TV-Z]{8}[0-9]",
            "BBG000B9XRY4",
            _double_add_double,
            "https://www.openfigi.com/id/{id}",
        ),
        IdentifierScheme(
            "cik",
            "a central index key of the US SEC, ten digits",
            r"[0-9]{10}",
            "0001577552",
            None,
            "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK={id}",
        ),
        IdentifierScheme(
            "uscc",
            "a unified social credit code (GB 32100-2015)",
            r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}",
            "91350100M000100Y43",
            _uscc,
        ),
        IdentifierScheme(
            "wikidata",
            "a Wikidata item",
            r"Q[1-9][0-9]{0,11}",
            "Q1359568",
            None,
            "https://www.wikidata.org/wiki/{id}",
        ),
        IdentifierScheme(
            "opencorporates",
            "a company of OpenCorporates, its jurisdiction and number,",
            r"[a-z]{2}(_[a-z]{2})?/[0-9A-Za-z._-]{1,60}",
            "us_de/2923466",
            None,
            "https://opencorporates.com/companies/{id}",
        ),
        IdentifierScheme("duns", "a D-U-N-S number, nine digits", r"[0-9]{9}", "060704780"),
        IdentifierScheme(
            "permid",
            "a PermID of LSEG",
            r"[1-9][0-9]{4,19}",
            "4295905573",
            None,
            "https://permid.org/1-{id}",
        ),
        IdentifierScheme(
            "elf", "a code of an entity legal form (ISO 20275)", r"[A-Z0-9]{4}", "CDOV"
        ),
        IdentifierScheme("mic", "a market identifier code (ISO 10383)", r"[A-Z0-9]{4}", "XNYS"),
    )
}
"""The schemes whose identifiers are checked, by name."""


def as_identifier(value: Identifier | str) -> Identifier:
    """Return *value*, read first if it is a string."""
    return value if isinstance(value, Identifier) else Identifier.parse(value)
