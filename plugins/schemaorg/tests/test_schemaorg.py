"""JSON-LD of schema.org: what is written, what is not, and that the vocabulary allows it."""

import csv
import json
import re
from functools import cache

import pytest
from companyprofiles_schemaorg.document import document, export
from companyprofiles_schemaorg.terms import INVERSES, OF_OFFERS, TERMS, WIDER
from hypothesis import given
from rdflib import Graph, Literal, URIRef

import companyprofiles
from companyprofiles import Profile
from companyprofiles.testing import PluginContract
from tests.contracts import ExporterContract
from tests.samples import write
from tests.strategies import examples, profiles

DATA = """
[profile]
id = "acme"
subject = "acme"
languages = ["en", "zh"]

[[entities]]
id = "acme"
kind = "legal_entity"
name = { en = "Acme", zh = "顶点" }
same_as = ["permid:4295905573", "duns:060704780"]

[[entities]]
id = "acme-cloud"
kind = "unit"
name.en = "Acme Cloud"

[[entities]]
id = "ann-lee"
kind = "person"
name = { en = "Ann Lee", zh = "李安" }

[[entities]]
id = "rocket"
kind = "product"
name.en = "Rocket"

[[entities]]
id = "rocket-2"
kind = "product"
name.en = "Rocket 2"

[[entities]]
id = "town"
kind = "place"
name.en = "Town"

[[entities]]
id = "bystander"
kind = "legal_entity"
name.en = "Bystander"

[[sources]]
id = "report"
title.en = "Annual report"
kind = "regulatory_filing"
publisher = "Acme"
published = "2024-05-23"
url = "https://acme.example/report"
lang = "en"

[[sources]]
id = "paper"
title.zh = "报道"
kind = "press"
published = "2024~"

[[sources]]
id = "unused"
title.en = "Unused"
kind = "press"
"""

REFERENCE = 'references = [{ source = "report" }]'


@pytest.fixture
def read(tmp_path):
    def read(*tables: str) -> Profile:
        """Read the company with some statements, which need no reference to be written out."""
        stated = "\n".join(t if "references" in t else f"{t}\n{REFERENCE}" for t in tables)
        return companyprofiles.load(write(tmp_path, f"{DATA}\n{stated}"))

    return read


def nodes(profile: Profile) -> dict[str, dict]:
    return {node["@id"]: node for node in document(profile)["@graph"]}


def company(profile: Profile) -> dict:
    return nodes(profile)["#entity-acme"]


class TestJsonld(ExporterContract):
    plugin = "companyprofiles_schemaorg"
    name = "jsonld"

    def read(self, content: bytes) -> None:
        read = json.loads(content)
        defined = [node["@id"] for node in read["@graph"]]

        assert b"<" not in content
        assert len(defined) == len(set(defined))
        assert {reference["@id"] for reference in references(read["@graph"])} <= set(defined)


def references(value):
    """Return every reference to a node."""
    if isinstance(value, list):
        return [found for item in value for found in references(item)]
    if not isinstance(value, dict):
        return []
    return [value] if set(value) == {"@id"} else references(list(value.values()))


# What is written.


def test_names_in_every_language(read):
    profile = read(
        '[[official_name]]\nvalue = { en = "Acme Ltd", zh = "顶点有限公司" }',
        '[[short_name]]\nvalue.en = "Acme"',
        '[[alias]]\nvalue.und = "ACME"',
    )

    assert company(profile)["name"] == "Acme"
    assert company(profile)["legalName"] == [
        {"@language": "en", "@value": "Acme Ltd"},
        {"@language": "zh", "@value": "顶点有限公司"},
    ]
    assert company(profile)["alternateName"] == [{"@language": "zh", "@value": "顶点"}, "ACME"]


