"""Numbers keep their digits, their bounds and their unit, within limits that are written down."""

import pickle
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import Money, Number, Quantity, Share
from companyprofiles._numbers import LARGEST_EXPONENT, LONGEST_UNIT, MOST_DIGITS
from companyprofiles.errors import InvalidValueError
from tests.strategies import digit_strings, money, quantities, shares

ANY_NUMBER = quantities | money | shares


@pytest.mark.parametrize(
    "text, fields",
    [
        ("941168E6", {"amount": "941168E6"}),
        ("-59.90 people", {"amount": "-59.90", "unit": "people"}),
        ("~30E9", {"amount": "30E9", "approximate": True}),
        (">45E6 users", {"lower": "45E6", "lower_exclusive": True, "unit": "users"}),
        (">=45E6", {"lower": "45E6"}),
        ("<1E9", {"upper": "1E9", "upper_exclusive": True}),
        ("<=1E9", {"upper": "1E9"}),
        ("20E9..90E9", {"lower": "20E9", "upper": "90E9"}),
        (
            ">20..<90",
            {"lower": "20", "upper": "90", "lower_exclusive": True, "upper_exclusive": True},
        ),
        (">20..90 km/h", {"lower": "20", "upper": "90", "lower_exclusive": True, "unit": "km/h"}),
        ("30E9 [20E9..40E9]", {"amount": "30E9", "lower": "20E9", "upper": "40E9"}),
        ("~20..~30", None),
        ("1E+3", {"amount": "1E3"}),
        ("1E-3", {"amount": "0.001"}),
    ],
)
def test_the_grammar(text, fields):
    if fields is None:
        with pytest.raises(InvalidValueError, match="must be a number such as '941168E6'"):
            Quantity.parse(text)
    else:
        assert Quantity.parse(text) == Quantity(**fields)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1,000",
        "1 000 000 ",
        " 1",
        "1  people",
        "1e9",
        "1E",
        "+1",
        ".5",
        "5.",
        "NaN",
        "Infinity",
        "1_000",
        "0x10",
        "１",
        "1\npeople",
        "= 5",
        "5 [1..]",
        "5 [1..2",
        "1" * 201,
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(
        InvalidValueError,
        match=r"^must be (a number such as '941168E6', '>45E6'|a unit )",
    ):
        Quantity.parse(text)


@pytest.mark.parametrize("value", [5, 5.0, True, None, Decimal(5), ["5"]])
@pytest.mark.parametrize(
    "kind, noun",
    [
        (Quantity, "a quantity such as '10E9' or '>45E6 users'"),
        (Money, "an amount of money such as '941168E6 CNY'"),
        (Share, r"a share such as '36 %' or '20..25 %'"),
    ],
)
def test_only_strings_are_read(kind, noun, value):
    with pytest.raises(
        InvalidValueError, match=f"^must be {noun} as a string, .* Quote it, so that"
    ):
        kind.parse(value)


@pytest.mark.parametrize("value", [5.0, True, "five", "1E9 CNY", b"5", [5]])
def test_digits_are_made_of_what_has_not_lost_them(value):
    with pytest.raises(InvalidValueError, match=r"^must be digits"):
        Quantity(amount=value)


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_only_finite_numbers_are_numbers(value):
    with pytest.raises(InvalidValueError, match=r"^must be a finite number, got"):
        Quantity(amount=Decimal(value))


@pytest.mark.parametrize(
    "fields, message",
    [
        ({}, "must be a number such as"),
        ({"amount": 5, "lower": 1}, "must be an amount with both bounds or with none"),
        ({"amount": 5, "upper": 9}, "must be an amount with both bounds or with none"),
        ({"amount": 5, "lower": 6, "upper": 9}, "must be an amount between its bounds"),
        ({"amount": 10, "lower": 6, "upper": 9}, "must be an amount between its bounds"),
        ({"lower": 9, "upper": 6}, "must be a range from the smaller to the larger number"),
        ({"upper": 6, "lower_exclusive": True}, "must be an exclusive bound that is there"),
        ({"lower": 6, "upper_exclusive": True}, "must be an exclusive bound that is there"),
        (
            {"amount": 5, "lower": 1, "upper": 9, "lower_exclusive": True},
            "must be an exclusive bound that is there",
        ),
        (
            {"amount": 5, "unit": "x" * (LONGEST_UNIT + 1)},
            "must be a printable unit of at most 40 characters",
        ),
        ({"amount": 5, "unit": "a\u202eb"}, "must be a printable unit of at most 40 characters"),
        ({"amount": 5, "unit": " m"}, "must be a unit without spaces around it"),
        ({"amount": 5, "unit": "[1..9]"}, "must be a unit that does not begin with a bracket"),
    ],
)
def test_parts_that_do_not_fit_are_refused(fields, message):
    with pytest.raises(InvalidValueError, match=f"^{message}"):
        Quantity(**fields)


@pytest.mark.parametrize(
    "text",
    [
        f"1E{LARGEST_EXPONENT}",
        "9" * MOST_DIGITS,
        "9" * MOST_DIGITS + f"E{LARGEST_EXPONENT}",
        "0." + "9" * (MOST_DIGITS - 1),
        f"1E-{LARGEST_EXPONENT}",
        f"0.1E-{LARGEST_EXPONENT}",
    ],
)
def test_numbers_reach_to_their_bounds(text):
    assert str(Quantity.parse(str(Quantity.parse(text)))) == str(Quantity.parse(text))


