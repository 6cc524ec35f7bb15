"""The roles that print something of a profile where they stand, with where it comes from."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.util.docutils import ReferenceRole

from companyprofiles._sources import Reference
from companyprofiles._statements import Statement
from companyprofiles.errors import (
    CompanyProfilesError,
    InvalidValueError,
    UndecidedError,
    UnknownNameError,
)
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._dispute_mark import dispute_mark
from companyprofiles.sphinxext._nodes import separated
from companyprofiles.sphinxext._prose import finished, prose_context
from companyprofiles.sphinxext._target import Target
from companyprofiles.sphinxext._uses import profile_of, warn, warn_of_error

__all__ = ["CiteRole", "ValueRole"]

Found = tuple[list[nodes.Node], list[nodes.system_message]]

FIELD = re.compile(r"\{([^{}]*)\}")
"""Place in the text of a role that something of the statement is put into."""


class ProfileRole(ReferenceRole):
    """A role that shows something of a profile; what cannot be shown stays as it is written."""

    subtype: str
    """Kind of its warnings, for ``suppress_warnings``."""

    def run(self) -> Found:
        """Return the nodes, and note what they depend on."""
        if self.disabled:
            return [nodes.literal("", self.target.removeprefix("!"))], []
        try:
            return self.shown(), []
        except CompanyProfilesError as error:
            warn_of_error(error, self.subtype, self.get_location())
            return [nodes.literal("", self.target, classes=["cp-missing"])], []

    def shown(self) -> list[nodes.Node]:
        """Return what the role shows.

        Raises:
            CompanyProfilesError: It cannot be shown; the message says why.
        """
        raise NotImplementedError


class ValueRole(ProfileRole):
    """Prints a value in the language of the page: ``:company:value:`alibaba/revenue@FY2024```.

    With a text, as in ``:company:value:`{value} in {period} <alibaba/employees>```, the value, its
    ``period`` and the names of ``property`` and ``entity`` stand where the text has their names.
    """

    subtype = "value"

    def shown(self) -> list[nodes.Node]:
        """Return the value, its marks and its footnotes; all values if nothing decides."""
        target = Target.parse(self.target)
        profile = profile_of(target.company, self.env)
        context = prose_context(profile, self.env)
        answers = target.answers(profile, context.language)
        if len(answers) > 1:
            message = (
                f"{len(answers)} statements could be meant by {str(target)!r}; "
                "name one by its key, or a narrower time:"
            )
            error = UndecidedError(message, map(str, answers))
            warn(self.subtype, str(error), self.get_location())
            lines = [context.mention(s, dated=True) for s in answers]
            every = separated((nodes.inline("", "", *line) for line in lines), "; ")
            return [finished(context, *every, classes=["cp-value"])]
        return [self._value(answers[0], context)]

    def _value(self, statement: Statement[Any], context: PageContext) -> nodes.Node:
        if statement.is_deprecated:
            right = f" Name {statement.replaced_by!r} instead." if statement.replaced_by else ""
            message = f"{statement.anchor!r} is known to be wrong.{right}"
            warn("deprecated", message, self.get_location())
        text = self._text(statement, context) if self.has_explicit_title else None
        shown = context.mention(statement, text, dimensions=False)
        mark = dispute_mark(statement, context)
        return finished(context, *mark, *shown, classes=["cp-value"])

    def _text(self, statement: Statement[Any], context: PageContext) -> list[nodes.Node]:
        """Return the text of the role with what its fields stand for.

        Raises:
            UnknownNameError: A field is none of those that there are.
        """
        fields: dict[str, list[nodes.Node]] = {
            "value": context.value(statement),
            "period": [nodes.Text(context.period(statement))],
            "property": [nodes.Text(context.property_name(statement.prop))],
            "entity": [nodes.Text(context.name(statement.subject))],
        }
        shown: list[nodes.Node] = []
        for number, part in enumerate(FIELD.split(self.title)):
            if number % 2 == 0:
                shown.append(nodes.Text(part))
            elif part in fields:
                shown += [node.deepcopy() for node in fields[part]]
            else:
                raise UnknownNameError("field", part, fields)
        return shown


class CiteRole(ProfileRole):
    """Cites a source, or those of a statement: ``:company:cite:`alibaba/annual-report-2024```.

    A text is the place in the source, as in ``:company:cite:`p. 88 <alibaba/annual-report-2024>```.
    Several names are separated by commas.
    """

    subtype = "cite"

    def shown(self) -> list[nodes.Node]:
        """Return the numbers of the sources."""
        names = [name.strip() for name in self.target.split(",")]
        return [self._cited(name) for name in names]

    def _cited(self, text: str) -> nodes.Node:
        company, slash, name = text.partition("/")
        if not (company and slash and name):
            expected = "a company and a source, such as 'alibaba/drun-en'"
            raise InvalidValueError(expected, text)
        profile = profile_of(company, self.env)
        context = prose_context(profile, self.env)
        sources = {source.id for source in profile.sources}
        statements = {s.anchor: s for s in profile.statements}
        if name in sources:
            locator = self.title if self.has_explicit_title else None
            cited = context.cite([Reference(name, locator)], f"source-{name}", "")
        elif name in statements:
            cited = context.footnotes(statements[name])
        else:
            what = f"source or statement in the profile {profile.id!r}:"
            raise UnknownNameError(what, name, {*sources, *statements})
        return finished(context, *cited, classes=["cp-cite"])
