"""The page that tells what changed from each release of a profile to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment

from companyprofiles._diff import diff
from companyprofiles._difference import Difference, Kind, StatementChange
from companyprofiles._format import date_text
from companyprofiles._profile import Profile
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles._wording import Wording
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import detail, optional_link, paragraph, separated
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._releases import Release, profile_in
from companyprofiles.sphinxext._uses import domain_of, profile_of
from companyprofiles.sphinxext._words import _, capital

__all__ = ["changes_nodes"]


def changes_nodes(
    company: str, releases: Sequence[Release], env: BuildEnvironment
) -> list[nodes.Node]:
    """Return the page of a company's changes, the newest first.

    Args:
        company: Id of the company.
        releases: Its earlier releases, the oldest first.
        env: Environment of the build.

    Raises:
        CompanyProfilesError: A profile cannot be read.
    """
    profile = profile_of(company, env)
    versions = [*(profile_in(r.place, r.digest) for r in releases), profile]
    names = [*(r.version for r in releases), profile.origin.version or _("this version")]
    context = prose_context(profile, env)
    own = context.name(profile.subject)
    title = nodes.title("", _("%s: what changed") % own, translatable=False)
    page = nodes.section("", title, ids=[f"changes-{company}"])
    page += paragraph(_("Profile: "), optional_link("company", company, env.docname))
    told = []
    for number in range(len(versions) - 1, 0, -1):
        difference = diff(versions[number - 1], versions[number])
        page += _section(difference, names[number - 1 : number + 1], context)
        until = versions[number].data_cut_off
        told.append((names[number], str(until or ""), _counted(difference)))
    context.finish()
    domain = domain_of(env)
    newest = told[0][2] if told else ""
    domain.note_page(env.docname, f"{_('%s: what changed') % own}. {newest}".strip())
    domain.pages[env.docname]["changes"] = {"company": company, "versions": told}
    return [page]


def _kinds() -> dict[Kind, str]:
    return {
        Kind.ADDED: _("Added"),
        Kind.CORRECTED: _("Corrected"),
        Kind.REINSTATED: _("Reinstated"),
        Kind.WITHDRAWN: _("Withdrawn"),
        Kind.RERANKED: _("Ranked otherwise"),
        Kind.RESOURCED: _("Sourced otherwise"),
        Kind.REWORDED: _("Worded otherwise"),
    }


def _told(difference: Difference, kind: Kind) -> list[StatementChange]:
    """Return the changes of a kind; what replaces a corrected claim is told with that."""
    return [change for change in difference.of(kind) if not change.replaces]


def _counted(difference: Difference) -> str:
    """Return how many statements changed, by kind."""
    counts = [
        _("%(kind)s: %(count)s") % {"kind": name, "count": len(told)}
        for kind, name in _kinds().items()
        if (told := _told(difference, kind))
    ]
    return ", ".join(counts) + "." if counts else _("No statement changed.")


def _section(difference: Difference, names: Sequence[str], context: PageContext) -> nodes.section:
    old, new = names
    words = _("%(new)s, after %(old)s") % {"old": old, "new": new}
    name = f"version-{nodes.make_id(new) or 'new'}"
    section = nodes.section("", nodes.title("", words, translatable=False), ids=[name])
    until = difference.new.data_cut_off
    if until is not None:
        as_of = _("data as of %s") % date_text(until, context.language)
        section += detail(f"{capital(as_of)}.")
    section += paragraph(_counted(difference))
    for kind, title in _kinds().items():
        if told := _told(difference, kind):
            items = [nodes.list_item("", *_entry(c, difference, context)) for c in told]
            section += nodes.rubric("", title, translatable=False)
            section += nodes.bullet_list("", *items, classes=["cp-changes"])
    for title, changes in (
        (_("Entities"), difference.entities),
        (_("Sources"), difference.sources),
    ):
        lines = list(_records(changes, context))
        if lines:
            section += nodes.rubric("", title, translatable=False)
            section += nodes.bullet_list("", *lines, classes=["cp-changes"])
    return section


def _entry(
    change: StatementChange, difference: Difference, context: PageContext
) -> Iterator[nodes.Node]:
    """Yield what became of a statement: its name, what it said and says, and why."""
    statement = change.statement
    present = {s.anchor for s in context.profile.statements}
    version = difference.new if change.new else difference.old
    wording = Wording.of(version, context.language)
    label: nodes.Node = nodes.Text(wording.label(statement))
    if statement.anchor in present:
        label = context.statement_link(statement, wording.label(statement))
    values = _values(change, difference, context)
    # A name may end in the value, where there are several of one property.
    is_said = all(isinstance(value, str) and value in label.astext() for value in values)
    yield paragraph(label) if is_said else paragraph(label, ": ", *values)
    if change.because is not None:
        yield detail(_("Why: "), context.text(change.because))
    if change.kind is Kind.RESOURCED:
        yield from _sources(change, difference, context)


def _values(
    change: StatementChange, difference: Difference, context: PageContext
) -> list[nodes.Node | str]:
    def said(statement: Statement[Any], profile: Profile) -> str:
        return Wording.of(profile, context.language).value_of(statement)

    if change.kind is Kind.CORRECTED and change.old is not None:
        struck = nodes.inline("", said(change.old, difference.old), classes=["cp-struck"])
        if change.instead is None:
            return [struck]
        return [struck, " → ", said(change.instead, difference.new)]
    if change.kind is Kind.WITHDRAWN:
        struck = nodes.inline("", said(change.statement, difference.old), classes=["cp-struck"])
        return [struck]
    return [said(change.statement, difference.new)]


def _sources(
    change: StatementChange, difference: Difference, context: PageContext
) -> Iterator[nodes.Node]:
    sides = (
        (_("Sources added: "), change.references.added, difference.new),
        (_("Sources left out: "), change.references.removed, difference.old),
    )
    for title, references, profile in sides:
        names = dict.fromkeys(profile.source(r.source) for r in references)
        if names:
            shown = separated([context.text(source.title) for source in names], "; ")
            yield detail(title, *shown)


def _records(changes: Any, context: PageContext) -> Iterator[nodes.list_item]:
    sides = (
        (_("added: "), changes.added),
        (_("left out: "), changes.removed),
        (_("changed: "), [new for _old, new in changes.changed]),
    )
    for title, records in sides:
        names = [
            context.text(record.title if isinstance(record, Source) else record.name)
            for record in records
        ]
        if names:
            yield nodes.list_item("", paragraph(capital(title), *separated(names, "; ")))