@pytest.mark.parametrize(
    "table, term, written",
    [
        ('[[inception]]\nvalue = "1999-04"', "foundingDate", "1999-04"),
        ('[[website]]\nvalue = "https://acme.example/"', "url", "https://acme.example/"),
        ('[[uscc]]\nvalue = "91350100M000100Y43"', "taxID", "91350100M000100Y43"),
        ('[[headquarters]]\nvalue = "town"', "location", {"@id": "#entity-town"}),
        (
            '[[employees]]\nvalue = "124320"\nvalid = "2025-03-31"',
            "numberOfEmployees",
            {"@type": "QuantitativeValue", "value": 124320, "unitText": "people"},
        ),
        (
            '[[employees]]\nvalue = "100..2.5E3"\nvalid = "2025-03-31"',
            "numberOfEmployees",
            {
                "@type": "QuantitativeValue",
                "minValue": 100,
                "maxValue": 2500,
                "unitText": "people",
            },
        ),
        (
            (
                '[[business_address]]\nvalue = { country = "CN", city = "Town", region = "R", '
                'postal_code = "1", lines = ["Road 1", "B"] }'
            ),
            "address",
            {
                "@type": "PostalAddress",
                "streetAddress": "Road 1, B",
                "addressLocality": "Town",
                "addressRegion": "R",
                "postalCode": "1",
                "addressCountry": "CN",
            },
        ),
        (
            '[[other_identifier]]\nvalue = "GB-COH:01234567"',
            "identifier",
            [
                {"@type": "PropertyValue", "propertyID": "duns", "value": "060704780"},
                {"@type": "PropertyValue", "propertyID": "GB-COH", "value": "01234567"},
            ],
        ),
        (
            '[[cik]]\nvalue = "0001577552"',
            "sameAs",
            [
                "https://permid.org/1-4295905573",
                "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0001577552",
            ],
        ),
        (
            '[[product]]\nvalue = "rocket"',
            "makesOffer",
            {"@type": "Offer", "itemOffered": {"@id": "#entity-rocket"}},
        ),
    ],
)
def test_a_fact_is_written_as_its_term_has_it(read, table, term, written):
    profile = read(table)

    assert company(profile)[term] == written
    assert company(profile)["subjectOf"] == {"@id": "#source-report"}


def test_a_ticker_symbol_makes_the_company_a_corporation(read):
    listed = read('[[listing]]\nvalue = { exchange = "XNYS", ticker = "ACME" }')

    assert company(listed)["tickerSymbol"] == "XNYS ACME"
    assert company(listed)["@type"] == "Corporation"
    assert company(read())["@type"] == "Organization"


def test_an_office_has_its_title_and_start(read):
    profile = read(
        '[[officer]]\nvalue = { holder = "ann-lee", role = { en = "Head" } }\nvalid = "2022-12/.."'
    )

    assert company(profile)["employee"] == {
        "@type": "OrganizationRole",
        "roleName": {"@language": "en", "@value": "Head"},
        "startDate": "2022-12",
        "employee": {"@id": "#entity-ann-lee"},
    }
    assert nodes(profile)["#entity-ann-lee"]["@type"] == "Person"


def test_a_part_leads_back_and_so_the_company_leads_to_it(read):
    profile = read('[[parent]]\nsubject = "acme-cloud"\nvalue = "acme"')

    assert company(profile)["subOrganization"] == {"@id": "#entity-acme-cloud"}
    assert nodes(profile)["#entity-acme-cloud"]["parentOrganization"] == {"@id": "#entity-acme"}


def test_a_price_is_that_of_an_offer(read):
    profile = read(
        '[[product]]\nvalue = "rocket"', '[[list_price]]\nsubject = "rocket"\nvalue = "59.9 CNY"'
    )

    assert nodes(profile)["#entity-rocket"]["offers"] == {
        "@type": "Offer",
        "price": 59.9,
        "priceCurrency": "CNY",
    }


def test_products_that_follow_each_other_are_models(read):
    profile = read(
        '[[product]]\nvalue = "rocket"',
        '[[succeeded_by]]\nsubject = "rocket"\nvalue = "rocket-2"',
    )

    assert nodes(profile)["#entity-rocket"]["predecessorOf"] == {"@id": "#entity-rocket-2"}
    assert nodes(profile)["#entity-rocket-2"]["@type"] == "ProductModel"


def test_a_property_that_somebody_else_defined_is_written_by_its_mapping(read):
    profile = read(
        '[[properties]]\nname = "motto"\nvalue_type = "text"\nlabel.en = "Motto"\n'
        'description.en = "What it says of itself."\nmappings = { schema = "slogan" }\n'
        "[[motto]]\nvalue.en = 'Up!'"
    )

    assert company(profile)["slogan"] == {"@language": "en", "@value": "Up!"}


def test_sources_are_told_once_each_with_what_is_known_of_them(read):
    profile = read(
        '[[inception]]\nvalue = "1999"',
        '[[website]]\nvalue = "https://acme.example/"\n'
        'references = [{ source = "paper" }, { source = "report" }]',
    )

    assert company(profile)["subjectOf"] == [{"@id": "#source-report"}, {"@id": "#source-paper"}]
    assert [n for n in document(profile)["@graph"] if n["@id"].startswith("#source")] == [
        {
            "@type": "Report",
            "@id": "#source-report",
            "name": {"@language": "en", "@value": "Annual report"},
            "datePublished": "2024-05-23",
            "inLanguage": "en",
            "publisher": {"@type": "Organization", "name": "Acme"},
            "url": "https://acme.example/report",
        },
        {
            "@type": "Article",
            "@id": "#source-paper",
            "name": {"@language": "zh", "@value": "报道"},
        },
    ]


