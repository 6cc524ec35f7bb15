"""``companyprofiles why``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from companyprofiles._commands import as_json, in_language, print_json, profile_of

if TYPE_CHECKING:
    from companyprofiles._explanations import Evidence, Explanation, Rival
    from companyprofiles._resolutions import Resolution
    from companyprofiles._statements import Statement
    from companyprofiles._terminal import Line
    from companyprofiles._wording import Wording

__all__ = ["why"]

PLACE = "PROFILE/STATEMENT"


@click.command()
@click.argument("statement", metavar=PLACE)
@in_language
@as_json
def why(statement: str, *, lang: str, as_json: bool) -> None:
    """Tell all that is known of one statement, such as alibaba/m6-10t.

    STATEMENT is its key, or its id where it has none; the command show prints them after the
    sign #. Told are the value, when it held and why it counts, every reference with its source,
    what replaces it or is computed from it, and what else is stated of the same.
    """
    from companyprofiles._explanations import explain
    from companyprofiles._terminal import print_lines
    from companyprofiles._wording import Wording

    place, _slash, name = statement.rpartition("/")
    if not (place and name):
        message = f"must be {PLACE}, such as alibaba/m6-10t, got {statement!r}."
        raise click.BadParameter(message, param_hint=PLACE)
    explanation = explain(profile_of(place), name)
    if as_json:
        print_json(explanation.to_dict())
    else:
        print_lines(_lines(explanation, Wording.of(explanation.profile, lang)))


def _lines(explanation: Explanation, wording: Wording) -> Iterator[Line]:
    from companyprofiles._terminal import Line

    yield Line(wording.statement(explanation.statement), "bold")
    for name, text in _fields(explanation, wording):
        yield Line(f"{name}: {text}", indent=2)
    for caption, lines in _sections(explanation, wording):
        shown = list(lines)
        if shown:
            yield Line()
            yield Line(caption, "bold")
            yield from shown


def _fields(explanation: Explanation, wording: Wording) -> Iterator[tuple[str, str]]:
    """Yield what is known of the statement itself, by name."""
    from companyprofiles import _words
    from companyprofiles._messages import DEFINITION, LABEL, in_catalog
    from companyprofiles._words import _

    statement, language = explanation.statement, wording.language
    entity = explanation.profile.entity(statement.subject)
    prop = statement.prop
    if statement.key:
        yield _("Key", language), statement.key
    yield _("Id", language), statement.id
    label = in_catalog(LABEL, prop.label, language)
    description = in_catalog(DEFINITION, prop.description, language)
    yield _("Property", language), f"{label} [{prop}]: {description}"
    names = " · ".join(dict.fromkeys(entity.name.values()))
    kind = _words.entity_kind(entity.kind, language)
    yield _("About", language), f"{names} [{kind}, {entity.id}]"
    raw = "" if statement.absent else str(statement.value)
    yield _("Value", language), _with_notation(wording.value_of(statement), raw)
    if statement.valid:
        yield _("When", language), _with_notation(wording.period(statement), str(statement.valid))
    for name, value in statement.dimensions.items():
        yield _("Of", language), _with_notation(wording.dimension(name, value), f"{name} {value}")
    yield _("Rank", language), _words.rank(statement.rank, language) or _("normal", language)
    modality = _words.modality(statement.modality, language)
    yield _("Modality", language), modality or _("asserted", language)
    if statement.because:
        yield _("Reason", language), statement.because.best(language or "en").text
    if statement.note:
        yield _("Note", language), statement.note.best(language or "en").text
    if statement.derived_by:
        how = wording.computation(statement, explanation.derived_from)
        yield _("Computed as", language), how
    for code, reason in statement.exempt.items():
        yield _("Not held to", language), f"{code}: {reason}"
    yield _("Independent publishers", language), str(explanation.publishers)


def _with_notation(words: str, notation: str) -> str:
    return words if notation in ("", words) else f"{words} [{notation}]"


def _sections(explanation: Explanation, wording: Wording) -> Iterator[tuple[str, list[Line]]]:
    """Yield what surrounds the statement, below a caption each."""
    from companyprofiles._words import _

    language = wording.language
    right = (explanation.replaced_by,) if explanation.replaced_by else ()
    statements = (
        (_("Instead", language), right),
        (_("Right instead of", language), explanation.replaces),
        (_("Computed from", language), explanation.derived_from),
        (_("Used to compute", language), explanation.derives),
    )
    yield (
        _("Sources", language),
        [line for evidence in explanation.evidence for line in _evidence(evidence, wording)],
    )
    for caption, found in statements:
        yield caption, [_told(statement, wording) for statement in found]
    yield (
        _("Also stated", language),
        [line for rival in explanation.rivals for line in _rival(rival, wording)],
    )
    yield (
        _("Decisions", language),
        [_decision(resolution, wording) for resolution in explanation.resolutions],
    )


def _evidence(evidence: Evidence, wording: Wording) -> Iterator[Line]:
    from companyprofiles import _words
    from companyprofiles._footnotes import citation
    from companyprofiles._terminal import Line
    from companyprofiles._words import _

    reference, source, language = evidence.reference, evidence.source, wording.language
    kind = _words.source_kind(source.kind, language)
    yield Line(f"{citation(source, [reference], wording)} ({kind}) <{source.id}>", indent=2)
    details = []
    if source.mirror:
        details.append(_("Mirror: a copy of somebody else’s publication", language))
    if reference.as_printed:
        details.append(_("Printed: ", language) + f"“{reference.as_printed}”")
    if reference.quote:
        details.append(f"“{reference.quote}”")
    if evidence.speaker:
        name = evidence.speaker.name.best(language or "en")
        details.append(_("Said by ", language) + name.text)
    elif reference.anonymous:
        nobody = _("somebody whom the source does not name", language)
        details.append(_("Said by ", language) + nobody)
    if reference.retrieved:
        details.append(_("Retrieved %s", language) % wording.date(reference.retrieved))
    if source.archive_url:
        details.append(_("Archived copy", language) + f": {source.archive_url}")
    yield from (Line(detail, indent=6) for detail in details)


def _told(statement: Statement[Any], wording: Wording) -> Line:
    from companyprofiles._terminal import Line

    return Line(f"{wording.statement(statement)}  #{statement.anchor}", indent=2)


def _rival(rival: Rival, wording: Wording) -> Iterator[Line]:
    from companyprofiles import _words
    from companyprofiles._terminal import Line

    yield _told(rival.statement, wording)
    reason = rival.comparison.reason
    verdict = _words.verdict(reason.verdict, wording.language)
    yield Line(f"{verdict}: {wording.reason(reason)}", indent=6)


def _decision(resolution: Resolution, wording: Wording) -> Line:
    from companyprofiles._terminal import Line
    from companyprofiles._words import _

    taken = f"#{resolution.preferred}" if resolution.preferred else _("open", wording.language)
    date = wording.date(resolution.on)
    by = f"{date}, {resolution.by}" if resolution.by else date
    because = resolution.because.best(wording.language or "en")
    return Line(f"{by}: {taken}. {because}", indent=2)
