"""The scale of a chart's figures, in Vega-Lite."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, log10
from typing import Any

from companyprofiles import _words
from companyprofiles._chart import Chart
from companyprofiles._format import SCALES, SINOGRAMS

__all__ = ["FigureScale"]

MOST_POWER_TICKS = 7


class FigureScale:
    """The axis of the figures: linear or logarithmic, with words for large numbers."""

    def __init__(self, chart: Chart) -> None:
        self.is_logarithmic = chart.is_logarithmic
        numbers = [point.number for point in chart.points]
        sizes = [size for n in numbers for size in (n.amount, n.lower, n.upper) if size is not None]
        self.least, self.most = min(sizes), max(sizes)
        self.words = (*SCALES.get(chart.language.partition("-")[0], ()), (0, ""))
        self.unit = _unit(chart)

    def axis(self, field: str = "amount") -> dict[str, Any]:
        """Return the encoding of a height."""
        title = {
            "titleAngle": 0,
            "titleAlign": "left",
            "titleBaseline": "bottom",
            "titleAnchor": "start",
            "titleX": 0,
            "titleY": -12,
        }
        axis = {**self._ticks(), **title} | ({"domain": False, "ticks": False})
        return {"field": field, "type": "quantitative", "scale": self._scale(), "axis": axis}

    def _scale(self) -> dict[str, Any]:
        if not self.is_logarithmic:
            return {"zero": True, "nice": True}
        return {"type": "log", "domain": [10.0**power for power in self._powers()]}

    def _powers(self) -> tuple[int, int]:
        return floor(log10(self.least)), ceil(log10(self.most))

    def _ticks(self) -> dict[str, Any]:
        if not self.is_logarithmic:
            size = max(abs(self.least), abs(self.most))
            # Chosen so that the largest has at least two digits before the point.
            fitting = (pair for pair in self.words if size >= 10 * Decimal(10) ** pair[0])
            power, word = next(fitting, (0, ""))
            expression = f"format(datum.value / 1e{power}, ',~r')"
            space = "" if self.unit[:1] > SINOGRAMS else " "
            title = f"{word}{space}{self.unit}".strip()
            return {"tickCount": 5, "labelExpr": expression, "title": title}
        low, high = self._powers()
        step = ceil((high - low + 1) / MOST_POWER_TICKS)
        values = [10.0**power for power in range(low, high + 1, step)]
        return {"values": values, "labelExpr": self._in_words(), "title": self.unit}

    def _in_words(self) -> str:
        """Return the expression that writes a power of ten: 100 billion, or 1000亿."""
        expression = "format(datum.value, ',~r')"
        for power, word in reversed(self.words[:-1]):
            written = f"format(datum.value / 1e{power}, ',~r') + '{word}'"
            expression = f"datum.value >= 1e{power} ? {written} : {expression}"
        return expression


def _unit(chart: Chart) -> str:
    unit, slash, per = chart.unit.partition("/")
    name = _words.unit(unit, chart.language)
    return f"{name}/{_words.unit(per, chart.language)}" if slash else name
