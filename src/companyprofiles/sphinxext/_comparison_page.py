"""The page that compares companies: property by property, and figures over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docutils import nodes
from sphinx.environment import BuildEnvironment

from companyprofiles._numbers import Number
from companyprofiles.errors import CompanyProfilesError
from companyprofiles.sphinxext._comparison import (
    common_properties,
    comparison_table,
    own_properties,
)
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._figure_directive import drawn
from companyprofiles.sphinxext._nodes import optional_link, paragraph, separated
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._target import Target
from companyprofiles.sphinxext._uses import domain_of, profile_of
from companyprofiles.sphinxext._words import _

__all__ = ["comparison_nodes"]


def comparison_nodes(companies: Sequence[str], env: BuildEnvironment) -> list[nodes.Node]:
    """Return the page that compares companies.

    Args:
        companies: Ids of the companies, in the order of the columns.
        env: Environment of the build.

    Raises:
        CompanyProfilesError: A profile cannot be read.
    """
    contexts = [prose_context(profile_of(company, env), env) for company in companies]
    own = [context.name(context.profile.subject) for context in contexts]
    words = _("Compared: %s") % _(", ").join(own)
    page = nodes.section("", nodes.title("", words, translatable=False), ids=["comparison"])
    links = [optional_link("company", company, env.docname) for company in companies]
    page += paragraph(_("Profiles: "), *separated(links, _(", ")))
    intro = _("What at least two of them state: what holds now, and of figures the latest.")
    page += paragraph(intro)
    names = common_properties(contexts)
    if names:
        page += comparison_table(contexts, names)
    else:
        page += paragraph(_("No property is stated by two of them."))
    page += list(_charts(contexts, names, env))
    domain_of(env).note_page(env.docname, f"{words}. {intro}")
    return [page]


def _charts(
    contexts: Sequence[PageContext], names: Sequence[str], env: BuildEnvironment
) -> Iterator[nodes.Node]:
    """Yield a chart of each figure that several companies state, where they can be compared."""
    every = {name: prop for context in contexts for name, prop in own_properties(context).items()}
    for name in names:
        if not issubclass(every[name].value_type, Number):
            continue
        stating = [c for c in contexts if name in own_properties(c)]
        targets = [Target(context.profile.id, "", name) for context in stating]
        try:
            yield drawn(targets, {c.profile.id: c for c in stating}, env)
        except CompanyProfilesError:
            continue  # such as figures in different units, which the table shows
