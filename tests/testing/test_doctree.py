"""A section by itself: in the language that was asked for, whatever was shown before."""

import pytest
from sphinx import locale

from companyprofiles._catalog import installed
from companyprofiles._messages import CATALOG, CATALOG_FOLDER
from companyprofiles.testing import full_profile, section_doctree


@pytest.fixture(scope="module")
def section():
    return next(section for section in installed().host.sections() if section.name == "sources")


@pytest.mark.parametrize("before", ["en", "zh"])
@pytest.mark.parametrize(
    "language, kind", [("en", "Press."), ("zh-Hans", "新闻媒体"), ("nl", "Press.")]
)
def test_words_are_in_the_language_that_was_asked_for(section, before, language, kind):
    locale.init([CATALOG_FOLDER], before, CATALOG)

    shown = section_doctree(section, full_profile(), language=language)

    assert kind in shown.astext()
    kept = locale.get_translator(CATALOG).gettext("press")
    assert kept == {"en": "press", "zh": "新闻媒体"}[before]
