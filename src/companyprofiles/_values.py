"""Values of several parts: ownership, position, listing, address.

Each names only the other end; the property says the role, the statement's subject is this end.
"""

from __future__ import annotations

import attrs

from companyprofiles._choices import Choice
from companyprofiles._countries import COUNTRIES
from companyprofiles._currencies import CURRENCIES
from companyprofiles._identifiers import EntityId, Identifier, as_identifier
from companyprofiles._in_words import InWords
from companyprofiles._numbers import Share, as_share
from companyprofiles._texts import LanguageMap, check_text, matches
from companyprofiles.errors import InvalidValueError

__all__ = [
    "Address",
    "AddressKind",
    "Interest",
    "Listing",
    "Ownership",
    "Position",
    "SecurityKind",
]


TICKER = r"[0-9A-Z][0-9A-Z.&/-]{0,19}"


class Interest(Choice):
    """By what right somebody has a part in a company (BODS interest types, widened)."""

    SHAREHOLDING = "shareholding"
    VOTING_RIGHTS = "voting-rights"
    CONTRACT = "contract"
    BOARD_APPOINTMENT = "board-appointment"


@attrs.frozen(kw_only=True)
class Ownership(InWords):
    """A part that the subject has in another party, or the other way round."""

    party: EntityId = attrs.field(converter=EntityId)
    """The other party."""
    share: Share | None = attrs.field(default=None, converter=attrs.converters.optional(as_share))
    """Part of the equity, in percent; ``None`` where no source gives it."""
    votes: Share | None = attrs.field(default=None, converter=attrs.converters.optional(as_share))
    """Part of the votes, in percent; ``None`` where no source gives it."""
    interest: Interest = attrs.field(default=Interest.SHAREHOLDING, converter=Interest)
    """By what right."""
    direct: bool | None = None
    """Whether it is held directly; ``None`` where no source says."""

    def __str__(self) -> str:
        parts = [str(self.party)]
        if self.share is not None:
            parts.append(str(self.share))
        if self.votes is not None:
            parts.append(f"{self.votes} of votes")
        if self.interest is not Interest.SHAREHOLDING:
            parts.append(self.interest.value)
        return ", ".join(parts)


@attrs.frozen(kw_only=True)
class Position(InWords):
    """An office that somebody holds in the subject."""

    holder: EntityId = attrs.field(converter=EntityId)
    """Who holds it."""
    role: LanguageMap | None = attrs.field(
        default=None, converter=attrs.converters.optional(LanguageMap)
    )
    """Title of the office; ``None`` where the property says it all."""

    def __str__(self) -> str:
        return f"{self.holder}, {self.role}" if self.role else str(self.holder)


class SecurityKind(Choice):
    """What is traded."""

    SHARE = "share"
    ADS = "ads"
    """American depositary shares."""
    BOND = "bond"


MICS = {"NYSE": "XNYS", "SEHK": "XHKG", "HKEX": "XHKG", "SZSE": "XSHE"}
"""Codes of exchanges, by the short names that have the form of a code and are none."""


def _mic(text: str) -> str:
    if text in MICS:
        expected = "a market identifier code (ISO 10383) such as 'XNYS'"
        raise InvalidValueError(expected, text, f"Use '{MICS[text]}'.")
    return Identifier("mic", text).id


def _ticker(text: str) -> str:
    if not matches(TICKER, text):
        raise InvalidValueError("a ticker symbol such as 'BABA' or '9988'", text, "Quote it.")
    return text


def _currency(text: str) -> str:
    if text != "" and text not in CURRENCIES:
        raise InvalidValueError("an ISO 4217 currency code", text, "Use a code such as 'CNY'.")
    return text


@attrs.frozen(kw_only=True)
class Listing(InWords):
    """A security of the subject on an exchange."""

    exchange: str = attrs.field(converter=_mic)
    """ISO 10383 market identifier code of the exchange, such as ``XNYS``."""
    ticker: str = attrs.field(converter=_ticker)
    """Ticker symbol on that exchange."""
    security: Identifier | None = attrs.field(
        default=None, converter=attrs.converters.optional(as_identifier)
    )
    """The security itself, by its ISIN or another identifier."""
    kind: SecurityKind = attrs.field(default=SecurityKind.SHARE, converter=SecurityKind)
    """What is traded."""
    currency: str = attrs.field(default="", converter=_currency)
    """ISO 4217 code of the currency it is traded in; empty where no source gives it."""

    def __str__(self) -> str:
        return f"{self.exchange}: {self.ticker}"


class AddressKind(Choice):
    """What an address is of (BODS address types)."""

    REGISTERED = "registered"
    """The seat in the register."""
    BUSINESS = "business"
    """Where the business is done."""
    POSTAL = "postal"
    """Where letters are received."""


def _country(code: str) -> str:
    if code not in COUNTRIES:
        advice = "Use 'GB'." if code == "UK" else ""
        raise InvalidValueError("an ISO 3166-1 code of two letters, such as 'CN'", code, advice)
    return code


def _lines(lines: object) -> tuple[str, ...]:
    if not isinstance(lines, list | tuple):
        raise InvalidValueError("a list of lines", lines, "Put it in [ ].")
    return tuple(map(check_text, lines))


@attrs.frozen(kw_only=True)
class Address(InWords):
    """A postal address of the subject."""

    country: str = attrs.field(converter=_country)
    """ISO 3166-1 code of the country or territory, in two letters."""
    lines: tuple[str, ...] = attrs.field(default=(), converter=_lines)
    """Street, number and building, as the source writes them."""
    city: str | None = attrs.field(default=None, converter=attrs.converters.optional(check_text))
    """City or town."""
    region: str | None = attrs.field(default=None, converter=attrs.converters.optional(check_text))
    """Province or state."""
    postal_code: str | None = attrs.field(
        default=None, converter=attrs.converters.optional(check_text)
    )
    """Postal code."""
    kind: AddressKind = attrs.field(default=AddressKind.BUSINESS, converter=AddressKind)
    """What it is the address of."""

    def __str__(self) -> str:
        parts = (*self.lines, self.city, self.region, self.postal_code, self.country)
        return ", ".join(part for part in parts if part)
