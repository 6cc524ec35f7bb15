"""What companyprofiles needs to write bibliographies: two exporters."""

from __future__ import annotations

from companyprofiles.hookspecs import Exporter, hookimpl

__all__ = ["COMPANYPROFILES_API", "companyprofiles_exporters"]

COMPANYPROFILES_API = 1
"""The contract of hooks that this plugin was made for."""


@hookimpl
def companyprofiles_exporters() -> list[Exporter]:
    """Offer BibTeX and CSL-JSON."""
    return [
        Exporter(
            "bibtex",
            summary="The sources that the profile cites, for LaTeX with BibTeX or biblatex",
            media_type="application/x-bibtex",
            suffix=".bib",
            export="companyprofiles_bibliography.bibtex:export",
        ),
        Exporter(
            "csl-json",
            summary="The sources that the profile cites, for Zotero, pandoc and CSL processors",
            media_type="application/vnd.citationstyles.csl+json",
            suffix=".json",
            export="companyprofiles_bibliography.csl:export",
        ),
    ]
