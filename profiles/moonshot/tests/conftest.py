"""The profile as it is installed, and the page that Sphinx makes of it."""

import re

import pytest

import companyprofiles

ANCHOR = re.compile(r'\bid="statement-([a-z0-9-]+)"')


@pytest.fixture(scope="module")
def moonshot():
    return companyprofiles.get("moonshot")


@pytest.fixture(scope="module")
def alibaba():
    """The profile of the largest investor, where it is installed too."""
    pytest.importorskip("companyprofiles_alibaba")
    return companyprofiles.get("alibaba")


@pytest.fixture(scope="session")
def anchors(tmp_path_factory):
    """Keys of the statements that have an anchor on the built page, in the order of the page."""
    application = pytest.importorskip("sphinx.application")
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    folder = tmp_path_factory.mktemp("site")
    (folder / "index.rst").write_text("Site\n====\n\n.. toctree::\n\n   companies/index\n", "utf-8")
    settings = {
        "extensions": ["companyprofiles.sphinxext"],
        "companyprofiles_pages": ["moonshot"],
        "html_theme": "basic",
    }
    with patch_docutils(), docutils_namespace():
        app = application.Sphinx(
            srcdir=folder,
            confdir=None,
            outdir=folder / "html",
            doctreedir=folder / "doctrees",
            buildername="html",
            confoverrides=settings,
            status=None,
            warningiserror=True,
        )
        app.build()
    return ANCHOR.findall((folder / "html" / "companies" / "moonshot.html").read_text("utf-8"))
