"""Tables: their columns and types, read back by other programs."""

import csv
import io
import json
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from companyprofiles_tables.columns import COLUMNS, Kind
from companyprofiles_tables.csv import export as export_csv
from companyprofiles_tables.csvw import export as export_csvw
from companyprofiles_tables.frames import frame, table
from companyprofiles_tables.parquet import export as export_parquet
from csvw import CSVW
from hypothesis import given
from pyarrow import parquet

import companyprofiles
from companyprofiles import Profile, vocabulary
from companyprofiles.errors import InvalidValueError, MissingLibraryError, UnknownNameError
from companyprofiles.testing import PluginContract
from tests.contracts import MINIMAL, ExporterContract
from tests.samples import ACME, HOSTILE, profile, statement, write
from tests.strategies import examples, profiles

NAMES = [column.name for column in COLUMNS]
LIBRARIES = {"pandas": pd, "polars": pl, "duckdb": duckdb, "pyarrow": pa}

MORE = """
[[revenue]]
key = "cloud"
value = ">106374E6 CNY"
valid = "2024"
dimensions = { segment = "Cloud; and = AI", region = "CN" }
modality = "estimated"
references = [{ source = "report-2024" }, { source = "repost" }, { source = "report-2024" }]

[[employees]]
key = "staff"
value = "124.5E3"
valid = "2024-03-31"
references = [{ source = "report-2024" }]

[[employees]]
key = "staff-once"
value = "100"
valid = "2023-03"
rank = "deprecated"
because.en = "Of another company."
replaced_by = "staff"
references = [{ source = "report-2024" }]

[[net_income]]
absent = "unknown"
because.en = "Nobody says."
valid = "2024"
references = [{ source = "report-2024" }]
"""


@pytest.fixture
def acme(tmp_path) -> Profile:
    return companyprofiles.load(write(tmp_path, ACME + MORE))


def read_csv(profile: Profile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_csv(profile), newline=""), strict=True))


class TestCsv(ExporterContract):
    plugin = "companyprofiles_tables"
    name = "csv"

    def check(self, profile: Profile) -> bytes:
        content = super().check(profile)
        written = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
        header, *rows = written

        assert header == NAMES
        assert [row[0] for row in rows] == [s.anchor for s in profile]
        assert [row[3] for row in rows] == ["" if s.absent else str(s.value) for s in profile]
        return content


class TestCsvw(ExporterContract):
    plugin = "companyprofiles_tables"
    name = "csvw"

    def read(self, content: bytes) -> None:
        assert json.loads(content)["@context"][0] == "http://www.w3.org/ns/csvw"


class TestParquet(ExporterContract):
    plugin = "companyprofiles_tables"
    name = "parquet"

    def check(self, profile: Profile) -> bytes:
        content = super().check(profile)
        rows = parquet.read_table(io.BytesIO(content)).to_pylist()
        records = profile.to_records()

        for name in ("statement", "prop", "value", "lang", "entity", "valid", "valid_from"):
            assert [row[name] for row in rows] == [record[name] for record in records]
        for name in ("amount", "lower", "upper"):
            read = [None if row[name] is None else Decimal(row[name]) for row in rows]
            assert read == [record[name] for record in records]
        return content

    def read(self, content: bytes) -> None:
        parquet.read_table(io.BytesIO(content)).validate(full=True)


# The columns.


def test_the_columns_are_those_of_the_core_s_records_and_two_more(acme):
    core = list(acme.to_records()[0])

    assert [name for name in NAMES if name in core] == core
    assert set(NAMES) - set(core) == {"currency", "as_of"}
    assert all(column.description.endswith(".") for column in COLUMNS)


def test_a_row_has_the_figure_its_bounds_its_time_and_its_sources(acme):
    rows = {row["statement"]: row for row in table(acme).to_pylist()}

    cloud = {name: value for name, value in rows["cloud"].items() if value is not None}
    assert {name: str(value) for name, value in cloud.items()} == {
        "statement": "cloud",
        "prop": "revenue",
        "subject": "acme",
        "value": ">106374E6 CNY",
        "unit": "CNY",
        "currency": "CNY",
        "lower": "106374000000.000000000",
        "valid": "2024",
        "valid_from": "2024-01-01",
        "valid_to": "2024-12-31",
        "dimensions": "[('region', 'CN'), ('segment', 'Cloud; and = AI')]",
        "rank": "normal",
        "modality": "estimated",
        "sources": "['report-2024', 'repost']",
    }
    assert rows["staff"]["amount"] == 124500
    assert str(rows["staff"]["as_of"]) == "2024-03-31"
    assert rows["staff-once"]["as_of"] is None
    assert rows["staff-once"]["replaced_by"] == "staff"


