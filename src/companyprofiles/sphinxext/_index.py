"""The index of companies, made from what the build remembers of each, without reading a profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from companyprofiles._catalog import installed
from companyprofiles._dates import PartialDate
from companyprofiles._format import date_text, language_tag
from companyprofiles._messages import LABEL, in_catalog
from companyprofiles._texts import LanguageMap
from companyprofiles.sphinxext._names import all_names
from companyprofiles.sphinxext._nodes import (
    anchor,
    column_name,
    detail,
    fields,
    optional_link,
    paragraph,
    separated,
    table,
    words,
)
from companyprofiles.sphinxext._uses import domain_of
from companyprofiles.sphinxext._words import _, count_of_sources, count_of_statements

__all__ = ["index_nodes"]

LARGEST_TOCTREE = 50
"""Companies up to which the index puts them into the navigation, which every page repeats."""

SHORTEST_ALPHABET = 20
"""Companies from which on letters lead into the table."""

COLUMNS = ("industry", "headquarters", "inception", "employees", "revenue")
"""Properties that have a column, where a company states them."""

GROUPS = ("industry", "headquarters")
"""Properties by whose values the companies are listed too; a script makes choices of them."""

NAME_WIDTH, DATA_WIDTH = 30, 22

Entry = Mapping[str, Any]


def index_nodes(
    entries: Sequence[Entry], further: Sequence[str], env: BuildEnvironment
) -> list[nodes.Node]:
    """Return the page that lists the companies.

    Args:
        entries: What is known of each company, as its stub has it.
        further: Documents that show several of them.
        env: Environment of the build.
    """
    language = language_tag(env.config.language)
    title = _("Companies")
    section = nodes.section("", nodes.title("", title, translatable=False), ids=["companies"])
    entries = sorted(entries, key=lambda entry: _name(entry, language).casefold())
    domain = domain_of(env)
    names = _(", ").join(_name(entry, language) for entry in entries)
    domain.note_page(env.docname, f"{_('Companies with a profile')}: {names}.")
    domain.pages[env.docname]["is_overview"] = True
    if not entries:
        section += paragraph(_("No company profile is installed."))
        return [section]
    if len(entries) >= SHORTEST_ALPHABET:
        section += paragraph(*separated(_letters(entries, language), " "), classes=["cp-letters"])
    section += _table(entries, language, env.docname)
    section += list(_groups(entries, language, env.docname))
    if further:
        links = (optional_link("std:doc", f"/{name}", env.docname) for name in further)
        section += paragraph(_("Across companies: "), *separated(links, _(", ")))
    if len(entries) <= LARGEST_TOCTREE:
        section += _toctree([entry["docname"] for entry in entries], env.docname)
    return [section]


def _name(entry: Entry, language: str) -> str:
    return LanguageMap(entry["name"]).best(language).text


def _letters(entries: Iterable[Entry], language: str) -> list[nodes.Node]:
    """Return a link for each letter that a name begins with."""
    first = dict.fromkeys(_letter(entry, language) for entry in entries)
    return [nodes.reference("", x, refid=f"letter-{ord(x):x}", internal=True) for x in first]


def _letter(entry: Entry, language: str) -> str:
    return _name(entry, language)[:1].upper()


def _table(entries: Sequence[Entry], language: str, docname: str) -> nodes.Node:
    columns = [name for name in COLUMNS if any(name in entry["overview"] for entry in entries)]
    labels = [_label(name, language) for name in columns]
    seen: set[str] = set()
    rows = [_row(entry, columns, language, docname, seen) for entry in entries]
    width = (100 - NAME_WIDTH - DATA_WIDTH) // max(len(columns), 1)
    return table(
        _("Companies with a profile"),
        rows,
        header=(_("Company"), *labels, _("Data")),
        widths=(NAME_WIDTH, *(width for _column in columns), DATA_WIDTH),
        classes=["cp-index"],
    )


def _label(name: str, language: str) -> str:
    return in_catalog(LABEL, installed().vocabulary[name].label, language).text


def _row(
    entry: Entry, columns: Iterable[str], language: str, docname: str, seen: set[str]
) -> list[list[nodes.Node]]:
    letter = _letter(entry, language)
    place = [] if letter in seen else [anchor(f"letter-{ord(letter):x}")]
    seen.add(letter)
    names = all_names(LanguageMap(entry["name"]), language, company=entry["id"], docname=docname)
    cells: list[list[nodes.Node]] = [[paragraph(*place, *names)]]
    if about := entry["overview"].get("description"):
        cells[0].append(detail(about[0]))
    for name in columns:
        if name not in entry["overview"]:
            cells.append([])
            continue
        value, time = entry["overview"][name]
        label = column_name("", "", name=_label(name, language))
        cells.append([label, paragraph(value), *([detail(time)] if time else [])])
    counts = _("%(statements)s, %(sources)s") % {
        "statements": count_of_statements(entry["statements"]),
        "sources": count_of_sources(entry["sources"]),
    }
    until = entry["data_cut_off"]
    as_of = [detail(_("as of %s") % date_text(PartialDate.parse(until), language))] if until else []
    data = [f"{entry['distribution']} {entry['version']}".strip(), entry["licence"]]
    origin = detail(_(", ").join(filter(None, data)))
    cells.append([column_name("", "", name=_("Data")), paragraph(counts), *as_of, origin])
    return cells


def _groups(entries: Sequence[Entry], language: str, docname: str) -> Iterator[nodes.Node]:
    """Yield the companies by the values of a property, where several have one."""
    for name in GROUPS:
        found: dict[str, list[Entry]] = {}
        for entry in entries:
            if name in entry["overview"]:
                found.setdefault(entry["overview"][name][0], []).append(entry)
        if len(found) > 1:
            pairs = (
                (value, separated((_link(entry, language, docname) for entry in group), _(", ")))
                for value, group in sorted(found.items())
            )
            label = _label(name, language)
            yield nodes.rubric("", label, translatable=False)
            listed = fields(pairs)
            listed["classes"] += ["cp-group"]
            yield listed


def _link(entry: Entry, language: str, docname: str) -> nodes.Node:
    name = LanguageMap(entry["name"]).best(language)
    return optional_link("company", entry["id"], docname, words(name, language))


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
