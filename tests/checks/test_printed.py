"""Values are what their sources print, as far as that can be read."""

import pytest

from companyprofiles import Ownership, Reference, Source
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.printed import date_not_as_printed, number_not_as_printed
from companyprofiles.vocabulary import EMPLOYEES, HOLDING, INCEPTION, OFFICIAL_NAME, REVENUE
from tests.samples import profile, statement


def found(check, prop, value, *printed, lang=None, **fields):
    references = tuple(Reference("report", as_printed=text) for text in printed)
    made = statement(prop, value, references=references, **fields)
    source = Source("report", title={"en": "Report"}, kind="press", lang=lang)
    acme = profile(made, sources=(source,))
    return [(f.path, f.message) for f in check(acme, CheckContext(acme))]


YEAR = {"valid": "2023"}
STAKE = Ownership(party="ann-lee", share="36 %", votes="50 %")


@pytest.mark.parametrize(
    "prop, value, printed, fields",
    [
        (REVENUE, "941168E6 CNY", "in millions of RMB … 941,168", YEAR),
        (REVENUE, "941168E6 CNY", "the annual report", YEAR),
        (EMPLOYEES, "1571", "1.571 Personen", {**YEAR, "lang": "de"}),
        (HOLDING, STAKE, "36 % of the shares", {}),
        (HOLDING, STAKE, "half of the votes", {}),
        (HOLDING, Ownership(party="ann-lee"), "36 %", {}),
        (OFFICIAL_NAME, "Company 5", "Company 6", {}),
        (INCEPTION, "1999", "5 people", {}),
    ],
)
def test_what_agrees_or_cannot_be_read_is_good(prop, value, printed, fields):
    assert found(number_not_as_printed, prop, value, printed, **fields) == []


def test_a_figure_that_is_not_printed_is_found():
    message = "prints '94.1 billion yuan', which is not 941168E6 CNY. Correct one."

    assert found(
        number_not_as_printed,
        REVENUE,
        "941168E6 CNY",
        "RMB 941,168 million",
        "94.1 billion yuan",
        **YEAR,
    ) == [("references[1].as_printed", message)]


def test_a_share_and_votes_that_are_not_printed_are_found():
    ((_, message),) = found(number_not_as_printed, HOLDING, STAKE, "20 percent")

    assert message == "prints '20 percent', which is not 36 % and 50 %. Correct one."


def test_what_is_absent_prints_nothing():
    unknown = {"absent": "unknown", "because": {"en": "Secret."}, **YEAR}

    assert found(number_not_as_printed, EMPLOYEES, None, "250 people", **unknown) == []
    assert found(date_not_as_printed, INCEPTION, None, "11 April 2023", **unknown) == []


def test_a_date_that_is_not_printed_is_found():
    assert found(date_not_as_printed, INCEPTION, "1999-04-04", "4 April 1999", "June 1999") == [
        (
            "references[1].as_printed",
            "prints 'June 1999', which is not 1999-04-04. Correct one.",
        )
    ]
    assert found(date_not_as_printed, INCEPTION, "1999-04-04", "4/4/1999") == []
    assert found(date_not_as_printed, OFFICIAL_NAME, "Acme 2", "June 1999") == []
