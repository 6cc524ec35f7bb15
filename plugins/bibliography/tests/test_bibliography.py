"""Bibliographies: what their entries say, read back by other programs."""

import codecs
import json
import re
from collections.abc import Iterable
from importlib.resources import files

import citeproc
import jsonschema
import latexcodec  # noqa: F401, makes the codec known
import pytest
from citeproc.source.json import CiteProcJSON
from companyprofiles_bibliography.bibtex import export as bibtex
from companyprofiles_bibliography.csl import export as csl_json
from lxml import etree
from pybtex.database import BibliographyData, parse_string
from pybtex.plugin import find_plugin

import companyprofiles
from companyprofiles import Profile
from companyprofiles.testing import PluginContract
from tests.contracts import ExporterContract
from tests.samples import write

HEADER = """
[profile]
id = "acme"
subject = "acme"

[[entities]]
id = "acme"
kind = "legal_entity"
name.en = "Acme"

[[alias]]
value.en = "Acme"
references = [{ source = "it", retrieved = "2024-06-02" }, { source = "it" }]

[[alias]]
value.en = "ACME"
references = [{ source = "it", retrieved = "2024-06-01" }]
"""

FILING = """
id = "it"
title.en = "Form 20-F: 5 % of $1 & more #1_a"
kind = "regulatory_filing"
publisher = "Acme Inc."
published = "2024-05-23"
url = "https://acme.example/a_b?c=%20d&e~f#g"
archive_url = "https://archive.example/2024_a"
lang = "en"
"""

PRESS = """
id = "it"
title = { en = "Our description", zh = "阿里云发布会" }
kind = "press"
publisher = "报纸"
author = "Ann Lee and others"
published = "2024-05~"
lang = "zh"
"""

PAGE = """
id = "it"
title.en = "Page"
kind = "self_declaration"
publisher = "Acme Inc."
url = "https://acme.example/"
mirror = true
"""


@pytest.fixture
def read(tmp_path):
    def read(source: str, **changes: str) -> Profile:
        """Read the company with one source, of which some keys may be changed."""
        for key, value in changes.items():
            source = re.sub(rf"(?m)^{key} = .*\n", "", source) + f"{key} = {value}\n"
        return companyprofiles.load(write(tmp_path, f"{HEADER}\n[[sources]]{source}"))

    return read


def parse(content: str) -> BibliographyData:
    return parse_string(content, "bibtex")


def decoded(field: str) -> str:
    """Return what LaTeX shows of a field."""
    for name, sign in {
        "textbraceleft": "\x01",
        "textbraceright": "\x02",
        "textbackslash": "\x03",
        "textasciitilde": "\x04",
        "textasciicircum": "\x05",
    }.items():
        field = field.replace(f"\\{name}{{}}", sign)
    field = re.sub(r"\\([#$%&_])", r"\1", field).replace("{", "").replace("}", "")
    return field.translate(dict(zip(range(1, 6), "{}\\~^", strict=True)))


def only(profile: Profile):
    """Return the one entry of a BibTeX file."""
    (found,) = parse(bibtex(profile)).entries.values()
    return found


def item(profile: Profile) -> dict:
    (found,) = json.loads(csl_json(profile))
    return found


def words(text: str) -> str:
    """Return a text as BibTeX sees it, for which one blank is like many."""
    return " ".join(text.split())


class TestBibtex(ExporterContract):
    plugin = "companyprofiles_bibliography"
    name = "bibtex"

    def read(self, content: bytes) -> None:
        entries = parse(content.decode()).entries
        style = find_plugin("pybtex.style.formatting", "unsrt")()
        backend = find_plugin("pybtex.backends", "plaintext")()
        for formatted in style.format_entries(entries.values()):
            assert formatted.text.render(backend)

    def check(self, profile: Profile) -> bytes:
        content = super().check(profile)
        entries = parse(content.decode()).entries
        for source in profile.sources:
            found = entries.get(f"{profile.id}:{source.id}")
            if found is not None:
                shown = words(decoded(found.fields["title"]))
                assert shown in map(words, source.title.values())
                assert found.fields.get("url") == source.url
        return content


class TestCslJson(ExporterContract):
    plugin = "companyprofiles_bibliography"
    name = "csl-json"

    def read(self, content: bytes) -> None:
        jsonschema.validate(json.loads(content), SCHEMA)


