"""The directives of the domain, for pages that people write; generated pages use the same code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from companyprofiles._catalog import installed
from companyprofiles._profile import Profile
from companyprofiles.errors import CompanyProfilesError, ProfileNotFoundError, near_names
from companyprofiles.sphinxext import _page
from companyprofiles.sphinxext._nodes import anchor, paragraph
from companyprofiles.sphinxext._stubs import shelf_of
from companyprofiles.sphinxext._summary import problems_of, report
from companyprofiles.sphinxext._words import _

if TYPE_CHECKING:
    from companyprofiles.sphinxext._domain import CompanyDomain

__all__ = ["ProfileDirective", "prepare", "show_company"]

logger = logging.getLogger(__name__)


def show_company(
    company_id: str,
    env: BuildEnvironment,
    document: nodes.document,
    *,
    sections: list[str] | None = None,
    index: bool = True,
) -> list[nodes.Node]:
    """Return the nodes of a company, and note for Sphinx what they depend on.

    Args:
        company_id: Id of the company.
        env: Environment of the build.
        document: Document that the nodes go into.
        sections: Names of the sections to show; the whole page by default.
        index: Whether this is the place that links to the company lead to.

    Raises:
        CompanyProfilesError: There is no such company, or its profile cannot be read.
    """
    shelf = shelf_of(env)
    known = company_id in installed().companies
    # An unknown company may be installed by the next build: then the list of all changes.
    env.note_dependency(str(shelf.marker(company_id if known else "_index")))
    profile: Profile = installed().get(company_id)
    cast("CompanyDomain", env.get_domain("company")).note_use(env.docname, company_id)
    context = _page.page_context(profile, env, document, complete=sections is None)
    shown = _page.company_nodes(context, sections)
    # Parts of a profile are its place only in a document that takes the generated page's place.
    own_docname = env.config.companyprofiles_docname.format(id=company_id)
    is_place = index and (sections is None or env.docname == own_docname)
    if is_place and sections is not None:
        shown.insert(0, anchor(context.anchor("company", company_id)))
    for node in shown:
        prepare(node, document)
    if is_place:
        _page.register(context, env)
        _label(shown[0], document, f"company-{company_id}")
    return shown


def prepare(node: nodes.Node, document: nodes.document) -> None:
    """Reserve the anchors in the document, and keep Sphinx's typography off the data."""
    if isinstance(node, nodes.Element):
        node["support_smartquotes"] = False
        for part in node.findall():
            # Else docutils finds the document by climbing up, each time it is asked.
            part.document = document
            if isinstance(part, nodes.Element):
                for name in part["ids"]:
                    document.ids.setdefault(name, part)


def _label(place: nodes.Node, document: nodes.document, name: str) -> None:
    """Let ``:ref:`` find the page too, also from projects that do not know this extension."""
    if isinstance(place, nodes.Element) and name not in document.nameids:
        place["names"].append(name)
        document.note_explicit_target(place)


class ProfileDirective(SphinxDirective):
    """Shows the page of a company, or some of its sections: ``company:profile:: alibaba``.

    ``:sections:``
        Names of sections to show, without the head of the page. Links then lead to the company's
        own page, unless this document has its name.
    ``:no-index:``
        Do not make this the place that links to the company lead to.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "sections": directives.unchanged_required,
        "no-index": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the company."""
        company_id = self.arguments[0].strip()
        sections = self._sections()
        try:
            return show_company(
                company_id,
                self.env,
                self.state.document,
                sections=sections,
                index="no-index" not in self.options,
            )
        except CompanyProfilesError as error:
            return [self._failure(company_id, error)]

    def _sections(self) -> list[str] | None:
        text = self.options.get("sections")
        if text is None:
            return None
        known = {section.name for section in installed().host.sections()}
        names = text.replace(",", " ").split()
        for name in names:
            if name not in known:
                near = near_names(name, known) or ", ".join(sorted(known))
                self._warn("sections", f"there is no section {name!r}. Did you mean {near}?")
        return [name for name in names if name in known]

    def _failure(self, company_id: str, error: CompanyProfilesError) -> nodes.Node:
        if isinstance(error, ProfileNotFoundError):
            self._warn("profile", str(error))
        else:
            # Read again at each build, so that what is wrong is told until it is right.
            self.env.note_reread()
            report(company_id, problems_of(company_id, installed(), error))
            self._warn("profile", _("the profile %r cannot be shown") % company_id)
        return paragraph(_("The company %s cannot be shown.") % company_id)

    def _warn(self, subtype: str, message: str) -> None:
        logger.warning("%s", message, type="company", subtype=subtype, location=self.get_location())
