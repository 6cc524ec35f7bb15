"""Identifiers are checked as their registers check them; slugs and addresses are harmless."""

import csv
import json
import re
from string import ascii_uppercase, digits

import pytest
import stdnum.cusip
import stdnum.figi
import stdnum.isin
import stdnum.lei
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from companyprofiles import EntityId, Identifier, Listing, Url
from companyprofiles._identifiers import LONGEST_SLUG, LONGEST_URL, SCHEMES, check_slug, check_url
from companyprofiles.errors import InvalidValueError
from tests.strategies import identifiers, leis, slugs, urls

ORACLES = {
    "lei": stdnum.lei,
    "isin": stdnum.isin,
    "cusip": stdnum.cusip,
    "figi": stdnum.figi,
    "uscc": uscc,
}


def is_valid(scheme: str, text: str) -> bool:
    """Tell whether we take *text*."""
    try:
        Identifier(scheme, text)
    except InvalidValueError:
        return False
    return True


@st.composite
def mutated(draw: st.DrawFn, scheme: str) -> str:
    """Draw a good identifier with one or two characters changed, or none."""
    examples = {
        "lei": ["5493001NTNQJDH60PM02", "HWUPKR0MPOU8FGXBT394", "INR2EJN1ERAN0W5ZP974"],
        "isin": ["US01609W1027", "US0378331005", "DE0007164600", "KYG017191142", "XS1896706957"],
        "cusip": ["01609W102", "037833100", "91324PAE2", "DUS0421C5"],
        "figi": ["BBG000B9XRY4", "BBG000BLNQ16", "NRG92C84SB39"],
        "uscc": ["91350100M000100Y43", "91110000600037341L", "91330100716105852F"],
    }
    text = list(draw(st.sampled_from(examples[scheme])))
    for _ in range(draw(st.integers(0, 2))):
        # The oracle has a list of the countries that an ISIN begins with, lets a FIGI begin with
        # two of those that are kept for ISINs, and takes letters as check digits of an LEI; the
        # standards do not.
        place = draw(st.integers(2 if scheme in ("isin", "figi") else 0, len(text) - 1))
        is_check_digit = scheme == "lei" and place >= len(text) - 2
        text[place] = draw(st.sampled_from(digits if is_check_digit else digits + ascii_uppercase))
    return "".join(text)


@pytest.mark.parametrize("scheme", sorted(ORACLES))
@given(data=st.data())
def test_stdnum_finds_the_same_check_digits(scheme, data):
    text = data.draw(mutated(scheme))

    assert is_valid(scheme, text) == ORACLES[scheme].is_valid(text)


@given(leis, st.integers(0, 19), st.data())
def test_an_lei_with_one_wrong_digit_or_letter_is_refused(lei, place, data):
    alike = digits if lei[place] in digits else ascii_uppercase
    wrong = data.draw(st.sampled_from(sorted(set(alike) - {lei[place]})))

    assert is_valid("lei", lei)
    assert not is_valid("lei", lei[:place] + wrong + lei[place + 1 :])


@pytest.mark.parametrize(
    "scheme", sorted(SCHEMES.values(), key=lambda s: s.name), ids=lambda s: s.name
)
def test_every_scheme_has_an_example_that_it_takes(scheme):
    assert str(Identifier(scheme.name, scheme.example)) == f"{scheme.name}:{scheme.example}"


@pytest.mark.parametrize("scheme", sorted(ORACLES))
def test_a_wrong_check_digit_says_so(scheme):
    example = SCHEMES[scheme].example
    wrong = example[:-1] + ("1" if example[-1] == "0" else "0")

    with pytest.raises(
        InvalidValueError, match=r"Its check digits do not fit; compare it with the register\."
    ):
        Identifier(scheme, wrong)


@pytest.mark.parametrize(
    "scheme, text",
    [
        ("lei", "5493001NTNQJDH60PM0"),
        ("lei", "5493001ntnqjdh60pm02"),
        ("isin", "us01609W1027"),
        ("isin", "US01609W102"),
        ("cik", "1577552"),
        ("wikidata", "1359568"),
        ("wikidata", "Q0"),
        ("wikidata", "P31"),
        ("uscc", "91350100M000100I43"),
        ("figi", "BBG000B9XRA4"),
        ("figi", "GHG000B9XRY4"),
        ("figi", "BBB000B9XRY4"),
        ("opencorporates", "US_DE/2923466"),
        ("opencorporates", "us_de"),
        ("opencorporates", "us_de/29/23466"),
        ("duns", "06-070-4780"),
        ("permid", "1-4295905573"),
        ("elf", "cdov"),
        ("elf", "CDOVX"),
        ("mic", "NYSE!"),
        ("mic", "xnys"),
        ("mic", "NYSEX"),
    ],
)
def test_another_form_is_refused_with_an_example(scheme, text):
    with pytest.raises(
        InvalidValueError, match=rf"^must be .* such as '{SCHEMES[scheme].example}', got '{text}'"
    ):
        Identifier(scheme, text)


