"""Values computed again from what they are computed from, and held against what is stated."""

import re
from decimal import Decimal, localcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from companyprofiles import Money, Property, Quantity, Reference, Share
from companyprofiles._ranges import WIDE, Range, half_a_digit
from companyprofiles._reasons import Verdict
from companyprofiles._recomputation import computation, derived_reason, recompute
from companyprofiles.vocabulary import CLAIM, REVENUE
from tests.samples import statement
from tests.strategies import numbers

WORDS = {"label": {"en": "Figure"}, "description": {"en": "Any figure."}}
MONEY = Property("own_money", "money", **WORDS)
QUANTITY = Property("own_quantity", "quantity", **WORDS)
SHARE = Property("own_share", "share", **WORDS)
PROPERTIES = {Money: MONEY, Quantity: QUANTITY, Share: SHARE}
REASON = {"en": "Not disclosed."}
FOLLOWS = (Verdict.AGREES, Verdict.REFINES)
MONEY_UNIT = r" [A-Z]{3}(/[a-z]+)?$"


def read(value):
    """Read a number as money where it is some, else as a quantity; one that is read stays."""
    if not isinstance(value, str):
        return value
    return (Money if re.search(MONEY_UNIT, value) else Quantity).parse(value)


def figure(value, **fields):
    number = read(value)
    return statement(PROPERTIES[type(number)], number, **fields)


def computed(how, stated, values, **fields):
    """Return a statement of *stated* that is computed from *values*, and these as statements."""
    inputs = [figure(value) for value in values]
    keys = [f"input-{number}" for number in range(len(inputs))]
    return figure(stated, derived_by=how, derived_from=keys, **fields), inputs


def result(how, unit, *values):
    """Return what *values* come to, in the notation of data files."""
    return str(recompute(*computed(how, f"1 {unit}".strip(), values)))


@pytest.mark.parametrize(
    "how, values, number",
    [
        ("sum", ["759893E6 CNY", "236454E6 CNY"], "996347E6 CNY"),
        ("sum", ["247652E6 CNY", "247795E6 CNY", "284843E6 CNY", "243380E6 CNY"], "1023670E6 CNY"),
        ("sum", ["941.2E9 CNY", "236454E6 CNY"], "1177.7E9 CNY"),
        ("sum", [">500E9 CNY", "200E9 CNY"], ">700E9 CNY"),
        ("sum", [">500E9 CNY", "236454E6 CNY"], ">736454E6 CNY"),
        ("sum", [">=5 CNY", ">1 CNY"], ">6 CNY"),
        ("sum", ["<5 CNY", "1..2 CNY"], "<7 CNY"),
        ("sum", ["1.5..3 CNY", "1..2.25 CNY"], "2.50..5.25 CNY"),
        ("sum", ["~30E9 CNY", "5E9 CNY"], "~35E9 CNY"),
        ("sum", ["30E9 [20E9..40E9] CNY", "5E9 CNY"], "35E9 [25E9..45E9] CNY"),
        ("sum", ["-5 CNY", "5 CNY"], "0 CNY"),
        ("difference", ["996347E6 CNY", "759893E6 CNY"], "236454E6 CNY"),
        ("difference", ["9 CNY", "2 CNY", "3 CNY"], "4 CNY"),
        ("difference", [">9 CNY", "2 CNY"], ">7 CNY"),
        ("difference", ["9 CNY", ">2 CNY"], "<7 CNY"),
        # "About 50" less 48 may be anything around 2, far more than a tenth of it away.
        ("difference", ["~50E9 CNY", "48E9 CNY"], "2E9 [-3E9..7E9] CNY"),
        ("average", ["10 CNY", "15 CNY"], "13 CNY"),
        ("average", ["10.0 CNY", "15.0 CNY"], "12.5 CNY"),
        ("average", ["10 CNY", "10 CNY", "11 CNY"], "10 CNY"),
        ("average", ["10..20 CNY", "20..40 CNY"], "15..30 CNY"),
    ],
)
def test_figures_of_one_unit(how, values, number):
    assert result(how, "CNY", *values) == number


