"""Which figures a chart shows, where they stand, and what it says of them."""

import csv
import io
from datetime import date

import pytest

from companyprofiles import Entity, Quantity
from companyprofiles.errors import NoStatementError, UnknownNameError
from companyprofiles.vocabulary import EMPLOYEES, INCEPTION, NET_INCOME, PRICE, REVENUE
from tests.samples import profile, statement

REASON = {"en": "Misprinted."}


def revenue(year, value="5E9 CNY", **fields):
    return statement(REVENUE, value, **{"valid": f"{year}-04-01/{year + 1}-03-31", **fields})


def employees(valid, value="100 people", **fields):
    return statement(EMPLOYEES, value, valid=valid, **fields)


def shown(chart):
    return [str(point.number) for point in chart.points]


def test_figures_come_in_the_order_of_time():
    chart = profile(revenue(2023, "3E9 CNY"), revenue(2021, "1E9 CNY")).chart(REVENUE)

    assert shown(chart) == ["1E9 CNY", "3E9 CNY"]
    assert chart.title == "Acme: Revenue"


@pytest.mark.parametrize(
    "stated, day",
    [
        (revenue(2023), date(2024, 3, 31)),
        (statement(REVENUE, "5 CNY", valid="2023"), date(2023, 12, 31)),
        (employees("2023-04-01"), date(2023, 4, 1)),
        (employees("2023"), date(2023, 7, 2)),
    ],
)
def test_a_sum_stands_at_the_end_of_its_period_and_a_count_in_the_middle_of_its_date(stated, day):
    assert [point.day for point in profile(stated).chart(stated.prop).points] == [day]


def test_what_has_no_value_and_what_is_planned_or_denied_is_left_out():
    chart = profile(
        employees("2023"),
        employees("2024", absent="unknown", value=None, because=REASON),
        employees("2025", "7 people", modality="planned"),
        employees("2026", "8 people", modality="denied"),
    ).chart(EMPLOYEES)

    assert shown(chart) == ["100 people"]


def test_what_has_no_date_is_left_out():
    price = [statement(PRICE, f"{n} CNY", valid=valid) for n, valid in ((5, None), (7, "2023"))]

    assert shown(profile(*price).chart(PRICE)) == ["7 CNY"]


def test_whole_years_are_shown_where_there_are_two():
    quarters = [
        statement(REVENUE, "1E9 CNY", valid="2023-01-01/2023-03-31"),
        statement(REVENUE, "2E9 CNY", valid="2023-04-01/2023-06-30"),
        statement(REVENUE, "3E9 CNY", valid="2023-07-01/2023-09-30"),
    ]
    both = profile(*quarters, revenue(2021, "4E9 CNY"), revenue(2022, "6E9 CNY"))

    assert shown(both.chart(REVENUE)) == ["4E9 CNY", "6E9 CNY"]
    assert shown(both.chart(REVENUE, months=3)) == ["1E9 CNY", "2E9 CNY", "3E9 CNY"]
    assert shown(profile(*quarters, revenue(2021)).chart(REVENUE)) == shown(
        both.chart(REVENUE, months=3)
    )


def test_one_scale_has_one_unit_and_the_most_frequent_wins():
    chart = profile(revenue(2020, "1 USD"), revenue(2021, "7 CNY"), revenue(2022, "8 CNY")).chart(
        REVENUE
    )

    assert shown(chart) == ["7 CNY", "8 CNY"]
    assert chart.unit == "CNY"


def test_wrong_figures_do_not_choose_the_unit():
    wrong = [
        revenue(year, "1 USD", rank="deprecated", because=REASON) for year in (2019, 2020, 2021)
    ]

    assert profile(*wrong, revenue(2022, "8 CNY")).chart(REVENUE).unit == "CNY"


def test_the_line_goes_through_one_figure_a_day():
    chart = profile(
        revenue(2020, "1E9 CNY"),
        revenue(2021, "2E9 CNY", rank="preferred"),
        revenue(2021, "9E9 CNY"),
        revenue(2022, "3E9 CNY"),
        revenue(2022, "8E9 CNY"),
        revenue(2023, ">4E9 CNY"),
        revenue(2024, "7E9 CNY", rank="deprecated", because=REASON),
    ).chart(REVENUE)
    joined = [str(point.number) for point in chart.points if point.joined]

    # Where two disagree and none is preferred, it goes through neither.
    assert joined == ["1E9 CNY", "2E9 CNY"]
    assert len(chart.points) == 7


