"""Whether a value and what it is computed from are of times that belong together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from companyprofiles._dates import PartialDate, day_after
from companyprofiles._derivation import Derivation
from companyprofiles._periods import Period
from companyprofiles._property import Time
from companyprofiles._statements import Statement

__all__ = ["mistimed"]

Inputs = Sequence[Statement[Any]]


def mistimed(statement: Statement[Any], inputs: Inputs) -> str:
    """Return what is wrong with the times of a computation; nothing where they may be right.

    What came about over a period adds up over periods without gap or overlap. Growth leads from an
    earlier time to that of the value. All else is of the time of the value. Times that are not
    given, or not for certain, may be right; of an average nothing is asked.
    """
    valid = statement.valid
    periods = [found.valid for found in inputs if found.valid is not None]
    if valid is None or len(periods) != len(inputs):
        return ""
    match statement.derived_by:
        case Derivation.SUM:
            return _summed(statement, valid, inputs)
        case Derivation.DIFFERENCE:
            first, rest = periods[0], periods[1:]
            if first.overlaps(valid) is not False and all(p.before(first) for p in rest):
                return ""  # how much it changed since then
            return _summed(inputs[0], first, [statement, *inputs[1:]])
        case Derivation.GROWTH:
            return _grown(valid, inputs, periods)
        case None | Derivation.AVERAGE:
            return ""
    is_rated = statement.derived_by is Derivation.CONVERSION
    for found, period in zip(inputs, periods, strict=True):
        is_alike = not is_rated and _are_durations(statement, found)
        if valid.overlaps(period) is False or (is_alike and valid.whole != period.whole):
            return f"must be of one period, got {valid} from {period}."
    return ""


def _summed(whole: Statement[Any], period: Period, parts: Inputs) -> str:
    """Return what is wrong with the times of parts that add up to *whole*."""
    groups: dict[object, list[Period]] = defaultdict(list)
    for part in parts:
        if part.valid is None:
            continue
        if whole.prop.time is Time.DURATION and part.prop.time is Time.DURATION:
            groups[_figure(part)].append(part.valid)
        elif whole.prop.rising:
            if period.before(part.valid):
                return f"must not be later than the value, got {part.valid} for {period}."
        elif period.overlaps(part.valid) is False:
            return f"must be of the time of the value, got {part.valid} for {period}."
    for periods in groups.values():
        if not _tile(period, periods):
            found = ", ".join(map(str, periods))
            return f"must add up to {period} without gap or overlap, got {found}."
    return ""


def _tile(whole: Period, parts: Iterable[Period]) -> bool:
    """Tell whether periods follow one another from one end of a whole to the other."""
    ends = [_days(whole), *map(_days, parts)]
    known = [found for found in ends if found is not None]
    if len(known) != len(ends):
        return True
    (first, last), *days = known
    for start, end in sorted(days):
        if start != first:
            return False
        first = day_after(end)
    return first == day_after(last)


def _days(period: Period) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a period; None where they are not for certain."""
    start, end = period.whole.start, period.whole.end
    if not isinstance(start, PartialDate) or not isinstance(end, PartialDate):
        return None
    return None if start.is_marked or end.is_marked else (start.earliest, end.latest)


def _grown(valid: Period, inputs: Inputs, periods: Sequence[Period]) -> str:
    (first, second), (earlier, later) = inputs, periods
    if _figure(first) != _figure(second):
        return f"must be one figure at two times, got {first.key} and {second.key}."
    if later.before(earlier) or earlier.whole == later.whole:
        return f"must name the earlier first, got {earlier} and {later}."
    if earlier.months != later.months and _days(earlier) and _days(later):
        return f"must compare periods of one length, got {earlier} and {later}."
    if valid.overlaps(later) is False:
        return f"must be of the later of them, got {later} for {valid}."
    return ""


def _figure(statement: Statement[Any]) -> tuple[object, ...]:
    """Return what a value is of, whenever that is."""
    return statement.prop, statement.subject, statement.dimensions


def _are_durations(a: Statement[Any], b: Statement[Any]) -> bool:
    """Tell whether both came about over periods that are known to the day."""
    is_duration = a.prop.time is Time.DURATION and b.prop.time is Time.DURATION
    return is_duration and all(s.valid is not None and _days(s.valid) for s in (a, b))
