"""A chart of figures over time: what it shows, ready to be drawn."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs

from companyprofiles._numbers import Number
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles._words import _, ngettext
from companyprofiles.errors import count

if TYPE_CHECKING:
    pass

__all__ = ["Chart", "ChartPoint"]

LOGARITHMIC_FROM = 100
"""Largest figure over smallest from which a linear scale would press the small ones flat."""


@attrs.frozen(kw_only=True)
class ChartPoint:
    """One figure of a chart."""

    statement: Statement[Any]
    """The statement that it shows."""
    company: str
    """Id of the profile that it is from."""
    series: str
    """What the series is called that it belongs to."""
    day: dt.date
    """Where it stands in time: the end of a period that it sums up, else the middle of the date."""
    when: str
    """When it was so, in words."""
    value: str
    """The figure in words."""
    of: str
    """What it is of besides its subject, such as a model; empty where nothing is said."""
    marks: tuple[str, ...]
    """The words for rank and modality, where they are not the usual."""
    joined: bool = False
    """Whether the line of its series goes through it."""

    @property
    def number(self) -> Number:
        """The figure."""
        number: Number = self.statement.value
        return number

    @property
    def label(self) -> str:
        """What it says, in a line."""
        what = f"{self.when}, {self.of}" if self.of else self.when
        marks = f" ({', '.join(self.marks)})" if self.marks else ""
        return f"{what}: {self.value}{marks}"


@attrs.frozen(kw_only=True, repr=False)
class Chart:
    """Figures of one or more series in one unit, which notebooks show as a picture.

    Made by :meth:`Profile.chart <companyprofiles.Profile.chart>`. The picture needs the extra
    ``companyprofiles[charts]``; without it a notebook shows the same figures as a table.
    """

    title: str
    """What it shows."""
    points: tuple[ChartPoint, ...]
    """Its figures, by series and time; those known to be wrong are in their place too."""
    sources: tuple[tuple[str, Source], ...]
    """The documents that the figures are taken from, each with the id of the profile."""
    language: str = ""
    """BCP 47 tag of its words; empty for the notation of data files."""

    @property
    def series(self) -> tuple[str, ...]:
        """What its series are called, in their order."""
        return tuple(dict.fromkeys(point.series for point in self.points))

    @property
    def unit(self) -> str:
        """The unit of all its figures."""
        return self.points[0].number.unit

    @property
    def is_logarithmic(self) -> bool:
        """Whether its figures are of such different sizes that the scale has to be logarithmic."""
        sizes = [
            size
            for point in self.points
            for size in (point.number.amount, point.number.lower, point.number.upper)
            if size is not None
        ]
        return min(sizes) > 0 and max(sizes) / min(sizes) > LOGARITHMIC_FROM

    @property
    def description(self) -> str:
        """What is to be seen on it, for those who do not see it."""
        sound = [p for p in self.points if not p.statement.is_deprecated] or list(self.points)
        first = min(sound, key=lambda point: point.day)
        last = max(sound, key=lambda point: point.day)
        count = len(self.points)
        words = ngettext(
            "%(count)s figure, from %(first)s to %(last)s.",
            "%(count)s figures, from %(first)s to %(last)s.",
            count,
            self.language,
        )
        told = words % {
            "count": count,
            "first": first.label,
            "last": last.label,
        }
        parts = [told]
        if self.is_logarithmic:
            parts.append(_("The scale is logarithmic.", self.language))
        if wrong := sum(p.statement.is_deprecated for p in self.points):
            parts.append(_("Hollow, since known to be wrong: %s.", self.language) % wrong)
        return " ".join(parts)

    def to_csv(self) -> str:
        """Return its figures as CSV, a row for each; columns are called as in records.

        See :meth:`Profile.to_records <companyprofiles.Profile.to_records>`.
        """
        from companyprofiles._chart_data import csv_text

        return csv_text([(point.company, point.statement) for point in self.points])

    def to_vega_lite(self) -> dict[str, Any]:
        """Return it as a specification of Vega-Lite, which Altair and others read."""
        from companyprofiles._vega_lite import in_print, specification

        return in_print(specification(self))

    def to_svg(self) -> str:
        """Return it as a picture in SVG, whose colours are those of the page around it.

        Raises:
            MissingLibraryError: The library that draws is not installed.
        """
        from companyprofiles._drawing import draw
        from companyprofiles._vega_lite import specification

        return draw(specification(self), self.title, self.description)

    def _repr_html_(self) -> str:
        from companyprofiles._chart_data import html

        return html(self)

    def __repr__(self) -> str:
        return f"<Chart {self.title}: {count(len(self.points), 'figure')}>"
