"""The document that a section of a page makes, without a site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from companyprofiles._messages import CATALOG, CATALOG_FOLDER, HEADING, in_catalog
from companyprofiles.hookspecs import Section, resolve

if TYPE_CHECKING:
    from docutils import nodes

    from companyprofiles._profile import Profile

__all__ = ["section_doctree"]


def section_doctree(section: Section, profile: Profile, *, language: str = "en") -> nodes.document:
    """Return the document with one section of a company's page; empty where it is left out.

    Args:
        section: The section.
        profile: The profile that is shown.
        language: BCP 47 tag of the page's language. Words that the section translates by a message
            catalog of its own stay English.

    Raises:
        TypeError: The section returned something else than nodes.
    """
    from docutils import nodes
    from docutils.utils import new_document

    from companyprofiles.sphinxext import PageContext
    from companyprofiles.sphinxext._nodes import check_nodes

    docname = f"companies/{profile.id}"
    context = PageContext(profile=profile, language=language, docname=docname)
    with _words_in(language), context.section(section.name):
        content = list(resolve(section.render)(profile, context))
    check_nodes(content)
    document = new_document(docname)
    if content:
        heading = in_catalog(HEADING, section.title, language).text
        title = nodes.title("", heading, translatable=False)
        document += nodes.section("", title, *content, ids=[section.name])
    context.finish()
    return document


@contextmanager
def _words_in(language: str) -> Iterator[None]:
    """Let Sphinx translate into a language, whatever site was built in this process before."""
    from sphinx import locale

    before = dict(locale.translators)
    locale.translators.clear()
    try:
        locale.init([CATALOG_FOLDER], language.replace("-", "_"), CATALOG)
        yield
    finally:
        locale.translators.clear()
        locale.translators.update(before)
