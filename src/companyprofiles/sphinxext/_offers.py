"""What the core and installed plugins offer through hooks, and which of them offers what."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from docutils import nodes
from pygments.lexers import find_lexer_class_for_filename  # type: ignore[import-untyped]

from companyprofiles import hookspecs
from companyprofiles._catalog import installed
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
from companyprofiles.sphinxext._words import _

__all__ = ["HOOKS", "beginning", "exporter_anchor", "exporter_entry", "hook_facts", "section_table"]

HOOKS = tuple(name for name in hookspecs.__all__ if name.startswith(hookspecs.NAMESPACE))
"""Names of the hooks."""

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


def hook_facts(name: str, docname: str) -> nodes.field_list:
    """Return how a hook is called, and who implements it.

    Args:
        name: Name of the hook.
        docname: Name of the document that the list goes into.
    """
    signature = inspect.signature(getattr(hookspecs, name))
    return fields(
        [
            (_("Called"), [nodes.Text(_called(name))]),
            (_("Arguments"), _arguments(signature.parameters)),
            (_("Returns"), [nodes.literal("", signature.return_annotation)]),
            (_("When it fails"), [nodes.Text(_failing(name))]),
            (_("Implemented by"), separated(_implementers(name, docname), "; ")),
        ]
    )


def _arguments(names: Iterable[str]) -> list[nodes.Node]:
    shown = separated((nodes.literal("", name) for name in names), ", ")
    return shown or [nodes.Text(_("none"))]


def _called(name: str) -> str:
    if name == PROFILE:
        return _("for one company, when its profile is asked for; only its own plugin is asked")
    return _("for all plugins, when anything of the kind is asked for; all that they return counts")


def _failing(name: str) -> str:
    if name == PROFILE:
        return _("PluginError, with the cause")
    return _("PluginWarning, and everything else goes on without the plugin")


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
            return [paragraph(_("%s bytes, which are no text.") % len(written))]
    every = written.splitlines()
    text = "\n".join(map(_shortened, every[:lines]))
    # Cut off, it need not be correct any more.
    block = nodes.literal_block(text, text, language=_language(exporter), force=True)
    if len(every) <= lines:
        return [block]
    return [block, detail(_("And so on, %s lines in all.") % len(every))]


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
            [paragraph(words(section.title, language))],
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
