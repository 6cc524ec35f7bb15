"""A timeline as a picture: what happened as points, what lasted as bars, names beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import east_asian_width

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._entities import EntityKind
from companyprofiles._numbers import Number
from companyprofiles._periods import End
from companyprofiles._property import Topic
from companyprofiles._statements import Modality, Statement
from companyprofiles._svg import link_address
from companyprofiles._values import Listing, Ownership, Position
from companyprofiles._vega_lite import (
    SCHEMA,
    SERIES,
    SHAPES,
    TEXT,
    WIDTH,
    configuration,
    time_axis,
)
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._words import _

__all__ = ["TimelineRow", "rows_of", "timeline_specification"]

ROW = 19
"""Height of a row."""

AROUND = 10
"""Pixels left of the first day and right of the last."""

LEGEND_COLUMNS = 3

AXIS = 20
"""Height of the years above the lines."""

LETTER = 6.6
"""Width of a Latin letter on average; a Chinese character is twice as wide."""

GAP = 10
"""Pixels between a mark and its name, and between two names."""

LONGEST_NAME = 35

LASTING = (Listing, Ownership, Position)
"""Values that last; what else is stated of a time, such as a capability, is told by the table."""


@attrs.frozen(kw_only=True)
class TimelineRow:
    """What a timeline calls by one name: one event, or all releases of a product."""

    name: str
    """What it is called."""
    kind: str
    """What it is about, in a word; each has a colour and a shape."""
    statements: tuple[tuple[Statement[Any], PageContext], ...]
    """What is stated of it, earliest first, each with the context of its company."""


def rows_of(events: Iterable[tuple[Statement[Any], PageContext]]) -> list[TimelineRow]:
    """Return the rows of a timeline, in the order of their first dates.

    Figures have charts, and what somebody claims is no event: neither is in it.
    """
    rows: dict[tuple[str, str], list[tuple[Statement[Any], PageContext]]] = {}
    for statement, context in events:
        if _is_pictured(statement, context):
            name, kind = _name(statement, context), _kind(statement)
            rows.setdefault((name, kind), []).append((statement, context))
    return [
        TimelineRow(name=name, kind=kind, statements=tuple(found))
        for (name, kind), found in rows.items()
    ]


def _is_pictured(statement: Statement[Any], context: PageContext) -> bool:
    if statement.absent or statement.modality is not Modality.ASSERTED or statement.date is None:
        return False
    if statement.prop.topic is Topic.CLAIMS or isinstance(statement.value, Number):
        return False
    return isinstance(statement.value, (PartialDate, *LASTING))


def _name(statement: Statement[Any], context: PageContext) -> str:
    about = context.name(statement.subject)
    if context.profile.entity(statement.subject).kind is EntityKind.EVENT:
        return about
    name = context.property_name(statement.prop)
    if not isinstance(statement.value, PartialDate):
        name = name + _(": ") + context.wording.summary(statement.value)
    is_own = statement.subject == context.profile.subject
    return name if is_own and context.complete else about + _(": ") + name


def _kind(statement: Statement[Any]) -> str:
    return {
        Topic.EVENTS: _("Events"),
        Topic.PEOPLE: _("People"),
        Topic.HOLDINGS: _("Holdings"),
        Topic.PRODUCTS: _("Products"),
    }.get(statement.prop.topic, _("Organisation"))


def timeline_specification(rows: Sequence[TimelineRow], until: dt.date) -> dict[str, Any]:
    """Return what a library needs to know to draw a timeline.

    Args:
        rows: What it shows.
        until: Where what still lasts ends.
    """
    marks = [_Marks(row, number, until) for number, row in enumerate(rows)]
    first = min(mark.first for mark in marks)
    last = max(until, *(mark.last for mark in marks))
    kinds = list(dict.fromkeys(row.kind for row in rows))
    height = _place(marks, first, last)
    colour = {
        "field": "kind",
        "type": "nominal",
        "scale": {"domain": kinds, "range": list(SERIES[: len(kinds)])},
        "legend": {"columns": LEGEND_COLUMNS, "offset": AROUND},
    }
    shape = {**colour, "scale": {"domain": kinds, "range": list(SHAPES[: len(kinds)])}}
    lines = {"domain": [-0.5, height - 0.5], "reverse": True, "nice": False}
    across = {"field": "row", "type": "quantitative", "axis": None, "scale": lines}
    time = time_axis(first, last)
    time["scale"] |= {"domain": [first.isoformat(), last.isoformat()], "nice": False}
    time["axis"] |= {"grid": True, "orient": "top", "domain": False, "ticks": False}
    label = {"field": "label"}
    names = [
        {
            "name": f"names_{align}",
            "transform": [{"filter": f"datum.align == '{align}'"}],
            "data": {"values": [mark.named() for mark in marks]},
            "mark": {"type": "text", "align": align, "baseline": "middle", "dx": dx},
            "encoding": {
                "x": time,
                "y": across,
                "text": {"field": "name"},
                "color": {"value": TEXT},
                "href": {"field": "href"},
            },
        }
        for align, dx in (("left", GAP), ("right", -GAP))
    ]
    bars = [bar for mark in marks for bar in mark.bars()]
    points = [point for mark in marks for point in mark.points()]
    bar = {
        "name": "bars",
        "data": {"values": bars},
        "mark": {"type": "rule", "strokeWidth": 5, "strokeCap": "butt", "opacity": 0.55},
        "encoding": {
            "x": time,
            "x2": {"field": "end"},
            "y": across,
            "color": colour,
            "description": label,
        },
    }
    point = {
        "name": "points",
        "data": {"values": points},
        "mark": {"type": "point", "filled": True, "opacity": 1, "size": 46},
        "encoding": {
            "x": time,
            "y": across,
            "color": colour,
            "shape": shape,
            "description": label,
        },
    }
    return {
        "$schema": SCHEMA,
        "width": WIDTH - 2 * AROUND,
        "height": height * ROW,
        "autosize": "none",
        "padding": {"left": AROUND, "right": AROUND, "top": _head(kinds), "bottom": AROUND},
        "background": None,
        "config": configuration(),
        "layer": [*([bar] if bars else []), point, *names],
    }


def _head(kinds: Sequence[str]) -> int:
    """Return the height of what stands above the lines: years and legend."""
    return AXIS + 2 * AROUND + ROW * -(-len(kinds) // LEGEND_COLUMNS)


class _Marks:
    """Where the marks of a row stand in time, and where its name has room."""

    def __init__(self, row: TimelineRow, number: int, until: dt.date) -> None:
        self.row = row
        self.number = number
        self.spans = [_span(statement, until) for statement, _context in row.statements]
        self.first = min(start for start, _end in self.spans)
        self.last = max(end or start for start, end in self.spans)
        self.line = self.name_line = 0
        self.align, self.name_day = "left", self.last

    @property
    def name(self) -> str:
        name = self.row.name
        return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"

    def named(self) -> dict[str, Any]:
        return {
            "day": self.name_day.isoformat(),
            "row": self.name_line,
            "name": self.name,
            "align": self.align,
            "href": link_address(self.number),
        }

    def bars(self) -> list[dict[str, Any]]:
        return [
            {**self._mark(number, start), "end": end.isoformat()}
            for number, (start, end) in enumerate(self.spans)
            if end is not None
        ]

    def points(self) -> list[dict[str, Any]]:
        return [self._mark(number, start) for number, (start, _end) in enumerate(self.spans)]

    def _mark(self, number: int, day: dt.date) -> dict[str, Any]:
        statement, context = self.row.statements[number]
        when = context.period(statement) or context.date(statement.date)  # type: ignore[arg-type]
        return {
            "day": day.isoformat(),
            "row": self.line,
            "kind": self.row.kind,
            "label": f"{self.row.name}, {when}",
        }


def _span(statement: Statement[Any], until: dt.date) -> tuple[dt.date, dt.date | None]:
    """Return the days between which it is drawn; only the first where no end is known."""
    date, valid = statement.date, statement.valid
    assert date is not None  # noqa: S101, rows have dates
    start = date.earliest + (date.latest - date.earliest) // 2
    if isinstance(statement.value, PartialDate) or valid is None or valid.at is not None:
        return start, None
    if not isinstance(valid.start, PartialDate):
        return start, None
    if isinstance(valid.end, PartialDate):
        return start, max(start, valid.end.latest)
    return start, max(start, until) if valid.end is End.OPEN else None


def _place(marks: Sequence[_Marks], first: dt.date, last: dt.date) -> int:
    """Give each row the first line in which it and its name have room; return how many there are.

    A name stands right of its marks, else left of them, else in the line above them.
    """
    width = WIDTH - 2 * AROUND
    per_day = width / max((last - first).days, 1)
    lines: list[list[tuple[float, float]]] = []
    for mark in marks:
        low, high = (mark.first - first).days * per_day, (mark.last - first).days * per_day
        room = _width(mark.name) + GAP
        if high + room <= width:
            needed = [(low, high + room)]
        elif low - room >= -AROUND:
            mark.align, mark.name_day = "right", mark.first
            needed = [(low - room, high)]
        else:
            mark.align, mark.name_day = "right", last
            needed = [(width - room, width), (low, high)]
        mark.name_line = _free_line(lines, needed)
        mark.line = mark.name_line + len(needed) - 1
    return len(lines)


def _free_line(lines: list[list[tuple[float, float]]], needed: list[tuple[float, float]]) -> int:
    """Return the first of so many lines that have room, which is then taken."""
    number = 0
    while any(
        low - GAP < end and start < high + GAP
        for line, (low, high) in zip(lines[number:], needed, strict=False)
        for start, end in line
    ):
        number += 1
    lines += [[] for _line in range(number + len(needed) - len(lines))]
    for line, place in zip(lines[number:], needed, strict=False):
        line.append(place)
    return number


def _width(text: str) -> float:
    return LETTER * sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
