"""Footnotes as plain text: who published what and when, the place in it, and its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from companyprofiles._sources import Reference, Source
from companyprofiles._wording import Wording
from companyprofiles._words import _

if TYPE_CHECKING:
    from companyprofiles._profile import Profile

__all__ = ["by_source", "citation", "footnote", "published"]


def published(source: Source, wording: Wording) -> Iterator[str]:
    """Yield who wrote a source, who published it, and when."""
    if source.author:
        yield source.author
    if source.publisher:
        yield source.publisher
    yield wording.date(source.published) if source.published else _("No date", wording.language)


def citation(source: Source, references: Iterable[Reference], wording: Wording) -> str:
    """Return one source as a footnote names it, with the places in it that are referred to."""
    title = source.title.best(wording.language or source.lang or "en").text
    locators = "; ".join(dict.fromkeys(r.locator for r in references if r.locator))
    parts = [part.rstrip(".") for part in (title, *published(source, wording), locators) if part]
    return ". ".join([*parts, source.url] if source.url else parts)


def by_source(references: Iterable[Reference]) -> dict[str, list[Reference]]:
    """Return the references to each source, by its id."""
    groups: dict[str, list[Reference]] = {}
    for reference in references:
        groups.setdefault(reference.source, []).append(reference)
    return groups


def footnote(references: Iterable[Reference], profile: Profile, lang: str) -> str:
    """Return every source that is referred to, as a footnote names it."""
    wording = Wording.of(profile, lang)
    return "; ".join(
        citation(profile.source(source), group, wording)
        for source, group in by_source(references).items()
    )
