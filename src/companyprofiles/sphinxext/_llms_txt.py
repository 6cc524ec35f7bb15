"""A list of the site for language models, as llmstxt.org describes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from companyprofiles.sphinxext._exports import is_website
from companyprofiles.sphinxext._feed import page_address
from companyprofiles.sphinxext._stubs import write
from companyprofiles.sphinxext._uses import pages_of
from companyprofiles.sphinxext._words import _

__all__ = ["FILE", "write_llms_txt"]

FILE = "llms.txt"


def write_llms_txt(app: Sphinx, exception: Exception | None) -> None:
    """Write the list, if the site wants it and it would change."""
    builder = app.builder
    if exception is None and app.config.companyprofiles_llms_txt and is_website(builder):
        write(Path(app.outdir, FILE), "\n".join(_lines(builder)) + "\n")


def _lines(builder: StandaloneHTMLBuilder) -> Iterator[str]:
    """Yield the lines of a list: companies, what is about several of them, all other pages."""
    env, config = builder.env, builder.config
    pages = pages_of(env)
    companies = [name for name, page in sorted(pages.items()) if page["companies"]]
    # The pages of sources are many, and their list leads to them.
    across = [name for name in sorted(pages.keys() - companies) if "source" not in pages[name]]
    about = _("Facts about companies, each with its sources; as pages and as data.")
    yield f"# {config.project}\n\n> {about}"
    described = {name: page["description"] for name, page in pages.items()}
    rest = [name for name in sorted(env.titles) if name not in pages]
    for heading, docnames in (
        (_("Companies"), companies),
        (_("Across companies"), across),
        (_("Other pages"), rest),
    ):
        if docnames:
            yield f"\n## {heading}\n"
        for docname in docnames:
            yield _line(docname, described.get(docname, ""), builder)


def _line(docname: str, about: str, builder: StandaloneHTMLBuilder) -> str:
    title = builder.env.titles[docname].astext().replace("[", "(").replace("]", ")")
    return f"- [{title}]({page_address(docname, builder)})" + (f": {about}" if about else "")