def defined(name: str) -> list[str]:
    """Return the words that the Citation Style Language itself has for something."""
    text = files(citeproc).joinpath("data/schema/schemas/styles/csl.rng").read_bytes()
    namespace = {"rng": "http://relaxng.org/ns/structure/1.0"}
    path = f"//rng:define[@name='{name}']//rng:value/text()"
    return [str(value) for value in etree.fromstring(text).xpath(path, namespaces=namespace)]


def each(names: Iterable[str], schema: dict) -> dict:
    return dict.fromkeys(names, schema)


NUMBERS = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
A_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": NUMBERS, "minItems": 1, "maxItems": 2},
        "season": {"enum": [1, 2, 3, 4]},
        "circa": {"type": "boolean"},
        "literal": {"type": "string"},
    },
    "minProperties": 1,
    "additionalProperties": False,
}
NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"literal": {"type": "string"}},
        "required": ["literal"],
        "additionalProperties": False,
    },
}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": defined("item-types")},
            **each(defined("variables.strings"), {"type": "string"}),
            **each(defined("variables.titles"), {"type": "string"}),
            **each(defined("variables.dates"), A_DATE),
            **each(defined("variables.names"), NAMES),
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}
"""What an item may have: the types and variables of the Citation Style Language itself."""


# BibTeX.


def test_a_filing_is_a_report_with_all_that_is_known(read):
    found = only(read(FILING))

    assert found.key == "acme:it"
    assert found.type == "techreport"
    assert dict(found.fields) == {
        "title": r"{Form 20-F: 5 \% of \$1 \& more \#1\_a}",
        "institution": "{Acme Inc.}",
        "type": "Regulatory filing",
        "date": "2024-05-23",
        "year": "2024",
        "url": "https://acme.example/a_b?c=%20d&e~f#g",
        "urldate": "2024-06-02",
        "note": r"Archived copy: https://archive.example/2024\_a",
        "langid": "english",
        "keywords": "regulatory filing",
        "annote": "Cited by 2 statements of the company profile acme.",
    }
    assert [str(person) for person in found.persons["author"]] == ["{Acme Inc.}"]


def test_an_article_keeps_its_chinese_title_and_its_author_as_written(read):
    found = only(read(PRESS))

    assert found.type == "article"
    assert found.fields["title"] == "{阿里云发布会}"
    assert found.fields["langid"] == "chinese"
    assert found.fields["journal"] == "{报纸}"
    assert found.fields["date"] == "2024-05~"
    assert [str(person) for person in found.persons["author"]] == ["{Ann Lee and others}"]


@pytest.mark.parametrize(
    "source, changes, type_",
    [
        (PAGE, {}, "online"),
        (PAGE, {"kind": '"third_party"'}, "online"),
        (PAGE, {"url": '"https://acme.example/"', "kind": '"court"'}, "online"),
        (PRESS, {"kind": '"official_register"'}, "misc"),
        (PRESS, {"kind": '"primary_research"'}, "misc"),
        (PRESS, {"published": '"202X"'}, "misc"),
        (FILING, {"published": '"[2023..2024]"'}, "online"),
    ],
)
def test_the_type_is_that_of_the_kind_where_its_fields_are_there(read, source, changes, type_):
    assert only(read(source, **changes)).type == type_


def test_a_page_names_its_publisher_for_both_programs(read):
    fields = only(read(PAGE)).fields

    assert fields["organization"] == fields["howpublished"] == "{Acme Inc.}"
    assert fields["annote"].endswith("A copy of somebody else's publication.")


@pytest.mark.parametrize(
    "published, date, year",
    [
        ("2024", "2024", "2024"),
        ("2024?", "2024?", "2024"),
        ("2024-21", "2024-21", "2024"),
        ("202X", "202X", None),
        ("2024-33", None, "2024"),
        ("[2024-01..2024-04]", None, "2024"),
        ("[2023..2024]", None, None),
        ("0050", "0050", "0050"),
    ],
)
def test_a_date_is_written_as_finely_as_the_program_can_read_it(read, published, date, year):
    fields = only(read(PAGE, published=f'"{published}"')).fields

    assert (fields.get("date"), fields.get("year")) == (date, year)


