"""The Sphinx extension: pages of companies in any Sphinx site.

Add it to ``conf.py``, and say which companies get a page::

    extensions = ["companyprofiles.sphinxext"]
    companyprofiles_pages = "all"

Pages can then show companies with the directive ``company:profile`` and link to what they show by
roles, as in ``:company:entity:`alibaba/m6```. Other directives make a reference of properties,
checks and formats from the code of the core and of installed plugins.

A plugin adds a section to every page with the hook ``companyprofiles_sections``; its ``render`` is
given the profile and a :class:`PageContext`, and returns docutils nodes: its own, or what
:func:`fact_table`, :func:`figure_table`, :func:`chart_figure`, :func:`table`, :func:`paragraph` and
:func:`detail` make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companyprofiles._wording import Wording
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._figures import chart_figure
from companyprofiles.sphinxext._nodes import detail, paragraph, table
from companyprofiles.sphinxext._tables import fact_table, figure_table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = [
    "PageContext",
    "Wording",
    "chart_figure",
    "detail",
    "fact_table",
    "figure_table",
    "paragraph",
    "setup",
    "table",
]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx."""
    from functools import partial
    from time import perf_counter

    from companyprofiles.sphinxext import (
        _config,
        _domain,
        _events,
        _exports,
        _fact_place,
        _feed,
        _figure_nodes,
        _head,
        _languages,
        _latex,
        _llms_txt,
        _nodes,
        _page_sources,
        _page_tools,
        _parser,
        _pictures,
        _plain_tables,
        _source_links,
        _stubs,
        _summary,
        _totals,
        _words,
    )

    for name, (default, types) in _config.VALUES.items():
        app.add_config_value(name, default, "env", types)
    _words.add_catalogs(app)
    app.add_domain(_domain.CompanyDomain)
    app.add_source_suffix(_stubs.SUFFIX, "companyprofile")
    app.add_source_parser(_parser.StubParser)
    app.add_node(_source_links.source_links, html=(_source_links.visit_source_links, None))
    app.add_node(_source_links.back_links, html=(_source_links.visit_back_links, None))
    app.add_node(
        _nodes.isolated_words,
        html=(_nodes.visit_isolated_words, _nodes.depart_isolated_words),
    )
    app.add_node(_nodes.column_name, html=(_nodes.visit_column_name, None))
    app.add_node(_nodes.data_table)  # known to builders as the table that it is
    _figure_nodes.add_nodes(app)
    app.add_node(_page_tools.page_tools, html=(_page_tools.visit_page_tools, None))
    app.add_node(
        _fact_place.fact_place,
        html=(_fact_place.visit_fact_place, None),
        latex=(_fact_place.visit_fact_place_latex, None),
    )
    app.add_post_transform(_events.DocumentsByTitle)
    app.add_post_transform(_events.SourcesUnchecked)
    app.add_post_transform(_plain_tables.TablesAsLists)
    app.add_post_transform(_events.KeywordsUntranslated)
    app.connect("config-inited", _config.check_config)
    app.connect("config-inited", _languages.add_templates)
    app.connect("config-inited", _latex.prepare_latex)
    # After sphinx-mounts, which changes the project at 500.
    app.connect("builder-inited", _events.prepare, priority=900)
    app.connect("env-get-outdated", _events.outdated)
    # Before Sphinx takes headings into its menus.
    app.connect("doctree-read", _page_sources.number, priority=400)
    app.connect("env-updated", _pictures.draw_missing)
    app.connect("doctree-read", _head.keep_exports)
    app.connect("html-page-context", _events.add_style)
    app.connect("html-page-context", _head.add_head)
    app.connect("build-finished", _exports.remove_old)
    app.connect("html-page-context", _languages.add_languages)
    app.connect("build-finished", _feed.write_feed)
    app.connect("build-finished", _llms_txt.write_llms_txt)
    app.connect("build-finished", partial(_totals.tell_totals, perf_counter()))
    app.connect("doctree-resolved", _source_links.show_plainly)
    # After all texts are there.
    app.connect("doctree-resolved", _latex.mark_runs, priority=900)
    # After intersphinx, which may know the target in another project.
    app.connect("missing-reference", _domain.keep_text, priority=900)
    app.connect("warn-missing-reference", _domain.warn_of_missing)
    return {
        "version": _summary.version(),
        "env_version": _summary.RENDER_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