@pytest.mark.parametrize(
    "how, unit, values, number",
    [
        ("growth", "%", ["996347E6 CNY", "1023670E6 CNY"], "2.742 %"),
        ("growth", "%", ["941.2E9 CNY", "996.3E9 CNY"], "5.9 %"),
        ("growth", "%", ["1023670E6 CNY", "996347E6 CNY"], "-2.6691 %"),
        ("growth", "%", ["10 people", "25 people"], "15E1 %"),
        ("growth", "%", [">10 people", "25 people"], ">-10E1..<15E1 %"),
        ("growth", "%", ["20 people", ">25 people"], ">2E1 %"),
        ("share", "%", ["36.0E6 CNY", "100.0E6 CNY"], "36.0 %"),
        ("share", "%", ["-5.0 CNY", "20.0 CNY"], "-25 %"),
        ("share", "%", ["0 CNY", "20 CNY"], "0 %"),
        ("share", "%", [">36.0E6 CNY", "100E6 CNY"], ">36.0 %"),
        ("product", "CNY", ["36 %", "1000E6 CNY"], "36E7 CNY"),
        ("product", "CNY", ["20.5 CNY/share", "50.00E6 shares"], "1.03E9 CNY"),
        ("product", "%", ["36 %", "50 %"], "18 %"),
        ("product", "", ["36 %", "1000"], "36E1"),
        ("product", "", ["3", "5", "7"], "1E2"),
        ("product", "", ["<-2", ">3"], "<-6"),
        ("quotient", "", ["1000 CNY", "50.0 CNY"], "20.0"),
        ("quotient", "%", ["10.0 CNY", "50.0 CNY"], "20.0 %"),
        ("quotient", "%", ["36.0 %", "2.00"], "18.0 %"),
        ("quotient", "CNY", ["360E6 CNY", "36.0 %"], "1.00E9 CNY"),
        ("quotient", "CNY/share", ["1000E6 CNY", "50E6 shares"], "20 CNY/share"),
        ("quotient", "", [">6", "3"], ">2"),
        ("quotient", "", ["2", ">0..3"], ">=0.6"),
        ("quotient", "", ["1..2", "4..5"], "0.2..0.5"),
        ("conversion", "USD", ["996347E6 CNY", "7.2567 CNY/USD"], "137.30E9 USD"),
        ("conversion", "CNY", ["1.000E9 USD", "7.2567 CNY/USD"], "7257E6 CNY"),
        ("conversion", "USD", [">500E9 CNY", "7.2567 CNY/USD"], ">68901E6 USD"),
        ("conversion", "CNY", ["~30E9 USD", "7.2567 CNY/USD"], "~22E10 CNY"),
        ("conversion", "USD/month", ["59.9 CNY/month", "7.2567 CNY/USD"], "8.25 USD/month"),
    ],
)
def test_figures_of_different_units(how, unit, values, number):
    assert result(how, unit, *values) == number


@pytest.mark.parametrize(
    "how, unit, values",
    [
        # There is no bound, or the divisor may be nought.
        ("difference", "CNY", [">9 CNY", ">2 CNY"]),
        ("product", "", [">=-1", ">1"]),
        ("quotient", "", ["5", "0"]),
        ("quotient", "", ["5", "-1..1"]),
        ("share", "%", ["5", ">=0"]),
        # What grows out of a loss has no rate.
        ("growth", "%", ["-5E9 CNY", "5E9 CNY"]),
        ("growth", "%", ["0 CNY", "5E9 CNY"]),
        ("growth", "%", ["<9 CNY", "5E9 CNY"]),
        # No number has so many digits.
        ("product", "", ["1E30", "1E30"]),
        ("sum", "CNY", ["5 CNY", "5 USD"]),
    ],
)
def test_what_cannot_be_computed(how, unit, values):
    stated, inputs = computed(how, f"1 {unit}".strip(), values)

    assert recompute(stated, inputs) is None
    assert derived_reason(stated, inputs) is None


def test_a_statement_that_does_not_say_how_is_not_computed():
    inputs = [figure("2 CNY"), figure("3 CNY")]
    stated = figure("5 CNY", derived_from=["a", "b"])

    assert recompute(stated, inputs) is None
    assert derived_reason(stated, inputs) is None


@pytest.mark.parametrize(
    "other",
    [
        statement(REVENUE, valid="2024", absent="withheld", because=REASON),
        statement(CLAIM, {"en": "Three."}),
    ],
    ids=["absent", "text"],
)
def test_what_has_no_number_is_not_computed_with(other):
    stated, (first, _) = computed("sum", "5 CNY", ["2 CNY", "3 CNY"])

    assert recompute(stated, [first, other]) is None


