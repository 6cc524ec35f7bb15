"""The same site in several languages: from each page to the same page in the others.

Each language is a build of its own. What a page shows of companies is in its language; documents
that nobody translated say so.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import attrs
from babel import Locale
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.osutil import relative_uri

from companyprofiles.sphinxext._events import STYLE
from companyprofiles.sphinxext._words import _

__all__ = ["Edition", "add_languages", "add_templates"]

TEMPLATES = Path(__file__).with_name("templates")


@attrs.frozen
class Edition:
    """A page in one of the languages of the site."""

    tag: str
    """Tag of the language, such as ``zh-CN``."""
    name: str
    """What the language calls itself."""
    address: str
    """Address of the page, relative to the one that is shown."""
    is_current: bool
    """Whether it is the page that is shown."""


def add_templates(app: Sphinx, config: Config) -> None:
    """Let the site use the extension's template ``companyprofiles-languages.html``."""
    config.templates_path = [*config.templates_path, str(TEMPLATES)]


def add_languages(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add links to the other languages, and say where a document is not in the site's."""
    if app.config.companyprofiles_languages:
        found = editions(app, pagename)
        app.add_css_file(STYLE)
        context |= {"companyprofiles_editions": found, "languages_label": _("Languages")}
        tags = "".join(f"\n{tag}" for tag in _tags(app, pagename, found))
        # Pages that are no documents, such as the index of terms, have none of their own.
        context["metatags"] = context.get("metatags", "") + tags
    if doctree is not None and _is_prose(app, pagename):
        context["body"] = _with_note(context["body"], doctree, app.config)


def editions(app: Sphinx, pagename: str) -> list[Edition]:
    """Return a page in every language of the site, in the order of the configuration."""
    folders: Mapping[str, str] = app.config.companyprofiles_languages
    names = _names(folders)
    page = app.builder.get_target_uri(pagename)
    here = posixpath.join(folders[app.config.language], page)
    return [
        Edition(
            tag=language.replace("_", "-"),
            name=names[language],
            address=relative_uri(here, posixpath.join(folder, page)),
            is_current=language == app.config.language,
        )
        for language, folder in folders.items()
    ]


def _names(languages: Mapping[str, str]) -> dict[str, str]:
    """Return what each language calls itself, in full where two are called alike."""
    locales = {language: Locale.parse(language) for language in languages}
    short = [locale.language_name or "" for locale in locales.values()]
    return {
        language: name
        if (name := locale.language_name or language) and short.count(name) == 1
        else locale.get_display_name() or language
        for language, locale in locales.items()
    }


def _tags(app: Sphinx, pagename: str, found: list[Edition]) -> list[str]:
    """Return what tells search engines of the languages; they want whole addresses."""
    folders: Mapping[str, str] = app.config.companyprofiles_languages
    site: str = app.config.html_baseurl
    own, page = folders[app.config.language], app.builder.get_target_uri(pagename)
    if site:
        here = posixpath.join(site, page)
        addresses = [posixpath.join(_root(site, own), f, page) for f in folders.values()]
    else:
        # The address of the page itself, relative to it, is empty, which HTML does not take.
        own_address = posixpath.basename(page) or "./"
        here, addresses = "", [edition.address or own_address for edition in found]
    tags = [(edition.tag, address) for edition, address in zip(found, addresses, strict=True)]
    if here:
        tags.append(("x-default", addresses[0]))
    return [
        f'<link rel="alternate" hreflang="{escape(tag)}" href="{escape(address)}">'
        for tag, address in tags
    ]


def _root(site: str, folder: str) -> str:
    """Return the address that all languages are below."""
    return site.rstrip("/").removesuffix(folder.strip("/")).rstrip("/") + "/"


def _is_prose(app: Sphinx, pagename: str) -> bool:
    """Tell whether a page was written in another language than the site's."""
    written = app.config.companyprofiles_prose_language
    ours = getattr(app.project, "virtual_documents", {})
    return bool(written) and written != app.config.language and pagename not in ours


def _with_note(body: str, doctree: nodes.document, config: Config) -> str:
    """Return a page's content, with a note where it is not, or not wholly, translated."""
    progress: dict[str, int] = doctree.get("translation_progress", {})
    done, all_ = progress.get("translated", 0), progress.get("total", 0)
    if done and done == all_:
        return body
    language = config.companyprofiles_prose_language
    if done:
        note = _("Parts of this page are not translated yet.")
    else:
        note = _("This page is not translated yet.")
        body = f'<div lang="{escape(language.replace("_", "-"))}">\n{body}\n</div>'
    return f'<div class="admonition note cp-untranslated"><p>{escape(note)}</p></div>\n{body}'
