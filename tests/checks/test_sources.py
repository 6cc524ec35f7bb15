"""Sources that count, references that can be, and names in every language."""

import pytest

from companyprofiles import Entity, Property, Reference, Source
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.sources import document_twice, mirror_alone, translation_missing
from companyprofiles.vocabulary import CLAIM, INCEPTION
from tests.samples import profile, statement

MIRROR = Source("repost", title={"en": "Repost"}, kind="third_party", mirror=True)
ORIGINAL = Source("report", title={"en": "Report"}, kind="press")
REASON = {"en": "Wrong.", "zh": "有误。"}


def founded(*sources, **fields):
    references = tuple(Reference(source) for source in sources)
    return statement(INCEPTION, "1999", references=references, key="founded", **fields)


def findings(check, *statements, **fields):
    acme = profile(*statements, sources=(MIRROR, ORIGINAL), **fields)
    return [
        (getattr(f.about, "anchor", None) or f.about.id, f.path, f.message)
        for f in check(acme, CheckContext(acme))
    ]


@pytest.mark.parametrize("sources", [["report"], ["repost", "report"]])
def test_a_statement_with_an_original_source_is_good(sources):
    assert findings(mirror_alone, founded(*sources)) == []


def test_a_mirror_alone_is_found():
    message = "rests on mirrors alone (repost, repost). Name the original, or another source."

    assert findings(mirror_alone, founded("repost", "repost")) == [
        ("founded", "references", message)
    ]


def test_a_deprecated_statement_may_rest_on_a_mirror():
    assert findings(mirror_alone, founded("repost", rank="deprecated", because=REASON)) == []


def test_properties_of_a_profile_s_own_are_checked_too():
    size = Property("size", "quantity", label={"en": "Size"}, description={"en": "How large."})
    stated = statement(size, "5", references=(Reference("repost"),), key="size")

    assert [who for who, *_ in findings(mirror_alone, stated, properties=(size,))] == ["size"]


def test_a_missing_translation_is_found():
    found = findings(
        translation_missing,
        founded("report", rank="deprecated", because={"en": "Wrong."}, note={"zh": "注"}),
        languages=("en", "zh"),
        entities=(
            Entity("acme", "group", name={"en": "Acme", "zh": "顶点"}),
            Entity("ann-lee", "person", name={"de": "Ann Lee"}),
        ),
    )

    assert found == [
        ("ann-lee", "name", "is not given in en, zh. Add the translation."),
        ("founded", "because", "is not given in zh. Add the translation."),
        ("founded", "note", "is not given in en. Add the translation."),
    ]


def test_what_is_given_in_every_language_or_not_at_all_misses_none():
    told = founded("report", note={"en": "Note.", "zh": "注"})
    untold = statement(CLAIM, {"en": "It flies."})
    names = {"en": "Acme", "zh": "顶点"}
    entities = (Entity("acme", "group", name=names),)

    assert (
        findings(translation_missing, told, untold, languages=("en", "zh"), entities=entities) == []
    )


def test_a_profile_that_says_no_languages_misses_none():
    assert findings(translation_missing, founded("report", note={"zh": "注"})) == []


NEWS = {"title": {"en": "News"}, "kind": "press"}


@pytest.mark.parametrize(
    "one, other",
    [
        ({"url": "https://news.example/a"}, {"url": "http://www.news.example/a/"}),
        ({"sha256": "0" * 64}, {"sha256": "0" * 64, "url": "https://other.example/"}),
    ],
)
def test_a_document_that_is_listed_twice_is_found(one, other):
    acme = profile(sources=(Source("one", **NEWS, **one), Source("other", **NEWS, **other)))
    (finding,) = document_twice(acme, CheckContext(acme))

    assert finding.about.id == "other"
    assert (
        finding.message == "is the same document as one, by its address or its hash. List it once."
    )


@pytest.mark.parametrize(
    "one, other",
    [
        ({}, {}),
        ({"url": "https://news.example/a"}, {"url": "https://news.example/b"}),
        ({"sha256": "0" * 64}, {"sha256": "1" * 64}),
    ],
)
def test_documents_that_may_differ_are_not_found(one, other):
    acme = profile(sources=(Source("one", **NEWS, **one), Source("other", **NEWS, **other)))

    assert list(document_twice(acme, CheckContext(acme))) == []
