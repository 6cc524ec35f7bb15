"""What a build knows of a company without reading its data: a digest, and what the index shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import attrs
from sphinx.util import logging

import companyprofiles
from companyprofiles._catalog import Catalog, Company
from companyprofiles._discovery import PLUGINS
from companyprofiles._messages import messages_digest
from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles._statements import Statement
from companyprofiles.errors import CompanyProfilesError, ProfileDataError
from companyprofiles.sphinxext._facts import addresses, list_facts, overview

__all__ = [
    "RENDER_VERSION",
    "Summary",
    "problems_of",
    "read_summary",
    "report",
    "summary_of",
    "versions",
]

logger = logging.getLogger(__name__)

RENDER_VERSION = 15
"""Raised whenever the same data gives another page."""


@attrs.frozen(kw_only=True)
class Summary:
    """What the index and the next build need of a company, kept as long as its digest stays."""

    id: str
    """Id of the company."""
    digest: str
    """Digest of everything that its page is made of."""
    distribution: str
    """Name of the distribution that brings the profile."""
    version: str
    """Version of that distribution."""
    name: Mapping[str, str] = attrs.field(factory=dict)
    """What pages call it, by language; empty where the profile has not been read."""
    statements: int = 0
    """Number of its statements."""
    sources: int = 0
    """Number of its sources."""
    disputes: int = 0
    """Number of its disputes."""
    data_cut_off: str = ""
    """Day up to which sources were read, in EDTF."""
    licence: str = ""
    """Licence of the data."""
    stated: Mapping[str, Mapping[str, tuple[int, str]]] = attrs.field(factory=dict)
    """Number of its statements of each property of each topic, and the anchor of the first."""
    facts: Mapping[str, Sequence[str]] = attrs.field(factory=dict)
    """What lists of companies are filtered and sorted by: texts by the name of the option."""
    overview: Mapping[str, Sequence[str]] = attrs.field(factory=dict)
    """What the overview of companies shows, by property: a value, and the time that it is of."""
    addresses: Mapping[str, str] = attrs.field(factory=dict)
    """Its sources that have a web address, by a digest of the address."""
    problems: tuple[tuple[str, str], ...] = ()
    """Why the profile cannot be shown: message and place of each problem."""

    @property
    def is_read(self) -> bool:
        """Whether the profile has been read since it changed."""
        return bool(self.name or self.problems)


def summary_of(
    company: Company, catalog: Catalog, known: Summary | None, *, read: bool, language: str
) -> Summary | None:
    """Return what is known of a company, or nothing where not even its files can be found.

    Args:
        company: The company.
        catalog: The catalog that it is in.
        known: What an earlier build knew.
        read: Whether to read the profile, if its digest is new.
        language: BCP 47 tag of the site's language.
    """
    try:
        digest = _digest(company, catalog, language)
    except (CompanyProfilesError, OSError) as error:
        logger.warning("%s: %s", company.id, error, type="company", subtype="profile")
        return None
    if known is None or known.digest != digest:
        # Another build of the same process may have read an older state of the files.
        catalog._profiles.pop(company.id, None)
        known = Summary(
            id=company.id,
            digest=digest,
            distribution=company.distribution,
            version=company.version,
        )
    return read_summary(known, catalog, language) if read and not known.is_read else known


def read_summary(summary: Summary, catalog: Catalog, language: str) -> Summary:
    """Return a summary with what the profile says, or with the problems that it has."""
    try:
        profile = catalog.get(summary.id)
    except CompanyProfilesError as error:
        return attrs.evolve(summary, problems=problems_of(summary.id, catalog, error))
    return attrs.evolve(
        summary,
        name=dict(profile.name),
        statements=len(profile.statements),
        sources=len(profile.sources),
        disputes=len(profile.disputes()),
        data_cut_off=str(profile.data_cut_off or ""),
        licence=profile.licence or "",
        stated=_stated(profile),
        facts=list_facts(profile),
        overview=overview(profile, language),
        addresses=addresses(profile),
    )


def _stated(profile: Profile) -> dict[str, dict[str, tuple[int, str]]]:
    """Count the statements of each property, and name the first that is not known to be wrong."""
    groups: dict[Property[Any], list[Statement[Any]]] = {}
    for statement in profile.statements:
        # A profile's own property of the same name is another one.
        if statement.prop not in profile.properties:
            groups.setdefault(statement.prop, []).append(statement)
    stated: dict[str, dict[str, tuple[int, str]]] = {}
    for prop, group in groups.items():
        first = min(group, key=lambda statement: statement.is_deprecated)
        stated.setdefault(prop.topic.value, {})[prop.name] = (len(group), first.anchor)
    return stated


def problems_of(
    company_id: str, catalog: Catalog, error: CompanyProfilesError
) -> tuple[tuple[str, str], ...]:
    """Return the message and the place of each thing that an error reports."""
    if not isinstance(error, ProfileDataError):
        return ((str(error), ""),)
    places = {path.name: path for path in catalog.files(company_id) or ()}
    return tuple(_located(error, places))


def _located(error: ProfileDataError, places: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    for problem in error.problems:
        if problem.file in places:
            # Sphinx prints the place before the message.
            message = ": ".join(filter(None, (problem.origin, problem.path, problem.message)))
            yield message, f"{places[problem.file]}:{problem.line or 1}"
        else:
            yield str(problem), ""


def report(company_id: str, problems: Iterable[tuple[str, str]]) -> None:
    """Warn of each problem of a profile, at its file and line, once in a build."""
    for message, place in problems:
        logger.warning(
            "%s",
            message,
            type="company",
            subtype="data",
            location=place or company_id,
            once=True,
        )


def _digest(company: Company, catalog: Catalog, language: str) -> str:
    """Return a digest of everything that a company's page is made of; no file is parsed."""
    files = catalog.files(company.id)
    state = blake2b(digest_size=16)
    words = (language, messages_digest(language))
    version = (company.distribution, company.version)
    for part in (str(RENDER_VERSION), *words, *versions(catalog), *version):
        state.update(part.encode() + b"\0")
    if files is None:
        catalog._profiles.pop(company.id, None)
        content = json.dumps(catalog.get(company.id).to_dict(), sort_keys=True)
        state.update(content.encode())
    for file in files or ():
        data = file.read_bytes()
        state.update(f"{file.name}\0{len(data)}\0".encode() + data)
    return state.hexdigest()


def version() -> str:
    """Return the version of the core; empty in a checkout that is not installed."""
    try:
        return companyprofiles.__version__
    except ImportError:
        return ""


def versions(catalog: Catalog) -> list[str]:
    """Return the versions of the core and of every plugin, which may add properties or sections."""
    plugins = (p.entry_point for p in catalog.host.plugins if p.entry_point.group == PLUGINS)
    return [version(), *sorted(f"{plugin.distribution} {plugin.version}" for plugin in plugins)]
