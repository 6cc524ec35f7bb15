"""A profile as CSV: every statement as a row of one table."""

from __future__ import annotations

import csv
import io
from typing import Any

from companyprofiles import Profile
from companyprofiles_tables.columns import COLUMNS, Kind, rows

__all__ = ["SEPARATOR", "export"]

SEPARATOR = "; "
"""What stands between the ids of a list."""


def export(profile: Profile) -> str:
    """Return every statement of a profile as a row, by RFC 4180 and with a header."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    for _, row in rows(profile):
        writer.writerow(_cell(column.kind, row[column.name]) for column in COLUMNS)
    return written.getvalue()


def _cell(kind: Kind, value: Any) -> str:
    if value is None:
        return ""
    if kind is Kind.DECIMAL:
        return f"{value:f}"
    if kind is Kind.LIST:
        return SEPARATOR.join(value)
    if kind is Kind.MAP:
        return SEPARATOR.join(f"{name}={text}" for name, text in value.items())
    return str(value)