def test_what_is_required_is_never_missing(acme):
    required = [column.name for column in COLUMNS if column.required]

    assert not any(table(acme).column(name).null_count for name in required)
    assert len(table(MINIMAL)) == 0
    assert table(MINIMAL).column_names == NAMES


# CSV and its metadata.


def test_csv_has_plain_digits_and_lists_with_separators(acme):
    rows = {row["statement"]: row for row in read_csv(acme)}

    assert rows["revenue-2023"]["amount"] == "868700000000"
    assert rows["revenue-2023"]["value"] == "868.7E9 CNY"
    assert rows["cloud"]["sources"] == "report-2024; repost"
    assert rows["cloud"]["dimensions"] == "region=CN; segment=Cloud; and = AI"
    assert rows["cloud"]["absent"] == ""
    assert export_csv(acme).count("\r\n") == len(acme) + 1


def assert_described(profile: Profile, folder: Path) -> None:
    """Read a CSV by its metadata with a program of CSV on the Web, and see what it reads."""
    (folder / f"{profile.id}.csv").write_text(export_csv(profile), "utf-8", newline="")
    described = folder / f"{profile.id}.csv-metadata.json"
    described.write_text(export_csvw(profile), "utf-8")
    found = CSVW(str(described), validate=True)

    assert found.is_valid
    read = [dict(row) for row in found.tables[0].iterdicts(strict=True)] if profile else []
    assert len(read) == len(profile)
    for row, record, stated in zip(read, profile.to_records(), profile, strict=True):
        for name in ("statement", "value", "amount", "lower", "because"):
            assert row[name] == record[name]
        for name in ("valid_from", "valid_to"):  # days, which it reads as their midnights
            assert (row[name] and row[name].date()) == record[name]
        assert row["sources"] == list(dict.fromkeys(r.source for r in stated.references))


def test_the_metadata_describe_the_csv(acme, tmp_path):
    assert_described(acme, tmp_path)
    assert_described(companyprofiles.load(write(tmp_path / "hostile", HOSTILE)), tmp_path)


@examples(0.3)
@given(profile=profiles())
def test_the_metadata_describe_any_csv(profile):
    with tempfile.TemporaryDirectory() as folder:
        assert_described(profile, Path(folder))


def test_the_metadata_name_the_table_its_licence_and_its_day(acme):
    described = json.loads(export_csvw(acme))

    assert described["url"] == "acme.csv"
    assert described["dc:title"] == "Acme"
    assert described["dc:license"] == "CC-BY-4.0"
    assert described["dc:modified"] == "2026-11-23"
    assert [c["name"] for c in described["tableSchema"]["columns"]] == NAMES


def test_a_parquet_file_names_the_profile_its_licence_and_its_day(acme):
    metadata = parquet.read_schema(io.BytesIO(export_parquet(acme))).metadata

    assert metadata[b"profile"] == b"acme"
    assert metadata[b"licence"] == b"CC-BY-4.0"
    assert metadata[b"data_cut_off"] == b"2026-11-23"


# Tables of one property.


def test_a_property_has_the_columns_that_it_can_fill_and_its_dimensions(acme):
    revenue = table(acme, vocabulary.REVENUE)

    assert len(revenue) == 3
    assert {"lang", "entity", "as_of", "dimensions"}.isdisjoint(revenue.column_names)
    assert {"amount", "currency", "dimension_segment"} < set(revenue.column_names)
    assert revenue.column("dimension_segment").to_pylist() == [None, None, "Cloud; and = AI"]
    assert "as_of" in table(acme, "employees").column_names
    assert "amount" not in table(acme, "official_name").column_names
    assert table(acme, "official_name").column("lang").to_pylist() == ["en", "zh"]
    assert table(acme, "chief_executive").column("entity").to_pylist() == ["ann-lee"]


def test_an_entity_has_a_table_too(acme):
    assert table(acme.of("rocket")).column("prop").to_pylist() == ["release"]
    assert len(table(acme.of("rocket"), "revenue")) == 0


