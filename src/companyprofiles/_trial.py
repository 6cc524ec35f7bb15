"""Trying a plugin out: everything that it offers is imported, and used on a small company."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from companyprofiles._catalog import Catalog
from companyprofiles._discovery import PROFILES
from companyprofiles._offers import KINDS
from companyprofiles._plugin import FATAL, Plugin, Trouble
from companyprofiles._profile import Profile
from companyprofiles.errors import InvalidValueError, ProfileDataError, shown
from companyprofiles.hookspecs import Check, Exporter, Section, resolve

__all__ = ["try_out"]


def try_out(plugin: Plugin, catalog: Catalog) -> None:
    """Load a plugin and use what it offers; what is wrong is among its troubles afterwards.

    Args:
        plugin: The plugin.
        catalog: The catalog that has it.
    """
    if plugin.is_usable and plugin.entry_point.group == PROFILES:
        _read_profile(plugin, catalog)
    elif plugin.is_usable:
        catalog.host.load(plugin)
        for kind in KINDS:
            catalog.host.offers(kind)
        len(catalog.vocabulary)  # which resolves the properties of all
        for kind, records in catalog.host.offered_by(plugin).items():
            for record in records:
                _use(plugin, f"the {KINDS[kind].noun} {record.name!r}", record)


def _read_profile(plugin: Plugin, catalog: Catalog) -> None:
    try:
        catalog.get(plugin.name)
    except ProfileDataError as error:
        plugin.troubles += (Trouble(str(problem)) for problem in error.problems)
    except FATAL:
        raise
    except BaseException as error:  # noqa: BLE001, a plugin may raise anything
        if not plugin.troubles:
            plugin.fail("reading its profile", error)


def _use(plugin: Plugin, what: str, record: Any) -> None:
    try:
        USES.get(type(record), lambda _: None)(record)
    except FATAL:
        raise
    except BaseException as error:  # noqa: BLE001, a plugin may raise anything
        plugin.fail(what, error)


def _sample() -> Profile:
    from companyprofiles._catalog import load
    from companyprofiles.testing import EXAMPLES

    return load(EXAMPLES / "acme")


def _export(record: Exporter) -> None:
    export, profile = resolve(record.export), _sample()
    first, second = export(profile), export(profile)
    if not isinstance(first, str | bytes):
        message = f"expected str or bytes, got {shown(first)}"
        raise TypeError(message)
    if isinstance(first, str):
        first.encode()  # as it is when it is written
    if first != second:
        raise InvalidValueError("the same whenever the same profile is written", "something else")


def _run(record: Check) -> None:
    from companyprofiles.testing import run_example

    failing, passing = (
        {result.code for result in run_example(text, record)}
        for text in (record.failing, record.passing)
    )
    if record.name not in failing:
        raise InvalidValueError("data that breaks the rule", record.failing, "It has no finding.")
    if record.name in passing:
        raise InvalidValueError("data that keeps the rule", record.passing, "It has a finding.")


def _render(record: Section) -> None:
    from companyprofiles.testing import section_doctree

    try:
        import companyprofiles.sphinxext  # noqa: F401
    except ImportError:  # Sphinx is not installed, so no page will be made, nor can this be used.
        return
    resolve(record.render)
    section_doctree(record, _sample())


USES: dict[type[Any], Callable[[Any], None]] = {Exporter: _export, Check: _run, Section: _render}
"""How records are used."""
