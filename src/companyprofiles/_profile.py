"""A profile: what is stated of one company, and the questions it answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, overload

from companyprofiles._contents import Contents
from companyprofiles._dates import PartialDate, as_partial_date
from companyprofiles._entities import Entity
from companyprofiles._numbers import Number
from companyprofiles._property import Property
from companyprofiles._sources import Source
from companyprofiles._statements import Modality, Rank, Statement
from companyprofiles._views import EntityView, property_name
from companyprofiles.errors import count

if TYPE_CHECKING:
    from companyprofiles._chart import Chart
    from companyprofiles._disputes import Dispute
    from companyprofiles._verdicts import Comparison

__all__ = ["Profile"]

V = TypeVar("V")


class Profile(Contents):
    """What is stated of one company: immutable, equal by value, safe to share and to pickle.

    Statements keep their authors' order within a property; properties come in the order of
    their names.

    Raises:
        ProfileDataError: Its parts do not fit together; every problem is named.
    """

    # No class of attrs of its own: it has no further fields, and making one costs time at import.
    __slots__ = ()

    def of(self, entity: Entity | str) -> EntityView:
        """Return what is stated of one entity, to be asked like the profile itself.

        Args:
            entity: An entity of the profile, or its id.

        Raises:
            UnknownNameError: The profile has no such entity.
        """
        found = self.entity(_id(entity))
        about = tuple(s for s in self.statements if s.subject == found.id)
        return EntityView(
            entity=found,
            statements=about,
            property_names=self._property_names(),
            resolutions=self.resolutions,
            sources=self.sources,
        )

    def where(
        self,
        prop: Property[V] | str | None = None,
        *,
        subject: Entity | str | None = None,
        rank: Rank | str | None = None,
        modality: Modality | str | None = None,
        source: Source | str | None = None,
        lang: str | None = None,
    ) -> tuple[Statement[Any], ...]:
        """Return the statements that fulfil every condition, whatever their rank.

        Args:
            prop: The property, or its name.
            subject: What it is about: an entity, or its id.
            rank: ``preferred``, ``normal`` or ``deprecated``.
            modality: ``asserted``, ``claimed``, ``planned`` and so on.
            source: A source that it refers to, or the id of one.
            lang: Language of a text's value.

        Raises:
            UnknownNameError: There is no such property, entity or source here.
        """
        name = None if prop is None else property_name(prop, self._property_names())
        about = None if subject is None else self.entity(_id(subject)).id
        taken_from = None if source is None else self.source(_id(source)).id
        return tuple(
            statement
            for statement in self.statements
            if (name is None or statement.prop.name == name)
            and (about is None or statement.subject == about)
            and (rank is None or statement.rank is Rank(rank))
            and (modality is None or statement.modality is Modality(modality))
            and (taken_from is None or any(r.source == taken_from for r in statement.references))
            and (
                lang is None
                or (not statement.absent and getattr(statement.value, "lang", None) == lang)
            )
        )

    @overload
    def __getitem__(self, prop: Property[V]) -> Statement[V]: ...
    @overload
    def __getitem__(self, prop: str) -> Statement[Any]: ...
    def __getitem__(self, prop: Property[Any] | str) -> Statement[Any]:
        """Return the one statement about the company that holds now.

        Raises:
            NoStatementError: None does.
            UndecidedError: More than one does; the message names them.
            UnknownNameError: A name that no statement of the profile uses.
        """
        return self._own[prop]

    @overload
    def all(self, prop: Property[V]) -> tuple[Statement[V], ...]: ...
    @overload
    def all(self, prop: str) -> tuple[Statement[Any], ...]: ...
    def all(self, prop: Property[Any] | str) -> tuple[Statement[Any], ...]:
        """Return every statement of *prop*, about whatever entity and of whatever rank.

        Raises:
            UnknownNameError: A name that no statement of the profile uses.
        """
        return self.where(prop)

    @overload
    def series(
        self, prop: Property[V], *, months: int | None = ...
    ) -> tuple[Statement[V], ...]: ...
    @overload
    def series(self, prop: str, *, months: int | None = ...) -> tuple[Statement[Any], ...]: ...
    def series(
        self, prop: Property[Any] | str, *, months: int | None = None
    ) -> tuple[Statement[Any], ...]:
        """Return how *prop* of the company went, earliest first.

        Deprecated, planned and denied statements are left out; for another entity ask
        ``profile.of(entity).series(prop)``.

        Args:
            prop: The property, or its name.
            months: Only periods of that many months, such as 12 for whole years.

        Raises:
            UnknownNameError: A name that no statement of the profile uses.
        """
        return self._own.series(prop, months=months)

    @overload
    def latest(self, prop: Property[V]) -> Statement[V]: ...
    @overload
    def latest(self, prop: str) -> Statement[Any]: ...
    def latest(self, prop: Property[Any] | str) -> Statement[Any]:
        """Return the company's statement whose period ends last; a year beats its last quarter.

        Raises:
            NoStatementError: Nothing dated is stated.
            UndecidedError: More than one statement is of that period.
            UnknownNameError: A name that no statement of the profile uses.
        """
        return self._own.latest(prop)

    def timeline(self) -> tuple[Statement[Any], ...]:
        """Return every dated statement about whatever entity, earliest first.

        Deprecated and denied statements are left out.
        """
        everything = EntityView(entity=self.entity(self.subject), statements=self.statements)
        return everything.timeline()

    def chart(
        self,
        *props: Property[Any] | str,
        subject: Entity | str | Iterable[Entity | str] | None = None,
        others: Iterable[Profile] = (),
        months: int | None = None,
        lang: str = "en",
    ) -> Chart:
        """Return a chart of how figures went, the same as pages show; a notebook draws it.

        Only what can be compared stands on one scale: figures in the most frequent unit and, of
        periods, those of one length. Deprecated figures are hollow and say so.

        Args:
            props: The property, or its name; several are drawn over one another.
            subject: What they are about: one entity or several, or their ids; the company itself
                by default.
            others: Profiles of other companies, whose own figures are drawn over these.
            months: Length of the periods to show; whole years by default, if there are two.
            lang: Language of its words; empty for the notation of data files.

        Raises:
            MissingLibraryError: Words need Babel, and it is not installed.
            NoStatementError: No dated figure is stated.
            UnknownNameError: There is no such property or entity here.
        """
        from companyprofiles._chart_lines import Line, draw_up

        if subject is None:
            about = [self.subject]
        elif isinstance(subject, Entity | str):
            about = [_id(subject)]
        else:
            about = [_id(entity) for entity in subject]
        wanted = [(self, name) for name in about] + [(other, other.subject) for other in others]
        return draw_up(
            [Line.of(profile, name, prop, lang) for prop in props for profile, name in wanted],
            months=months,
        )

    def compare(self, a: Statement[V], b: Statement[V]) -> Comparison:
        """Return how two statements of one property stand to each other, and why.

        Raises:
            InvalidValueError: They are of different properties.
        """
        from companyprofiles._verdicts import compare

        return compare(a, b, self._sources_by_id())

    def as_of(self, statement: Statement[Any]) -> PartialDate | None:
        """Return as of when a statement without a period is known: the day of its latest source.

        None where no source bears a date.
        """
        from companyprofiles._verdicts import as_of

        return as_of(statement, self._sources_by_id())

    def disputes(self) -> tuple[Dispute, ...]:
        """Return where statements contradict each other, and what the editors made of it.

        Deprecated statements are there too, in the disputes that they lost.
        """
        # What compares statements costs as much to import as all the rest: only who asks pays.
        from companyprofiles._disputes import find_disputes

        return find_disputes(self.statements, self.resolutions, self._sources_by_id())

    def corroboration(self, statement: Statement[Any]) -> int:
        """Return how many independent publishers stand behind a statement.

        What the company says of itself counts once in however many documents, mirrors and
        reprints not at all.
        """
        from companyprofiles._corroboration import publishers

        return len(publishers(statement, self.source, self.subject))

    def cite(self, statement: Statement[Any] | str, *, lang: str = "") -> str:
        """Return the sources of a statement as a footnote names them.

        Each is told by title, author, publisher, date, the place in it, and its address; a
        semicolon separates two sources.

        Args:
            statement: The statement, or its key or id.
            lang: Language of dates and titles; by default dates are in EDTF, and titles in the
                language of the source.

        Raises:
            UnknownNameError: The profile has no such statement.
        """
        from companyprofiles._footnotes import footnote

        found = self.statement(statement) if isinstance(statement, str) else statement
        return footnote(found.references, self, lang)

    def recompute(self, statement: Statement[Any]) -> Number | None:
        """Return what a statement's value comes to, computed again from the statements it names.

        Bounds and "about" are carried through, and no digit is written that its inputs do not
        justify.

        Returns:
            The number; ``None`` where the statement does not say how it is computed, or where that
            cannot be done, as when one of its inputs has no value.

        Raises:
            UnknownNameError: It names a statement that the profile does not have.
        """
        from companyprofiles._recomputation import recompute

        return recompute(statement, [self.statement(key) for key in statement.derived_from])

    def at(self, date: PartialDate | str, *, certain: bool = False) -> Profile:
        """Return the profile as it was true on a day: states that held, and what had happened.

        Args:
            date: The day, or a month or year of which all is meant.
            certain: Whether to leave out what may or may not have been true then, since its period
                is open to question or not given.

        Raises:
            InvalidValueError: *date* is no date.
        """
        from companyprofiles._snapshots import as_of

        return as_of(self, as_partial_date(date), certain=certain)

    def known(self, date: PartialDate | str, *, certain: bool = False) -> Profile:
        """Return the profile as it was known on a day: what sources had published by then.

        Statements keep the references that were published, and the rank that they have today; of
        the sources, those are left that they refer to.

        Args:
            date: The day, or a month or year of which all is meant.
            certain: Whether to leave out sources that may or may not have been published then.

        Raises:
            InvalidValueError: *date* is no date.
        """
        from companyprofiles._snapshots import as_known

        return as_known(self, as_partial_date(date), certain=certain)

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat row for each statement, as :meth:`EntityView.to_records` does."""
        from companyprofiles._records import records

        return records(self.statements)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Profile:
        """Make a profile of plain data such as :meth:`to_dict` returns.

        Raises:
            ProfileDataError: The data has problems; every one is named.
        """
        # The reader stands a floor above and needs the plugins' vocabulary: loaded when asked.
        from companyprofiles._catalog import installed
        from companyprofiles._reader import read_document

        return read_document(data, installed().vocabulary)

    @property
    def _own(self) -> EntityView:
        return self.of(self.subject)

    def _property_names(self) -> frozenset[str]:
        names = {statement.prop.name for statement in self.statements}
        return frozenset(names | {prop.name for prop in self.properties})

    def _repr_html_(self) -> str:
        from companyprofiles._html import profile_table

        return profile_table(self)

    def __repr__(self) -> str:
        cut_off = f", as of {self.data_cut_off}" if self.data_cut_off else ""
        return (
            f"<Profile {self.id}: {count(len(self.statements), 'statement')}, "
            f"{count(len(self.sources), 'source')}{cut_off}>"
        )


def _id(thing: Entity | Source | str) -> str:
    return thing if isinstance(thing, str) else thing.id
