"""Statements as flat rows for data frames."""

import csv
import datetime as dt
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given

from companyprofiles import Listing, Ownership, Position, Reference
from companyprofiles._records import COLUMNS
from companyprofiles.vocabulary import (
    CHIEF_EXECUTIVE,
    CLAIM,
    HOLDING,
    INCEPTION,
    LISTING,
    OFFICIAL_NAME,
    PRODUCT,
    REVENUE,
)
from tests.samples import profile, statement
from tests.strategies import examples, profiles


def row(made) -> dict[str, object]:
    ((found),) = profile(made).to_records()
    return {column: value for column, value in found.items() if value is not None}


def test_a_figure_is_text_and_exact_numbers():
    made = statement(
        REVENUE,
        "941168E6 CNY",
        key="revenue-2024",
        valid="2023-04-01/2024-03-31",
        dimensions={"segment": "cloud"},
        references=(Reference("report", "p. 1"), Reference("report", "p. 2")),
    )

    assert row(made) == {
        "statement": "revenue-2024",
        "prop": "revenue",
        "subject": "acme",
        "value": "941168E6 CNY",
        "amount": Decimal(941168000000),
        "unit": "CNY",
        "lower": Decimal(941168000000),
        "upper": Decimal(941168000000),
        "valid": "2023-04-01/2024-03-31",
        "valid_from": dt.date(2023, 4, 1),
        "valid_to": dt.date(2024, 3, 31),
        "dimensions": "segment=cloud",
        "rank": "normal",
        "modality": "asserted",
        "sources": "report",
    }


@pytest.mark.parametrize(
    "made, cells",
    [
        (statement(REVENUE, ">5E6 CNY", valid="2020"), {"lower": 5_000_000, "unit": "CNY"}),
        (statement(REVENUE, "2..3 CNY", valid="2020"), {"lower": 2, "upper": 3}),
        (statement(OFFICIAL_NAME, "Acme"), {"value": "Acme", "lang": "und"}),
        (statement(CLAIM, {"zh": "好"}), {"value": "好", "lang": "zh"}),
        (statement(PRODUCT, "ann-lee"), {"value": "ann-lee", "entity": "ann-lee"}),
        (statement(CHIEF_EXECUTIVE, Position(holder="ann-lee")), {"entity": "ann-lee"}),
        (
            statement(HOLDING, Ownership(party="ann-lee", share="~36 %")),
            {"entity": "ann-lee", "amount": 36, "unit": "%"},
        ),
        (statement(LISTING, Listing(exchange="XNYS", ticker="A")), {"value": "XNYS: A"}),
        (statement(INCEPTION, "1999-06"), {"value": "1999-06"}),
        (
            statement(INCEPTION, absent="unknown", because={"en": "Nobody said."}),
            {"absent": "unknown", "because": "Nobody said."},
        ),
        (
            statement(CHIEF_EXECUTIVE, Position(holder="ann-lee"), valid="2015-05/.."),
            {"valid": "2015-05/..", "valid_from": dt.date(2015, 5, 1)},
        ),
    ],
    ids=str,
)
def test_each_kind_of_value_has_its_cells(made, cells):
    found = row(made)

    assert {column: found[column] for column in cells} == cells


def test_where_there_is_no_bound_there_is_none():
    assert "upper" not in row(statement(REVENUE, ">5E6 CNY", valid="2020"))
    assert "valid_to" not in row(statement(CLAIM, {"en": "x"}, valid="2015/.."))


@given(drawn=profiles())
@examples(0.25)
def test_every_row_has_every_column_in_order(drawn):
    found = drawn.to_records()

    assert all(tuple(made) == COLUMNS for made in found)
    assert [made["statement"] for made in found] == [s.anchor for s in drawn]


def test_nothing_stated_gives_no_row():
    assert profile().to_records() == []


def test_an_entity_has_its_own_rows():
    made = profile(
        statement(OFFICIAL_NAME, "Ann", subject="ann-lee"), statement(CLAIM, {"en": "x"})
    )

    assert made.of("ann-lee").to_records() == [r for r in made.to_records() if r["lang"] == "und"]


def test_rows_can_be_written_as_a_table_and_read_again():
    made = profile(statement(REVENUE, "941168E6 CNY", valid="2023-04-01/2024-03-31"))
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(made.to_records())
    (read,) = csv.DictReader(io.StringIO(file.getvalue()))

    assert Decimal(read["amount"]) == 941168000000
    assert dt.date.fromisoformat(read["valid_to"]) == dt.date(2024, 3, 31)
    assert json.loads(json.dumps(made.to_records(), default=str))[0]["prop"] == "revenue"