@pytest.mark.parametrize("text", ["1E31", "1E99", "1E-99", "1" * 40 + ".1", "0E31"])
def test_numbers_beyond_their_bounds_are_refused(text):
    with pytest.raises(
        InvalidValueError, match=r"^must be a number of at most 40 digits and exponent 30, got"
    ):
        Quantity.parse(text)


@pytest.mark.parametrize("value", [10**MOST_DIGITS, Decimal("1E31"), Decimal("1E-99")])
def test_the_bounds_hold_for_python_numbers_too(value):
    with pytest.raises(InvalidValueError, match="at most 40 digits and exponent 30"):
        Quantity(amount=value)


@given(ANY_NUMBER)
def test_a_number_reads_back_from_its_text(number):
    assert type(number).parse(str(number)) == number


@given(ANY_NUMBER)
def test_a_number_survives_pickle(number):
    again = pickle.loads(pickle.dumps(number))  # noqa: S301

    assert again == number
    assert hash(again) == hash(number)


@given(quantities, quantities)
def test_numbers_are_equal_when_their_digits_are(a, b):
    assert (a == b) == (str(a) == str(b))
    assert a != b or hash(a) == hash(b)


@given(quantities, quantities, quantities)
def test_the_order_for_display_is_total_and_transitive(a, b, c):
    x, y, z = a.sort_key, b.sort_key, c.sort_key

    assert (x < y) + (y < x) + (x == y) == 1
    assert not (x < y < z) or x < z


@pytest.mark.parametrize(
    "a, b", [("941168E6", "941.2E9"), ("1E9", "1000E6"), ("59.9", "59.90"), ("5", "5 people")]
)
def test_numbers_with_other_digits_or_units_differ(a, b):
    assert Quantity.parse(a) != Quantity.parse(b)


def test_numbers_of_different_kinds_differ():
    assert Quantity.parse("5 CNY") != Money.parse("5 CNY")


@given(digit_strings)
def test_no_digit_is_lost_or_made_up(text):
    amount = Quantity.parse(text).amount

    assert amount is not None
    assert amount.as_tuple() == Decimal(text).as_tuple()


@pytest.mark.parametrize(
    "text", ["941168E6", "2.4E12", "59.9", "36", "-0.5", "10E9", "100E6", "1.25E9", "0", "1E30"]
)
def test_figures_come_out_as_they_went_in(text):
    assert str(Quantity.parse(text)) == text


@pytest.mark.parametrize(
    "text, least, most",
    [
        ("5", 5, 5),
        (">5", 5, None),
        ("<5", None, 5),
        ("5..9", 5, 9),
        ("7 [5..9]", 5, 9),
    ],
)
def test_a_number_lies_between_its_least_and_its_most(text, least, most):
    number = Quantity.parse(text)

    assert (number.least, number.most) == (least, most)


@given(ANY_NUMBER)
def test_least_is_never_above_most(number):
    low, high = number.least, number.most

    assert low is None or high is None or low <= high


@given(st.text(max_size=12))
def test_any_string_is_a_number_or_a_clear_error(text):
    try:
        number = Number.parse(text)
    except InvalidValueError as error:
        assert str(error).startswith("must be ")  # noqa: PT017
    else:
        assert Number.parse(str(number)) == number


def test_a_unit_is_added_where_the_text_has_none():
    assert Quantity.parse("5", "people") == Quantity.parse("5 people")
    assert Quantity.parse("5 users", "people").unit == "users"


def test_money_tells_its_currency():
    assert Money.parse("59.9 CNY/month").currency == "CNY"
    assert Money.parse("941168E6 CNY").currency == "CNY"


@pytest.mark.parametrize(
    "text, message",
    [
        ("5", r"must be an ISO 4217 currency code, got ''\. Use a code such as 'CNY'\."),
        ("5 RMB", r"must be an ISO 4217 currency code, got 'RMB'\. Use 'CNY' for renminbi\."),
        ("5 yuan", r"must be an ISO 4217 currency code, got 'yuan'\."),
        ("5 cny", r"must be an ISO 4217 currency code, got 'cny'\."),
        ("5 CNY/", r"must be a price per something, such as 'CNY/month', got 'CNY/'\."),
        ("5 CNY/Month", r"must be a price per something"),
    ],
)
def test_money_needs_a_currency(text, message):
    with pytest.raises(InvalidValueError, match=message):
        Money.parse(text)


@pytest.mark.parametrize("code", ["CNY", "USD", "HKD", "DEM", "XAU"])
def test_currencies_in_use_and_withdrawn_are_known(code):
    assert Money.parse(f"5 {code}").currency == code


@pytest.mark.parametrize("text", ["36 %", "~36 %", "13.66 %", "0 %", "100 %", ">50 %", "20..25 %"])
def test_shares_are_percentages(text):
    assert str(Share.parse(text)) == text


@pytest.mark.parametrize("text", ["36", "0.36", "36 percent", "36 ％"])
def test_a_share_without_its_sign_is_refused(text):
    with pytest.raises(InvalidValueError, match=r"must be a share in percent, .* as in '36 %'\."):
        Share.parse(text)


@pytest.mark.parametrize("text", ["100.1 %", "-1 %", ">101 %", "50..110 %", "90 [80..101] %"])
def test_a_share_is_part_of_a_whole(text):
    with pytest.raises(InvalidValueError, match=r"must be a share from 0 to 100 %"):
        Share.parse(text)


def test_a_number_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Quantity.parse("5").amount = 6


def test_a_number_shows_what_it_is_made_of():
    assert repr(Money.parse("~20E9..90E9 USD")) == "Money('~20E9..90E9 USD')"
