"""The reference of checks, made from their records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes

from companyprofiles._catalog import installed
from companyprofiles.hookspecs import Check, Severity
from companyprofiles.sphinxext._nodes import paragraph
from companyprofiles.sphinxext._words import _

__all__ = ["check_sections"]


def check_sections() -> tuple[list[nodes.Node], Mapping[str, tuple[str, str]]]:
    """Return a section for each check, and the anchor and code of each."""
    checks = [check for _, check in sorted(installed().host.checks().items())]
    shown: list[nodes.Node] = [_section(check) for check in checks]
    return shown, {check.name: (_anchor(check), check.name) for check in checks}


def _anchor(check: Check) -> str:
    return f"check-{check.name.lower()}"


def _section(check: Check) -> nodes.section:
    is_error = check.severity is Severity.ERROR
    return nodes.section(
        "",
        nodes.title("", f"{check.name}: {check.summary}"),
        paragraph(_("An error.") if is_error else _("A warning."), classes=["cp-detail"]),
        *(paragraph(*_words(text)) for text in check.explanation.split("\n\n")),
        paragraph(_("This data breaks the rule:")),
        _example(check.failing),
        paragraph(_("This does not:")),
        _example(check.passing),
        ids=[_anchor(check)],
        names=[_anchor(check)],
    )


def _words(text: str) -> Iterator[nodes.Node]:
    """Yield a text whose names of the data are in backticks, every second part."""
    for number, part in enumerate(text.replace("\n", " ").split("`")):
        yield nodes.literal("", part) if number % 2 else nodes.Text(part)


def _example(text: str) -> nodes.literal_block:
    stripped = text.strip("\n")
    return nodes.literal_block(stripped, stripped, language="toml")
