"""A company's page: its head, its sections in order, and what others may link to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import is_node_registered

from companyprofiles._catalog import installed
from companyprofiles._format import language_tag
from companyprofiles._messages import HEADING, in_catalog
from companyprofiles._plugin import FATAL
from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles._values import Listing
from companyprofiles._wording import Wording
from companyprofiles.errors import cause_of
from companyprofiles.hookspecs import Section, resolve
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import check_nodes, paragraph
from companyprofiles.sphinxext._opening import about_the_page, description, opening
from companyprofiles.sphinxext._pictures import Pictures
from companyprofiles.sphinxext._words import _

if TYPE_CHECKING:
    from companyprofiles.sphinxext._domain import CompanyDomain

__all__ = ["company_nodes", "keywords", "page_context", "register", "rendered", "section_titles"]

logger = logging.getLogger(__name__)

WITHOUT_HEADING = frozenset({"infobox"})
"""Sections that stand beside the head of the page."""

LAST = ("other", "sources")
"""Sections made after all others, wherever they stand: they show what the others left or cited."""


def page_context(
    profile: Profile, env: BuildEnvironment, document: nodes.document, *, complete: bool
) -> PageContext:
    """Return what the sections of one page are given.

    Anchors get a prefix where the document has one of them already, because it shows another
    company or has a heading of that name.
    """
    language = language_tag(env.config.language)
    titles = section_titles(language)
    prefix, count = "", 0
    while any(prefix + name in document.ids for name in titles):
        count += 1
        prefix = f"{profile.id}-" if count == 1 else f"{profile.id}-{count}-"
    return PageContext(
        profile=profile,
        language=language,
        docname=env.docname,
        prefix=prefix,
        complete=complete,
        titles=titles,
        pictures=Pictures(env),
    )


def section_titles(language: str) -> dict[str, str]:
    """Return the headings of the sections in a language, by name."""
    sections = installed().host.sections()
    return {s.name: in_catalog(HEADING, s.title, language).text for s in sections}


def company_nodes(context: PageContext, names: Collection[str] | None = None) -> list[nodes.Node]:
    """Return the nodes of a company's page.

    Args:
        context: What the sections are given.
        names: Names of the sections to show; all, with the head of the page, by default. The
            sources that are cited are always shown, unless the page lists them with others.
    """
    every = installed().host.sections()
    wanted = [s for s in every if names is None or s.name in names or s.name == "sources"]
    # Before the sections, so that the sources know what the opening cites.
    head = (opening(context), about_the_page(context)) if names is None else None
    made: dict[str, list[nodes.Node]] = {}
    for section in sorted(wanted, key=lambda s: LAST.index(s.name) if s.name in LAST else -1):
        made[section.name] = rendered(section, context)
    shown: list[nodes.Node] = []
    for section in wanted:
        shown += _framed(section, made[section.name], context)
    if head is not None:
        shown = [_whole(*head, shown, context)]
    context.finish()
    return shown


def rendered(section: Section, context: PageContext) -> list[nodes.Node]:
    """Make one section; a plugin that fails costs its own section and nothing else."""
    profile = context.profile
    try:
        with context.section(section.name):
            made = list(resolve(section.render)(profile, context))
            if installed().host.provider(section):
                check_nodes(made)
                _check_known(made)
            return made
    except FATAL:
        raise
    except BaseException as error:  # noqa: BLE001, a plugin may raise anything
        logger.warning(
            "the section %r of the company %s could not be made: %s",
            section.name,
            profile.id,
            cause_of(error),
            type="company",
            subtype="section",
            location=context.docname,
        )
        return [paragraph(_("This section could not be made."))]


def _check_known(made: list[nodes.Node]) -> None:
    """Check that builders were told of every kind of node; at another the whole build would end."""
    for node in (node for top in made for node in top.findall(nodes.Element)):
        if not is_node_registered(type(node)):
            message = f"no builder knows the node {type(node).__name__}. Register it by add_node."
            raise TypeError(message)


def _framed(section: Section, content: list[nodes.Node], context: PageContext) -> list[nodes.Node]:
    if not content or section.name in WITHOUT_HEADING:
        return content
    title = nodes.title("", context.titles[section.name], translatable=False)
    return [nodes.section("", title, *content, ids=[context.prefix + section.name])]


def _whole(
    head: list[nodes.Node],
    about: list[nodes.Node],
    content: list[nodes.Node],
    context: PageContext,
) -> nodes.section:
    """Return the page: what the company is, its box, what the page is, then the sections."""
    profile = context.profile
    name = context.anchor("company", profile.id)
    title = nodes.title("", context.name(profile.subject), translatable=False)
    whole = nodes.section("", title, ids=[name], classes=["cp-company"])
    box = [node for node in content if not isinstance(node, nodes.section)]
    rest = [node for node in content if isinstance(node, nodes.section)]
    intro = nodes.container("", *head, classes=["cp-intro"])
    end = nodes.container("", *about, classes=["cp-about"])
    whole += [nodes.container("", intro, *box, end, classes=["cp-head"]), *rest]
    return whole


def register(
    context: PageContext,
    env: BuildEnvironment,
    gone: Mapping[str, tuple[Statement[Any], Profile]],
) -> None:
    """Note everything that this page is the place of, for links from anywhere.

    Args:
        context: What its sections were given.
        env: Environment of the build.
        gone: Statements that were withdrawn, by anchor, each with the profile that had it.
    """
    domain = cast("CompanyDomain", env.get_domain("company"))
    domain.note_page(env.docname, description(context), context.profile.id)
    profile, docname = context.profile, context.docname
    own = context.name(profile.subject)

    def note(kind: str, name: str, anchor: str, shown: str) -> None:
        domain.note_object(kind, name, (docname, anchor, shown))

    note("company", profile.id, context.anchor("company", profile.id), own)
    for entity in profile.entities:
        if entity.id in context.entities:
            name = f"{profile.id}/{entity.id}"
            note("entity", name, context.anchor("entity", entity.id), context.name(entity.id))
    for statement in profile.statements:
        if context.has_home(statement):
            name = f"{profile.id}/{statement.anchor}"
            place = context.anchor("statement", statement.anchor)
            note("statement", name, place, own + _(": ") + context.label(statement))
    for anchor, (statement, old) in gone.items():
        words = own + _(": ") + Wording.of(old, context.language).label(statement)
        note("statement", f"{profile.id}/{anchor}", context.anchor("statement", anchor), words)
    for source in profile.sources:
        if not context.complete and source.id not in context._citations.numbers:
            continue
        title = source.title.best(context.language).text
        name = f"{profile.id}/{source.id}"
        note("source", name, context.anchor("source", source.id), title)


def keywords(profile: Profile) -> str:
    """Return names and tickers for the search, which would cut Chinese ones out of a sentence."""
    about = [s for s in profile.where(subject=profile.subject) if not s.absent]
    names = [str(s.value) for s in about if s.prop.topic is Topic.NAMES and not s.is_deprecated]
    tickers = [s.value.ticker for s in about if isinstance(s.value, Listing)]
    return ", ".join(dict.fromkeys([*profile.name.values(), *names, *tickers]))
