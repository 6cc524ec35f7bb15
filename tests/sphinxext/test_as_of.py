"""A page says of each figure as of when it is known."""

from companyprofiles import Entity, Property, Quantity, Reference, Source
from companyprofiles.sphinxext import PageContext
from companyprofiles.vocabulary import HEADQUARTERS, RAISED
from tests.samples import profile, statement

SHOPS = Property(
    "shops", Quantity, label={"en": "Shops"}, description={"en": "Its shops."}, unit="shops"
)
SOURCES = (
    Source("report", title={"en": "Report"}, kind="press", published="2023-05"),
    Source("daily", title={"en": "Daily"}, kind="press", published="2024-02-03"),
    Source("undated", title={"en": "Leaflet"}, kind="press"),
)
ENTITIES = (
    Entity("acme", "group", name={"en": "Acme"}),
    Entity("paris", "place", name={"en": "Paris"}),
    Entity("round-a", "event", name={"en": "Round A"}),
)
BOTH = (Reference("report"), Reference("daily"))


def said(stated, language="en"):
    """Return when a statement holds, as the page says it, and the statement in one line."""
    shown = profile(stated, sources=SOURCES, entities=ENTITIES)
    context = PageContext(profile=shown, language=language, docname="companies/acme")
    (stated,) = shown.statements
    line = "".join(node.astext() for node in context.mention(stated, dated=True))
    return context.period(stated), line


def test_the_period_of_the_figure_itself():
    assert said(statement(SHOPS, "5 shops", valid="2022", references=BOTH))[0] == "2022"


def test_else_the_day_of_its_latest_source():
    period, line = said(statement(SHOPS, "5 shops", references=BOTH))

    assert period == "as of 3 February 2024"
    assert "(as of 3 February 2024)" in line


def test_nothing_where_no_source_bears_a_date():
    assert said(statement(SHOPS, "5 shops", references=(Reference("undated"),)))[0] == ""


def test_nothing_for_a_figure_of_an_event_which_has_its_day():
    stated = statement(RAISED, "5 USD", subject="round-a", references=BOTH)

    assert said(stated)[0] == ""


def test_nothing_for_what_is_no_figure():
    assert said(statement(HEADQUARTERS, "paris", references=BOTH))[0] == ""
