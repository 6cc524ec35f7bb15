"""A chart as a specification of Vega-Lite, the grammar of graphics that libraries draw from."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from companyprofiles import _words
from companyprofiles._chart import Chart, ChartPoint
from companyprofiles._vega_scale import FigureScale

__all__ = [
    "LINE",
    "SCHEMA",
    "SERIES",
    "SHAPES",
    "TEXT",
    "WIDTH",
    "configuration",
    "in_print",
    "specification",
    "time_axis",
]

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

WIDTH, HEIGHT = 400, 240
"""Size of the picture in pixels: that of the narrowest screen it must be legible on."""

TEXT_SIZE = 13

LEGEND_ROW = 18
"""Height of a row of a legend, and of the space below it."""

DOT = 46
"""Area of a point in square pixels."""

SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
"""What tells one series from another besides its colour."""

NARROW_YEARS = 2
"""Years up to which the time axis has months too."""

LONGEST_IN_HALF = 22
"""Letters of a name that fit into half the width of a legend."""

MOST_YEAR_TICKS = 7


MIDDLE = ("#2f7fd0", "#c2560c", "#2c8a57", "#9a5fd0", "#a97800", "#c9447a")
"""Colours of series that stand out from white and from black alike."""

TEXT, LINE = "currentColor", "var(--cp-line, #8886)"
SERIES = tuple(f"var(--cp-series-{number}, {colour})" for number, colour in enumerate(MIDDLE, 1))
"""Colours that the page around a picture chooses; the second is for pages that choose none."""

CHOSEN = re.compile(r"var\(--[a-z0-9-]+, (#[0-9a-f]+)\)")

PAPER = {"currentColor": "#222222", "inherit": "sans-serif"}
"""What stands in files of their own for what a page would say."""


def in_print(specification: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose picture looks right without a page around it, on white."""
    text = CHOSEN.sub(r"\1", json.dumps(specification))
    for word, instead in PAPER.items():
        text = text.replace(f'"{word}"', f'"{instead}"')
    changed: dict[str, Any] = json.loads(text)
    return changed


def configuration() -> dict[str, Any]:
    """Return the look that all pictures share."""
    look = {"labelFontSize": TEXT_SIZE, "labelColor": TEXT, "labelLimit": 0}
    return {
        "font": "inherit",
        "view": {"stroke": None},
        "axis": {
            **look,
            "titleFontSize": TEXT_SIZE,
            "titleFontWeight": "normal",
            "titleColor": TEXT,
            "gridColor": LINE,
            "domainColor": LINE,
            "tickColor": LINE,
            "labelPadding": 4,
        },
        "legend": {
            **look,
            "title": None,
            "orient": "top",
            "offset": 2 * LEGEND_ROW,
            "symbolOpacity": 1,
        },
        "text": {"fontSize": TEXT_SIZE, "color": TEXT},
    }


def specification(chart: Chart) -> dict[str, Any]:
    """Return what a library needs to know to draw a chart."""
    scale = FigureScale(chart)
    days = [point.day for point in chart.points]
    return {
        "$schema": SCHEMA,
        "title": None,
        "width": WIDTH,
        "height": HEIGHT + LEGEND_ROW * _legend_rows(chart),
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": {"left": 2, "top": 8, "right": 8, "bottom": 2},
        "background": None,
        "config": configuration(),
        "data": {"values": [_row(point, chart) for point in chart.points]},
        "encoding": {"x": time_axis(min(days), max(days)), "color": _colours(chart)},
        "layer": list(_layers(chart, scale)),
    }


def _row(point: ChartPoint, chart: Chart) -> dict[str, Any]:
    number = point.number
    row: dict[str, Any] = {
        "day": point.day.isoformat(),
        "series": point.series,
        "label": f"{point.series}, {point.label}" if len(chart.series) > 1 else point.label,
        "kind": _kind(point),
    }
    sizes = {"amount": number.amount, "lower": number.lower, "upper": number.upper}
    row |= {name: float(size) for name, size in sizes.items() if size is not None}
    if "amount" not in row and ("lower" in row) != ("upper" in row):
        row["amount"] = row.get("lower", row.get("upper"))
    if point.joined:
        row["joined"] = True
    if point.statement.is_deprecated:
        row["note"] = _words.rank(point.statement.rank, chart.language)
    return row


def _kind(point: ChartPoint) -> str:
    """Return how a figure is drawn; one that is known to be wrong is hollow, whatever it is."""
    number = point.number
    if number.amount is None and number.lower is not None and number.upper is not None:
        return "range"
    if point.statement.is_deprecated:
        return "deprecated"
    if number.amount is not None:
        return "exact"
    return "above" if number.lower is not None else "below"


