"""How two statements of one property compare: a verdict, and the reason in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId
from companyprofiles._periods import End, Period
from companyprofiles._property import Time
from companyprofiles._reasons import N_, Reason, Verdict
from companyprofiles._sources import Source
from companyprofiles._statements import Absent, Modality, Statement
from companyprofiles._value_reasons import compare_values, identity, implies
from companyprofiles.errors import InvalidValueError

__all__ = ["Comparison", "as_of", "compare", "modality_group", "restatement"]

Sources = Mapping[str, Source]


@attrs.frozen
class Comparison:
    """Two statements of one property, and how they stand to each other."""

    first: Statement[Any]
    """One of them; the order says nothing."""
    second: Statement[Any]
    """The other."""
    reason: Reason
    """The rule that decided it."""

    @property
    def verdict(self) -> Verdict:
        """How they stand to each other."""
        return self.reason.verdict

    def __str__(self) -> str:
        return f"{self.verdict}: {self.reason}"


def compare(a: Statement[Any], b: Statement[Any], sources: Sources | None = None) -> Comparison:
    """Compare two statements of one property, whatever their rank.

    The verdict does not depend on their order, nor on anything but the two and their sources.

    Args:
        a: A statement.
        b: Another statement of the same property.
        sources: The sources that they refer to, by id; without them a restatement by the same
            publisher cannot be told from a conflict.

    Raises:
        InvalidValueError: They are of different properties.
    """
    if a.prop != b.prop:
        raise InvalidValueError(f"a statement of {a.prop}", str(b.prop))
    first, second = _in_order(a, b)
    known = sources or {}
    return Comparison(first, second, _reason(first, second, known))


def modality_group(statement: Statement[Any]) -> str:
    """Return what a statement's modality is compared with; a denial denies what is asserted."""
    is_denial = statement.modality is Modality.DENIED
    return Modality.ASSERTED.value if is_denial else statement.modality.value


def _in_order(a: Statement[Any], b: Statement[Any]) -> tuple[Statement[Any], Statement[Any]]:
    """Return two statements in an order of their own, so that reasons read alike either way."""
    first, second = str(_said(a)), str(_said(b))
    if first == second:
        first, second = _told(a), _told(b)
    return (a, b) if first <= second else (b, a)


def _told(statement: Statement[Any]) -> str:
    return repr(attrs.astuple(statement, recurse=False))


def _said(statement: Statement[Any]) -> Any:
    return statement.absent or statement.value


def _reason(a: Statement[Any], b: Statement[Any], sources: Sources) -> Reason:
    apart = _apart(a, b)
    if apart is not None:
        return apart
    time = _time_reason(a, b, sources)
    if time is not None and time.rule == "other-time":
        return time
    said = _denied(a, b) if a.modality is not b.modality else _values(a, b)
    if said.verdict is Verdict.AGREES or said.verdict is Verdict.REFINES:
        return _ends(a, b, said, sources) if time is None else Reason("finer-period", (_said(a),))
    if time is not None:
        return time
    if said.verdict is Verdict.CONFLICTS:
        return _restated(a, b, sources) or said
    return said


def _apart(a: Statement[Any], b: Statement[Any]) -> Reason | None:
    """Return what makes them facts about different things, if anything does."""
    if a.subject != b.subject:
        return Reason("other-subject", (_subject(a), _subject(b)))
    if a.dimensions != b.dimensions:
        return Reason("other-dimensions", (_dimensions(a), _dimensions(b)))
    if modality_group(a) != modality_group(b):
        return Reason("other-modality", (a.modality, b.modality))
    if (a.key and a.key in b.derived_from) or (b.key and b.key in a.derived_from):
        return Reason("derived")
    if a.absent or b.absent or a.prop.single:
        return None
    if identity(a.value) != identity(b.value):
        return _unlike(a, b)
    return None


def _subject(statement: Statement[Any]) -> str:
    return EntityId(statement.subject) if statement.subject else N_("the company")


def _unlike(a: Statement[Any], b: Statement[Any]) -> Reason | None:
    """Return why two of several values say nothing of each other; None where they may be one."""
    said = compare_values(a.value, b.value, a.prop.tolerance)
    if said.verdict is Verdict.CONFLICTS:
        return Reason("several", (_said(a), _said(b)))
    return said if said.verdict is Verdict.INCOMPARABLE else None


def _dimensions(statement: Statement[Any]) -> str:
    pairs = (f"{name} {value}" for name, value in statement.dimensions.items())
    return ", ".join(pairs) or N_("the whole")


def _values(a: Statement[Any], b: Statement[Any]) -> Reason:
    if a.absent is None and b.absent is None:
        return compare_values(a.value, b.value, a.prop.tolerance)
    if a.absent is b.absent and a.absent is not None:
        return Reason("both-absent", (a.absent,))
    known = b if a.absent else a
    if Absent.NONE in (a.absent, b.absent):
        said = _said(known) if known.absent is None else "that there is one"
        return Reason("none-against-value", (said,))
    return Reason("value-known", (_said(known),))


def _denied(a: Statement[Any], b: Statement[Any]) -> Reason:
    """Compare a statement with a denial."""
    denied, stated = (a, b) if a.modality is Modality.DENIED else (b, a)
    said = _values(a, b)
    if said.verdict is Verdict.AGREES or (
        said.verdict is Verdict.REFINES and implies(_said(stated), _said(denied))
    ):
        return Reason("denied", (_said(denied),))
    return Reason("denies-another", (_said(denied), _said(stated)))