def test_a_share_may_come_out_as_what_no_share_can_be():
    stated, inputs = computed("share", Share.parse("36 %"), ["136E6 CNY", "100E6 CNY"])

    assert recompute(stated, inputs) == Quantity.parse("136 %")
    assert derived_reason(stated, inputs).verdict is Verdict.CONFLICTS


@pytest.mark.parametrize(
    "how, stated, values, rule",
    [
        ("sum", "996347E6 CNY", ["759893E6 CNY", "236454E6 CNY"], "same"),
        ("sum", "996.3E9 CNY", ["759893E6 CNY", "236454E6 CNY"], "rounded"),
        ("sum", "996347.0E6 CNY", ["759893E6 CNY", "236454E6 CNY"], "rounded"),
        ("sum", "996348E6 CNY", ["759893E6 CNY", "236454E6 CNY"], "partly"),
        ("sum", "996350E6 CNY", ["759893E6 CNY", "236454E6 CNY"], "other-value"),
        ("sum", ">700E9 CNY", [">500E9 CNY", "200E9 CNY"], "same"),
        ("sum", ">600E9 CNY", [">500E9 CNY", "200E9 CNY"], "within-bounds"),
        ("sum", ">=700E9 CNY", [">500E9 CNY", "200E9 CNY"], "within-bounds"),
        ("sum", ">700E9 CNY", [">=500E9 CNY", "200E9 CNY"], "partly"),
        ("sum", ">800E9 CNY", [">500E9 CNY", "200E9 CNY"], "partly"),
        ("sum", "750E9 CNY", [">500E9 CNY", "200E9 CNY"], "partly"),
        ("sum", "600E9 CNY", [">500E9 CNY", "200E9 CNY"], "other-value"),
        ("sum", ">700E9 CNY", ["<500E9 CNY", "<100E9 CNY"], "other-value"),
        ("sum", "50E9 [40E9..60E9] CNY", ["30E9 [25E9..35E9] CNY", "20E9 CNY"], "within-bounds"),
        ("sum", "55E9 [40E9..60E9] CNY", ["30E9 [25E9..35E9] CNY", "20E9 CNY"], "partly"),
        ("sum", "~700E9 CNY", ["500E9 CNY", "210E9 CNY"], "rounded"),
        ("conversion", "~220E9 CNY", ["~30E9 USD", "7.2567 CNY/USD"], "rounded"),
        ("conversion", "220E9 CNY", ["~30E9 USD", "7.2567 CNY/USD"], "partly"),
        ("conversion", "137300E6 USD", ["996347E6 CNY", "7.2567 CNY/USD"], "rounded"),
        ("growth", "3 %", ["996347E6 CNY", "1023670E6 CNY"], "rounded"),
        ("growth", "2.74 %", ["996347E6 CNY", "1023670E6 CNY"], "rounded"),
        ("growth", "2.8 %", ["996347E6 CNY", "1023670E6 CNY"], "other-value"),
        ("growth", ">2 %", ["996347E6 CNY", "1023670E6 CNY"], "within-bounds"),
        ("share", "0 %", ["0 CNY", "5 CNY"], "same"),
        ("sum", "~0 CNY", ["-5 CNY", "5 CNY"], "rounded"),
    ],
)
def test_what_is_stated_follows_or_does_not(how, stated, values, rule):
    assert derived_reason(*computed(how, stated, values)).rule == rule


@pytest.mark.parametrize("stated", ["996346E6 CNY", "996347E6 CNY", "996348E6 CNY"])
def test_what_a_source_prints_may_have_been_added_up_before_it_was_rounded(stated):
    printed = (Reference("report", as_printed=stated),)
    values = ["759893E6 CNY", "236454E6 CNY"]

    assert derived_reason(*computed("sum", stated, values, references=printed)).verdict in FOLLOWS
    far = computed("sum", "996349E6 CNY", values, references=printed)
    assert derived_reason(*far).verdict is Verdict.CONFLICTS


