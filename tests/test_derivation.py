"""How values are computed from others: which numbers and units each way takes."""

import pytest

from companyprofiles import Derivation, Money, Quantity
from companyprofiles._derivation import converted, misfit, misused
from companyprofiles.errors import InvalidValueError

CNY, PERCENT = Money.parse("5 CNY"), Quantity.parse("5 %")


def found(how, keys, value=CNY):
    return list(misused(how and Derivation(how), keys, value))


@pytest.mark.parametrize(
    "how, keys, value",
    [
        (None, [], CNY),
        (None, ["a"], CNY),
        (None, ["a"], None),
        ("sum", ["a", "b"], CNY),
        ("sum", ["a", "b", "c", "d"], CNY),
        ("difference", ["a", "b", "c"], CNY),
        ("average", ["a", "b", "c"], CNY),
        ("product", ["a", "b", "c"], CNY),
        ("quotient", ["a", "b"], CNY),
        ("conversion", ["a", "b"], CNY),
        ("growth", ["a", "b"], PERCENT),
        ("share", ["a", "b"], PERCENT),
    ],
)
def test_what_fits(how, keys, value):
    assert found(how, keys, value) == []


@pytest.mark.parametrize(
    "how, keys, value, flaw",
    [
        (
            "sum",
            [],
            CNY,
            ("derived_by", "must be left out without 'derived_from', got 'sum'."),
        ),
        (
            "sum",
            ["a", "b"],
            "text",
            ("derived_by", "must be left out where the value is no number, got 'sum'."),
        ),
        (
            "sum",
            ["a", "b"],
            None,
            ("derived_by", "must be left out where the value is no number, got 'sum'."),
        ),
        (
            "sum",
            ["a"],
            CNY,
            ("derived_from", "must be two keys or more for a value by 'sum', got ['a']."),
        ),
        (
            "growth",
            ["a", "b", "c"],
            PERCENT,
            ("derived_from", "must be two keys for a value by 'growth', got ['a', 'b', 'c']."),
        ),
        (
            "share",
            ["a", "b"],
            CNY,
            ("value", "must be in percent where it is computed by 'share', got '5 CNY'."),
        ),
        (
            "sum",
            ["a", "b", "a"],
            CNY,
            ("derived_from[2]", "must be a key that is named once, got 'a'."),
        ),
        (None, ["a", "a"], CNY, ("derived_from[1]", "must be a key that is named once, got 'a'.")),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(how, keys, value, flaw):
    ((path, message),) = found(how, keys, value)

    assert path == flaw[0]
    assert message.startswith(flaw[1])


def test_an_unknown_way_is_told_with_the_known_ones():
    with pytest.raises(InvalidValueError, match=r"one of 'sum', .*Did you mean 'conversion'\?"):
        Derivation("conversions")


@pytest.mark.parametrize(
    "how, unit, units",
    [
        ("sum", "CNY", ["CNY", "CNY", "CNY"]),
        ("difference", "%", ["%", "%"]),
        ("average", "", ["", ""]),
        ("growth", "%", ["CNY", "CNY"]),
        ("share", "%", ["people", "people"]),
        ("product", "CNY", ["CNY", "%"]),
        ("product", "CNY", ["", "CNY"]),
        ("product", "CNY", ["CNY/share", "shares"]),
        ("product", "CNY", ["shares", "CNY/share"]),
        ("product", "CNY", ["CNY/share", "%", "share"]),
        ("product", "%", ["%", "%"]),
        ("product", "", ["%", ""]),
        ("product", "", ["", ""]),
        ("quotient", "", ["CNY", "CNY"]),
        ("quotient", "%", ["CNY", "CNY"]),
        ("quotient", "CNY", ["CNY", "%"]),
        ("quotient", "CNY/share", ["CNY", "shares"]),
        ("quotient", "shares", ["CNY", "CNY/share"]),
        ("conversion", "CNY", ["USD", "CNY/USD"]),
        ("conversion", "USD", ["CNY", "CNY/USD"]),
        ("conversion", "USD/month", ["CNY/month", "CNY/USD"]),
    ],
)
def test_units_that_fit(how, unit, units):
    assert misfit(Derivation(how), unit, units) == ""


@pytest.mark.parametrize(
    "how, unit, units, message",
    [
        ("sum", "CNY", ["CNY", "USD"], "numbers in CNY, as the value is, got 'CNY, USD'"),
        (
            "sum",
            "",
            ["", "people"],
            "numbers without a unit, as the value is, got 'no unit, people'",
        ),
        ("average", "CNY", ["USD", "USD"], "numbers in CNY, as the value is, got 'USD, USD'"),
        ("growth", "%", ["CNY", "USD"], "numbers of one unit, got 'CNY, USD'"),
        ("share", "%", ["", "USD"], "numbers of one unit, got 'no unit, USD'"),
        ("product", "CNY", ["USD", "%"], "numbers whose product is in CNY, got 'USD, %'"),
        ("product", "CNY", ["CNY", "shares"], "numbers whose product is in CNY"),
        ("product", "CNY", ["CNY/share", "people"], "numbers whose product is in CNY"),
        ("product", "CNY", ["CNY/share", "shares", "people"], "numbers whose product is in CNY"),
        ("product", "CNY", ["%", ""], "numbers whose product is in CNY"),
        ("quotient", "CNY", ["CNY", "shares"], "numbers whose quotient is in CNY"),
        ("quotient", "", ["CNY", "USD"], "numbers whose quotient is without a unit"),
        (
            "conversion",
            "CNY",
            ["USD", "EUR/USD"],
            "an amount and an exchange rate, such as 7.25 CNY/USD, that give CNY, got 'USD,",
        ),
        ("conversion", "CNY", ["EUR", "CNY/USD"], "an amount and an exchange rate"),
        ("conversion", "CNY", ["CNY", "USD"], "an amount and an exchange rate"),
        ("conversion", "CNY", ["CNY", "%"], "an amount and an exchange rate"),
        ("conversion", "CNY/year", ["USD/month", "CNY/USD"], "an amount and an exchange rate"),
    ],
)
def test_units_that_do_not_fit(how, unit, units, message):
    assert misfit(Derivation(how), unit, units).startswith(f"must be {message}")


@pytest.mark.parametrize(
    "unit, rate, result",
    [
        ("USD", "CNY/USD", ("CNY", True)),
        ("CNY", "CNY/USD", ("USD", False)),
        ("CNY/month", "CNY/USD", ("USD/month", False)),
        ("EUR", "CNY/USD", None),
        ("USD", "CNY/month", None),
        ("users", "users/USD", None),
        ("", "", None),
    ],
)
def test_a_rate_changes_either_currency_into_the_other(unit, rate, result):
    assert converted(unit, rate) == result