# What is not written.


@pytest.mark.parametrize(
    "table",
    [
        '[[inception]]\nvalue = "1999"\nrank = "deprecated"\nbecause.en = "Wrong."',
        '[[inception]]\nvalue = "1999"\nmodality = "planned"',
        '[[inception]]\nvalue = "1999"\nmodality = "denied"',
        '[[inception]]\nvalue = "1999"\nmodality = "claimed"',
        '[[inception]]\nvalue = "1999"\nmodality = "estimated"',
        '[[inception]]\nabsent = "unknown"\nbecause.en = "Nobody knows."',
        '[[inception]]\nvalue = "1999~"',
        '[[inception]]\nvalue = "199X"',
        '[[inception]]\nvalue = "[1999-01..1999-04]"',
        '[[inception]]\nvalue = "1999-33"',
        '[[headquarters]]\nvalue = "town"\nvalid = "2010/2020"',
        '[[headquarters]]\nvalue = "town"\nvalid = "2010/"',
        '[[headquarters]]\nvalue = "town"\nvalid = "2010"',
        '[[employees]]\nvalue = "~100"\nvalid = "2025"',
        '[[employees]]\nvalue = "100"\nvalid = "2025"\ndimensions = { segment = "Cloud" }',
        '[[employees]]\nvalue = "1234567890.1234567890"\nvalid = "2025"',
        '[[revenue]]\nvalue = "5E9 CNY"\nvalid = "2024"',
        f'[[inception]]\nvalue = "1999"\n{REFERENCE}\n[[inception]]\nvalue = "2000"\n{REFERENCE}',
        '[[inception]]\nsubject = "bystander"\nvalue = "1999"',
        '[[parent]]\nvalue = "ann-lee"',
        '[[developer]]\nvalue = "ann-lee"',
    ],
)
def test_what_could_mislead_or_has_no_term_is_left_out(read, table):
    written = document(read(table))["@graph"]

    assert written == document(read())["@graph"]
    assert len(written) == 1


def test_of_several_the_preferred_is_told(read):
    profile = read(
        '[[website]]\nvalue = "https://old.example/"',
        '[[website]]\nvalue = "https://new.example/"\nrank = "preferred"',
        '[[inception]]\nvalue = "1999"',
        '[[inception]]\nvalue = "2000"\nrank = "preferred"',
    )

    assert company(profile)["url"] == "https://new.example/"
    assert company(profile)["foundingDate"] == "2000"


def test_of_a_series_the_latest_is_told(read):
    profile = read(
        '[[employees]]\nvalue = "20"\nvalid = "2025"', '[[employees]]\nvalue = "10"\nvalid = "2024"'
    )

    assert company(profile)["numberOfEmployees"]["value"] == 20


def test_no_text_ends_the_script_that_it_stands_in(read):
    profile = read('[[alias]]\nvalue.en = "</script><script>alert(1)</script>"')
    written = export(profile)

    assert "</script" not in written
    assert json.loads(written) == document(profile)


# The vocabulary itself.

KINDS_OF_VALUE = {
    "MonetaryAmount": "StructuredValue",
    "PostalAddress": "StructuredValue",
    "PropertyValue": "StructuredValue",
    "QuantitativeValue": "StructuredValue",
    "Report": "CreativeWork",
    "Article": "CreativeWork",
    "OrganizationRole": "Role",
    "CreativeWork": "Thing",
    "StructuredValue": "Thing",
    "Role": "Thing",
}
DATE = r"[0-9]{4}(-[0-9]{2}){0,2}"


@pytest.fixture(scope="session")
def vocabulary(shared_data):
    """Every property of schema.org, with the types that it is of and takes."""
    with (shared_data / "schemaorg/schemaorg-all-https-properties.csv").open() as file:
        rows = {row["label"]: row for row in csv.DictReader(file)}
    return {
        name: (terms(row["domainIncludes"]), terms(row["rangeIncludes"]), row)
        for name, row in rows.items()
    }


@pytest.fixture(scope="session")
def context(shared_data):
    text = (shared_data / "schemaorg/schemaorgcontext.jsonld").read_text("utf-8")
    return json.loads(text)["@context"]


@pytest.fixture(scope="session")
def checker(vocabulary, context):
    return Checker(vocabulary, context)


def terms(text: str) -> set[str]:
    return {address.rpartition("/")[2] for address in text.split(", ") if address}


@cache
def kinds(kind: str) -> frozenset[str]:
    """Return a type and all wider ones."""
    wider = (WIDER | KINDS_OF_VALUE).get(kind)
    return frozenset({kind, *(kinds(wider) if wider else ())})


