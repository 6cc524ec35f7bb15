"""The directive that lists companies: those that fit, in an order, with columns of values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from companyprofiles._catalog import installed
from companyprofiles._messages import LABEL, in_catalog
from companyprofiles._numbers import Number
from companyprofiles._texts import LanguageMap
from companyprofiles.errors import CompanyProfilesError, InvalidValueError, UnknownNameError
from companyprofiles.sphinxext._comparison import current_cell
from companyprofiles.sphinxext._config import has_page
from companyprofiles.sphinxext._directive import ShowingDirective
from companyprofiles.sphinxext._names import all_names
from companyprofiles.sphinxext._nodes import paragraph, table
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._stubs import INDEX, LISTED, shelf_of
from companyprofiles.sphinxext._summary import Summary, read_summary
from companyprofiles.sphinxext._target import Target
from companyprofiles.sphinxext._words import _

__all__ = ["ListDirective"]

ORDERS: dict[str, Callable[[Summary], Any]] = {
    "inception": lambda summary: min(summary.facts.get("inception", ["~"]), default="~"),
    "statements": lambda summary: summary.statements,
    "sources": lambda summary: summary.sources,
}
"""What companies are sorted by besides their names and figures; an unknown date comes last."""

NAME_WIDTH = 28


def _names(argument: str) -> list[str]:
    return directives.unchanged_required(argument).replace(",", " ").split()


class ListDirective(ShowingDirective):
    """Lists companies, with links to their pages: ``company:list::``.

    ``:companies:``
        Ids of the companies; by default those that have a page, or all where none has.
    ``:country:``
        Only those registered or with an office there: a name, or a code such as ``CN``.
    ``:industry:``
        Only those of that industry, by its name or code.
    ``:states:``
        Only those whose profiles state all of these properties.
    ``:sort:``
        ``name`` (the default), ``inception``, ``statements``, ``sources`` or a property of figures;
        with ``-`` before it, the largest first.
    ``:columns:``
        Properties to show of each; then it is a table.
    ``:limit:``
        Number of companies at most.
    ``:caption:``
        Caption of the table.
    """

    subtype = "list"
    option_spec: ClassVar[dict[str, Any]] = {
        "companies": _names,
        "country": directives.unchanged_required,
        "industry": directives.unchanged_required,
        "states": _names,
        "sort": directives.unchanged_required,
        "columns": _names,
        "limit": directives.positive_int,
        "caption": directives.unchanged_required,
    }

    def content_nodes(self) -> list[nodes.Node]:
        """Return the list, or that no company fits."""
        self.depend_on(f"_{INDEX}")
        self.depend_on(LISTED)
        self._check_properties()
        found = self._sorted(self._fitting(self._summaries()))[: self.options.get("limit")]
        if not found:
            return [paragraph(_("No installed company fits."))]
        columns = self.options.get("columns")
        if columns:
            return [self._table(found, columns)]
        items = (nodes.list_item("", paragraph(*self._company(summary))) for summary in found)
        return [nodes.bullet_list("", *items, classes=["cp-list"])]

    def _check_properties(self) -> None:
        """Refuse names that no property has.

        Raises:
            UnknownNameError: Names the first of them, and what it may have meant.
        """
        for name in [*self.options.get("states", ()), *self.options.get("columns", ())]:
            if name not in installed().vocabulary:
                raise UnknownNameError("property", name, installed().vocabulary)

    def _summaries(self) -> list[Summary]:
        """Return what is known of the companies; profiles without a page are read for it."""
        known = shelf_of(self.env).summaries()
        pages = self.config.companyprofiles_pages
        listed = [name for name in known if pages == "none" or has_page(name, pages)]
        names = self.options.get("companies", listed)
        found = []
        for name in names:
            if name not in known:
                self.profile(name)  # which says that there is none
            summary = known[name]
            if not summary.is_read:
                self.depend_on(name)
                summary = read_summary(summary, installed(), self.language)
            if not summary.problems:
                found.append(summary)
        return found

    def _fitting(self, summaries: list[Summary]) -> list[Summary]:
        for option in ("country", "industry"):
            if wanted := self.options.get(option, "").strip():
                values = {v.casefold(): v for s in summaries for v in s.facts.get(option, ())}
                if wanted.casefold() not in values:
                    raise UnknownNameError(f"company with the {option}", wanted, values.values())
                summaries = [
                    s
                    for s in summaries
                    if wanted.casefold() in map(str.casefold, s.facts.get(option, ()))
                ]
        states = self.options.get("states", ())
        return [s for s in summaries if all(_states(s, name) for name in states)]

    def _sorted(self, summaries: list[Summary]) -> list[Summary]:
        order = self.options.get("sort", "name").strip()
        name = order.removeprefix("-")
        by_name = sorted(summaries, key=lambda s: (self._name(s).casefold(), s.id))
        is_falling = order != name
        if name == "name":
            return by_name[::-1] if is_falling else by_name
        if name in ORDERS:
            return sorted(by_name, key=ORDERS[name], reverse=is_falling)
        if name not in installed().vocabulary:
            raise UnknownNameError("order", name, ["name", *ORDERS, *installed().vocabulary])
        sizes = {s.id: figure for s in by_name if (figure := self._figure(s.id, name)) is not None}
        units = sorted({figure.unit for figure in sizes.values()})
        if len(units) > 1:
            expected = f"a property whose figures have one unit, not {', '.join(units)}"
            raise InvalidValueError(expected, name)
        known = [s for s in by_name if s.id in sizes]
        known.sort(key=lambda s: sizes[s.id].sort_key, reverse=is_falling)
        return [*known, *(s for s in by_name if s.id not in sizes)]

    def _figure(self, company_id: str, name: str) -> Number | None:
        try:
            found = Target(company_id, "", name).answers(self.profile(company_id))
        except CompanyProfilesError:
            return None
        figures = [s.value for s in found if not s.absent]
        return figures[0] if len(figures) == 1 and isinstance(figures[0], Number) else None

    def _name(self, summary: Summary) -> str:
        return LanguageMap(summary.name).best(self.language).text

    def _company(self, summary: Summary) -> list[nodes.Node]:
        """Return a link to the company, and its names in other languages."""
        name = LanguageMap(summary.name)
        return all_names(name, self.language, company=summary.id, docname=self.env.docname)

    def _table(self, summaries: Sequence[Summary], columns: Sequence[str]) -> nodes.Node:
        rows: list[list[list[nodes.Node]]] = []
        for summary in summaries:
            context = prose_context(self.profile(summary.id), self.env)
            cells = [current_cell(context, name) for name in columns]
            rows.append([[paragraph(*self._company(summary))], *cells])
            context.finish()
        labels = (
            in_catalog(LABEL, prop.label, self.language).text
            for prop in map(installed().vocabulary.__getitem__, columns)
        )
        width = (100 - NAME_WIDTH) // len(columns)
        return table(
            self.options.get("caption", "") or _("Companies"),
            rows,
            header=[_("Company"), *labels],
            widths=[NAME_WIDTH, *(width for _column in columns)],
            classes=["cp-list"],
        )


def _states(summary: Summary, name: str) -> bool:
    return any(name in stated for stated in summary.stated.values())
