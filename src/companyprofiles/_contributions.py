"""What plugins contribute: the frozen records that hooks return, which check themselves.

A callable in a record may be a string ``"package.module:name"``, which is imported when it is
first used, so that listing what there is imports nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import attrs
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
    "RECORD_NAME",
    "Check",
    "Exporter",
    "Finding",
    "LoadContext",
    "Section",
    "Severity",
    "Vocabulary",
    "check_properties",
]

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
