"""What companyprofiles needs to write tables: three exporters."""

from __future__ import annotations

from companyprofiles.hookspecs import Exporter, hookimpl

__all__ = ["COMPANYPROFILES_API", "companyprofiles_exporters"]

COMPANYPROFILES_API = 1
"""The contract of hooks that this plugin was made for."""


@hookimpl
def companyprofiles_exporters() -> list[Exporter]:
    """Offer CSV, its metadata, and Parquet."""
    return [
        Exporter(
            "csv",
            summary="Every statement as a row of one table",
            media_type="text/csv; charset=utf-8",
            suffix=".csv",
            export="companyprofiles_tables.csv:export",
        ),
        Exporter(
            "csvw",
            summary="What the columns of the table in CSV are, as CSV on the Web (W3C) has it",
            media_type="application/csvm+json",
            suffix=".csv-metadata.json",
            export="companyprofiles_tables.csvw:export",
        ),
        Exporter(
            "parquet",
            summary="Every statement as a row of one table with types; needs pyarrow",
            media_type="application/vnd.apache.parquet",
            suffix=".parquet",
            export="companyprofiles_tables.parquet:export",
        ),
    ]
