"""What a site may set in its ``conf.py``, checked once at the start of a build."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from babel import Locale, UnknownLocaleError
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from companyprofiles.sphinxext._report import FIELDS

__all__ = ["VALUES", "check_config", "has_page"]

VALUES: dict[str, tuple[Any, tuple[type, ...]]] = {
    "companyprofiles_pages": ("none", (str, list, tuple)),
    "companyprofiles_comparisons": ("auto", (str, list, tuple)),
    "companyprofiles_docname": ("companies/{id}", (str,)),
    "companyprofiles_downloads": ("all", (str, list, tuple)),
    "companyprofiles_llms_txt": (False, (bool,)),
    "companyprofiles_releases": ([], (list, tuple)),
    "companyprofiles_report_url": ("", (str,)),
    "companyprofiles_source_pages": ("shared", (str,)),
    "companyprofiles_linkcheck_sources": (False, (bool,)),
    "companyprofiles_languages": ({}, (dict,)),
    "companyprofiles_prose_language": ("", (str,)),
}
"""Every value by name, with its default and the types it may have; the package says what for."""

SOURCE_PAGES = ("shared", "all", "none")

DOCNAME = re.compile(r"(?:[^/{}\\\s.][^/{}\\\s]*/)*[^/{}\\\s]*\{id\}[^/{}\\\s]*")
FOLDER = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)?")


def has_page(company_id: str, pages: str | Collection[str]) -> bool:
    """Tell whether a company is to have a page, as ``companyprofiles_pages`` says."""
    return pages == "all" if isinstance(pages, str) else company_id in pages


def check_config(app: Sphinx, config: Config) -> None:
    """Refuse values that cannot be meant.

    Raises:
        ConfigError: A value is wrong; the message says what it must be.
    """
    for name, (_default, types) in VALUES.items():
        if not isinstance(config[name], types):
            expected = " or ".join(kind.__name__ for kind in types)
            raise ConfigError(f"{name} must be of type {expected}, got {config[name]!r}.")
    _check_choice("companyprofiles_pages", config, ("none", "all"), "company ids")
    _check_choice("companyprofiles_downloads", config, ("all",), "names of formats")
    _check_choice("companyprofiles_releases", config, (), "paths")
    if config.companyprofiles_source_pages not in SOURCE_PAGES:
        expected = ", ".join(map(repr, SOURCE_PAGES))
        got = config.companyprofiles_source_pages
        raise ConfigError(f"companyprofiles_source_pages must be one of {expected}, got {got!r}.")
    _check_comparisons(config.companyprofiles_comparisons)
    docname = config.companyprofiles_docname
    if not DOCNAME.fullmatch(docname) or docname.count("{id}") != 1:
        raise ConfigError(
            "companyprofiles_docname must be a document name with {id} once, such as "
            f"'companies/{{id}}', got {docname!r}."
        )
    _check_report(config.companyprofiles_report_url)
    _check_languages(config)


def _check_choice(name: str, config: Config, words: Collection[str], things: str) -> None:
    """Check a value that is one of some words, or a list."""
    value = config[name]
    if isinstance(value, str) and value not in words:
        choices = ", ".join(map(repr, words))
        raise ConfigError(f"{name} must be {choices} or a list of {things}, got {value!r}.")
    if not isinstance(value, str) and not all(isinstance(part, str) for part in value):
        raise ConfigError(f"{name} must list {things} as strings, got {value!r}.")


def _check_report(address: str) -> None:
    try:
        filled = address.format(**dict.fromkeys(FIELDS, ""))
    except (LookupError, ValueError):
        filled = "?"
    if address and not filled.startswith(("https://", "http://", "mailto:")):
        raise ConfigError(
            "companyprofiles_report_url must be an address of http, https or mailto, with no other"
            f" fields than {{id}}, {{key}} and {{version}}, got {address!r}."
        )


def _check_languages(config: Config) -> None:
    languages = config.companyprofiles_languages
    if languages and config.language not in languages:
        raise ConfigError(
            "companyprofiles_languages must name the folder of the site's own language "
            f"{config.language!r} too, got {languages!r}."
        )
    for language, folder in languages.items():
        if not isinstance(folder, str) or not FOLDER.fullmatch(folder):
            raise ConfigError(
                "companyprofiles_languages must have a folder below the site's root for each "
                f"language, such as 'zh', or '' for the root itself, got {folder!r} for "
                f"{language!r}."
            )
        try:
            Locale.parse(language)
        except (ValueError, TypeError, UnknownLocaleError) as error:
            raise ConfigError(
                f"companyprofiles_languages must have languages such as 'zh_CN', got {language!r}."
            ) from error


def _check_comparisons(value: Any) -> None:
    are_ids = not isinstance(value, str) and all(
        isinstance(ids, list | tuple) and len(ids) > 1 and all(isinstance(i, str) for i in ids)
        for ids in value
    )
    if value != "auto" and not are_ids:
        raise ConfigError(
            "companyprofiles_comparisons must be 'auto' or a list of lists of two or more company"
            f" ids, got {value!r}."
        )
