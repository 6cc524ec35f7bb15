"""Units that are multiples of one another."""

import pytest
from hypothesis import given

from companyprofiles import Number
from companyprofiles._ranges import WIDE
from companyprofiles._units import base_unit, in_base_unit, in_printed_unit
from tests.strategies import quantities


@pytest.mark.parametrize(
    "unit, base, power",
    [
        ("CNY/million tokens", "CNY/tokens", -6),
        ("CNY/thousand tokens", "CNY/tokens", -3),
        ("million people", "people", 6),
        ("PFLOPS", "FLOPS", 15),
        ("TB/s", "B/s", 12),
        ("GB/ms", "B/ms", 9),
        ("nm", "m", -9),
        ("MW", "W", 6),
    ],
)
def test_a_multiple_has_a_base_and_a_power(unit, base, power):
    assert base_unit(unit) == (base, power)


@pytest.mark.parametrize(
    "unit",
    ["", "%", "USD", "CNY/month", "users", "millionaires", "million", "m", "TEU", "PB2", "kg"],
)
def test_any_other_unit_is_its_own_base(unit):
    assert base_unit(unit) == (unit, 0)


@given(quantities)
def test_a_number_of_a_base_unit_stays_as_it_is(number):
    if base_unit(number.unit)[1] == 0:
        assert in_base_unit(number) is number


@pytest.mark.parametrize(
    "text, written",
    [
        ("0.80 CNY/thousand tokens", "0.00080 CNY/tokens"),
        (">1.20 PFLOPS", ">1.20E15 FLOPS"),
        ("~20..30 GB", "~20E9..30E9 B"),
    ],
)
def test_a_multiple_keeps_its_digits_and_bounds(text, written):
    assert in_base_unit(Number.parse(text)) == Number.parse(written)


def test_no_digit_is_lost():
    digits = "1234567890123456789012345678901234567890"
    number = in_base_unit(Number.parse(f"{digits} GB"))

    assert number.amount == WIDE.scaleb(Number.parse(digits).amount, 9)


@pytest.mark.parametrize(
    "text, printed, unit",
    [
        ("1.2E3 TFLOPS", "up to 1.2 PFLOPS", "PFLOPS"),
        ("1.2E15 FLOPS", "1,200 TFLOPS of FP16", "TFLOPS"),
        ("80 GB", "80GB", "GB"),
        ("80 GB", "80 gigabytes", "GB"),
        ("5 CNY", "5 GB", "CNY"),
    ],
)
def test_a_number_is_held_against_the_multiple_that_a_text_names(text, printed, unit):
    number = in_printed_unit(Number.parse(text), printed)

    assert number.unit == unit
    assert in_base_unit(number) == in_base_unit(Number.parse(text))
