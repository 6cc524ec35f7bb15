"""The hooks of the plugin system.

A plugin is a module (or any object) with functions of these names, each marked with
:data:`hookimpl` and named by an entry point of the group ``companyprofiles.plugins``; a company's
profile is a package named by an entry point of the group ``companyprofiles.profiles``, whose name
is the company's id. The built-in vocabulary, exporters, checks and page sections register
through the same hooks.

The docstring of a hook is its reference, in the terminal and on the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast, overload

import pluggy

from companyprofiles._check_context import CheckContext
from companyprofiles._contributions import (
    Check,
    Exporter,
    Finding,
    LoadContext,
    Section,
    Severity,
    Vocabulary,
)
from companyprofiles._profile import Profile

__all__ = [
    "PLUGIN_API",
    "PLUGIN_API_FLOOR",
    "Check",
    "CheckContext",
    "Exporter",
    "Finding",
    "LoadContext",
    "Section",
    "Severity",
    "Vocabulary",
    "companyprofiles_checks",
    "companyprofiles_exporters",
    "companyprofiles_profile",
    "companyprofiles_sections",
    "companyprofiles_vocabulary",
    "hookimpl",
]

PLUGIN_API = 1
"""Number of the contract of hooks and records; a plugin may state ``COMPANYPROFILES_API``."""
PLUGIN_API_FLOOR = 1
"""Oldest contract that this release still serves."""

NAMESPACE = "companyprofiles"

F = TypeVar("F", bound=Callable[..., Any])


class Mark(Protocol):
    """How a function is marked; hooks that wrap others are no part of the contract."""

    @overload
    def __call__(self, function: F, /) -> F: ...

    @overload
    def __call__(
        self, *, optionalhook: bool = ..., specname: str | None = ...
    ) -> Callable[[F], F]: ...


hookimpl = cast("Mark", pluggy.HookimplMarker(NAMESPACE))
"""Marks a function of a plugin as an implementation of the hook of the same name.

``@hookimpl(optionalhook=True)`` passes over a hook that this release does not have, for plugins
that also serve newer ones.
"""

_hookspec = pluggy.HookspecMarker(NAMESPACE)


def resolve(target: Any) -> Any:
    """Return what a record's callable stands for, importing it if it is named by a string."""
    if not isinstance(target, str):
        return target
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)


@_hookspec(firstresult=True)
def companyprofiles_profile(company_id: str, context: LoadContext) -> Profile | Path | None:
    """Return the profile of one company, or the folder of its data files.

    A package without this hook needs no code: the ``*.toml`` files of its folder ``data`` are read.

    Args:
        company_id: Id of the company, which is the name of the entry point.
        context: Where the plugin comes from.

    Called:
        When the profile is asked for, once in a process. Only the plugin whose entry point has
        the id is imported and asked, whatever else is installed.

    Returns:
        A profile, or a folder with data files; ``None`` for the folder ``data`` of the package.

    Host:
        Reads the files of a folder and tells every problem in them. The profile is kept, with the
        distribution and its version as its origin.

    Order:
        One plugin is asked. Where two provide a company, that is the one whose distribution is
        called ``companyprofiles-<id>``, else the first in the alphabet of distributions.

    Errors:
        ``PluginError`` with the cause, for whoever asked for the company.

    Since:
        companyprofiles 0.1, plugin API 1

    Example:
        from pathlib import Path

        from companyprofiles.hookspecs import LoadContext, hookimpl


        @hookimpl
        def companyprofiles_profile(company_id: str, context: LoadContext) -> Path:
            return Path(__file__).parent / "facts" / company_id
    """


@_hookspec
def companyprofiles_vocabulary() -> Iterable[Vocabulary]:  # type: ignore[empty-body]
    """Return the properties that the plugin defines, for profiles that depend on it.

    Called:
        When data uses a property that the core does not define, and where all are listed; once in
        a process.

    Returns:
        A record for each vocabulary, in any iterable. Its properties may be named by a string, and
        are then imported when one is needed.

    Host:
        Any profile may use the properties. They have entries in the reference of properties, a
        place on pages, a table in the data files and a column in tables.

    Order:
        By name of the plugin. A property that the core defines stays the core's; one that two
        plugins define is nobody's, and data that uses it is told of both.

    Errors:
        ``PluginWarning``; vocabularies that were returned before it count.

    Since:
        companyprofiles 0.1, plugin API 1

    Example:
        from companyprofiles import Property, Quantity
        from companyprofiles.hookspecs import Vocabulary, hookimpl

        STORES = Property(
            "stores",
            Quantity,
            label={"en": "Stores", "zh": "门店"},
            description={"en": "Number of stores that are open.", "zh": "营业中的门店数量。"},
            topic="market",
            time="instant",
            single=True,
            unit="stores",
        )


        @hookimpl
        def companyprofiles_vocabulary() -> list[Vocabulary]:
            return [Vocabulary("retail", summary="Where a retailer sells", properties=(STORES,))]
    """


