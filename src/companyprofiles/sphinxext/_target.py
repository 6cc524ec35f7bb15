"""What roles and directives name: a property of a company or of something of its, and a time."""

from __future__ import annotations

import re
from typing import Any, Self

import attrs

from companyprofiles._numbers import Number
from companyprofiles._periods import Period
from companyprofiles._profile import Profile
from companyprofiles._property import Time
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._views import EntityView, counts
from companyprofiles.errors import InvalidValueError, NoStatementError, UnknownNameError

__all__ = ["Target"]

EXPECTED = "a company and a property, such as 'alibaba/revenue' or 'alibaba/m6/parameters@2021-10'"

FISCAL_YEAR = re.compile(r"FY([0-9]{4})")
MONTHS_IN_YEAR = 12

MOST_TIMES = 12
"""Times that a message names, of those for which something is stated."""


@attrs.frozen
class Target:
    """A property of one entity, or one statement, as a page names it.

    ``alibaba/revenue`` is of the company itself, ``alibaba/m6/parameters`` of another entity of its
    profile, and ``alibaba/m6-10t`` is a statement by its key. After ``@`` stands a time.
    """

    company: str
    """Id of the company."""
    entity: str
    """Id of the entity; empty for the company itself."""
    name: str
    """Name of the property, or key of a statement."""
    when: str = ""
    """Time as written: an EDTF date or interval, or ``FY2024``; empty for now."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a target.

        Raises:
            InvalidValueError: It has not that form.
        """
        path, at, when = text.strip().partition("@")
        parts = path.split("/")
        if len(parts) not in (2, 3) or not all(parts) or (at and not when):
            raise InvalidValueError(EXPECTED, text)
        return cls(parts[0], "/".join(parts[1:-1]), parts[-1], when)

    def __str__(self) -> str:
        path = "/".join(part for part in (self.company, self.entity, self.name) if part)
        return f"{path}@{self.when}" if self.when else path

    def all(self, profile: Profile) -> tuple[Statement[Any], ...]:
        """Return every statement of the property, of whatever rank; or the one that is named.

        Raises:
            UnknownNameError: The profile has no such entity, property or key.
            InvalidValueError: A time is given with the key of a statement.
        """
        view = self._view(profile)
        if self.name in view.property_names:
            return view.all(self.name)
        keys = {s.anchor: s for s in profile.statements}
        if self.entity or self.name not in keys:
            what = "property" if self.entity else "property or statement"
            known = view.property_names if self.entity else view.property_names | keys.keys()
            raise UnknownNameError(f"{what} in the profile {profile.id!r}:", self.name, known)
        if self.when:
            expected = "the key of a statement, which has its own time,"
            raise InvalidValueError(f"{expected} without '@{self.when}'", str(self))
        return (keys[self.name],)

    def answers(self, profile: Profile, language: str = "") -> list[Statement[Any]]:
        """Return the statement that is of the named time, or that holds now; of figures the latest.

        Args:
            profile: The profile of the company.
            language: BCP 47 tag of the language in which a name is wanted that there is in several.

        Returns:
            One statement, or all between which nothing decides. One that is known to be wrong is
            among them only where it is named by its key, or no other is of that time.

        Raises:
            UnknownNameError: The profile has no such entity, property or key.
            NoStatementError: Nothing is stated, or nothing of that time.
            InvalidValueError: The time is neither a date nor an interval nor a fiscal year.
        """
        view, stated = self._view(profile), self.all(profile)
        if self.name not in view.property_names:
            return list(stated)
        if self.when:
            fitting = of_time(stated, self.when)
            found = view._decided([s for s in fitting if counts(s)] or fitting)
        else:
            is_figure = bool(stated) and issubclass(stated[0].prop.value_type, Number)
            found = (is_figure and view._last(self.name)) or view._holding(self.name)
        if not found:
            raise NoStatementError(f"nothing is stated for {str(self)!r}.{_instead(stated)}")
        return _in_language(found, language) if language else found

    def _view(self, profile: Profile) -> EntityView:
        return profile.of(self.entity or profile.subject)


def _in_language(found: list[Statement[Any]], language: str) -> list[Statement[Any]]:
    """Return what is said in a language, or in the one that stands in for it."""
    texts = {s.value.lang: s.value.text for s in found if _is_text(s)}
    if len(texts) < 2:  # noqa: PLR2004, nothing to choose
        return found
    best = LanguageMap(texts).best(language).lang
    return [s for s in found if not _is_text(s) or s.value.lang == best]


def _is_text(statement: Statement[Any]) -> bool:
    return not statement.absent and isinstance(statement.value, Text)


def _instead(stated: tuple[Statement[Any], ...]) -> str:
    """Return for which times something is stated."""
    times = sorted({s.valid.text for s in stated if s.valid is not None and counts(s)})
    if not times:
        return ""
    more = len(times) - MOST_TIMES
    return f" There is {', '.join(times[-MOST_TIMES:])}{f' and {more} before' if more > 0 else ''}."


def of_time(stated: tuple[Statement[Any], ...], when: str) -> list[Statement[Any]]:
    """Return the statements of a time: of exactly that period, else what held or was measured then.

    Args:
        stated: Statements of one property.
        when: An EDTF date or interval; or ``FY2024``, the twelve months that end in 2024.

    Raises:
        InvalidValueError: It is neither.
    """
    if fiscal := FISCAL_YEAR.fullmatch(when):
        last = int(fiscal[1])
        return [
            s
            for s in stated
            if s.valid and s.valid.months == MONTHS_IN_YEAR and s.valid.ends[1].year == last
        ]
    period = Period.parse(when)
    exact = [s for s in stated if s.valid and period.whole in (s.valid, s.valid.whole)]
    return exact or [s for s in stated if s.valid and _is_within(s.valid, period, s.prop.time)]


def _is_within(valid: Period, period: Period, time: Time) -> bool:
    """Tell whether a state lasted all through a period, or a figure is of a moment in it."""
    if time is Time.DURATION:
        return False
    if time is Time.STATE and valid.at is None:
        return valid.starts[1] <= period.starts[0] and period.ends[1] <= valid.ends[0]
    return period.starts[0] <= valid.starts[0] and valid.ends[1] <= period.ends[1]