# -- time ------------------------------------------------------------------------------------


def _time_reason(a: Statement[Any], b: Statement[Any], sources: Sources) -> Reason | None:
    """Return why they may be of different times; None where both are of one."""
    if a.valid == b.valid:
        return None
    first, second = a.valid or _as_of(a, sources), b.valid or _as_of(b, sources)
    if first is None or second is None:
        return Reason("time-not-known")
    together = _together(first, second, a.prop.time)
    if together is None:
        return Reason("time-not-known")
    return None if together else Reason("other-time", (first, second))


def _together(a: Period, b: Period, time: Time) -> bool | None:
    """Tell whether what holds in one period and what holds in the other bear on each other."""
    if time is Time.STATE:
        return False if _follows(a, b) or _follows(b, a) else a.overlaps(b)
    whole_a, whole_b = a.whole, b.whole
    if whole_a == whole_b:
        return True
    if whole_a.overlaps(whole_b) is False:
        return False
    is_plain = all(
        isinstance(end, PartialDate) and not end.is_marked
        for end in (whole_a.start, whole_a.end, whole_b.start, whole_b.end)
    )
    # Accounts of another period are other accounts, even where the periods overlap.
    return False if time is Time.DURATION and is_plain else None


def _follows(later: Period, earlier: Period) -> bool:
    """Tell whether one state begins when the other ends, on a day that belongs to both."""
    start, end = later.start, earlier.end
    is_stretch = later.at is None and earlier.at is None
    return is_stretch and isinstance(start, PartialDate) and start == end and not start.is_marked


def _as_of(statement: Statement[Any], sources: Sources) -> Period | None:
    """Return when an undated statement was said, as a period."""
    said = as_of(statement, sources)
    return Period.parse(said.text) if said else None


def _ends(a: Statement[Any], b: Statement[Any], said: Reason, sources: Sources) -> Reason:
    """Compare when a state began and ended that both describe alike."""
    if a.prop.time is not Time.STATE or a.valid is None or b.valid is None or a.valid == b.valid:
        return said
    if a.valid.at is not None or b.valid.at is not None:
        return Reason("finer-period", (_said(a),))
    if _is_other_day(a.valid.start, b.valid.start):
        return Reason("other-start", (_said(a), a.valid.start, b.valid.start))
    if _is_other_day(a.valid.end, b.valid.end):
        return Reason("other-end", (_said(a), a.valid.end, b.valid.end))
    return _outlived(a, b, sources) or Reason("finer-period", (_said(a),))


def _is_other_day(a: PartialDate | End, b: PartialDate | End) -> bool:
    return isinstance(a, PartialDate) and isinstance(b, PartialDate) and a.agrees(b) is False


def _outlived(a: Statement[Any], b: Statement[Any], sources: Sources) -> Reason | None:
    """Return that one says "still so" at a time when it was over according to the other."""
    for open_one, ended in ((a, b), (b, a)):
        if open_one.valid is None or ended.valid is None or not open_one.valid.is_open:
            continue
        said = as_of(open_one, sources)
        end = ended.valid.end
        if said is not None and isinstance(end, PartialDate):
            is_over = end.before(said) is True
            return Reason("outlived", (_said(a), end, said)) if is_over else None
    return None


# -- documents -------------------------------------------------------------------------------


def _restated(a: Statement[Any], b: Statement[Any], sources: Sources) -> Reason | None:
    """Return that one document replaces the other, where a publisher issued both in turn."""
    for earlier, later in ((a, b), (b, a)):
        publisher = _restated_by(earlier, later, sources)
        if publisher and not _restated_by(later, earlier, sources):
            return Reason("later-document", (publisher, _said(later), _said(earlier)))
    return None


def _restated_by(earlier: Statement[Any], later: Statement[Any], sources: Sources) -> str | None:
    """Return who said one thing, and in all later documents the other.

    What others say of the same does not matter: they repeat it.
    """
    before, after = _issues(earlier, sources), _issues(later, sources)
    for publisher in sorted(before.keys() & after.keys() - {""}):
        pairs = ((one, other) for one in before[publisher] for other in after[publisher])
        if all(one and other and one.before(other) is True for one, other in pairs):
            return publisher
    return None


def _issues(statement: Statement[Any], sources: Sources) -> dict[str, list[PartialDate | None]]:
    """Return the publishers of a statement's sources, and when each of these appeared."""
    issues: dict[str, list[PartialDate | None]] = {}
    for reference in statement.references:
        source = sources.get(reference.source)
        if source is not None:
            issues.setdefault(source.publisher or "", []).append(source.published)
    return issues


def as_of(statement: Statement[Any], sources: Sources) -> PartialDate | None:
    """Return when an undated statement was said: it holds for the day of its latest source."""
    dates = [
        sources[reference.source].published
        for reference in statement.references
        if reference.source in sources
    ]
    known = [date for date in dates if date is not None]
    return max(known) if known else None


def restatement(comparison: Comparison, sources: Sources) -> Statement[Any] | None:
    """Return which of two statements the later document of its publisher replaces, if one does."""
    if comparison.verdict is not Verdict.RESTATES:
        return None
    a, b = comparison.first, comparison.second
    return a if _restated_by(a, b, sources) else b
