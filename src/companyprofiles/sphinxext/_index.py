"""The index of companies, made from what the build remembers of each, without reading a profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from companyprofiles._dates import PartialDate
from companyprofiles._format import date_text, language_tag
from companyprofiles._texts import LanguageMap
from companyprofiles.sphinxext._names import all_names
from companyprofiles.sphinxext._nodes import (
    detail,
    paragraph,
    table,
)
from companyprofiles.sphinxext._words import _

__all__ = ["index_nodes"]

LARGEST_TOCTREE = 50
"""Companies up to which the index puts them into the navigation, which every page repeats."""


def index_nodes(entries: Sequence[Mapping[str, Any]], env: BuildEnvironment) -> list[nodes.Node]:
    """Return the page that lists the companies.

    Args:
        entries: What is known of each company, as its stub has it.
        env: Environment of the build.
    """
    language = language_tag(env.config.language)
    section = nodes.section(
        "", nodes.title("", _("Companies"), translatable=False), ids=["companies"]
    )
    if not entries:
        section += paragraph(_("No company profile is installed."))
        return [section]
    rows = [_row(entry, language, env.docname) for entry in entries]
    header = (_("Company"), _("What there is"), _("Data"))
    section += table(
        _("Companies with a profile"),
        rows,
        header=header,
        widths=(34, 36, 30),
        classes=["cp-index"],
    )
    if len(entries) <= LARGEST_TOCTREE:
        section += _toctree([entry["docname"] for entry in entries], env.docname)
    return [section]


def _row(entry: Mapping[str, Any], language: str, docname: str) -> tuple[list[nodes.Node], ...]:
    names = all_names(LanguageMap(entry["name"]), language, company=entry["id"], docname=docname)
    counts = _("%(statements)s statements, %(sources)s sources") % entry
    until = entry["data_cut_off"]
    as_of = [detail(_("as of %s") % date_text(PartialDate.parse(until), language))] if until else []
    data = f"{entry['distribution']} {entry['version']}".strip()
    licence = [detail(_("Licence: %s") % entry["licence"])] if entry["licence"] else []
    return (
        [paragraph(*names)],
        [paragraph(counts), *as_of],
        [paragraph(data), *licence],
    )


def _toctree(docnames: Sequence[str], parent: str) -> nodes.Node:
    tree = addnodes.toctree(
        parent=parent,
        entries=[(None, docname) for docname in docnames],
        includefiles=list(docnames),
        rawentries=[],
        maxdepth=1,
        caption=None,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
    )
    return nodes.compound("", tree, classes=["toctree-wrapper"])