@pytest.mark.parametrize("scheme", ["", "l", "1ei", "l ei", "lei:", None, 5, "x" * 41])
def test_what_is_no_scheme_is_refused(scheme):
    with pytest.raises(InvalidValueError, match="must be a scheme such as 'lei' or 'GB-COH'"):
        Identifier(scheme, "12345")


@pytest.mark.parametrize(
    "text", ["", " 1", "1 ", "１２", "a\nb", "x\u202e", "x" * 121, None, 12345]
)
def test_an_identifier_is_short_and_ascii(text):
    with pytest.raises(
        InvalidValueError, match=r"must be an identifier of at most 120 ASCII characters, .* Quote"
    ):
        Identifier("GB-COH", text)


def test_a_scheme_that_is_not_ours_is_taken_as_it_is():
    assert str(Identifier.parse("GB-COH:01234567")) == "GB-COH:01234567"
    assert Identifier.parse("GB-COH:01234567").url == ""


def test_a_scheme_that_is_given_may_be_repeated_in_the_text():
    assert Identifier.parse("cik:0001577552", "cik") == Identifier.parse("0001577552", "cik")


@pytest.mark.parametrize(
    "text, message",
    [
        ("Q1359568", "must be an identifier such as 'wikidata:Q1359568', got 'Q1359568'"),
        (1359568, r"must be an identifier as a string, got 1359568\. Quote it\."),
        (None, "must be an identifier as a string, got None"),
    ],
)
def test_an_identifier_without_a_scheme_is_refused(text, message):
    with pytest.raises(InvalidValueError, match=message):
        Identifier.parse(text)


@given(identifiers)
def test_an_identifier_reads_back_from_its_text(identifier):
    assert Identifier.parse(str(identifier)) == identifier
    assert Identifier.parse(str(identifier), identifier.scheme) == identifier


@given(identifiers, identifiers, identifiers)
def test_the_order_is_total_and_transitive(a, b, c):
    assert (a < b) + (b < a) + (a == b) == 1
    assert not (a < b < c) or a < c
    assert a != b or hash(a) == hash(b)


@given(identifiers)
def test_the_page_of_a_register_is_an_address(identifier):
    assert identifier.url == "" or check_url(identifier.url)


def test_registers_have_a_page_for_each_identifier():
    assert Identifier.parse("wikidata:Q1359568").url == "https://www.wikidata.org/wiki/Q1359568"
    assert Identifier.parse("isin:US01609W1027").url == ""


@given(slugs)
def test_slugs_are_ids(slug):
    assert EntityId(slug) == slug == check_slug(slug)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Acme", "acme_x", "-acme", "acme-", "a--b", "acmé", "a b", "a/b", "../x", "a\n"),
        *(None, 5, "x" * (LONGEST_SLUG + 1)),
    ],
)
def test_what_is_no_slug_is_refused(text):
    with pytest.raises(
        InvalidValueError,
        match="must be an id of lower-case letters, digits and single hyphens, at most 80 long",
    ):
        EntityId(text)


@given(urls)
def test_web_addresses_are_taken(url):
    assert Url(url) == url == check_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://acme.example",
        "HTTPS://acme.example/",
        "http://acme.example:8080/a?b=c#d",
        "https://zh.wikipedia.org/wiki/阿里巴巴集团",
        "https://acme.example/a(b)'c;d,e",
        "https://例え.テスト/",
        "https://acme.example?q=1",
    ],
)
def test_addresses_as_they_occur_are_taken(url):
    assert Url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "acme.example",
        "//acme.example/",
        "javascript:alert(1)",
        "JavaScript:alert(1)//http://x.example",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://acme.example/",
        "mailto:ann@acme.example",
        "vbscript:x",
        " https://acme.example",
        "https://acme.example\n",
        "https://acme.example/a b",
        "https://",
        "https:///path",
        "https:acme.example",
        "https://user:password@acme.example/",
        "https://user@acme.example/",
        "https://acme.example@evil.example/",
        "https://acme.example\\@evil.example/",
        'https://acme.example/"onclick="x',
        "https://acme.example/<script>",
        "https://<script>/",
        'https://"onclick="alert(1)',
        "https://a`b/",
        "https://acme.example/\u202egpj.exe",
        "https://acme.example/\x00",
        "https://acme.example/\u200b",
        "https://acme.example:port/",
        "https://[::1]/",
        "https://acme.example/" + "x" * LONGEST_URL,
        None,
        5,
    ],
)
def test_other_addresses_are_refused(url):
    with pytest.raises(
        InvalidValueError,
        match=r"^must be an http or https address, got .* A document without a public address has",
    ):
        Url(url)


