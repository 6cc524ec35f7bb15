"""What companyprofiles needs to tell of AI models: properties, and a section of pages."""

from __future__ import annotations

from companyprofiles.hookspecs import Section, Vocabulary, hookimpl

__all__ = ["COMPANYPROFILES_API", "companyprofiles_sections", "companyprofiles_vocabulary"]

COMPANYPROFILES_API = 1
"""The contract of hooks that this plugin was made for."""


@hookimpl
def companyprofiles_vocabulary() -> list[Vocabulary]:
    """Offer the properties of models."""
    return [
        Vocabulary(
            "ai-models",
            summary="How large an AI model is, what it takes, scores and costs",
            properties="companyprofiles_ai_models.properties:PROPERTIES",
        )
    ]


@hookimpl
def companyprofiles_sections() -> list[Section]:
    """Offer a section on models, which stands before the one on products."""
    return [
        Section(
            "models",
            title={"en": "Models", "zh": "模型"},
            order=35,
            render="companyprofiles_ai_models.section:render",
        )
    ]
