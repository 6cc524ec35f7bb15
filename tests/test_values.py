"""Values of several parts name the other end, and every part is checked."""

import pytest

from companyprofiles import Interest, Listing, Ownership, Position, SecurityKind, Share
from companyprofiles.errors import InvalidValueError


def test_an_ownership_names_the_other_party():
    part = Ownership(party="moonshot-ai", share="36 %")

    assert part.party == "moonshot-ai"
    assert part.share == Share.parse("36 %")
    assert part.votes is None
    assert part.interest is Interest.SHAREHOLDING
    assert part.direct is None


@pytest.mark.parametrize(
    "fields, text",
    [
        ({}, "ant"),
        ({"share": "33 %"}, "ant, 33 %"),
        ({"share": "33 %", "votes": "50 %"}, "ant, 33 %, 50 % of votes"),
        ({"interest": "contract"}, "ant, contract"),
    ],
)
def test_an_ownership_reads_as_a_line(fields, text):
    assert str(Ownership(party="ant", **fields)) == text


def test_a_position_names_its_holder_and_perhaps_its_role():
    assert str(Position(holder="ann-lee")) == "ann-lee"
    assert str(Position(holder="ann-lee", role={"en": "Chair", "zh": "主席"})) == "ann-lee, Chair"


def test_a_listing_names_exchange_and_ticker():
    listing = Listing(
        exchange="XNYS", ticker="BABA", security="isin:US01609W1027", kind="ads", currency="USD"
    )

    assert str(listing) == "XNYS: BABA"
    assert listing.kind is SecurityKind.ADS
    assert str(listing.security) == "isin:US01609W1027"


@pytest.mark.parametrize("ticker", ["BABA", "9988", "BRK.B", "BF-B", "0001.HK", "A&B", "X/Y", "V"])
def test_tickers(ticker):
    assert Listing(exchange="XHKG", ticker=ticker).ticker == ticker


@pytest.mark.parametrize(
    "kind, fields, message",
    [
        (Ownership, {"party": "Ant Group"}, "must be an id of lower-case letters"),
        (Ownership, {"party": "ant", "share": "36"}, "must be a share in percent"),
        (Ownership, {"party": "ant", "votes": "136 %"}, "must be a share from 0 to 100 %"),
        (Ownership, {"party": "ant", "share": 36}, r"must be a share such as '36 %'.*Quote it"),
        (Ownership, {"party": "ant", "interest": "voting"}, "Did you mean 'voting-rights'"),
        (Position, {"holder": None}, "must be an id of lower-case letters"),
        (Position, {"holder": "ann", "role": "Chair"}, "must be a text in at least one language"),
        (Listing, {"exchange": "NYSE!", "ticker": "A"}, "must be a market identifier code"),
        (Listing, {"exchange": "XNYS", "ticker": "baba"}, "must be a ticker symbol such as 'BABA'"),
        (Listing, {"exchange": "XHKG", "ticker": 9988}, r"must be a ticker symbol.* Quote it\."),
        (Listing, {"exchange": "XNYS", "ticker": "A" * 21}, "must be a ticker symbol"),
        (
            Listing,
            {"exchange": "XNYS", "ticker": "A", "security": "US01609W1027"},
            "must be an identifier such as 'wikidata:Q1359568'",
        ),
        (
            Listing,
            {"exchange": "XNYS", "ticker": "A", "kind": "adr"},
            "must be one of 'share', 'ads', 'bond', got 'adr'",
        ),
        (
            Listing,
            {"exchange": "XHKG", "ticker": "9988", "currency": "HK$"},
            r"must be an ISO 4217 currency code, got 'HK\$'\. Use a code such as 'CNY'\.",
        ),
    ],
)
def test_a_bad_part_is_refused(kind, fields, message):
    with pytest.raises(InvalidValueError, match=message):
        kind(**fields)
