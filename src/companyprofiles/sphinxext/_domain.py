"""The domain ``company``: what can be linked to, from any page and from other projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from typing import Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from companyprofiles.errors import near_names
from companyprofiles.sphinxext._directives import ProfileDirective, SectionDirective
from companyprofiles.sphinxext._figure_directive import FigureDirective
from companyprofiles.sphinxext._graph_directive import GraphDirective
from companyprofiles.sphinxext._list_directive import ListDirective
from companyprofiles.sphinxext._reference_directives import (
    ChecksDirective,
    ExportersDirective,
    HookDirective,
    PropertiesDirective,
    RulesDirective,
    SectionsDirective,
    VocabulariesDirective,
)
from companyprofiles.sphinxext._roles import CiteRole, ValueRole
from companyprofiles.sphinxext._source_directive import SourcesDirective
from companyprofiles.sphinxext._table_directives import CompareDirective, TableDirective
from companyprofiles.sphinxext._timeline_directive import TimelineDirective

__all__ = ["CompanyDomain", "keep_text", "warn_of_missing"]

logger = logging.getLogger(__name__)

INTERSPHINX = "sphinx.ext.intersphinx"

SEARCH_FIRST, SEARCH_LAST, NOT_IN_SEARCH = 0, 2, -1


class CompanyDomain(Domain):
    """Companies, and the entities, statements and sources of their profiles.

    Names are ``alibaba``, ``alibaba/m6``, ``alibaba/m6-10t`` and ``alibaba/drun-en``; properties
    and exporters are called by their names alone, such as ``revenue`` and ``json``, and checks by
    their codes. Roles have the names of the types; two more print a value and cite a source.
    """

    name = "company"
    label = "Company"
    object_types: ClassVar[dict[str, ObjType]] = {
        "company": ObjType("company", "company", searchprio=SEARCH_FIRST),
        "entity": ObjType("entity", "entity"),
        "property": ObjType("property", "property"),
        "check": ObjType("check", "check"),
        "exporter": ObjType("exporter", "exporter"),
        "statement": ObjType("statement", "statement", searchprio=NOT_IN_SEARCH),
        "source": ObjType("source", "source", searchprio=NOT_IN_SEARCH),
    }
    directives: ClassVar[dict[str, Any]] = {
        "checks": ChecksDirective,
        "compare": CompareDirective,
        "exporters": ExportersDirective,
        "figure": FigureDirective,
        "graph": GraphDirective,
        "hook": HookDirective,
        "list": ListDirective,
        "profile": ProfileDirective,
        "properties": PropertiesDirective,
        "rules": RulesDirective,
        "section": SectionDirective,
        "sections": SectionsDirective,
        "sources": SourcesDirective,
        "table": TableDirective,
        "timeline": TimelineDirective,
        "vocabularies": VocabulariesDirective,
    }
    roles: ClassVar[dict[str, Any]] = {
        **{kind: XRefRole(warn_dangling=True) for kind in object_types},
        "cite": CiteRole(),
        "value": ValueRole(),
    }
    initial_data: ClassVar[dict[str, Any]] = {"objects": {}, "uses": {}, "pages": {}}
    data_version = 2

    @property
    def objects(self) -> dict[tuple[str, str], tuple[str, str, str]]:
        """Document, anchor and display name of each object, by its type and name."""
        found: dict[tuple[str, str], tuple[str, str, str]] = self.data["objects"]
        return found

    @property
    def uses(self) -> dict[str, list[str]]:
        """Markers of what each document shows: ids of companies, and others."""
        found: dict[str, list[str]] = self.data["uses"]
        return found

    @property
    def pages(self) -> dict[str, dict[str, Any]]:
        """What the head of each page says: ``description``, and ids of its ``companies``."""
        found: dict[str, dict[str, Any]] = self.data["pages"]
        return found

    def note_page(self, docname: str, description: str, company: str = "") -> None:
        """Note what a page is about, and which company has its place there."""
        page = self.pages.setdefault(docname, {"description": description, "companies": []})
        if company and company not in page["companies"]:
            page["companies"].append(company)

    def note_use(self, docname: str, marker: str) -> None:
        """Note that a document shows something of a company, or what another marker stands for."""
        uses = self.uses.setdefault(docname, [])
        if marker not in uses:
            uses.append(marker)

    def note_object(
        self, kind: str, name: str, place: tuple[str, str, str], location: Any = None
    ) -> None:
        """Note where an object is described, and warn if it is described elsewhere too."""
        known = self.objects.get((kind, name))
        if known is not None and known[0] != place[0] and kind == "company":
            self._warn_of_second(name, known[0], location or place[0])
        self.objects[kind, name] = place

    def _warn_of_second(self, name: str, other: str, location: Any) -> None:
        logger.warning(
            "the company %s is described in %s too; add the option :no-index: to one of them",
            name,
            other,
            type="company",
            subtype="duplicate",
            location=location,
        )

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        for key in [key for key, place in self.objects.items() if place[0] == docname]:
            del self.objects[key]
        self.uses.pop(docname, None)
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process noted of the documents that it read."""
        for (kind, name), place in otherdata["objects"].items():
            if place[0] in docnames:
                self.note_object(kind, name, place)
        for part in ("uses", "pages"):
            noted = otherdata[part].items()
            self.data[part].update({name: what for name, what in noted if name in docnames})

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every object for the inventory and the search, in a fixed order."""
        for (kind, name), (docname, anchor, shown) in sorted(self.objects.items()):
            priority = self.object_types[kind].attrs["searchprio"]
            yield (name, shown, kind, docname, anchor, priority)

    def get_full_qualified_name(self, node: nodes.Element) -> str | None:
        """Return the name that other projects' inventories have it by."""
        target: str | None = node.get("reftarget")
        return target

    def resolve_xref(  # noqa: PLR0917, Sphinx's own signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Link to an object, by the name that pages call it unless the author gave another."""
        place = self.objects.get((typ, target))
        if place is None:
            return None
        docname, anchor, shown = place
        if node.get("refexplicit"):
            content: list[nodes.Node] = list(node.children) or [contnode]
        else:
            content = [nodes.inline("", shown)]
        return make_refnode(builder, fromdocname, docname, anchor, content, shown)

    def resolve_any_xref(  # noqa: PLR0917, Sphinx's own signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Link to whatever has that name."""
        found = []
        for kind in self.object_types:
            if (kind, target) in self.objects:
                link = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
                if link is not None:
                    found.append((f"company:{kind}", link))
        return found

    def near(self, kind: str, target: str, elsewhere: Iterable[str] = ()) -> str:
        """Return the nearest known names of one type, quoted: those of the same company first.

        Args:
            kind: The type.
            target: The name that is not known.
            elsewhere: Names that other projects have.
        """
        known = [*(name for type_, name in self.objects if type_ == kind), *elsewhere]
        company, slash, name = target.rpartition("/")
        prefix = company + slash
        own = [other.removeprefix(prefix) for other in known if other.startswith(prefix)]
        if slash and (near := get_close_matches(name, own)):
            return " or ".join(repr(prefix + other) for other in near)
        return near_names(target, known)


def keep_text(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element
) -> nodes.Element | None:
    """Keep a link that a page made itself as a text, where nothing that it leads to is known."""
    return contnode if node.get("optional") else None


def warn_of_missing(app: Sphinx, domain: Domain, node: pending_xref) -> bool | None:
    """Say what a link may have meant that leads nowhere."""
    if not isinstance(domain, CompanyDomain):
        return None
    kind, target = node["reftype"], node["reftarget"]
    has_others = INTERSPHINX in app.extensions
    near = domain.near(kind, target, _elsewhere(app.env, kind) if has_others else ())
    logger.warning(
        "there is no %s %r on this site%s.%s",
        kind,
        target,
        " or those in intersphinx_mapping" if has_others else "",
        f" Did you mean {near}?" if near else "",
        type="ref",
        subtype=kind,
        location=node,
    )
    return True


def _elsewhere(env: BuildEnvironment, kind: str) -> Iterable[str]:
    """Return the names of one type that the inventories of other projects have."""
    from sphinx.ext.intersphinx import InventoryAdapter

    return InventoryAdapter(env).main_inventory.get(f"company:{kind}", {})
