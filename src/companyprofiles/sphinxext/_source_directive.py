"""The directive that lists sources: those that a page cites, or those of a company."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from companyprofiles._sources import Source, SourceKind
from companyprofiles.errors import UnknownNameError
from companyprofiles.sphinxext._directive import ShowingDirective
from companyprofiles.sphinxext._page_sources import cited_sources, has_list
from companyprofiles.sphinxext._prose import contexts, prose_context
from companyprofiles.sphinxext.sections.sources import source_list

__all__ = ["SourcesDirective"]


class SourcesDirective(ShowingDirective):
    """Lists the sources that the page cites: ``company:sources::``; without it they stand last.

    With the id of a company, as in ``company:sources:: alibaba``, it lists the sources of its
    profile.

    ``:kind:``
        Only sources of these kinds, such as ``regulatory_filing``.
    """

    subtype = "sources"
    optional_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"kind": directives.unchanged_required}

    def content_nodes(self) -> list[nodes.Node]:
        """Return the list, or what stands for it until the page has been read."""
        if not self.arguments:
            return self._of_page()
        profile = self.profile(self.arguments[0])
        context = prose_context(profile, self.env)
        return [source_list(self._chosen(profile.sources), context)]

    def _of_page(self) -> list[nodes.Node]:
        if has_list(self.state.document):
            self.warn(self.subtype, "the page has its list of sources already. Remove this one.")
            return []
        contexts(self.env)
        return [cited_sources()]

    def _chosen(self, sources: tuple[Source, ...]) -> list[Source]:
        kinds = self.options.get("kind", "").replace(",", " ").split()
        for kind in kinds:
            if kind not in set(SourceKind):
                raise UnknownNameError("kind of source", kind, [str(kind) for kind in SourceKind])
        return [source for source in sources if not kinds or source.kind in kinds]
