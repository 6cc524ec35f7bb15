"""The sources of a profile as CSL-JSON, which processors of the Citation Style Language read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from companyprofiles import PartialDate, Precision, Profile, Source, SourceKind
from companyprofiles_bibliography.citations import Citation, citations

__all__ = ["export", "item"]

TYPES = {
    SourceKind.REGULATORY_FILING: "report",
    SourceKind.COURT: "legal_case",
    SourceKind.PRESS: "article-newspaper",
    SourceKind.PRIMARY_RESEARCH: "article",
}
"""The types of sources; the others are web pages, or documents where they have no address."""

SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}
PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}
"""How many of year, month and day are known."""


def export(profile: Profile) -> str:
    """Return the sources that a profile cites as a list of CSL items."""
    items = [item(citation) for citation in citations(profile)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def item(citation: Citation) -> dict[str, Any]:
    """Return one source as a CSL item."""
    source = citation.source
    title = source.title.best(*filter(None, [source.lang]))
    is_press = source.kind is SourceKind.PRESS
    known = {
        "id": citation.key,
        "type": _type(source),
        "title": title.text,
        "author": [{"literal": source.author}] if source.author else None,
        "container-title" if is_press else "publisher": source.publisher,
        "issued": source.published and _date(source.published),
        "accessed": citation.retrieved and _date(citation.retrieved),
        "URL": source.url,
        "archive": source.archive_url and urlsplit(source.archive_url).hostname,
        "archive_location": source.archive_url,
        "language": source.lang,
        "keyword": source.kind.value.replace("_", " "),
        "annote": citation.remark,
    }
    return {name: value for name, value in known.items() if value}


def _type(source: Source) -> str:
    return TYPES.get(source.kind) or ("webpage" if source.url else "document")


def _date(date: PartialDate) -> dict[str, Any]:
    """Return a date as finely as it is known; one that CSL cannot count with, as it is written."""
    year, month, day = date.earliest.year, date.earliest.month, date.earliest.day
    written: dict[str, Any]
    if date.precision in PARTS:
        written = {"date-parts": [[year, month, day][: PARTS[date.precision]]]}
    elif date.precision is Precision.SEASON:
        written = {"date-parts": [[year]], "season": SEASONS[date.text[5:7]]}
    else:
        return {"literal": date.text}
    return written | ({"circa": True} if date.is_marked else {})
