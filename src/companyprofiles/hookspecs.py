"""The hooks of the plugin system, and the frozen records that their implementations return.

A plugin is a module (or any object) with functions of these names, each marked with
:data:`hookimpl` and named by an entry point of the group ``companyprofiles.plugins``; a company's
profile is a package named by an entry point of the group ``companyprofiles.profiles``, whose name
is the company's id. The built-in vocabulary, exporters, checks and page sections register
through the same hooks.

A callable in a record may be a string ``"package.module:name"``, which is imported when it is
first used, so that listing what there is imports nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast, overload

import attrs
import pluggy
from attrs.validators import instance_of, optional

from companyprofiles._check_context import CheckContext
from companyprofiles._choices import Choice
from companyprofiles._coverage import Coverage
from companyprofiles._entities import Entity
from companyprofiles._exemptions import check_code
from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap, matches
from companyprofiles.errors import InvalidValueError

if TYPE_CHECKING:
    from docutils import nodes

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

PARTS = (Statement, Entity, Source, Property, Coverage, Resolution)
RECORD_NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
TARGET = r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*"


def _record_name(text: str) -> str:
    if not matches(RECORD_NAME, text):
        raise InvalidValueError("a name in kebab case", text)
    return text


def _line(text: Any) -> str:
    if not (isinstance(text, str) and text.isprintable()):
        raise InvalidValueError("a line of text", text)
    return text


def _lines(text: Any) -> str:
    if not isinstance(text, str):
        raise InvalidValueError("a text", text)
    return text


def _number(number: Any) -> int:
    if type(number) is not int:
        raise InvalidValueError("a whole number", number)
    return number


def _target(target: Any) -> Any:
    """Check a callable, or the string that names one."""
    if not callable(target) and not matches(TARGET, target):
        raise InvalidValueError("a function, or a string 'package.module:name'", target)
    return target


def check_properties(target: Any) -> tuple[Property[Any], ...]:
    """Return properties as a tuple.

    Raises:
        InvalidValueError: One of them is something else.
    """
    properties = tuple(target)
    for prop in properties:
        if not isinstance(prop, Property):
            raise InvalidValueError("properties", prop)
    return properties


def _properties(target: Any) -> tuple[Property[Any], ...] | str:
    return str(_target(target)) if isinstance(target, str) else check_properties(target)


def resolve(target: Any) -> Any:
    """Return what a record's callable stands for, importing it if it is named by a string."""
    if not isinstance(target, str):
        return target
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)


@attrs.frozen
class LoadContext:
    """What a profile plugin is told when its company is asked for."""

    module: str
    """Name of the module that the entry point names."""
    distribution: str
    """Name of the distribution that brings it."""
    version: str
    """Version of that distribution."""


@attrs.frozen
class Vocabulary:
    """Properties that belong together."""

    name: str = attrs.field(converter=_record_name)
    """Its name, unique among vocabularies."""
    summary: str = attrs.field(kw_only=True, converter=_line)
    """What its properties are about, in a line."""
    properties: tuple[Property[Any], ...] | str = attrs.field(kw_only=True, converter=_properties)
    """The properties, or a string ``"package.module:NAME"`` that says where they are."""


@attrs.frozen
class Exporter:
    """A format that a profile can be written in."""

    name: str = attrs.field(converter=_record_name)
    """Its name, as ``--format`` takes it."""
    summary: str = attrs.field(kw_only=True, converter=_line)
    """What it writes, in a line."""
    media_type: str = attrs.field(kw_only=True, converter=_line)
    """Media type of what it writes, such as ``application/json``."""
    suffix: str = attrs.field(kw_only=True, converter=_line)
    """Suffix of its files, with the dot."""
    export: Callable[[Profile], str | bytes] | str = attrs.field(kw_only=True, converter=_target)
    """Writes a profile; the same profile always gives the same bytes."""


class Severity(Choice):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


@attrs.frozen
class Finding:
    """One thing that a check found."""

    message: str
    """What was found, and what to do."""
    about: Statement[Any] | Entity | Source | Property[Any] | Coverage | Resolution | None = (
        attrs.field(default=None, validator=optional(instance_of(PARTS)))
    )
    """Part of the profile that it is about; ``None`` for the profile as a whole."""
    path: str = attrs.field(default="", kw_only=True)
    """Place in that part, as its author writes it, such as ``references[0].quote``."""


@attrs.frozen
class Check:
    """A rule that a profile is held to; :mod:`companyprofiles.testing` reads its examples."""

    name: str = attrs.field(converter=check_code)
    """Its code; ``CP`` is the core's prefix."""
    summary: str = attrs.field(kw_only=True, converter=_line)
    """The rule, in a line."""
    explanation: str = attrs.field(kw_only=True, converter=_lines)
    """Why there is the rule, and what to do, in paragraphs; names of the data are in backticks."""
    failing: str = attrs.field(kw_only=True, converter=_lines)
    """Example of data that breaks it, in TOML."""
    passing: str = attrs.field(kw_only=True, converter=_lines)
    """The same example without the fault."""
    severity: Severity = attrs.field(default=Severity.ERROR, kw_only=True, converter=Severity)
    """How bad it is to break it."""
    run: Callable[[Profile, CheckContext], Iterable[Finding]] | str = attrs.field(
        kw_only=True, converter=_target
    )
    """Finds where a profile breaks it."""


@attrs.frozen
class Section:
    """A section of a company's page."""

    name: str = attrs.field(converter=_record_name)
    """Its name; the anchor of the section."""
    title: LanguageMap = attrs.field(kw_only=True, converter=LanguageMap)
    """Its heading."""
    order: int = attrs.field(kw_only=True, converter=_number)
    """Its place on the page; sections of one order come by name."""
    render: Callable[[Profile, Any], list[nodes.Node]] | str = attrs.field(
        kw_only=True, converter=_target
    )
    """Makes its document nodes of a profile and a page context; none leaves the section out."""


@_hookspec(firstresult=True)
def companyprofiles_profile(company_id: str, context: LoadContext) -> Profile | Path | None:
    """Return the profile of one company, or the folder of its data files.

    Only the plugin whose entry point has that id is asked. A package without this hook needs no
    code: the ``*.toml`` files of its folder ``data`` are read.

    Args:
        company_id: Id of the company, which is the name of the entry point.
        context: Where the plugin comes from.
    """


@_hookspec
def companyprofiles_vocabulary() -> Iterable[Vocabulary]:  # type: ignore[empty-body]
    """Return the properties that the plugin defines, for profiles that depend on it."""


@_hookspec
def companyprofiles_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    """Return the formats that the plugin can write."""


@_hookspec
def companyprofiles_checks() -> Iterable[Check]:  # type: ignore[empty-body]
    """Return the rules that the plugin holds profiles to."""


@_hookspec
def companyprofiles_sections() -> Iterable[Section]:  # type: ignore[empty-body]
    """Return the sections that the plugin adds to companies' pages."""
