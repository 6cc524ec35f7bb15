"""The pages of sources that several companies rely on: one for each source, and their list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docutils import nodes
from sphinx.environment import BuildEnvironment

from companyprofiles._sources import Source
from companyprofiles._texts import LanguageMap
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import detail, optional_link, paragraph, separated, table
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._summary import Summary
from companyprofiles.sphinxext._uses import domain_of, profile_of
from companyprofiles.sphinxext._words import _
from companyprofiles.sphinxext.sections.sources import source_paragraphs

__all__ = ["shared_sources", "source_nodes", "sources_nodes"]


def shared_sources(summaries: Iterable[Summary], least: int) -> dict[str, dict[str, str]]:
    """Return the sources that companies share, by a digest of their address.

    Args:
        summaries: What is known of the companies.
        least: Number of companies from which on a source counts.

    Returns:
        For each the id that it has in each company.
    """
    every = list(summaries)
    counts = Counter(address for summary in every for address in summary.addresses)
    shared: dict[str, dict[str, str]] = {}
    for summary in every:
        for address, source in summary.addresses.items():
            if counts[address] >= least:
                shared.setdefault(address, {})[summary.id] = source
    return shared


def source_nodes(relying: Mapping[str, str], env: BuildEnvironment) -> list[nodes.Node]:
    """Return the page of a source.

    Args:
        relying: Its id in each company that lists it.
        env: Environment of the build.

    Raises:
        CompanyProfilesError: A profile cannot be read.
    """
    contexts = {company: prose_context(profile_of(company, env), env) for company in relying}
    first = next(iter(contexts.values()))
    source = first.profile.source(relying[first.profile.id])
    title = source.title.best(first.language)
    heading = nodes.title("", title.text, translatable=False)
    page = nodes.section("", heading, ids=["source"])
    page += source_paragraphs(source, first)
    links = (optional_link("company", company, env.docname) for company in relying)
    page += paragraph(_("Who relies on it: "), *separated(links, _(", ")))
    for company, context in contexts.items():
        page += _relying(context, context.profile.source(relying[company]))
        context.finish()
    about = _("Source: %s") % ". ".join(filter(None, [title.text, source.publisher]))
    domain_of(env).note_page(env.docname, f"{about}.")
    domain_of(env).pages[env.docname]["source"] = source.url
    return [page]


def _relying(context: PageContext, source: Source) -> nodes.section:
    profile = context.profile
    heading = nodes.title("", context.name(profile.subject), translatable=False)
    section = nodes.section("", heading, ids=[profile.id])
    rows = list(_rows(context, source))
    if not rows:
        section += paragraph(_("Read, but cited for nothing."))
        return section
    header = (_("Statement"), _("Value"), _("Place in the source"))
    section += table(
        _("What is taken from it"), rows, header=header, widths=(42, 32, 26), classes=["cp-relying"]
    )
    return section


def _rows(context: PageContext, source: Source) -> Iterator[tuple[list[nodes.Node], ...]]:
    for statement in context.profile.statements:
        references = [r for r in statement.references if r.source == source.id]
        if references:
            # The value stands beside it.
            label = context.wording.label(statement, valued=False)
            yield (
                [paragraph(context.statement_link(statement, label))],
                [paragraph(*context.marks(statement), *context.value(statement))],
                [
                    detail(": ".join(filter(None, [r.locator, _quoted(r.as_printed)])) or "–")
                    for r in references
                ],
            )


def _quoted(text: str | None) -> str:
    return f"“{text}”" if text else ""


def sources_nodes(
    shared: Sequence[tuple[str, Sequence[str]]],
    names: Mapping[str, Mapping[str, str]],
    env: BuildEnvironment,
) -> list[nodes.Node]:
    """Return the list of these pages, those that most companies rely on first.

    Args:
        shared: Document of each source, and the companies that list it.
        names: What each company is called, by language.
        env: Environment of the build.
    """
    words = _("Sources of several companies")
    page = nodes.section("", nodes.title("", words, translatable=False), ids=["sources"])
    rows = [
        (
            [paragraph(optional_link("std:doc", f"/{docname}", env.docname))],
            [paragraph(*_companies(companies, names, env))],
        )
        for docname, companies in shared
    ]
    if not rows:
        page += paragraph(_("No source is listed by more than one company."))
        return [page]
    header = (_("Source"), _("Who relies on it"))
    page += table(words, rows, header=header, widths=(60, 40), classes=["cp-shared"])
    domain_of(env).note_page(env.docname, f"{words}: {len(rows)}.")
    return [page]


def _companies(
    companies: Sequence[str], names: Mapping[str, Mapping[str, str]], env: BuildEnvironment
) -> list[nodes.Node]:
    language = str(env.config.language)
    links = [
        optional_link(
            "company",
            company,
            env.docname,
            nodes.Text(LanguageMap(names[company]).best(language).text),
        )
        for company in companies
    ]
    return separated(links, _(", "))
