"""The lines of a chart: which statements are drawn, and which of them stand on one scale."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import attrs

from companyprofiles._chart import Chart, ChartPoint
from companyprofiles._dates import PartialDate
from companyprofiles._numbers import Number
from companyprofiles._property import Property, Time
from companyprofiles._statements import Rank, Statement
from companyprofiles._views import NOT_HISTORY
from companyprofiles._wording import Wording
from companyprofiles.errors import NoStatementError

if TYPE_CHECKING:
    from companyprofiles._profile import Profile

__all__ = ["Line", "draw_up"]

MONTHS_IN_YEAR = 12

MOST_NAMED = 2
"""Entities that a title names; more are named by the legend alone."""


@attrs.frozen(kw_only=True)
class Line:
    """What a series of a chart is of: one property of one entity."""

    profile: Profile
    """The profile that it is taken from."""
    subject: str
    """Id of the entity."""
    prop: Property[Any]
    """The property."""
    statements: tuple[Statement[Any], ...]
    """What is stated of it."""
    wording: Wording
    """How its values are said."""

    @classmethod
    def of(cls, profile: Profile, subject: str, prop: Property[Any] | str, language: str) -> Self:
        """Return what a profile states.

        Raises:
            NoStatementError: It states nothing of that property about that entity.
            UnknownNameError: It has no such entity, or no such property.
        """
        stated = profile.where(prop, subject=subject)
        if not stated:
            raise NoStatementError(f"nothing is stated of {prop} about {subject!r}.")
        return cls(
            profile=profile,
            subject=subject,
            prop=stated[0].prop,
            statements=stated,
            wording=Wording.of(profile, language),
        )

    @property
    def name(self) -> str:
        """What its entity is called."""
        return self.wording.name(self.subject)

    def drawable(self) -> list[Statement[Any]]:
        """Return what can be drawn of it: dated numbers, and not what is planned or denied."""
        return [
            statement
            for statement in self.statements
            if not statement.absent
            and isinstance(statement.value, Number)
            and statement.modality not in NOT_HISTORY
            and _day(statement) is not None
        ]


def draw_up(lines: Sequence[Line], *, months: int | None = None) -> Chart:
    """Return a chart of some series over one another.

    Only what can be compared stands on one scale: figures in the most frequent unit, and of
    periods of one length, whole years if there are two of them.

    Args:
        lines: What each series is of, all in one language.
        months: Length of the periods to show.

    Raises:
        NoStatementError: There is nothing to draw.
    """
    found = _comparable([(line, s) for line in lines for s in line.drawable()], months)
    if not found:
        what = ", ".join(f"{line.prop} of {line.subject}" for line in lines)
        raise NoStatementError(f"there is no dated figure of {what} that could be drawn.")
    shown = [line for line in lines if any(of is line for of, _statement in found)]
    properties = list(dict.fromkeys(line.wording.property_name(line.prop) for line in shown))
    subjects = list(dict.fromkeys(line.name for line in shown))
    what = ", ".join(properties)
    used = {
        (line.profile.id, reference.source): line.profile.source(reference.source)
        for line, statement in found
        for reference in statement.references
    }
    return Chart(
        title=f"{', '.join(subjects)}: {what}" if len(subjects) <= MOST_NAMED else what,
        points=tuple(
            point
            for line in shown
            for point in _points(
                line, [s for of, s in found if of is line], tell=len(properties) > 1
            )
        ),
        sources=tuple((company, source) for (company, _id), source in used.items()),
        language=lines[0].wording.language,
    )


def _comparable(
    found: list[tuple[Line, Statement[Any]]], months: int | None
) -> list[tuple[Line, Statement[Any]]]:
    sound = [s for _line, s in found if not s.is_deprecated] or [s for _line, s in found]
    units = Counter(s.value.unit for s in sound)
    if not units:
        return []
    unit = units.most_common(1)[0][0]
    lengths = Counter(_months(s) for s in sound if s.value.unit == unit)
    lengths.pop(None, None)
    if months is None and lengths:
        has_years = lengths[MONTHS_IN_YEAR] > 1
        months = MONTHS_IN_YEAR if has_years else lengths.most_common(1)[0][0]
    return [(line, s) for line, s in found if s.value.unit == unit and _months(s) in (None, months)]


def _months(statement: Statement[Any]) -> int | None:
    """Return the length of the period that a figure sums up; ``None`` for one of a moment."""
    if statement.prop.time is not Time.DURATION or statement.valid is None:
        return None
    return statement.valid.whole.months


def _day(statement: Statement[Any]) -> dt.date | None:
    valid = statement.valid
    if statement.prop.time is Time.DURATION and valid and isinstance(valid.end, PartialDate):
        return valid.end.latest
    date = statement.date
    if date is None:
        return None
    first, last = date.earliest, date.latest
    return first + (last - first) // 2


def _points(line: Line, statements: list[Statement[Any]], *, tell: bool) -> list[ChartPoint]:
    """Return the figures of a series, called by its property too if that has to be told."""
    wording, joined = line.wording, _joined(statements)
    name = f"{line.name}, {wording.property_name(line.prop)}" if tell else line.name
    points = [
        ChartPoint(
            statement=statement,
            company=line.profile.id,
            series=name,
            day=day,
            when=wording.period(statement) or str(statement.date),
            value=wording.value_of(statement),
            of=", ".join(wording.dimensions(statement)),
            marks=tuple(word for _value, word in wording.marks(statement)),
            joined=statement.anchor in joined,
        )
        for statement in statements
        if (day := _day(statement)) is not None
    ]
    return sorted(points, key=lambda point: (point.day, point.statement.anchor))


def _joined(statements: list[Statement[Any]]) -> set[str]:
    """Return the anchors of those that a line may join: one figure a day, of the same thing.

    Where more than one is stated, the preferred one counts; where none is preferred, no line tells
    which of them to believe.
    """
    days: dict[object, list[Statement[Any]]] = {}
    for statement in statements:
        has_height = statement.value.amount is not None
        if has_height and not statement.is_deprecated and not statement.dimensions:
            days.setdefault(_day(statement), []).append(statement)
    chosen = set()
    for group in days.values():
        preferred = [s for s in group if s.rank is Rank.PREFERRED] or group
        amounts = {s.value.amount for s in preferred}
        if len(amounts) == 1:
            chosen.add(preferred[0].anchor)
    return chosen
