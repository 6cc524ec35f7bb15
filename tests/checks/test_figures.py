"""A figure that is given twice, for what cannot be alike."""

import pytest

from companyprofiles._check_context import CheckContext
from companyprofiles._checks.figures import figure_repeated
from companyprofiles.vocabulary import LIST_PRICE, REVENUE, TOTAL_ASSETS
from tests.samples import profile, statement

FISCAL = "2023-04-01/2024-03-31"
WRONG = {"rank": "deprecated", "because": {"en": "Wrong."}}


def found(*statements):
    acme = profile(*statements)
    return [f.message for f in figure_repeated(acme, CheckContext(acme))]


def revenue(value, valid=FISCAL, **fields):
    return statement(REVENUE, value, valid=valid, **fields)


def test_the_digits_of_one_currency_do_not_come_back_in_another():
    assert found(revenue("1.5E9 USD", key="dollars"), revenue("1500E6 CNY", "2023-04/2024-03")) == [
        "is 1500E6 CNY, and 1.5E9 USD for the same (dollars). Correct the currency of one."
    ]


def test_the_digits_of_a_fiscal_year_do_not_come_back_in_another_year():
    (message,) = found(revenue("941.2E9 CNY"), revenue("941.2E9 CNY", "2024", key="labelled"))

    assert message == (
        f"is of {FISCAL}, and of 2024 too (labelled). "
        "Correct the period of one; a fiscal year has other dates than its name."
    )


@pytest.mark.parametrize(
    "one, other",
    [
        (revenue("1E9 USD"), revenue("1E9 EUR")),
        (revenue("1.5E9 USD"), revenue("11E9 CNY")),
        (revenue("1.5E9 USD"), revenue("1.5E9 CNY", dimensions={"segment": "cloud"})),
        (revenue("1.5E9 USD"), revenue("1.5E9 CNY", modality="planned")),
        (revenue("1.5E9 USD"), revenue("1.5E9 CNY", **WRONG)),
        (revenue("120E6 CNY"), revenue("120E6 CNY", "2024")),
        (revenue("941.2E9 CNY"), revenue("941.3E9 CNY", "2024")),
        (
            statement(TOTAL_ASSETS, "941.2E9 CNY", valid="2023-12-31"),
            statement(TOTAL_ASSETS, "941.2E9 CNY", valid="2024-01-01"),
        ),
        (
            statement(LIST_PRICE, "19.99 USD/month", valid="2024"),
            statement(LIST_PRICE, "19.99 EUR/month", valid="2024"),
        ),
    ],
)
def test_what_may_be_alike_is_not_found(one, other):
    assert found(one, other) == []