@_hookspec
def companyprofiles_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    r"""Return the formats that the plugin can write.

    Called:
        When a format is asked for that the core does not have, and where all are listed; once in
        a process.

    Returns:
        A record for each format, in any iterable.

    Host:
        ``companyprofiles export --format NAME`` writes the format, and the reference of formats
        shows what it looks like.

    Order:
        The core's, then by name of the plugin. A name that the core has is the core's; of a name
        that several plugins have, each goes by its full name, ``plugin:format``.

    Errors:
        ``PluginWarning``; formats that were returned before it count. Where one fails to write,
        ``PluginError`` with the cause, for whoever asked for it.

    Since:
        companyprofiles 0.1, plugin API 1

    Example:
        from companyprofiles import Profile
        from companyprofiles.hookspecs import Exporter, hookimpl


        def export(profile: Profile) -> str:
            lines = (f"{source.published or ''}\t{source.title}\n" for source in profile.sources)
            return "".join(lines)


        @hookimpl
        def companyprofiles_exporters() -> list[Exporter]:
            return [
                Exporter(
                    "sources",
                    summary="Dates and titles of all sources, a line each",
                    media_type="text/tab-separated-values",
                    suffix=".tsv",
                    export=export,
                )
            ]
    """


@_hookspec
def companyprofiles_checks() -> Iterable[Check]:  # type: ignore[empty-body]
    """Return the rules that the plugin holds profiles to.

    Called:
        Before profiles are checked, and where all checks are listed; once in a process.

    Returns:
        A record for each rule, in any iterable, with an example that breaks it and one that does
        not.

    Host:
        ``companyprofiles check`` runs each on every profile, adds file and line to its findings,
        and leaves out statements that are exempt. The reference of checks explains it.

    Order:
        Findings come in the order of the files. A code that the core has is the core's; of a code
        that several plugins have, each goes by its full name, ``plugin:code``.

    Errors:
        ``PluginWarning``; checks that were returned before it count. One that fails when it is run
        is passed over with a warning, and ``companyprofiles check`` ends with 3.

    Since:
        companyprofiles 0.1, plugin API 1

    Example:
        from collections.abc import Iterator

        from companyprofiles import Profile
        from companyprofiles.hookspecs import Check, CheckContext, Finding, hookimpl

        RULING = '''
        [[sources]]
        id = "ruling"
        title.en = "Ruling"
        kind = "court"
        '''


        def address_missing(profile: Profile, context: CheckContext) -> Iterator[Finding]:
            for source in profile.sources:
                if source.kind == "court" and source.url is None:
                    yield Finding("must have an address. Add a url.", source)


        @hookimpl
        def companyprofiles_checks() -> list[Check]:
            return [
                Check(
                    "WEB101",
                    summary="A ruling of a court has an address",
                    explanation="A reader wants to see the ruling.",
                    failing=RULING,
                    passing=RULING + 'url = "https://court.example/ruling"',
                    run=address_missing,
                )
            ]
    """


@_hookspec
def companyprofiles_sections() -> Iterable[Section]:  # type: ignore[empty-body]
    """Return the sections that the plugin adds to companies' pages.

    Called:
        Before the first page is made; once in a process.

    Returns:
        A record for each section, in any iterable.

    Host:
        Each page has the section under its heading where ``render`` returns nodes, with footnotes
        for what it cites. A list of contents and links to the section come by themselves.

    Order:
        By ``order``, then by name. A name that the core has is the core's; of a name that several
        plugins have, pages show none.

    Errors:
        ``PluginWarning``, or in a build a warning ``company.plugin``; sections that were returned
        before it count. One that fails on a page is a warning, and the page says so in its place.

    Since:
        companyprofiles 0.1, plugin API 1

    Example:
        from companyprofiles.hookspecs import Section, hookimpl


        def render(profile, context):
            from companyprofiles.sphinxext import paragraph

            resolved = len(profile.resolutions)
            return [paragraph(f"Decisions by editors: {resolved}.")] if resolved else []


        @hookimpl
        def companyprofiles_sections() -> list[Section]:
            title = {"en": "Decisions", "zh": "编辑决定"}
            return [Section("decisions", title=title, order=95, render=render)]
    """