@pytest.mark.parametrize(
    "figures, logarithmic",
    [
        (["1 CNY", "100 CNY"], False),
        (["1 CNY", "101 CNY"], True),
        (["1 CNY", "100 [90..150] CNY"], True),
        (["0 CNY", "1000 CNY"], False),
        (["-5 CNY", "1000 CNY"], False),
    ],
)
def test_figures_of_very_different_sizes_need_a_logarithmic_scale(figures, logarithmic):
    stated = [statement(NET_INCOME, text, valid=f"{2000 + n}") for n, text in enumerate(figures)]

    assert profile(*stated).chart(NET_INCOME).is_logarithmic is logarithmic


def two_entities():
    things = tuple(
        Entity(name, "product", name={"en": name.capitalize()}) for name in ("rocket", "sled")
    )
    acme = Entity("acme", "group", name={"en": "Acme"})
    stated = [employees("2020", subject="rocket"), employees("2021", "50 people", subject="sled")]
    return profile(*stated, employees("2022"), entities=(acme, *things))


def test_entities_are_drawn_over_one_another():
    chart = two_entities().chart(EMPLOYEES, subject=["rocket", "sled"])

    assert chart.series == ("Rocket", "Sled")
    assert chart.title == "Rocket, Sled: Employees"


def test_a_title_names_few_entities():
    chart = two_entities().chart(EMPLOYEES, subject=["rocket", "sled", "acme"])

    assert chart.title == "Employees"


def test_properties_and_companies_are_drawn_over_one_another():
    acme = profile(revenue(2023), statement(NET_INCOME, "1 CNY", valid="2023"))
    other = profile(revenue(2022))
    both = acme.chart(REVENUE, NET_INCOME)
    companies = acme.chart(REVENUE, others=[other])

    assert both.series == ("Acme, Revenue", "Acme, Net income")
    assert len(companies.points) == 2


def test_the_description_tells_what_is_to_be_seen():
    chart = profile(
        revenue(2021, "1E9 CNY"),
        revenue(2022, "2E12 CNY"),
        revenue(2023, "3E9 CNY", rank="deprecated", because=REASON),
    ).chart(REVENUE)

    assert chart.description == (
        "3 figures, from year to 31 March 2022: 1 billion CNY to year to 31 March 2023: "
        "2 trillion CNY. The scale is logarithmic. Hollow, since known to be wrong: 1."
    )


def test_words_are_in_the_language_that_is_asked_for():
    chart = profile(revenue(2021)).chart(REVENUE, lang="zh")
    plain = profile(revenue(2021)).chart(REVENUE, lang="")

    assert chart.title == "Acme: 收入"
    assert plain.points[0].label == "2021-04-01/2022-03-31: 5E9 CNY"


def test_csv_has_a_row_for_each_figure():
    chart = two_entities().chart(EMPLOYEES, subject=["rocket", "sled"])
    rows = list(csv.DictReader(io.StringIO(chart.to_csv())))

    assert [(row["company"], row["subject"], row["amount"], row["valid"]) for row in rows] == [
        ("acme", "rocket", "100", "2020"),
        ("acme", "sled", "50", "2021"),
    ]
    assert {row["sources"] for row in rows} == {"report"}


def test_sources_are_named_once():
    chart = profile(revenue(2021), revenue(2022)).chart(REVENUE)

    assert [(company, source.id) for company, source in chart.sources] == [("acme", "report")]


def test_where_there_is_nothing_to_draw_that_is_said():
    with pytest.raises(NoStatementError, match="no dated figure of inception of acme"):
        profile(statement(INCEPTION, "1999")).chart(INCEPTION)
    with pytest.raises(NoStatementError, match="nothing is stated of employees about 'ann-lee'"):
        profile(employees("2023")).chart(EMPLOYEES, subject="ann-lee")
    with pytest.raises(UnknownNameError, match="employes"):
        profile(employees("2023")).chart("employes")


def test_numbers_keep_their_digits():
    number = profile(employees("2023", "~100 people")).chart(EMPLOYEES).points[0].number

    assert number == Quantity.parse("~100 people")
