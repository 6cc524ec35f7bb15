"""What the command ``diff`` prints: for people, for programs, and for release notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from companyprofiles._diff_entries import Detail, Entry, Piece, sections
from companyprofiles._difference import Changes, Difference, Kind, StatementChange
from companyprofiles._plain import plain, record
from companyprofiles._profile import Profile
from companyprofiles._terminal import Line
from companyprofiles.errors import count

__all__ = ["as_data", "as_lines", "as_markdown"]

STYLES = {Kind.ADDED: "green", Kind.CORRECTED: "yellow", Kind.WITHDRAWN: "red"}
MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "…")


def as_lines(difference: Difference, old: str, new: str) -> Iterator[Line]:
    """Yield a difference for people, line by line.

    Args:
        difference: The difference.
        old: What the old version was called.
        new: What the new version was called.
    """
    yield Line(f"{difference.new.name}  ({difference.new.id})", "bold")
    yield Line(f"old: {_described(old, difference.old)}")
    yield Line(f"new: {_described(new, difference.new)}")
    for section in sections(difference):
        style = STYLES.get(section.kind, "") if section.kind else ""
        yield Line()
        yield Line(f"{section.title} ({len(section.entries)})", f"bold {style}".rstrip())
        for entry in section.entries:
            yield Line(f"{entry.title}: {entry.text}{_address(entry.url)}", indent=2)
            for detail in entry.details:
                for piece in detail.pieces:
                    said = f"{piece.text}{piece.after}{_address(piece.url)}"
                    yield Line(f"{detail.label}: {said}", "dim", indent=4)
    yield Line()
    yield Line(_summary(difference))


def as_markdown(difference: Difference) -> str:
    """Return a difference as Markdown, ready for release notes: a list for each kind of change."""
    parts = []
    for section in sections(difference):
        lines = [f"### {section.title}", "", *map(_bullet, section.entries)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts or ["Nothing changed."]) + "\n"


def as_data(difference: Difference) -> dict[str, Any]:
    """Return a difference as plain data; statements and records are as in the JSON export."""
    return {
        "old": _version(difference.old),
        "new": _version(difference.new),
        "profile": [plain(change) for change in difference.header],
        "statements": [_change(change) for change in difference.statements],
        "unchanged": len(difference.unchanged),
        "entities": _changes(difference.entities),
        "sources": _changes(difference.sources),
        "coverage": _changes(difference.coverage),
        "resolutions": _changes(difference.resolutions),
        "properties": _changes(difference.properties),
    }


def _described(name: str, profile: Profile) -> str:
    cut_off = f"data up to {profile.data_cut_off}, " if profile.data_cut_off else ""
    version = f", version {profile.origin.version}" if profile.origin.version else ""
    return f"{name}{version}, {cut_off}{count(len(profile), 'statement')}"


def _address(url: str | None) -> str:
    return f"  <{url}>" if url else ""


def _summary(difference: Difference) -> str:
    counted = [
        f"{len(section.entries)} {section.kind.value}"
        for section in sections(difference)
        if section.kind
    ]
    if not difference:
        return "Nothing changed."
    unchanged = f"{count(len(difference.unchanged), 'statement')} unchanged."
    return f"{', '.join(counted)}; {unchanged}" if counted else unchanged


def _bullet(entry: Entry) -> str:
    text = _linked(Piece(entry.text, entry.url))
    said = [f"- **{_escaped(entry.title)}**: {text}", *map(_sentence, entry.details)]
    *first, last = (part if part.endswith(SENTENCE_ENDS) else f"{part}." for part in said)
    return " ".join([*first, last])


def _sentence(detail: Detail) -> str:
    label = _escaped(f"{detail.label[0].upper()}{detail.label[1:]}")
    plural = "s" if detail.label == "source" and len(detail.pieces) > 1 else ""
    return f"{label}{plural}: {'; '.join(map(_linked, detail.pieces))}"


def _linked(piece: Piece) -> str:
    text = _escaped(piece.text)
    if piece.url:
        text = f"[{text}](<{piece.url.replace('&', '&amp;')}>)"
    return text + _escaped(piece.after) if piece.after else text


def _escaped(text: str) -> str:
    return MARKDOWN_SIGNS.sub(r"\\\1", " ".join(text.split()))


def _version(profile: Profile) -> dict[str, Any]:
    return {
        "id": profile.id,
        "origin": str(profile.origin),
        "data_cut_off": plain(profile.data_cut_off),
        "statements": len(profile),
    }


def _change(change: StatementChange) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": change.kind.value}
    for name in ("old", "new", "instead"):
        statement = getattr(change, name)
        if statement and not (name == "instead" and statement is change.new):
            said[name] = statement.to_dict()
    if change.fields:
        said["fields"] = list(change.fields)
    if change.references:
        said["references"] = _changes(change.references)
    if change.because:
        said["because"] = plain(change.because)
    if change.replaces:
        said["replaces"] = [statement.id for statement in change.replaces]
    return said


def _changes(changes: Changes[Any]) -> dict[str, Any]:
    return {
        "added": [_record(one) for one in changes.added],
        "removed": [_record(one) for one in changes.removed],
        "changed": [{"old": _record(old), "new": _record(new)} for old, new in changes.changed],
    }


def _record(one: Any) -> dict[str, Any]:
    data: dict[str, Any] = one.to_dict() if hasattr(one, "to_dict") else record(one)
    return data
