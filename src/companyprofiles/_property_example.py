"""The lines of a data file that state a property, made from its definition."""

from __future__ import annotations

from typing import Any

from companyprofiles._identifiers import SCHEMES
from companyprofiles._numbers import Quantity
from companyprofiles._property import Property, Time, Topic, type_name
from companyprofiles._values import Address, Listing, Ownership, Position

__all__ = ["THINGS", "example"]

VALUES = {
    "text": '{ en = "…", zh = "…" }',
    "language-map": '{ en = "…", zh = "…" }',
    "date": '"1999-04"',
    "quantity": '"3"',
    "money": '"941168E6 CNY"',
    "share": '"~36 %"',
    "identifier": '"{scheme}:{id}"',
    "entity": '"beta"',
    "url": '"https://acme.example/"',
    "position": '{ holder = "ann-lee", role = { en = "…" } }',
    "listing": '{ exchange = "XNYS", ticker = "ACME", currency = "USD" }',
    "ownership": '{ party = "beta", share = "~36 %" }',
    "address": '{ country = "CN", city = "Hangzhou", lines = ["…"] }',
}
"""A value of each type, of companies that there are not."""

ENTITIES = {
    "founder": "ann-lee",
    "headquarters": "hangzhou",
    "jurisdiction": "china",
    "product": "rocket",
}
"""Values of properties that an organisation would not make sense for."""

SUBJECTS = {
    "educated_at": "ann-lee",
    "employer": "ann-lee",
    "product": "",
    Topic.PRODUCTS: "rocket",
    Topic.EVENTS: "series-a",
}
"""What properties or topics are usually of, where that is not the company itself."""

PERIODS = {
    Time.INSTANT: "2024-03-31",
    Time.DURATION: "2023-04-01/2024-03-31",
    Time.STATE: "2015-05/..",
}

THINGS = """\
[[entities]]
id = "beta"
kind = "legal_entity"
name.en = "Beta"

[[entities]]
id = "ann-lee"
kind = "person"
name.en = "Ann Lee"

[[entities]]
id = "rocket"
kind = "product"
name.en = "Rocket"

[[entities]]
id = "series-a"
kind = "event"
name.en = "Series A"

[[entities]]
id = "hangzhou"
kind = "place"
name.en = "Hangzhou"

[[entities]]
id = "china"
kind = "place"
name.en = "China"

[[sources]]
id = "annual-report"
title.en = "Annual report"
kind = "self_declaration"
"""
"""What the examples name, as a profile defines it."""

DATED_STATES = (Position, Ownership, Listing, Address)
"""States that have a beginning and an end, unlike most."""


def example(prop: Property[Any]) -> str:
    """Return a statement of a property as an author writes it, in TOML.

    Sources and entities are called by the ids of :data:`THINGS`; a name or a wording is left open
    with "…".
    """
    lines = [f"[[{prop.name}]]"]
    if subject := SUBJECTS.get(prop.name, SUBJECTS.get(prop.topic, "")):
        lines.append(f'subject = "{subject}"')
    lines.append(f"value = {_value(prop)}")
    if prop.requires_valid or prop.time is not Time.STATE or prop.value_type in DATED_STATES:
        lines.append(f'valid = "{PERIODS[prop.time]}"')
    if prop.dimensions:
        lines.append(f'dimensions = {{ {prop.dimensions[0]} = "…" }}')
    lines.append('references = [{ source = "annual-report", locator = "p. 88" }]')
    return "\n".join(lines)


def _value(prop: Property[Any]) -> str:
    if prop.value_type is Quantity and prop.unit:
        return f'">45E6 {prop.unit}"'
    if prop.name in ENTITIES:
        return f'"{ENTITIES[prop.name]}"'
    if prop.scheme in SCHEMES:
        return f'"{SCHEMES[prop.scheme].example}"'
    lei = SCHEMES["lei"]
    return VALUES[type_name(prop)].replace("{scheme}:{id}", f"{lei.name}:{lei.example}")
