"""The days of currencies are those of the Unicode CLDR."""

from collections import defaultdict

import pytest
from babel.core import get_global

from companyprofiles import Period
from companyprofiles._currencies import CURRENCIES
from companyprofiles._currency_dates import BEGAN, ENDED, in_use

OLDEST = "1950-01-01"


def listed(table):
    return dict(entry.split(":") for entry in table.split())


def published():
    """Return the first and the last day of each currency that was ever tender, from Babel."""
    days = defaultdict(list)
    for uses in get_global("territory_currencies").values():
        for code, first, last, is_tender in uses:
            if is_tender and code in CURRENCIES:
                days[code].append(
                    [day and "{:04}-{:02}-{:02}".format(*day) for day in (first, last)]
                )
    return days


def test_the_first_days_are_the_earliest_published():
    earliest = {code: min(first for first, _ in uses) for code, uses in published().items()}

    assert listed(BEGAN) == {code: day for code, day in earliest.items() if day >= OLDEST}


def test_the_last_days_are_the_latest_published():
    latest = {
        code: max(last for _, last in uses)
        for code, uses in published().items()
        if all(last for _, last in uses)
    }

    assert listed(ENDED) == latest


@pytest.mark.parametrize(
    "code, period",
    [
        ("EUR", "1999-01-01/.."),
        ("DEM", "/2002-05-15"),
        ("LTL", "1993-06-25/2014-12-31"),
        ("USD", None),
        ("XAU", None),
        ("???", None),
    ],
)
def test_a_currency_is_in_use_between_its_days(code, period):
    assert in_use(code) == (period and Period.parse(period))
