"""What a site may set in its ``conf.py``, checked once at the start of a build."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

__all__ = ["VALUES", "check_config", "has_page"]

VALUES: dict[str, tuple[Any, tuple[type, ...]]] = {
    "companyprofiles_pages": ("none", (str, list, tuple)),
    "companyprofiles_docname": ("companies/{id}", (str,)),
    "companyprofiles_linkcheck_sources": (False, (bool,)),
}
"""Every value by name, with its default and the types it may have; the package says what for."""

DOCNAME = re.compile(r"(?:[^/{}\\\s.][^/{}\\\s]*/)*[^/{}\\\s]*\{id\}[^/{}\\\s]*")


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
    pages = config.companyprofiles_pages
    if isinstance(pages, str) and pages not in ("none", "all"):
        raise ConfigError(
            f"companyprofiles_pages must be 'none', 'all' or a list of company ids, got {pages!r}."
        )
    if not isinstance(pages, str) and not all(isinstance(name, str) for name in pages):
        raise ConfigError(f"companyprofiles_pages must list ids as strings, got {pages!r}.")
    docname = config.companyprofiles_docname
    if not DOCNAME.fullmatch(docname) or docname.count("{id}") != 1:
        raise ConfigError(
            "companyprofiles_docname must be a document name with {id} once, such as "
            f"'companies/{{id}}', got {docname!r}."
        )
