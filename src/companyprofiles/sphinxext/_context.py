"""What a section of a page is given: language, footnotes, links, and how things are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import attrs
from docutils import nodes

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import Identifier
from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles._sources import Reference, Source
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap
from companyprofiles._wording import Wording
from companyprofiles.sphinxext._citations import Citations
from companyprofiles.sphinxext._details import details
from companyprofiles.sphinxext._fact_place import fact_place
from companyprofiles.sphinxext._links import Links
from companyprofiles.sphinxext._names import all_names
from companyprofiles.sphinxext._nodes import (
    anchor,
    paragraph,
    separated,
    words,
)
from companyprofiles.sphinxext._pictures import Pictures
from companyprofiles.sphinxext._time_said import time_said
from companyprofiles.sphinxext._value import value_nodes
from companyprofiles.sphinxext._words import _

__all__ = ["PageContext"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PageContext:
    """What a page section's ``render`` is given beside the profile.

    A section returns docutils nodes. It makes its own, and takes from here what must be alike on
    the whole page: values with their marks and footnotes, links, anchors, dates in words.

    Every statement has one *home* on a page, the place that carries its anchor and all that is
    known of it; :meth:`fact` makes it. Other places are views, made with :meth:`mention`.
    """

    profile: Profile
    """The profile that the page shows."""
    language: str
    """BCP 47 tag of the page's language."""
    docname: str
    """Name of the document that the nodes go into."""
    prefix: str = ""
    """What anchors begin with, where a document shows more than one company."""
    complete: bool = True
    """Whether every section is shown, and so every statement has its home here."""
    places: bool = True
    """Whether what is shown has its place here; else the page is prose that refers to it."""
    titles: Mapping[str, str] = attrs.field(factory=dict)
    """Headings of the sections by name."""
    shared: dict[str, str] = attrs.field(factory=dict)
    """Documents of the sources that have a page of their own, by the source's id."""
    further: list[str] = attrs.field(factory=list)
    """Other documents about the company, of those that are generated."""
    statements: dict[str, str] = attrs.field(factory=dict)
    """Anchors of the statements that have their home already, and in which section."""
    entities: dict[str, str] = attrs.field(factory=dict)
    """Ids of the entities that have their place already, and in which section."""
    wording: Wording = attrs.field(init=False)
    """How values and statements are said on the page, as plain text."""
    _citations: Citations = attrs.field()
    _pictures: Pictures | None = None
    _keys: dict[str, Statement[Any]] = attrs.field(factory=dict)
    _links: Links = attrs.field(init=False)
    _sections: list[str] = attrs.field(factory=lambda: ["page"])

    @wording.default
    def _wording(self) -> Wording:
        return Wording.of(self.profile, self.language)

    @_citations.default
    def _numbered(self) -> Citations:
        return Citations(self.profile, self.wording, self.prefix)

    @_links.default
    def _unfinished(self) -> Links:
        return Links(self.profile.id, self.docname)

    # -- names -------------------------------------------------------------------------------

    def name(self, entity_id: str) -> str:
        """Return what the page calls an entity."""
        return self.wording.name(entity_id)

    def names(self, entity_id: str) -> list[nodes.Node]:
        """Return an entity's name, and its names in the profile's other languages.

        The name is a link where another profile says more of the entity, if it has a page.
        """
        entity = self.profile.entity(entity_id)
        other = entity.profile if entity.profile != self.profile.id else None
        return all_names(entity.name, self.language, company=other or "", docname=self.docname)

    def property_name(self, prop: Property[Any]) -> str:
        """Return what the page calls a property."""
        return self.wording.property_name(prop)

    def label(self, statement: Statement[Any]) -> str:
        """Return a name for a statement that tells it from others, such as a link needs.

        Such as ``M6: Parameters, October 2021``, ending in ``(deprecated)`` where it is.
        """
        return self.wording.label(statement)

    def text(self, texts: LanguageMap) -> nodes.Node:
        """Return a wording in the page's language, marked where there is only another one."""
        return words(texts, self.language)

    def date(self, date: PartialDate) -> str:
        """Return a date in words."""
        return self.wording.date(date)

    def period(self, statement: Statement[Any]) -> str:
        """Return in words when a statement held; empty where nothing is said.

        A figure without a period is known as of the day of its latest source. The figures of an
        event are of the day of the event.
        """
        return time_said(statement, self.profile, self.wording)

    # -- links -------------------------------------------------------------------------------

    def entity(self, entity_id: str) -> nodes.Node:
        """Return an entity's name as a link to its place; the company itself is no link."""
        shown = words(self.profile.entity(entity_id).name, self.language)
        if entity_id == self.profile.subject and self.complete:
            return shown
        return self._link("entity", entity_id, shown)

    def statement_link(self, statement: Statement[Any], text: str = "") -> nodes.Node:
        """Return a link to a statement's home, by default called :meth:`label`."""
        shown = nodes.Text(text or self.label(statement))
        return self._link("statement", statement.anchor, shown)

    def _link(self, kind: str, name: str, shown: nodes.Node) -> nodes.Node:
        return self._links.link(kind, name, shown, self.anchor(kind, name))

    def anchor(self, kind: str, name: str) -> str:
        """Return the anchor of a thing: ``entity-m6``, ``statement-m6-10t``, ``source-drun-en``."""
        return f"{self.prefix}{kind}-{name}"

    def entity_anchor(self, entity_id: str) -> list[nodes.target]:
        """Return the anchor of an entity, the first time; then nothing."""
        if entity_id in self.entities or not self.places:
            return []
        self.entities[entity_id] = self._sections[-1]
        return [anchor(self.anchor("entity", entity_id))]

    # -- statements --------------------------------------------------------------------------

    def by_key(self, key: str) -> Statement[Any]:
        """Return the statement with that key, as ``replaced_by`` and ``derived_from`` name it."""
        if not self._keys:
            self._keys.update({s.key: s for s in self.profile.statements if s.key})
        return self._keys[key]

    def has_home(self, statement: Statement[Any]) -> bool:
        """Tell whether a section showed the statement as its own already."""
        return statement.anchor in self.statements

    def value(self, statement: Statement[Any]) -> list[nodes.Node]:
        """Return a statement's value alone, or the words for its absence."""
        if statement.absent is not None:
            return [nodes.emphasis("", self.wording.value_of(statement))]
        shown = value_nodes(statement.value, self)
        if isinstance(statement.value, Identifier) and not statement.prop.scheme:
            shown.insert(0, nodes.Text(f"{statement.value.scheme}: "))
        return shown

    def marks(self, statement: Statement[Any]) -> list[nodes.Node]:
        """Return the words for rank and modality that stand before a value."""
        marks: list[nodes.Node] = []
        for value, word in self.wording.marks(statement):
            marks += [
                nodes.emphasis("", word, classes=["cp-mark", f"cp-{value}"]),
                nodes.Text(" "),
            ]
        return marks

    def mention(
        self,
        statement: Statement[Any],
        shown: list[nodes.Node] | None = None,
        *,
        dated: bool = False,
        dimensions: bool = True,
    ) -> list[nodes.Node]:
        """Return a statement's value in one line: marks, value, footnotes.

        Args:
            statement: The statement.
            shown: What to show instead of the whole value, where the rest stands beside it.
            dated: Whether to add when it held, where that does not stand beside it.
            dimensions: Whether to add what it is of, where that does not stand beside it.
        """
        value = self.value(statement) if shown is None else shown
        if statement.is_deprecated:
            value = [nodes.inline("", "", *value, classes=["cp-struck"])]
        more = self.dimensions(statement) if dimensions else []
        if dated and (period := self.period(statement)):
            more.append(nodes.Text(period))
        if more:
            before, after = _(" (%s)").split("%s")
            value += [nodes.Text(before), *separated(more, _(", ")), nodes.Text(after)]
        return [*self.marks(statement), *value, *self.footnotes(statement)]

    def dimensions(self, statement: Statement[Any]) -> list[nodes.Node]:
        """Return what a value is of, in the order in which its property names its dimensions.

        An entity is called by its name, a security by its kind; what nobody translated is marked as
        being in English.
        """
        texts = self.wording.dimension_texts(statement)
        return [words(text, self.language) for text in texts]

    def fact(
        self,
        statement: Statement[Any],
        shown: list[nodes.Node] | None = None,
        *,
        lead: str = "",
        dated: bool = False,
        dimensions: bool = True,
    ) -> list[nodes.paragraph]:
        """Return a statement with its anchor, footnotes and all that is noted of it.

        Args:
            statement: The statement; shown here first, it has its home here.
            shown: What to show instead of the whole value, where the rest stands beside it.
            lead: What stands before it, such as the name of its property.
            dated: Whether to add when it held, where that does not stand beside it.
            dimensions: Whether to add what it is of, where that does not stand beside it.
        """
        line: list[nodes.Node] = []
        is_home = self.places and not self.has_home(statement)
        if is_home:
            self.statements[statement.anchor] = self._sections[-1]
        if lead:
            line.append(nodes.inline("", lead + _(": "), classes=["cp-lead"]))
        line += self.mention(statement, shown, dated=dated, dimensions=dimensions)
        if is_home:
            name, key = self.anchor("statement", statement.anchor), statement.anchor
            line.append(fact_place("", "", ids=[name], company=self.profile.id, key=key))
        return [paragraph(*line), *self.details(statement)]

    def details(self, statement: Statement[Any]) -> list[nodes.paragraph]:
        """Return what else is known of a statement, in smaller print."""
        return details(statement, self)

    # -- sources -----------------------------------------------------------------------------

    def source_name(self, source: Source) -> str:
        """Return who published a source, or its title."""
        return self._citations.source_name(source)

    def footnotes(self, statement: Statement[Any]) -> list[nodes.Node]:
        """Return the numbers that lead from a value to its sources."""
        return self.cite(statement.references, statement.anchor, self.label(statement))

    def cite(self, references: Sequence[Reference], name: str, label: str) -> list[nodes.Node]:
        """Return the numbers that lead from anything to its sources.

        Args:
            references: The sources, and the places in them.
            name: What is sourced: the anchor of a statement, or another name of that form.
            label: What it is called in the list of places that cite a source.
        """
        section = self._sections[-1]
        home = self.statements.get(name) == section
        return self._citations.cite(references, name, label, section=section, home=home)

    def where(self, references: Sequence[Reference]) -> str:
        """Return the name of a source, and its places that references to it name."""
        return self._citations.where(references)

    # -- the page ----------------------------------------------------------------------------

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Note everything for one section; if it fails, as if it had never begun."""
        mark = self._citations.mark()
        known = len(self.statements), len(self.entities)
        self._sections.append(name)
        try:
            yield
        except BaseException:
            self._citations.rewind(mark)
            for homes, count in zip((self.statements, self.entities), known, strict=True):
                for anchor_name in list(homes)[count:]:
                    del homes[anchor_name]
            raise
        finally:
            self._sections.pop()

    def finish(self) -> None:
        """Turn the links to what is not shown here into cross references to where it is."""
        self._links.finish({"entity": self.entities, "statement": self.statements})
