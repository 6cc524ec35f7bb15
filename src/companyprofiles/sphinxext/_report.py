"""Where readers report an error, if the site says where."""

from __future__ import annotations

from urllib.parse import quote

from sphinx.config import Config

from companyprofiles._catalog import installed

__all__ = ["FIELDS", "report_address"]

FIELDS = ("id", "key", "version")
"""What ``companyprofiles_report_url`` may have in braces."""


def report_address(config: Config, company: str, key: str = "") -> str:
    """Return where a reader reports an error; empty where the site names no address.

    Args:
        config: Configuration of the site.
        company: Id of the company.
        key: Key of the statement that is wrong, or its id; empty for the page as a whole.
    """
    address: str = config.companyprofiles_report_url
    if not address:
        return ""
    values = {"id": company, "key": key, "version": installed().companies[company].version}
    return address.format(**{name: quote(values[name], safe="") for name in FIELDS})
