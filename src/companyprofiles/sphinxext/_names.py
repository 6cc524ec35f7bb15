"""The names of a company or another thing, in the page's language and in its others."""

from __future__ import annotations

from docutils import nodes

from companyprofiles._texts import LanguageMap
from companyprofiles.sphinxext._nodes import optional_link, separated, words

__all__ = ["all_names"]


def all_names(
    name: LanguageMap, language: str, *, company: str = "", docname: str = ""
) -> list[nodes.Node]:
    """Return a name in the page's language, and behind it those of other languages.

    Args:
        name: The name in its languages.
        language: BCP 47 tag of the page.
        company: Id of the company whose page the first one links to, if there is one.
        docname: Document that the link is in.
    """
    own = name.best(language)
    first = words(own, language)
    if company:
        first = optional_link("company", company, docname, first)
    others = dict.fromkeys(name.best(tag) for tag in name)
    further = (words(text, language) for text in others if text.text != own.text)
    return separated([first, *further], " ")
