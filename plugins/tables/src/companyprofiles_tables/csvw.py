"""What the columns of a profile's CSV are, in the vocabulary of CSV on the Web."""

from __future__ import annotations

import json
from typing import Any

from companyprofiles import Profile
from companyprofiles_tables.columns import COLUMNS, Column, Kind
from companyprofiles_tables.csv import SEPARATOR

__all__ = ["export", "metadata"]

DATATYPES: dict[Kind, Any] = {
    Kind.DATE: {"base": "date", "format": "yyyy-MM-dd"},
    Kind.DECIMAL: "decimal",
}
"""The types of cells; all others hold strings."""


def export(profile: Profile) -> str:
    """Return the metadata of the CSV of a profile."""
    return json.dumps(metadata(profile), ensure_ascii=False, indent=2) + "\n"


def metadata(profile: Profile) -> dict[str, Any]:
    """Return the metadata of the table, which is found beside it under the id of the profile."""
    title = profile.name.best("en").text
    described = {"dc:title": title, "dc:license": profile.licence}
    if profile.data_cut_off is not None:
        described["dc:modified"] = profile.data_cut_off.text
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{profile.id}.csv",
        **{term: text for term, text in described.items() if text},
        "tableSchema": {
            "columns": [_column(column) for column in COLUMNS],
            "primaryKey": "statement",
        },
    }


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": DATATYPES.get(column.kind, "string"),
    }
    if column.kind is Kind.LIST:
        described["separator"] = SEPARATOR
    if column.required:
        described["required"] = True
    return described
