"""Small tables for notebooks: escaped, and without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from companyprofiles import _words
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap, Text
from companyprofiles.errors import count

if TYPE_CHECKING:
    from companyprofiles._profile import Profile
    from companyprofiles._views import EntityView

__all__ = ["profile_table", "statement_table", "view_table"]

MOST_ROWS = 60
"""Rows of the largest table; a notebook keeps what it shows."""

HEADINGS = ("property", "when", "value", "sources")


def profile_table(profile: Profile) -> str:
    """Return a table of what is stated of the company itself."""
    own = profile.of(profile.subject)
    statements = count(len(profile.statements), "statement")
    counts = f"{statements} from {count(len(profile.sources), 'source')}"
    if profile.data_cut_off:
        counts = f"{counts}, as of {profile.data_cut_off}"
    caption = f"{_name(profile.name)} ({escape(profile.id)}): {escape(counts)}"
    rest = len(profile.statements) - len(own)
    return _table(caption, own.statements, f"{rest} about other entities" if rest else "")


def view_table(view: EntityView) -> str:
    """Return a table of what is stated of one entity."""
    kind = escape(view.entity.kind.value)
    caption = f"{_name(view.entity.name)} ({escape(view.entity.id)}, {kind})"
    return _table(caption, view.statements)


def statement_table(statement: Statement[Any]) -> str:
    """Return a table of one statement, with a row for each thing that it says."""
    fields = {
        "value": _value(statement),
        "when": escape(str(statement.valid or "")),
        **{escape(name): escape(value) for name, value in statement.dimensions.items()},
        "rank": escape(statement.rank.value),
        "modality": escape(statement.modality.value),
        "because": _text(statement.because),
        "instead": escape(statement.replaced_by or ""),
        "computed from": escape(", ".join(statement.derived_from)),
        "note": _text(statement.note),
        "sources": _sources(statement),
    }
    rows = "".join(
        f"<tr><th scope='row'>{name}</th><td>{text}</td></tr>"
        for name, text in fields.items()
        if text
    )
    caption = f"{escape(statement.prop.name)} of {escape(statement.subject)}"
    return f"<table><caption>{caption}</caption><tbody>{rows}</tbody></table>"


def _table(caption: str, statements: Sequence[Statement[Any]], others: str = "") -> str:
    heads = "".join(f"<th scope='col'>{name}</th>" for name in HEADINGS)
    rows = "".join(map(_row, statements[:MOST_ROWS]))
    more = [f"{len(statements) - MOST_ROWS} more"] if len(statements) > MOST_ROWS else []
    foot = escape("; ".join([*more, others] if others else more))
    return (
        f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>{f'<p>{foot}.</p>' if foot else ''}"
    )


def _row(statement: Statement[Any]) -> str:
    cells = (
        escape(statement.prop.name),
        escape(str(statement.valid or "")),
        _value(statement),
        _sources(statement),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _value(statement: Statement[Any]) -> str:
    """Return a value with its marks; what is deprecated is struck, and said to be so."""
    shown = (
        f"<i>({escape(statement.absent.value)})</i>" if statement.absent else _text(statement.value)
    )
    if statement.is_deprecated:
        shown = f"<s>{shown}</s>"
    words = [
        _words.rank(statement.rank, ""),
        _words.modality(statement.modality, ""),
        *statement.dimensions.values(),
    ]
    notes = escape(", ".join(filter(None, words)))
    return f"{shown} ({notes})" if notes else shown


def _text(value: object) -> str:
    """Return a text as HTML, with its language where that is not English."""
    if value is None:
        return ""
    text = value.best("en") if isinstance(value, LanguageMap) else value
    shown = escape(str(text))
    if isinstance(text, Text) and text.lang not in ("en", "und"):
        return f"<span lang='{escape(text.lang)}'>{shown}</span>"
    return shown


def _name(name: LanguageMap) -> str:
    """Return a name in all its languages, each text once."""
    texts = {text: Text(text, lang) for lang, text in sorted(name.items(), reverse=True)}
    return " · ".join(map(_text, reversed(texts.values())))


def _sources(statement: Statement[Any]) -> str:
    return escape("; ".join(map(str, statement.references)))
