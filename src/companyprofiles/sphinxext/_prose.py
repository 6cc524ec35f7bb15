"""What the roles and directives of a page of prose share: one context for each company."""

from __future__ import annotations

from typing import Any, cast

from docutils import nodes
from sphinx.environment import BuildEnvironment

from companyprofiles._format import language_tag
from companyprofiles._profile import Profile
from companyprofiles._wording import Wording
from companyprofiles.sphinxext._citations import LooseCitations
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._pictures import Pictures

__all__ = ["contexts", "finished", "is_prose", "prose_context"]

KEY = "companyprofiles"
"""Name of the contexts among what Sphinx keeps while it reads one document."""


def contexts(env: BuildEnvironment) -> dict[str, PageContext]:
    """Return the contexts of the document that is being read, by company."""
    return cast("dict[str, PageContext]", env.temp_data.setdefault(KEY, {}))


def is_prose(env: BuildEnvironment) -> bool:
    """Tell whether the document that is being read refers to companies."""
    return KEY in env.temp_data


def prose_context(profile: Profile, env: BuildEnvironment) -> PageContext:
    """Return the context of a company on a page that refers to it, and is not its place."""
    known = contexts(env)
    if profile.id not in known:
        language, prefix = language_tag(env.config.language), f"{profile.id}-"
        known[profile.id] = PageContext(
            profile=profile,
            language=language,
            docname=env.docname,
            prefix=prefix,
            complete=False,
            places=False,
            pictures=Pictures(env),
            citations=LooseCitations(profile, Wording.of(profile, language), prefix),
        )
    return known[profile.id]


def finished(context: PageContext, *shown: nodes.Node, **attributes: Any) -> nodes.inline:
    """Return inline nodes as one, whose links lead to where each thing has its place."""
    whole = nodes.inline("", "", *shown, **attributes)
    context.finish()
    # A value is not changed by typography.
    whole["support_smartquotes"] = False
    return whole
