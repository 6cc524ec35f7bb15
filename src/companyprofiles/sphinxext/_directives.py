"""The directives of the domain, for pages that people write; generated pages use the same code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import attrs
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.environment import BuildEnvironment

from companyprofiles._catalog import installed
from companyprofiles.errors import InvalidValueError, UnknownNameError
from companyprofiles.sphinxext import _page
from companyprofiles.sphinxext._directive import ShowingDirective, prepare
from companyprofiles.sphinxext._nodes import anchor
from companyprofiles.sphinxext._page_sources import cited_sources, has_list
from companyprofiles.sphinxext._pictures import Pictures
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._releases import known_releases, withdrawn
from companyprofiles.sphinxext._stubs import shelf_of
from companyprofiles.sphinxext._uses import profile_of
from companyprofiles.sphinxext._withdrawn import withdrawn_section

__all__ = ["ProfileDirective", "SectionDirective", "show_company"]


def show_company(
    company_id: str,
    env: BuildEnvironment,
    document: nodes.document,
    *,
    sections: list[str] | None = None,
    index: bool = True,
    shared: Mapping[str, str] | None = None,
    further: Sequence[str] = (),
) -> list[nodes.Node]:
    """Return the nodes of a company, and note for Sphinx what they depend on.

    Args:
        company_id: Id of the company.
        env: Environment of the build.
        document: Document that the nodes go into.
        sections: Names of the sections to show; the whole page by default.
        index: Whether this is the place that links to the company lead to.
        shared: Documents of its sources that have a page of their own, by the source's id.
        further: Other documents about the company.

    Raises:
        CompanyProfilesError: There is no such company, or its profile cannot be read.
    """
    profile = profile_of(company_id, env)
    context = _page.page_context(profile, env, document, complete=sections is None)
    # Parts of a profile are its place only in a document that takes the generated page's place.
    own_docname = env.config.companyprofiles_docname.format(id=company_id)
    is_place = index and (sections is None or env.docname == own_docname)
    if sections is not None and not is_place:
        # What they cite is numbered with the sources of the rest of the page.
        context = attrs.evolve(context, citations=prose_context(profile, env)._citations)
    context.shared.update(shared or {})
    context.further.extend(further)
    shown = _page.company_nodes(context, sections)
    if sections is not None and is_place:
        shown.insert(0, anchor(context.anchor("company", company_id)))
    elif sections is not None and "sources" in sections and not has_list(document):
        title = nodes.title("", context.titles["sources"], translatable=False)
        name = context.prefix + "sources"
        shown.append(nodes.section("", title, cited_sources(), ids=[name]))
    releases = known_releases(shelf_of(env)).get(company_id, ()) if is_place else ()
    gone = withdrawn(profile, releases)
    if gone:
        whole = shown[0] if sections is None else None
        (whole if isinstance(whole, nodes.section) else shown).append(
            withdrawn_section(context, gone)
        )
    for node in shown:
        prepare(node, document)
    if is_place:
        _page.register(context, env, gone)
        _label(shown[0], document, f"company-{company_id}")
    return shown


def _label(place: nodes.Node, document: nodes.document, name: str) -> None:
    """Let ``:ref:`` find the page too, also from projects that do not know this extension."""
    if isinstance(place, nodes.Element) and name not in document.nameids:
        place["names"].append(name)
        document.note_explicit_target(place)


class ProfileDirective(ShowingDirective):
    """Shows the page of a company, or some of its sections: ``company:profile:: alibaba``.

    ``:sections:``
        Names of sections to show, without the head of the page. Links then lead to the company's
        own page, and sources are among those of the page, unless this document has its name.
    ``:no-index:``
        Do not make this the place that links to the company lead to.
    """

    subtype = "profile"
    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "sections": directives.unchanged_required,
        "no-index": directives.flag,
    }

    def content_nodes(self) -> list[nodes.Node]:
        """Return the nodes of the company."""
        return show_company(
            self.arguments[0].strip(),
            self.env,
            self.state.document,
            sections=self._sections(),
            index="no-index" not in self.options,
        )

    def _sections(self) -> list[str] | None:
        text = self.options.get("sections")
        if text is None:
            return None
        known = {section.name for section in installed().host.sections()}
        return self.known_names("section", text.replace(",", " ").split(), known)


class SectionDirective(ShowingDirective):
    """Shows what one section of a company's page shows: ``company:section:: alibaba/finance``.

    It has no heading, and its sources are among those of the page.
    """

    subtype = "section"
    required_arguments = 1

    def content_nodes(self) -> list[nodes.Node]:
        """Return the content of the section."""
        company, _slash, name = self.arguments[0].partition("/")
        sections = {
            section.name: section
            for section in installed().host.sections()
            if section.name not in _page.LAST
        }
        if not name:
            expected = "a company and a section, such as 'alibaba/finance'"
            raise InvalidValueError(expected, self.arguments[0])
        context = prose_context(self.profile(company), self.env)
        if name not in sections:
            raise UnknownNameError("section that can stand alone:", name, sections)
        titles = _page.section_titles(context.language)
        context = attrs.evolve(context, titles=titles, pictures=Pictures(self.env))
        shown = _page.rendered(sections[name], context)
        context.finish()
        return shown
