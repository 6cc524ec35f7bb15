"""Ranges of values, and what arithmetic makes of them."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from companyprofiles import Quantity
from companyprofiles._ranges import WIDE, Range
from tests.strategies import quantities

OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}
numbers = st.decimals(-9, 9, places=1)


def of(text, **options):
    return Range.of(Quantity.parse(text), **options)


def span(text):
    """Read a range as mathematicians write it: ``[1,2)``."""
    low, high = text[1:-1].split(",")
    return Range(Decimal(low), Decimal(high), text[0] == "(", text[-1] == ")")


def ends(found):
    """Return what tells a range; an infinite end is left out of it or not, which says nothing."""
    low = (found.low, found.above or found.low.is_infinite())
    return low, (found.high, found.below or found.high.is_infinite())


@st.composite
def ranges(draw):
    """Draw a range, and a value that is in it."""
    low, value, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    found = Range(
        draw(st.sampled_from([low, Decimal("-Infinity")])),
        draw(st.sampled_from([high, Decimal("Infinity")])),
        above=low < value and draw(st.booleans()),
        below=value < high and draw(st.booleans()),
    )
    return found, value


@pytest.mark.parametrize(
    "number, values",
    [
        ("941168E6", "[941167.5E6,941168.5E6]"),
        ("941.2E9", "[941.15E9,941.25E9]"),
        ("~30E9", "[27E9,33E9]"),
        ("~1", "[0.5,1.5]"),
        ("~-30E9", "[-33E9,-27E9]"),
        (">45E6", "(45E6,Infinity]"),
        (">=45E6", "[45E6,Infinity]"),
        ("<45E6", "[-Infinity,45E6)"),
        ("<=45E6", "[-Infinity,45E6]"),
        ("20E9..90E9", "[20E9,90E9]"),
        (">20E9..<90E9", "(20E9,90E9)"),
        ("30E9 [20E9..40E9]", "[20E9,40E9]"),
        ("~>20E9", "[18E9,Infinity]"),
        ("~-20E9..<90E9", "[-22E9,99E9]"),
    ],
)
def test_a_number_is_all_that_it_may_be(number, values):
    assert of(number) == span(values)


@pytest.mark.parametrize(
    "number, values",
    [("941168E6", "[941168E6,941168E6]"), ("~30E9", "[27E9,33E9]"), (">45E6", "(45E6,Infinity]")],
)
def test_a_figure_may_be_taken_as_what_is_written(number, values):
    assert of(number, rounded=False) == span(values)


def test_a_long_number_loses_no_digit_in_whatever_context():
    with localcontext(prec=5):
        found = of("1234567890123456789012345678901234567891")

    assert str(found.low) == "1234567890123456789012345678901234567890.5"


@pytest.mark.parametrize(
    "a, sign, b, result",
    [
        ("[1,2]", "+", "(3,4)", "(4,6)"),
        ("[1,2]", "-", "(3,4]", "[-3,-1)"),
        ("(1,Infinity]", "+", "[5,5]", "(6,Infinity]"),
        ("(1,Infinity]", "-", "[5,5]", "(-4,Infinity]"),
        ("[5,5]", "-", "(1,Infinity]", "[-Infinity,4)"),
        ("[1,2]", "*", "(3,4]", "(3,8]"),
        ("[-1,2]", "*", "(3,4)", "(-4,8)"),
        ("[0,1]", "*", "(2,3)", "[0,3)"),
        ("(0,1]", "*", "(2,3]", "(0,3]"),
        ("[-2,-1]", "*", "[-4,-3)", "(3,8]"),
        ("[0,1]", "*", "(2,Infinity]", "[0,Infinity)"),
        ("[-1,1]", "*", "(2,Infinity]", "(-Infinity,Infinity)"),
        ("[6,8]", "/", "(2,4]", "[1.5,4)"),
        ("[6,8]", "/", "[-4,-2)", "(-4,-1.5]"),
        ("[6,8]", "/", "(0,2]", "[3,Infinity)"),
        ("[6,8]", "/", "[-2,0)", "(-Infinity,-3]"),
        ("[0,8]", "/", "(0,2]", "[0,Infinity)"),
        ("(0,8]", "/", "[2,Infinity]", "(0,4]"),
        ("[-8,8]", "/", "[2,Infinity]", "[-4,4]"),
        ("(6,Infinity]", "/", "[3,3]", "(2,Infinity)"),
    ],
)
def test_arithmetic_on_ranges(a, sign, b, result):
    assert ends(OPERATIONS[sign](span(a), span(b))) == ends(span(result))


@pytest.mark.parametrize("divisor", ["[0,0]", "[-1,1]", "[0,1]", "[-1,0]", "[-Infinity,Infinity]"])
def test_nothing_is_divided_by_what_may_be_nought(divisor):
    with pytest.raises(ZeroDivisionError):
        span("[1,2]") / span(divisor)


@given(ranges(), ranges(), st.sampled_from(sorted(OPERATIONS)))
@example((span("[0,0]"), Decimal(0)), (span("(0,1]"), Decimal(1)), "/")
def test_what_two_values_make_is_in_what_their_ranges_make(a, b, sign):
    operation = OPERATIONS[sign]
    try:
        whole = operation(a[0], b[0])
    except ZeroDivisionError:
        assume(condition=False)
    with localcontext(WIDE):
        part = operation(a[1], b[1])

    # A quotient without end is cut off after hundreds of digits.
    cut = Decimal("1E-300") if sign == "/" else Decimal(0)
    assert whole.widened(cut, cut).contains(Range.point(part))


@given(quantities, quantities)
def test_ranges_meet_if_one_is_in_the_other(a, b):
    one, other = Range.of(a), Range.of(b)

    assert not one.contains(other) or one.meets(other) or other.first > other.last
    assert one.meets(other) == other.meets(one)


@given(quantities)
def test_what_is_rounded_may_be_more(number):
    assert Range.of(number).contains(Range.of(number, rounded=False))
