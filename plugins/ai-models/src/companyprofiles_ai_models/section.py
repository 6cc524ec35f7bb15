"""The section "Models" of a company's page: sizes, scores and prices of each model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docutils import nodes

from companyprofiles import Number, Profile, Property, Statement
from companyprofiles.sphinxext import PageContext, chart_figure, fact_table, figure_table
from companyprofiles_ai_models.properties import (
    ACTIVE_PARAMETERS,
    BENCHMARK_SCORE,
    CONTEXT_LENGTH,
    PARAMETERS,
    PROPERTIES,
    TOKEN_PRICE,
    TRAINING_TOKENS,
)

__all__ = ["render"]

FIGURES: Sequence[Sequence[Property[Any]]] = (
    (PARAMETERS, ACTIVE_PARAMETERS, TRAINING_TOKENS, CONTEXT_LENGTH),
    (BENCHMARK_SCORE,),
    (TOKEN_PRICE,),
)
"""The figures that share a table."""


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show how models grew, then each in a part of its own, in the profile's order of entities."""
    # A profile's own property of the same name is another one.
    ours = [prop for prop in PROPERTIES if prop not in profile.properties]
    about: dict[str, list[Statement[Any]]] = {entity.id: [] for entity in profile.entities}
    for statement in profile.statements:
        if statement.prop in ours:
            about[statement.subject].append(statement)
    sizes = [s for found in about.values() for s in found if s.prop == PARAMETERS]
    models = [_model(model, found, context) for model, found in about.items() if found]
    return [*chart_figure(context, sizes), *models]


def _model(model: str, statements: list[Statement[Any]], context: PageContext) -> nodes.section:
    name = context.name(model)
    part = nodes.section("", ids=[context.anchor("model", model)])
    part += nodes.title("", name, translatable=False)
    if all(statement.prop in PROPERTIES for statement in context.profile.of(model)):
        # No other section has a part on it: links to it lead here.
        part["ids"] += [key for place in context.entity_anchor(model) for key in place["ids"]]
    facts = [s for s in statements if not issubclass(s.prop.value_type, Number)]
    if facts:
        part += fact_table(context, name, facts)
    for props in FIGURES:
        figures = [s for prop in props for s in statements if s.prop == prop]
        if figures:
            stated = dict.fromkeys(s.prop for s in figures)
            names = ", ".join(map(context.property_name, stated))
            part += figure_table(context, f"{name}: {names}", figures)
    return part