@given(st.text(max_size=20).map("https://{}".format))
def test_no_address_that_is_taken_leaves_an_attribute_of_html(url):
    try:
        check_url(url)
    except InvalidValueError:
        return

    assert url.isprintable()
    assert not re.search(r"[\s\"<>`\\]", url)


# Published identifiers.


@pytest.fixture(scope="module")
def published_leis(shared_data) -> set[str]:
    """Every LEI in the answers of GLEIF."""
    found = set()
    for file in (shared_data / "gleif" / "lei_records").glob("*.json"):
        found |= set(re.findall(r'"lei": ?"([^"]+)"', file.read_text("utf-8")))
    return found


def test_every_lei_of_gleif_passes(published_leis):
    assert len(published_leis) > 50
    assert [lei for lei in published_leis if not is_valid("lei", lei)] == []


def test_an_lei_of_gleif_with_two_neighbours_swapped_fails(published_leis):
    swapped = {
        lei[:place] + lei[place + 1] + lei[place] + lei[place + 2 :]
        for lei in published_leis
        for place in range(19)
        if lei[place] != lei[place + 1] and lei[place].isdigit() == lei[place + 1].isdigit()
    }

    assert len(swapped) > len(published_leis)
    assert [lei for lei in swapped if is_valid("lei", lei)] == []


def test_every_isin_of_gleif_passes_and_fails_with_another_digit(shared_data):
    found = set()
    for file in (shared_data / "gleif" / "isins").glob("*.json"):
        found |= set(re.findall(r'"isin": ?"([^"]+)"', file.read_text("utf-8")))

    assert len(found) >= 50
    assert [isin for isin in found if not is_valid("isin", isin)] == []
    assert not any(is_valid("isin", f"{isin[:-1]}{(int(isin[-1]) + 1) % 10}") for isin in found)


def test_every_cik_of_the_sec_passes(shared_data):
    listed = json.loads((shared_data / "sec" / "company_tickers-200.json").read_text("utf-8"))
    ciks = [f"{company['cik_str']:010}" for company in listed.values()]

    assert len(ciks) == 200
    assert [cik for cik in ciks if not is_valid("cik", cik)] == []


def test_every_item_of_wikidata_passes(shared_data):
    items = [file.stem for file in (shared_data / "wikidata").glob("Q*.json")]

    assert items
    assert [item for item in items if not is_valid("wikidata", item)] == []


def test_the_tickers_of_new_york_are_taken(shared_data):
    text = (shared_data / "lists" / "sp500" / "constituents.csv").read_text("utf-8")
    symbols = [row["Symbol"] for row in csv.DictReader(text.splitlines())]

    assert len(symbols) > 400
    assert all(Listing(exchange="XNYS", ticker=symbol).ticker == symbol for symbol in symbols)


def test_the_listings_of_hong_kong_are_taken(shared_data):
    text = (shared_data / "lists" / "HKG-50.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["mic"]]
    assert len(rows) > 20
    for row in rows:
        listing = Listing(
            exchange=row["mic"],
            ticker=row["symbol"],
            security=f"isin:{row['isin']}" if row["isin"] else None,
            currency=row["currency"],
        )

        assert str(listing) == f"{row['mic']}: {row['symbol']}"


def test_every_legal_form_of_gleif_passes(shared_data):
    text = (shared_data / "gleif" / "elf" / "elf-codes-1.4.1.csv").read_text("utf-8-sig")
    codes = {row["ELF Code"] for row in csv.DictReader(text.splitlines())}

    assert len(codes) > 3000
    assert [code for code in codes if not is_valid("elf", code)] == []


def test_every_company_of_opencorporates_that_gleif_knows_passes(shared_data):
    found = set()
    for file in (shared_data / "gleif" / "lei_records").glob("*.json"):
        text = file.read_text("utf-8").replace(r"\/", "/")
        found |= set(re.findall(r'"ocid": ?"([^"]+)"', text))

    assert len(found) > 40
    assert [ocid for ocid in found if not is_valid("opencorporates", ocid)] == []
