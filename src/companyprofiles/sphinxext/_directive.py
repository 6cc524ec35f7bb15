"""What the directives of the domain have in common."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from companyprofiles._format import language_tag
from companyprofiles._profile import Profile
from companyprofiles.errors import CompanyProfilesError, near_names
from companyprofiles.sphinxext._nodes import paragraph
from companyprofiles.sphinxext._uses import depend_on, domain_of, profile_of, warn, warn_of_error
from companyprofiles.sphinxext._words import _

if TYPE_CHECKING:
    from companyprofiles.sphinxext._domain import CompanyDomain

__all__ = ["CompanyDirective", "ShowingDirective", "prepare"]


def prepare(node: nodes.Node, document: nodes.document) -> None:
    """Reserve the anchors in the document, and keep Sphinx's typography off the data."""
    if isinstance(node, nodes.Element):
        node["support_smartquotes"] = False
        for part in node.findall():
            # Else docutils finds the document by climbing up, each time it is asked.
            part.document = document
            if isinstance(part, nodes.Element):
                for name in list(part["ids"]):
                    if document.ids.setdefault(name, part) is not part:
                        _move(part, name, document)


def _move(part: nodes.Element, name: str, document: nodes.document) -> None:
    """Take an anchor from what is shown a second time; a section gets another, as it needs one."""
    part["ids"].remove(name)
    if isinstance(part, nodes.section):
        count = 2
        while f"{name}-{count}" in document.ids:
            count += 1
        part["ids"].append(f"{name}-{count}")
        document.ids[f"{name}-{count}"] = part


class CompanyDirective(SphinxDirective):
    """A directive that shows something of companies, or of the code that describes them."""

    option_spec: ClassVar[dict[str, Any]] = {}

    @property
    def domain(self) -> CompanyDomain:
        """The domain that notes what is described where."""
        return domain_of(self.env)

    @property
    def language(self) -> str:
        """BCP 47 tag of the page's language."""
        return language_tag(self.env.config.language)

    def depend_on(self, marker: str) -> None:
        """Let Sphinx read the page again when a marker changes."""
        depend_on(marker, self.env)

    def warn(self, subtype: str, message: str) -> None:
        """Report what is wrong with the directive, at its place."""
        warn(subtype, message, self.get_location())

    def known_names(self, kind: str, names: Collection[str], known: Collection[str]) -> list[str]:
        """Return those names that are known; each other one is reported."""
        for name in names:
            if name not in known:
                near = near_names(name, known) or ", ".join(sorted(known))
                self.warn(kind, f"there is no {kind} {name!r}. Did you mean {near}?")
        return [name for name in names if name in known]


class ShowingDirective(CompanyDirective):
    """A directive that shows something of one or more profiles.

    What cannot be shown is reported at its place, and a sentence on the page says so.
    """

    subtype: ClassVar[str]
    """Kind of its warnings, for ``suppress_warnings``."""

    def run(self) -> list[nodes.Node]:
        """Return the nodes, and note what they depend on."""
        try:
            shown = self.content_nodes()
        except CompanyProfilesError as error:
            self.failed(error)
            named = " ".join(self.arguments)
            return [paragraph(_("This cannot be shown: %s") % named, classes=["cp-missing"])]
        for node in shown:
            prepare(node, self.state.document)
        return shown

    def content_nodes(self) -> list[nodes.Node]:
        """Return what the directive shows.

        Raises:
            CompanyProfilesError: It cannot be shown; the message says why.
        """
        raise NotImplementedError

    def failed(self, error: CompanyProfilesError) -> None:
        """Report why something cannot be shown, at the place of the directive."""
        warn_of_error(error, self.subtype, self.get_location())

    def profile(self, company_id: str) -> Profile:
        """Return a profile, and note that the page shows it.

        Raises:
            CompanyProfilesError: There is no such company, or its profile cannot be read.
        """
        return profile_of(company_id, self.env)