def test_a_property_that_is_not_stated_has_an_empty_table(acme):
    assert len(table(acme, vocabulary.EBITDA)) == 0
    assert "amount" in table(acme, vocabulary.EBITDA).column_names


def test_an_unknown_property_is_told(acme):
    with pytest.raises(UnknownNameError, match="there is no property in this profile 'revenu'"):
        table(acme, "revenu")


@pytest.mark.parametrize(
    "figures, kind",
    [
        (["941168E6", "0.123456789"], pa.decimal128(38, 9)),
        (["1E28"], pa.decimal128(38, 9)),
        (["1E30"], pa.decimal256(76, 0)),
        (["0.1234567891", "5E9"], pa.decimal256(76, 10)),
        (["1E-60", "1E30"], pa.string()),
    ],
)
def test_amounts_keep_all_their_digits(figures, kind):
    stated = [
        statement(vocabulary.EMPLOYEES, figure, valid=f"{2000 + year}")
        for year, figure in enumerate(figures)
    ]
    amounts = table(profile(*stated), "employees").column("amount")

    assert amounts.type == kind
    assert list(map(Decimal, amounts.to_pylist())) == list(map(Decimal, figures))


# Data frames.


def test_pandas_gets_exact_numbers(acme):
    found = frame(acme, "revenue", library="pandas")

    assert isinstance(found, pd.DataFrame)
    assert found["amount"].dropna().sum() == Decimal("868.7E9") + Decimal("941168E6")


def test_polars_gets_exact_numbers(acme):
    found = frame(acme, "revenue", library="polars")

    assert isinstance(found, pl.DataFrame)
    assert found["amount"].sum() == Decimal("868.7E9") + Decimal("941168E6")
    assert found["sources"].to_list()[2] == ["report-2024", "repost"]


def test_duckdb_gets_exact_numbers_and_dimensions(acme):
    everything = frame(acme, library="duckdb")
    sums = everything.query("rows", "SELECT sum(amount) FROM rows WHERE prop = 'revenue'")
    regions = everything.query("rows", "SELECT DISTINCT dimensions['region'] FROM rows ORDER BY 1")

    assert sums.fetchall() == [(Decimal("868.7E9") + Decimal("941168E6"),)]
    assert regions.fetchall() == [("CN",), (None,)]


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_gets_every_column_and_row(acme, library):
    found = frame(acme, library=library)
    columns = found.column_names if library == "pyarrow" else found.columns

    assert type(found).__module__.partition(".")[0].strip("_") in (library, f"_{library}")
    assert list(columns) == NAMES
    assert len(found) == len(acme)


def test_duckdb_reads_the_parquet_file(acme, tmp_path):
    file = tmp_path / "acme.parquet"
    file.write_bytes(export_parquet(acme))
    query = "SELECT amount, currency, valid_to FROM read_parquet($1) WHERE statement = $2"
    ((amount, currency, last),) = duckdb.execute(query, [str(file), "revenue-2024"]).fetchall()

    assert (amount, currency, str(last)) == (Decimal("941168E6"), "CNY", "2024-03-31")


def test_another_library_is_refused(acme):
    with pytest.raises(InvalidValueError, match="must be one of 'duckdb', 'pandas', 'polars', 'py"):
        frame(acme, library="panda")


@pytest.mark.parametrize(
    "missing, library, extra",
    [
        ("pyarrow", "polars", "arrow"),
        ("narwhals", "polars", "polars"),
        ("polars", "polars", "polars"),
        ("pandas", "pandas", "pandas"),
        ("duckdb", "duckdb", "duckdb"),
    ],
)
def test_a_missing_library_is_told(acme, monkeypatch, missing, library, extra):
    monkeypatch.setitem(sys.modules, missing, None)

    expected = f"{missing} is needed for tables and data frames, .* companyprofiles-tables with its"
    with pytest.raises(MissingLibraryError, match=f"{expected} extra '{extra}'"):
        frame(acme, library=library)


def test_csv_needs_no_library(acme, monkeypatch):
    for name in ("pyarrow", "narwhals"):
        monkeypatch.setitem(sys.modules, name, None)

    assert export_csv(acme)
    assert export_csvw(acme)


def test_the_kinds_of_cells_are_all_in_use():
    assert {column.kind for column in COLUMNS} == set(Kind)


class TestPlugin(PluginContract):
    plugin = "companyprofiles_tables"
