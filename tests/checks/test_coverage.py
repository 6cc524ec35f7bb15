"""What was looked for in vain is not there."""

import pytest

from companyprofiles import Coverage, Reference, Source
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.coverage import found_after_all
from companyprofiles.vocabulary import INCEPTION
from tests.samples import profile, statement

SOURCES = tuple(Source(name, title={"en": name}, kind="press") for name in ("report", "news"))


def found(coverage, **fields):
    founded = statement(INCEPTION, "1999", references=[Reference("news")], **fields)
    acme = profile(founded, sources=SOURCES, coverage=(coverage,))
    return [(f.path, f.message) for f in found_after_all(acme, CheckContext(acme))]


def test_what_was_found_after_all_is_told():
    assert found(Coverage(prop="inception", looked_in=("report", "news"))) == [
        ("looked_in[1]", "must have nothing, but inception is taken from news. Remove it here.")
    ]


@pytest.mark.parametrize(
    "coverage, fields",
    [
        (Coverage(prop="inception", looked_in=("report",)), {}),
        (Coverage(prop="revenue", looked_in=("news",)), {}),
        (Coverage(prop="inception", looked_in=("news",), subject="ann-lee"), {}),
        (Coverage(prop="inception", looked_in=("news",), note={"en": "The day."}), {}),
        (
            Coverage(prop="inception", looked_in=("news",)),
            {"rank": "deprecated", "because": {"en": "Wrong."}},
        ),
    ],
)
def test_what_is_not_there_or_was_not_looked_for_is_good(coverage, fields):
    assert found(coverage, **fields) == []