def _layers(chart: Chart, scale: FigureScale) -> Iterator[dict[str, Any]]:
    height, shape = scale.axis(), _shapes(chart)
    if any(point.joined for point in chart.points):
        yield _layer("line", "datum.joined", {"type": "line", "strokeWidth": 2}, y=height)
    bounded = "isValid(datum.lower) && isValid(datum.upper)"
    if any(p.number.lower is not None and p.number.upper is not None for p in chart.points):
        low, high = scale.axis("lower"), {"field": "upper"}
        rule = {"type": "rule", "strokeWidth": 2}
        label = {"description": {"field": "label"}}
        yield _layer("bounds", bounded, rule, y=low, y2=high, **label)
        for end in ("lower", "upper"):
            tick = {"type": "tick", "thickness": 2, "size": 10, "orient": "horizontal"}
            yield _layer(end, bounded, tick, y=scale.axis(end))
    kinds: dict[str, dict[str, Any]] = {
        "exact": {"filled": True, "opacity": 1},
        "above": {"filled": True, "opacity": 1, "shape": "arrow", "size": 3 * DOT},
        "below": {
            "filled": True,
            "opacity": 1,
            "shape": "arrow",
            "size": 3 * DOT,
            "angle": 180,
        },
        "deprecated": {"filled": False, "opacity": 1, "strokeWidth": 1.5, "size": 3 * DOT},
    }
    for kind, look in kinds.items():
        if any(_kind(point) == kind for point in chart.points):
            mark = {"type": "point", "size": DOT, **look}
            own = {} if "shape" in look else {"shape": shape}
            test = f"datum.kind == '{kind}'"
            yield _layer(kind, test, mark, y=height, description={"field": "label"}, **own)
    yield from _notes(chart, height)


def _notes(chart: Chart, height: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the words beside what is known to be wrong, on the side that has room."""
    days = sorted(point.day for point in chart.points)
    middle = days[0] + (days[-1] - days[0]) / 2
    wrong = [p for p in chart.points if p.statement.is_deprecated]
    for align, shift, chosen in (
        ("left", 9, [p for p in wrong if p.day <= middle]),
        ("right", -9, [p for p in wrong if p.day > middle]),
    ):
        if chosen:
            comparison = "<=" if align == "left" else ">"
            side = f"datum.note && toDate(datum.day) {comparison} toDate('{middle.isoformat()}')"
            mark = {"type": "text", "align": align, "baseline": "middle", "dx": shift}
            words = {"text": {"field": "note"}, "color": {"value": TEXT}}
            yield _layer(f"{align}_notes", side, mark, y=height, **words)


def _layer(name: str, test: str, mark: dict[str, Any], **encoding: Any) -> dict[str, Any]:
    transform = [{"filter": test}]
    return {"name": name, "transform": transform, "mark": mark, "encoding": encoding}


def time_axis(first: dt.date, last: dt.date) -> dict[str, Any]:
    """Return the encoding of time, with years or months as ticks."""
    axis: dict[str, Any] = {"title": None, "grid": False, "labelOverlap": True, "format": "%Y"}
    if last.year - first.year <= NARROW_YEARS:
        axis |= {"format": "%Y-%m", "tickCount": 5}
    else:
        step = ceil((last.year - first.year + 1) / MOST_YEAR_TICKS)
        axis["tickCount"] = {"interval": "year", "step": step}
    scale = {"type": "utc", "padding": 10}
    return {"field": "day", "type": "temporal", "scale": scale, "axis": axis}


def _colours(chart: Chart) -> dict[str, Any]:
    return _by_series(chart, SERIES)


def _shapes(chart: Chart) -> dict[str, Any]:
    return _by_series(chart, SHAPES)


def _by_series(chart: Chart, looks: Sequence[str]) -> dict[str, Any]:
    """Return the encoding that gives each series its look; one alone needs no legend."""
    names = chart.series
    scale = {"domain": names, "range": [looks[n % len(looks)] for n in range(len(names))]}
    legend = {"columns": _legend_columns(chart)} if len(names) > 1 else None
    return {"field": "series", "type": "nominal", "scale": scale, "legend": legend}


def _legend_columns(chart: Chart) -> int:
    # A Chinese character is as wide as two letters.
    width = max(len(name.encode("gb18030")) for name in chart.series)
    return 1 if width > LONGEST_IN_HALF else 2


def _legend_rows(chart: Chart) -> int:
    """Return how many rows of height a legend takes, the space below it counted as two."""
    number = len(chart.series)
    return ceil(number / _legend_columns(chart)) + 2 if number > 1 else 0