def test_terms_are_of_and_take_what_schema_org_says(vocabulary):
    for term, types in TERMS.items():
        of, takes = (set(listed.split()) for listed in types)
        domain, range_, row = vocabulary[term]

        assert of == domain & (set(WIDER) | {"Thing"}) - {"Offer"}, term
        assert takes <= range_, term
        assert not row["supersededBy"], term
        assert not row["isPartOf"], term


def test_terms_are_the_inverse_of_each_other_and_of_offers(vocabulary):
    for term, inverse in INVERSES.items():
        assert terms(vocabulary[term][2]["inverseOf"]) == {inverse}
        assert INVERSES[inverse] == term
    for term, offered in OF_OFFERS.items():
        assert "Offer" in vocabulary[term][0]
        assert "Offer" in vocabulary[offered][1]


class Checker:
    """Walks through a document, and holds every type, property and value to the vocabulary."""

    def __init__(self, vocabulary, context) -> None:
        self.vocabulary = vocabulary
        self.context = context
        self.types = {}

    def check(self, profile: Profile) -> None:
        graph = document(profile)["@graph"]
        self.types = {node["@id"]: node["@type"] for node in graph}
        for node in graph:
            self.check_node(node)

    def check_node(self, node, *, of_role: str = "") -> None:
        kind = node["@type"]
        assert self.context[kind] == {"@id": f"schema:{kind}"}
        for term in (term for term in node if not term.startswith("@")):
            domain, range_, row = self.vocabulary[term]
            assert not row["supersededBy"], term
            assert kinds(kind) & domain or term == of_role, (kind, term)
            for value in node[term] if isinstance(node[term], list) else [node[term]]:
                assert self.is_taken(value, range_, term), (term, value)

    def is_taken(self, value, range_: set[str], term: str) -> bool:
        if not isinstance(value, dict):
            return bool(literal_types(value) & range_)
        if "@value" in value:
            return "Text" in range_
        if set(value) == {"@id"}:
            return bool(kinds(self.types[value["@id"]]) & range_)
        self.check_node(value, of_role=term)
        # A role may stand between a property and any of its values, and repeats the property.
        return bool(kinds(value["@type"]) & (range_ | {"Role"}))


def literal_types(value) -> set[str]:
    if isinstance(value, int | float):
        return {"Number"}
    found = {"Text"}
    if re.fullmatch(r"https?://\S+", value):
        found.add("URL")
    if re.fullmatch(DATE, value):
        found.add("Date")
    return found


def test_the_vocabulary_allows_every_installed_company(checker):
    for company_id in companyprofiles.companies():
        checker.check(companyprofiles.get(company_id))


FORMS = {
    "name": r".+",
    "url": r"https?://\S+",
    "foundingDate": DATE,
    "leiCode": r"[0-9A-Z]{18}[0-9]{2}",
}
"""What search engines read of an organisation as one plain text, and how it must look."""


@pytest.mark.parametrize("company_id", companyprofiles.companies())
def test_every_installed_company_has_what_search_engines_go_by(company_id):
    company = document(companyprofiles.get(company_id))["@graph"][0]

    assert company["@type"] in {"Organization", "Corporation"}
    assert {"name", "url", "description", "foundingDate"} <= company.keys()
    for term in FORMS.keys() & company.keys():
        assert re.fullmatch(FORMS[term], company[term]), term


@examples(1)
@given(profile=profiles())
def test_the_vocabulary_allows_any_profile(checker, profile):
    checker.check(profile)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib's own reader
def test_it_reads_as_linked_data_without_the_network(read, context):
    profile = read(
        '[[official_name]]\nvalue.zh = "顶点有限公司"',
        '[[lei]]\nvalue = "5493001NTNQJDH60PM02"',
        '[[employees]]\nvalue = "20"\nvalid = "2025"',
    )
    written = json.loads(export(profile)) | {"@context": context}
    page = "https://site.example/companies/acme.html"
    graph = Graph().parse(data=json.dumps(written), format="json-ld", publicID=page)
    acme, schema = URIRef(f"{page}#entity-acme"), "http://schema.org/"

    def values(term, of=acme):
        return set(graph.objects(of, URIRef(schema + term)))

    assert values("legalName") == {Literal("顶点有限公司", lang="zh")}
    assert values("leiCode") == {Literal("5493001NTNQJDH60PM02")}
    assert URIRef("https://search.gleif.org/#/record/5493001NTNQJDH60PM02") in values("sameAs")
    assert values("subjectOf") == {URIRef(f"{page}#source-report")}
    (employees,) = values("numberOfEmployees")
    assert values("value", employees) == {Literal(20)}


class TestPlugin(PluginContract):
    plugin = "companyprofiles_schemaorg"
