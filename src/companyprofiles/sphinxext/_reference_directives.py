"""The directives that make a reference from code: of properties, hooks, formats and sections."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from companyprofiles import hookspecs
from companyprofiles._catalog import installed
from companyprofiles._messages import LABEL, in_catalog
from companyprofiles._plugin import FATAL, HOOKS
from companyprofiles._property import Property
from companyprofiles.errors import CompanyProfilesError, cause_of
from companyprofiles.sphinxext import _offers
from companyprofiles.sphinxext._check_pages import check_sections
from companyprofiles.sphinxext._directive import CompanyDirective, prepare
from companyprofiles.sphinxext._property_entry import property_anchor, property_entry
from companyprofiles.sphinxext._rules import rule_tables
from companyprofiles.sphinxext._stubs import CODE, shelf_of, stated_in
from companyprofiles.sphinxext._uses import profile_of, warn_of_error
from companyprofiles.sphinxext._vocabulary import overview, vocabularies

__all__ = [
    "ChecksDirective",
    "ExportersDirective",
    "HookDirective",
    "PropertiesDirective",
    "RulesDirective",
    "SectionsDirective",
    "VocabulariesDirective",
]

SHOWN_LINES = 12
"""Lines that are shown of what an exporter writes, unless the page says otherwise."""


class ReferenceDirective(CompanyDirective):
    """What is made from the code of the core and of installed plugins."""

    option_spec: ClassVar[dict[str, Any]] = {"no-index": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the nodes, and note what they depend on."""
        self.depend_on(CODE)
        shown = self.content_nodes()
        for node in shown:
            prepare(node, self.state.document)
        return shown

    def content_nodes(self) -> list[nodes.Node]:
        """Return what the directive shows."""
        raise NotImplementedError

    def note(self, kind: str, name: str, anchor: str, shown: str) -> None:
        """Note that links to something lead to its entry here."""
        if "no-index" not in self.options:
            self.domain.note_object(kind, name, (self.env.docname, anchor, shown))


class VocabulariesDirective(ReferenceDirective):
    """Lists the properties of the core and of installed plugins: ``company:vocabularies::``.

    A table for each vocabulary; names are links where the site has entries of the properties.
    """

    option_spec: ClassVar[dict[str, Any]] = {}

    def content_nodes(self) -> list[nodes.Node]:
        """Return a table for each vocabulary."""
        return overview(self.language, self.env.docname)


class PropertiesDirective(ReferenceDirective):
    """Describes properties, an entry each: ``company:properties:: finance ai-models``.

    The arguments are names of vocabularies; without any, all are shown. The entries are what the
    role ``company:property`` and ``py:data`` link to.

    ``:no-index:``
        Do not make this the place that links lead to.
    """

    optional_arguments = 1
    final_argument_whitespace = True

    def content_nodes(self) -> list[nodes.Node]:
        """Return the entry of each property."""
        every = vocabularies()
        shown: list[nodes.Node] = []
        for name in self.known_names("vocabulary", self._names() or list(every), every):
            for prop, python in every[name].properties.items():
                shown.append(self._entry(prop, python))
        return shown

    def _names(self) -> list[str]:
        return " ".join(self.arguments).split()

    def _entry(self, prop: Property[Any], python: str) -> nodes.Node:
        self.depend_on(stated_in(prop.topic))
        label = in_catalog(LABEL, prop.label, self.language)
        self.note("property", prop.name, property_anchor(prop), label.text)
        if python and "no-index" not in self.options:
            # Aliased: a page that documents the module itself goes first.
            self.env.domains.python_domain.note_object(
                python, "data", property_anchor(prop), aliased=True, location=self.get_location()
            )
        return property_entry(
            prop,
            language=self.language,
            docname=self.env.docname,
            python=python,
            stated=shelf_of(self.env).stated(prop.topic).get(prop.name, {}),
        )


class HookDirective(ReferenceDirective):
    """Tells all of a hook, with an example and who implements it: ``company:hook:: NAME``."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {}

    def content_nodes(self) -> list[nodes.Node]:
        """Return the entry of the hook, which Python's domain knows as the function that it is."""
        shown: list[nodes.Node] = []
        for name in self.known_names("hook", self.arguments, HOOKS):
            shown += _offers.hook_entry(name, self.env.docname)
            full_name = f"{hookspecs.__name__}.{name}"
            self.env.domains.python_domain.note_object(
                full_name, "function", full_name, location=self.get_location()
            )
        return shown


class ChecksDirective(ReferenceDirective):
    """Tells of the checks of the core and of installed plugins: ``company:checks::``.

    Each is what the role ``company:check`` links to.

    ``:no-index:``
        Do not make this the place that links lead to.
    """

    def content_nodes(self) -> list[nodes.Node]:
        """Return one section for each check."""
        shown, places = check_sections()
        for name, (anchor, label) in places.items():
            self.note("check", name, anchor, label)
        return shown


class ExportersDirective(ReferenceDirective):
    """Describes every format that profiles can be written in: ``company:exporters::``.

    ``:company:``
        Id of an installed company, of which the beginning of what is written is shown.
    ``:lines:``
        How many lines of it; 12 by default.
    ``:no-index:``
        Do not make this the place that links lead to.
    """

    option_spec: ClassVar[dict[str, Any]] = {
        "company": directives.unchanged_required,
        "lines": directives.positive_int,
        "no-index": directives.flag,
    }

    def content_nodes(self) -> list[nodes.Node]:
        """Return the entry of each exporter."""
        profile = self._profile()
        lines = self.options.get("lines", SHOWN_LINES)
        shown: list[nodes.Node] = []
        for exporter in installed().host.exporters().values():
            self.note("exporter", exporter.name, _offers.exporter_anchor(exporter), exporter.name)
            entry = _offers.exporter_entry(exporter)
            shown.append(entry)
            if profile is not None:
                try:
                    entry += _offers.beginning(exporter, profile, lines)
                except FATAL:
                    raise
                except BaseException as error:  # noqa: BLE001, an exporter may be anybody's
                    self.warn("exporter", f"the format {exporter.name!r} failed: {cause_of(error)}")
        return shown

    def _profile(self) -> Any:
        company = self.options.get("company")
        if company is None:
            return None
        try:
            return profile_of(company, self.env)
        except CompanyProfilesError as error:
            warn_of_error(error, "profile", self.get_location())
            return None


class SectionsDirective(ReferenceDirective):
    """Lists the sections of companies' pages: ``company:sections::``."""

    option_spec: ClassVar[dict[str, Any]] = {}

    def content_nodes(self) -> list[nodes.Node]:
        """Return a table in the order of pages."""
        return [_offers.section_table(self.language)]


class RulesDirective(ReferenceDirective):
    """Lists the rules by which statements are compared: ``company:rules::``."""

    option_spec: ClassVar[dict[str, Any]] = {}

    def content_nodes(self) -> list[nodes.Node]:
        """Return a table for each verdict."""
        return rule_tables()
