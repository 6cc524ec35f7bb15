"""What the core and installed plugins offer through hooks, and which of them offers what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from docutils import nodes
from pygments.lexers import find_lexer_class_for_filename  # type: ignore[import-untyped]

from companyprofiles import hookspecs
from companyprofiles._catalog import installed
from companyprofiles._hook_reference import hook_reference
from companyprofiles._messages import HEADING, in_catalog
from companyprofiles._profile import Profile
from companyprofiles.hookspecs import Check, Exporter, resolve
from companyprofiles.sphinxext._nodes import (
    detail,
    fields,
    optional_link,
    paragraph,
    separated,
    table,
    words,
)
from companyprofiles.sphinxext._summary import version
from companyprofiles.sphinxext._words import _, ngettext

__all__ = ["beginning", "exporter_anchor", "exporter_entry", "hook_entry", "section_table"]

PROFILE = "companyprofiles_profile"

LINKED = {Check: "check", Exporter: "exporter"}
"""Types of the domain whose objects are records of plugins."""

LONGEST_LINE = 100
"""Characters that are shown of a line that an exporter writes."""


def origin(record: Any) -> str:
    """Return the distribution that a record came from, and its version."""
    plugin = installed().host.provider(record)
    if plugin is None:
        return f"companyprofiles {version()}".strip()
    return f"{plugin.entry_point.distribution} {plugin.entry_point.version}".strip()


def hook_entry(name: str, docname: str) -> list[nodes.Node]:
    """Return all that is told of a hook, an example of a plugin, and who implements it.

    Args:
        name: Name of the hook.
        docname: Name of the document that it goes into.
    """
    told = hook_reference(name)
    arguments = [
        nodes.inline("", "", nodes.literal("", argument), nodes.Text(": "), *with_code(text))
        for argument, text in told.arguments.items()
    ]
    entry = fields(
        [
            (_("Signature"), [nodes.literal("", f"{name}{told.signature}")]),
            (_("Arguments"), separated(arguments, " ") or [nodes.Text(_("none"))]),
            (_("Called"), with_code(told.called)),
            (_("Returns"), with_code(told.returns)),
            (_("What becomes of it"), with_code(told.host)),
            (_("Order"), with_code(told.order)),
            (_("When it fails"), with_code(told.errors)),
            (_("Since"), with_code(told.since)),
            (_("Implemented by"), separated(_implementers(name, docname), "; ")),
        ]
    )
    entry["ids"] = [f"{hookspecs.__name__}.{name}"]
    return [
        *(paragraph(*with_code(text)) for text in (told.summary, told.description) if text),
        entry,
        paragraph(_("A whole plugin, but for its entry point:")),
        nodes.literal_block(told.example, told.example, language="python"),
    ]


def with_code(text: str) -> list[nodes.Node]:
    """Return a text whose code is in double backticks, every second part."""
    return [
        nodes.literal("", part) if number % 2 else nodes.Text(part)
        for number, part in enumerate(text.split("``"))
        if part
    ]


def _implementers(name: str, docname: str) -> list[nodes.Node]:
    found: dict[str, list[nodes.Node]] = {}
    if name == PROFILE:
        for company in installed().companies.values():
            link = optional_link("company", company.id, docname)
            found.setdefault(f"{company.distribution} {company.version}", []).append(link)
    else:
        for record in _records(name):
            shown: nodes.Node = nodes.literal("", record.name)
            if type(record) in LINKED:
                shown = optional_link(LINKED[type(record)], record.name, docname, shown)
            found.setdefault(origin(record), []).append(shown)
    return [
        nodes.inline("", "", nodes.Text(f"{distribution}: "), *separated(offered, ", "))
        for distribution, offered in found.items()
    ]


def _records(name: str) -> Collection[Any]:
    """Return what a hook brought."""
    host = installed().host
    if name == "companyprofiles_sections":
        return host.sections()
    asked: dict[str, Callable[[], Mapping[str, Any]]] = {
        "companyprofiles_vocabulary": host.vocabularies,
        "companyprofiles_exporters": host.exporters,
        "companyprofiles_checks": host.checks,
    }
    return asked[name]().values()


def exporter_anchor(exporter: Exporter) -> str:
    """Return the anchor of an exporter's entry."""
    return f"exporter-{exporter.name}"


def exporter_entry(exporter: Exporter) -> nodes.section:
    """Return the entry of an exporter."""
    title = nodes.title("", exporter.name, translatable=False)
    entry = nodes.section("", title, ids=[exporter_anchor(exporter)])
    entry += paragraph(f"{exporter.summary.rstrip('.')}.")
    entry += fields(
        [
            (_("Media type"), [nodes.literal("", exporter.media_type)]),
            (_("Suffix"), [nodes.literal("", exporter.suffix)]),
            (_("From"), [nodes.Text(origin(exporter))]),
        ]
    )
    return entry


def beginning(exporter: Exporter, profile: Profile, lines: int) -> list[nodes.Node]:
    """Return the beginning of what an exporter writes of a profile.

    Args:
        exporter: The exporter.
        profile: The profile.
        lines: How many lines to show.

    Raises:
        Exception: The exporter failed, with whatever it raises.
    """
    written = resolve(exporter.export)(profile)
    if isinstance(written, bytes):
        try:
            written = written.decode()
        except UnicodeDecodeError:
            return [paragraph(_no_text(len(written)))]
    every = written.splitlines()
    text = "\n".join(map(_shortened, every[:lines]))
    # Cut off, it need not be correct any more.
    block = nodes.literal_block(text, text, language=_language(exporter), force=True)
    if len(every) <= lines:
        return [block]
    return [block, detail(_cut_off(len(every)))]


def _no_text(size: int) -> str:
    return ngettext("%s byte, which is no text.", "%s bytes, which are no text.", size) % size


def _cut_off(lines: int) -> str:
    return ngettext("And so on, %s line in all.", "And so on, %s lines in all.", lines) % lines


def _shortened(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"


def _language(exporter: Exporter) -> str:
    lexer = find_lexer_class_for_filename(f"profile{exporter.suffix}")
    return str(lexer.aliases[0]) if lexer else "text"


def section_table(language: str) -> nodes.Node:
    """Return a table of the sections of companies' pages, in their order.

    Args:
        language: BCP 47 tag of the page's language.
    """
    rows = [
        (
            [paragraph(nodes.literal("", section.name))],
            [paragraph(words(in_catalog(HEADING, section.title, language), language))],
            [paragraph(origin(section))],
        )
        for section in installed().host.sections()
    ]
    return table(
        _("Sections of a company's page"),
        rows,
        header=(_("Name"), _("Heading"), _("From")),
        widths=(20, 45, 35),
    )
