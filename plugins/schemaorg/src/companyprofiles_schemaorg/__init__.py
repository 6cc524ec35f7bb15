"""What companyprofiles needs to write JSON-LD of schema.org: an exporter."""

from __future__ import annotations

from companyprofiles.hookspecs import Exporter, hookimpl

__all__ = ["COMPANYPROFILES_API", "companyprofiles_exporters"]

COMPANYPROFILES_API = 1
"""The contract of hooks that this plugin was made for."""


@hookimpl
def companyprofiles_exporters() -> list[Exporter]:
    """Offer JSON-LD."""
    return [
        Exporter(
            "jsonld",
            summary="What holds now, as JSON-LD of schema.org for search engines and graphs",
            media_type="application/ld+json",
            suffix=".jsonld",
            export="companyprofiles_schemaorg.document:export",
        )
    ]