@pytest.mark.parametrize(
    "how, unit, values, words",
    [
        ("sum", "CNY", ["2 CNY", "3 CNY", "4 CNY"], "2 CNY + 3 CNY + 4 CNY = 9 CNY"),
        ("difference", "CNY", ["9 CNY", "2 CNY", "3 CNY"], "9 CNY - 2 CNY - 3 CNY = 4 CNY"),
        ("average", "CNY", ["2 CNY", "4 CNY"], "the average of 2 CNY and 4 CNY = 3 CNY"),
        ("product", "", ["2", "4"], "2 * 4 = 8"),
        ("quotient", "", ["8", "4"], "8 / 4 = 2"),
        ("growth", "%", ["200 CNY", "210 CNY"], "growth from 200 CNY to 210 CNY = 5 %"),
        ("share", "%", ["50 CNY", "200 CNY"], "50 CNY as a part of 200 CNY = 25 %"),
        ("conversion", "CNY", ["2 USD", "7 CNY/USD"], "2 USD at 7 CNY/USD = 1E1 CNY"),
        ("quotient", "", ["8", "0"], "8 / 0"),
    ],
)
def test_a_computation_in_words(how, unit, values, words):
    assert computation(*computed(how, f"1 {unit}".strip(), values)) == words


def test_a_computation_with_what_is_absent_has_no_result():
    stated, (first, _) = computed("sum", "5 CNY", ["2 CNY", "3 CNY"])
    none = statement(REVENUE, valid="2024", absent="withheld", because=REASON)

    assert computation(stated, [first, none]) == "2 CNY + (withheld)"


# Laws.

digits = st.decimals(-(10**6), 10**6, places=2).map("{:f}".format)
positive = st.decimals(1, 10**6, places=2).map("{:f}".format)
plain = st.builds(Quantity, digits)
counts = st.builds(Quantity, positive)
any_number = numbers(figures=digits, unit=st.just(""))


def total(how, *values):
    return recompute(*computed(how, values[0], values))


@given(st.lists(plain, min_size=2, max_size=5))
def test_a_sum_of_figures_is_exact(values):
    assert total("sum", *values).amount == sum(value.amount for value in values)


@given(st.lists(any_number, min_size=2, max_size=4), st.randoms())
def test_the_order_of_a_sum_says_nothing(values, random):
    shuffled = list(values)
    random.shuffle(shuffled)

    assert total("sum", *values) == total("sum", *shuffled)


@given(st.lists(plain, min_size=2, max_size=4))
def test_a_difference_undoes_a_sum(values):
    assert total("difference", total("sum", *values), *values[1:]).amount == values[0].amount


@given(counts, counts)
def test_a_quotient_undoes_a_product_within_rounding(a, b):
    product = total("product", a, b)
    printed = (Reference("report", as_printed=str(a)),)
    reason = derived_reason(*computed("quotient", a, [product, b], references=printed))

    assert reason.verdict in FOLLOWS


@given(counts, counts)
def test_a_share_and_growth_tell_the_same(a, b):
    with localcontext(WIDE):
        share = Range.of(recompute(*computed("share", "1 %", [b, a])))
        growth = Range.of(recompute(*computed("growth", "1 %", [a, b])))

    assert share.meets(growth + Range.point(Decimal(100)))


@given(st.lists(any_number, min_size=2, max_size=3), st.sampled_from(["sum", "difference"]))
def test_the_exact_result_is_among_what_is_computed(values, how):
    found = total(how, *values)
    assume(found is not None)
    exact = [_some(value) for value in values]
    with localcontext(WIDE):
        rest = sum(exact[1:], Decimal(0))
        amount = exact[0] + rest if how == "sum" else exact[0] - rest
        # About a figure: written without a digit more than its inputs have.
        half = half_a_digit(found)

        assert Range.of(found).widened(half, half).contains(Range.point(amount))


@given(counts, counts, st.sampled_from(["product", "quotient"]))
def test_a_product_has_no_more_digits_than_its_inputs(a, b, how):
    found = total(how, a, b)

    assert len(found.amount.as_tuple().digits) <= 1 + min(
        len(number.amount.as_tuple().digits) for number in (a, b)
    )


@given(st.lists(any_number, min_size=2, max_size=3), st.sampled_from(["sum", "product"]))
def test_what_is_computed_follows(values, how):
    found = total(how, *values)
    assume(found is not None and not found.approximate)
    reason = derived_reason(*computed(how, found, values))

    assert reason.verdict in FOLLOWS


def _some(number):
    """Return one of the values that a number may have, taken as it is written."""
    found = Range.of(number, rounded=False)
    if number.amount is not None:
        return number.amount
    if found.low.is_infinite():
        return found.high - 1
    return found.low + 1 if found.high.is_infinite() else (found.low + found.high) / 2