@pytest.mark.parametrize("text", ["}{", "\\", "a\\%b{", "{{{", "% \\end{document}", "~^_#$&"])
def test_no_text_breaks_the_file(read, text):
    found = only(read(PAGE, author=f"'{text}'", publisher=f"'{text}'"))

    assert decoded(found.fields["howpublished"]) == text
    assert found.fields["url"] == "https://acme.example/"


def test_a_parser_of_latex_reads_the_same(read):
    title = only(read(FILING)).fields["title"]

    assert codecs.decode(title, "ulatex") == "{Form 20-F: 5 % of \\$1 & more #1_a}"


# CSL-JSON.


def test_an_item_has_all_that_is_known(read):
    assert item(read(FILING)) == {
        "id": "acme:it",
        "type": "report",
        "title": "Form 20-F: 5 % of $1 & more #1_a",
        "publisher": "Acme Inc.",
        "issued": {"date-parts": [[2024, 5, 23]]},
        "accessed": {"date-parts": [[2024, 6, 2]]},
        "URL": "https://acme.example/a_b?c=%20d&e~f#g",
        "archive": "archive.example",
        "archive_location": "https://archive.example/2024_a",
        "language": "en",
        "keyword": "regulatory filing",
        "annote": "Cited by 2 statements of the company profile acme.",
    }


def test_a_newspaper_contains_its_article(read):
    found = item(read(PRESS))

    assert found["type"] == "article-newspaper"
    assert found["container-title"] == "报纸"
    assert found["title"] == "阿里云发布会"
    assert found["author"] == [{"literal": "Ann Lee and others"}]
    assert found["issued"] == {"date-parts": [[2024, 5]], "circa": True}


@pytest.mark.parametrize(
    "published, issued",
    [
        ("2024", {"date-parts": [[2024]]}),
        ("2024-02", {"date-parts": [[2024, 2]]}),
        ("2024-22", {"date-parts": [[2024]], "season": 2}),
        ("202X", {"literal": "202X"}),
        ("2024-33", {"literal": "2024-33"}),
        ("[..2024]", {"literal": "[..2024]"}),
    ],
)
def test_a_date_is_as_fine_as_it_is_known(read, published, issued):
    assert item(read(PAGE, published=f'"{published}"'))["issued"] == issued


@pytest.mark.parametrize(
    "kind, type_", [("court", "legal_case"), ("primary_research", "article"), ("press", None)]
)
def test_the_type_is_that_of_the_kind(read, kind, type_):
    found = item(read(PAGE, kind=f'"{kind}"'))

    assert found["type"] == (type_ or "article-newspaper")


def test_a_processor_makes_a_bibliography_of_it(read):
    source = CiteProcJSON(json.loads(csl_json(read(FILING))))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    bibliography.register(citeproc.Citation([citeproc.CitationItem("acme:it")]))
    shown = "".join(map(str, bibliography.bibliography()))

    assert "Form 20-F: 5 % of $1 & more #1_a" in shown
    assert "2024" in shown
    assert "https://acme.example/a_b?c=%20d&e~f#g" in shown


# Both.


def test_every_source_of_an_installed_company_has_an_entry_of_its_own():
    profile = companyprofiles.get("alibaba")
    keys = [f"alibaba:{source.id}" for source in profile.sources]

    assert list(parse(bibtex(profile)).entries) == keys
    assert [found["id"] for found in json.loads(csl_json(profile))] == keys


def test_a_source_is_cited_by_statements_and_by_what_is_told_of_coverage(read):
    more = """
    [[sources]]
    id = "searched"
    title.en = "Searched"
    kind = "press"

    [[sources]]
    id = "unused"
    title.en = "Unused"
    kind = "press"

    [[coverage]]
    prop = "alias"
    looked_in = ["searched"]
    """
    profile = read(PAGE + more)

    assert list(parse(bibtex(profile)).entries) == ["acme:it", "acme:searched"]
    assert [found["annote"] for found in json.loads(csl_json(profile))] == [
        "Cited by 2 statements of the company profile acme. A copy of somebody else's publication.",
        "Cited by 0 statements of the company profile acme.",
    ]


class TestPlugin(PluginContract):
    plugin = "companyprofiles_bibliography"
