"""The things of a profile as nodes of a graph, and the facts that become their properties."""

from __future__ import annotations

from typing import Any

from companyprofiles import (
    EntityId,
    EntityKind,
    Identifier,
    Ownership,
    Position,
    Profile,
    Statement,
)
from companyprofiles_schemaorg.facts import facts
from companyprofiles_schemaorg.terms import INVERSES, OF_OFFERS, TERMS, fits, is_a
from companyprofiles_schemaorg.values import exact_date, forms, tagged

__all__ = ["TYPES", "Graph"]

TYPES = {
    EntityKind.LEGAL_ENTITY: "Organization",
    EntityKind.GROUP: "Organization",
    EntityKind.UNIT: "Organization",
    EntityKind.BRAND: "Brand",
    EntityKind.PERSON: "Person",
    EntityKind.PRODUCT: "Product",
    EntityKind.PLACE: "Place",
}
"""The types of entities; events of companies are not what schema.org calls events."""


class Graph:
    """What is to be written of a profile.

    Args:
        profile: The profile.
    """

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.entities = {e.id: e for e in profile.entities if e.kind in TYPES}
        languages = (*profile.languages, "en")
        self._names = {id_: e.name.best(*languages) for id_, e in self.entities.items()}
        self._types = {id_: TYPES[e.kind] for id_, e in self.entities.items()}
        self._properties: dict[str, dict[str, list[Any]]] = {id_: {} for id_ in self.entities}
        self._links: dict[str, list[str]] = {id_: [] for id_ in self.entities}
        self._cited: dict[str, set[str]] = {id_: set() for id_ in self.entities}
        for entity in self.entities.values():
            self._add(entity.id, "alternateName", dict(forms(entity.name))["Text"])
            for identifier in entity.same_as:
                self._identify(entity.id, identifier)
            for statement in facts(profile, entity.id):
                if self._state(statement):
                    self._cited[entity.id] |= {r.source for r in statement.references}

    def reached(self) -> list[str]:
        """Return the ids of the company and of what it leads to, directly or not."""
        found = [self.profile.subject] if self.profile.subject in self.entities else []
        for entity_id in found:  # which grows meanwhile
            found += dict.fromkeys(e for e in self._links[entity_id] if e not in found)
        return found

    def cited(self, entity_id: str) -> list[str]:
        """Return the ids of the sources of what is written of an entity."""
        return [s.id for s in self.profile.sources if s.id in self._cited[entity_id]]

    def node(self, entity_id: str) -> dict[str, Any]:
        """Return the node of an entity, its terms in the order of the alphabet."""
        properties = dict(self._properties[entity_id])
        if cited := self.cited(entity_id):
            properties["subjectOf"] = [{"@id": f"#source-{source_id}"} for source_id in cited]
        name = self._names[entity_id]
        others = [v for v in properties["alternateName"] if v != tagged(name.text, name.lang)]
        properties["alternateName"] = others
        return {
            "@type": self._types[entity_id],
            **_reference(entity_id),
            "name": name.text,
            **{t: v if len(v) > 1 else v[0] for t, v in sorted(properties.items()) if v},
        }

    def _add(self, entity_id: str, term: str, value: Any) -> None:
        values = self._properties[entity_id].setdefault(term, [])
        values += (v for v in (value if isinstance(value, list) else [value]) if v not in values)

    def _identify(self, entity_id: str, identifier: Identifier) -> None:
        """Say which page of a register is about it, or which number it has where there is none."""
        form, term = ("URL", "sameAs") if identifier.url else ("PropertyValue", "identifier")
        self._add(entity_id, term, dict(forms(identifier))[form])

    def _state(self, statement: Statement[Any]) -> bool:
        """Add a fact, and tell whether schema.org can say it."""
        value = statement.value
        term = statement.prop.mappings.get("schema", "")
        term = OF_OFFERS.get(term, term)
        by_page = isinstance(value, Identifier) and bool(value.url)
        if by_page:
            self._identify(statement.subject, value)
        if term not in TERMS:
            return by_page
        target = _other_end(value)
        if target is not None:
            return self._link(statement, term, target)
        return self._describe(statement.subject, term, value) or by_page

    def _describe(self, subject: str, term: str, value: Any) -> bool:
        domain, range_ = TERMS[term]
        kind = fits(self._types[subject], domain)
        form = next((form for type_, form in forms(value) if type_ in range_.split()), None)
        if kind is None or form is None:
            return False
        self._types[subject] = kind
        self._add(subject, term, form)
        return True

    def _link(self, statement: Statement[Any], term: str, target: str) -> bool:
        subject, (domain, range_) = statement.subject, TERMS[term]
        if target not in self.entities or target == subject:
            return False
        written = _reference(target)
        kind, other = fits(self._types[subject], domain), fits(self._types[target], range_)
        if other is None and "Offer" in range_.split() and is_a(self._types[target], "Product"):
            other = self._types[target]
            written = {"@type": "Offer", "itemOffered": written}
        if kind is None or other is None:
            return False
        self._types |= {subject: kind, target: other}
        self._links[subject].append(target)
        if isinstance(statement.value, Position):
            self._add(subject, term, _role(statement, term, written))
            return True
        self._add(subject, term, written)
        if term in INVERSES:
            self._links[target].append(subject)
            self._add(target, INVERSES[term], _reference(subject))
        return True


def _reference(entity_id: str) -> dict[str, Any]:
    """Return the id of an entity's node, which is the anchor that the company's page gives it."""
    return {"@id": f"#entity-{entity_id}"}


def _other_end(value: Any) -> str | None:
    """Return the id of the entity that a value names."""
    if isinstance(value, EntityId):
        return str(value)
    if isinstance(value, Position):
        return str(value.holder)
    return str(value.party) if isinstance(value, Ownership) else None


def _role(statement: Statement[Position], term: str, holder: dict[str, Any]) -> dict[str, Any]:
    """Return an office with its title and start around its holder, where these are known."""
    title = statement.value.role
    start = exact_date(statement.valid.start) if statement.valid else None
    known: dict[str, Any] = {}
    if title is not None:
        texts = [tagged(text, language) for language, text in title.items()]
        known["roleName"] = texts if len(texts) > 1 else texts[0]
    if start is not None:
        known["startDate"] = start
    return {"@type": "OrganizationRole", **known, term: holder} if known else holder
