"""The figures of a chart as text: as CSV, and as a table for notebooks."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from typing import Any

from companyprofiles._chart import Chart
from companyprofiles._records import records
from companyprofiles._statements import Statement
from companyprofiles._words import _
from companyprofiles.errors import MissingLibraryError

__all__ = ["COLUMNS", "csv_text", "html"]

COLUMNS = (
    "company",
    "subject",
    "prop",
    "valid",
    "value",
    "entity",
    "amount",
    "lower",
    "upper",
    "unit",
    "dimensions",
    "rank",
    "modality",
    "statement",
    "sources",
)
"""Columns of the CSV; all but the first are those of records."""


def csv_text(statements: Sequence[tuple[str, Statement[Any]]]) -> str:
    """Return what a picture shows as CSV, a row for each statement.

    Args:
        statements: The statements, each with the id of its profile.
    """
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    rows = records(statement for _company, statement in statements)
    for (company, _statement), row in zip(statements, rows, strict=True):
        writer.writerow({"company": company, **row})
    return file.getvalue()


def html(chart: Chart) -> str:
    """Return a chart for a notebook: the picture with its figures folded up, else their table."""
    try:
        drawn, missing = chart.to_svg(), ""
    except MissingLibraryError as error:
        drawn, missing = "", str(error)
    table = _table(chart)
    if missing:
        return f"{table}<p>{escape(missing)}</p>"
    caption = f"{escape(chart.title)}. {escape(_sources(chart))}"
    summary = escape(_("Figures", chart.language))
    return (
        f"<figure style='max-width:40rem;margin:0'>{drawn}<figcaption>{caption}</figcaption>"
        f"<details><summary>{summary}</summary>{table}</details></figure>"
    )


def _sources(chart: Chart) -> str:
    names = dict.fromkeys(
        str(source.title.best(chart.language or "en")) for _c, source in chart.sources
    )
    return _("Sources: %s.", chart.language) % "; ".join(names)


def _table(chart: Chart) -> str:
    several = len(chart.series) > 1
    rows = "".join(
        "<tr>"
        + (f"<td>{escape(point.series)}</td>" if several else "")
        + f"<td>{escape(', '.join(filter(None, (point.when, point.of))))}</td>"
        + f"<td>{_value(point.value, point.marks, struck=point.statement.is_deprecated)}</td>"
        + f"<td>{escape('; '.join(map(str, point.statement.references)))}</td></tr>"
        for point in chart.points
    )
    return f"<table><caption>{escape(chart.title)}</caption><tbody>{rows}</tbody></table>"


def _value(value: str, marks: tuple[str, ...], *, struck: bool) -> str:
    shown = f"<s>{escape(value)}</s>" if struck else escape(value)
    return f"{shown} ({escape(', '.join(marks))})" if marks else shown
