"""A profile as one JSON-LD document."""

from __future__ import annotations

import json
from typing import Any

from companyprofiles import Profile, Source, SourceKind
from companyprofiles_schemaorg.graph import Graph
from companyprofiles_schemaorg.values import exact_date, tagged

__all__ = ["document", "export"]

CONTEXT = "https://schema.org"

DOCUMENTS = {SourceKind.REGULATORY_FILING: "Report", SourceKind.PRESS: "Article"}
"""The types of sources; the others are creative works of whatever kind."""


def export(profile: Profile) -> str:
    """Return a profile as a JSON-LD document that can stand in a page as it is.

    Angle brackets are escaped, so that no text can end the ``script`` that it stands in.
    """
    written = json.dumps(document(profile), ensure_ascii=False, indent=2)
    return written.replace("<", "\\u003c").replace(">", "\\u003e") + "\n"


def document(profile: Profile) -> dict[str, Any]:
    """Return a profile as JSON-LD: the company, what it leads to, and the sources of it all.

    Only what is asserted, holds now and is not in dispute is in it, and of that what
    schema.org has a term for. The ids of nodes are the anchors of the company's page.
    """
    graph = Graph(profile)
    reached = graph.reached()
    cited = {source_id for entity_id in reached for source_id in graph.cited(entity_id)}
    sources = [_source(source) for source in profile.sources if source.id in cited]
    return {"@context": CONTEXT, "@graph": [*map(graph.node, reached), *sources]}


def _source(source: Source) -> dict[str, Any]:
    title = source.title.best(*filter(None, [source.lang]))
    publisher = source.publisher and {"@type": "Organization", "name": source.publisher}
    known = {
        "datePublished": exact_date(source.published),
        "inLanguage": source.lang,
        "publisher": publisher,
        "url": source.url,
    }
    return {
        "@type": DOCUMENTS.get(source.kind, "CreativeWork"),
        "@id": f"#source-{source.id}",
        "name": tagged(title.text, title.lang),
        **{term: value for term, value in known.items() if value},
    }
