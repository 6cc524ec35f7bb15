"""The head of a company's page: what the company is, then what the page is and how to read it."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._figure_nodes import folded
from companyprofiles.sphinxext._nodes import detail, paragraph, separated
from companyprofiles.sphinxext._page_tools import tools_of
from companyprofiles.sphinxext._words import _, count_of_sources, count_of_statements

__all__ = ["about_the_page", "description", "opening"]


def opening(context: PageContext) -> list[nodes.Node]:
    """Return what the company is: its names in other languages, and its description."""
    profile = context.profile
    # The name itself is the title; what follows it are the names in other languages.
    others = context.names(profile.subject)[2:]
    place = context.entity_anchor(profile.subject)
    names = paragraph(*place, *others, classes=["cp-names"])
    return [names, *(paragraph(*context.mention(s)) for s in _descriptions(profile))]


def about_the_page(context: PageContext) -> list[nodes.Node]:
    """Return what the page consists of, how to read it, and what can be done with it."""
    profile = context.profile
    lines: list[nodes.Node] = [paragraph(_counted(context), classes=["cp-lead-line"])]
    about = [_("Data: %s") % profile.origin] if str(profile.origin) else []
    if profile.licence:
        about.append(_("Licence: %s") % profile.licence)
    if about:
        lines.append(detail(_(". ").join(about) + _(".")))
    if profile.note is not None:
        note = detail(context.text(profile.note))
        lines.append(_folded(note, _("About this profile")))
    lines += [_folded(_legend(context), _("How to read this page")), tools_of(context)]
    return lines


def _folded(content: nodes.Node, summary: str) -> nodes.Node:
    """Fold up a paragraph, so that it stands in nobody's way."""
    return folded("", content, summary=summary, classes=["cp-legend"])


def _counted(context: PageContext) -> str:
    """Return what the page consists of, in a sentence."""
    profile = context.profile
    counts = {
        "statements": count_of_statements(len(profile.statements)),
        "sources": count_of_sources(len(profile.sources)),
    }
    if profile.data_cut_off is None:
        return _("%(statements)s from %(sources)s.") % counts
    date = context.date(profile.data_cut_off)
    return _("%(statements)s from %(sources)s, as of %(date)s.") % {**counts, "date": date}


def _descriptions(profile: Profile) -> list[Statement[Any]]:
    return [
        s
        for s in profile.where(subject=profile.subject)
        if s.prop.name == "description" and not s.is_deprecated and not s.absent
    ]


def _legend(context: PageContext) -> nodes.Node:
    """Explain the words that stand before values, those that the page uses."""
    meanings = {
        "deprecated": _("known to be wrong, kept with the reason"),
        "preferred": _("chosen among several, with the reason"),
        "claimed": _("said by somebody with an interest in it"),
        "planned": _("said to be going to happen"),
        "estimated": _("an estimate of the source"),
        "opinion": _("what somebody thinks"),
        "denied": _("the source says that it is not so"),
        "computed": _("follows from other statements, and no source prints it"),
    }
    used = dict(mark for s in context.profile for mark in context.wording.marks(s))
    explained = [
        nodes.inline(
            "",
            "",
            nodes.emphasis("", used[mark], classes=["cp-mark", f"cp-{mark}"]),
            nodes.Text(f" {meaning}"),
        )
        for mark, meaning in meanings.items()
        if mark in used
    ]
    first = _("A number in brackets leads to the source, and the source leads back.")
    if not explained:
        return detail(first)
    return detail(first, " ", *separated(explained, _("; ")), _("."))


def description(context: PageContext) -> str:
    """Return what the page is about, for search engines and previews of links."""
    stated = [context.wording.value_of(s) for s in _descriptions(context.profile)]
    about = [text if text.endswith((".", "。")) else f"{text}." for text in stated]
    return " ".join([*about, _counted(context)])
