"""The directive that shows what happened when, at one company or several."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from companyprofiles._dates import PartialDate
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._directive import ShowingDirective
from companyprofiles.sphinxext._nodes import paragraph
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._words import _
from companyprofiles.sphinxext.sections.timeline import belongs, timeline_figure, timeline_table

__all__ = ["TimelineDirective"]

Event = tuple[Statement[Any], PageContext]


class TimelineDirective(ShowingDirective):
    """Shows what happened when: ``company:timeline:: alibaba moonshot``.

    Of ``alibaba/m6`` it shows what is stated of that entity alone. With several companies a column
    names them.

    ``:from:``, ``:until:``
        First and last date, in EDTF, such as ``2021`` or ``2021-05-12``.
    ``:caption:``
        Caption of the table.
    """

    subtype = "timeline"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "from": directives.unchanged_required,
        "until": directives.unchanged_required,
        "caption": directives.unchanged_required,
    }

    def content_nodes(self) -> list[nodes.Node]:
        """Return the table, or that nothing is known."""
        named = self.arguments[0].split()
        events = [event for name in named for event in self._events(name) if self._is_shown(event)]
        if not events:
            return [paragraph(_("Nothing is known of that time."))]
        contexts = {context.profile.id: context for _event, context in events}
        if len(contexts) > 1:
            events.sort(key=_date)
        caption = self.options.get("caption", "")
        table = timeline_table(events, named=len(contexts) > 1, caption=caption)
        shown = [*timeline_figure(events), table]
        for context in contexts.values():
            context.finish()
        return shown

    def _events(self, name: str) -> list[Event]:
        company, _slash, entity = name.partition("/")
        profile = self.profile(company)
        context = prose_context(profile, self.env)
        if entity:
            return [(s, context) for s in profile.of(entity).timeline()]
        return [(s, context) for s in profile.timeline() if belongs(s, profile)]

    def _is_shown(self, event: Event) -> bool:
        date = event[0].date
        if date is None:
            return False
        first, last = (self.options.get(name) for name in ("from", "until"))
        is_late = not first or PartialDate.parse(first).earliest <= date.latest
        return is_late and (not last or date.earliest <= PartialDate.parse(last).latest)


def _date(event: Event) -> Any:
    statement, context = event
    date = statement.date
    return (date.sort_key if date else (), context.profile.id, statement.anchor)
