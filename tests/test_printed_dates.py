"""Dates are read where a text prints them in one way only."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import PartialDate
from companyprofiles._printed_dates import (
    MONTHS,
    PrintedDate,
    agrees_with_printed,
    printed_dates,
)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("on 11 April 2023", (2023, 4, 11)),
        ("April 11, 2023", (2023, 4, 11)),
        ("the 11th of April 2023", (2023, 4, 11)),
        ("Sept. 1st, 2020", (2020, 9, 1)),
        ("2023-04-11", (2023, 4, 11)),
        ("2023年4月11日", (2023, 4, 11)),
        ("2023 年 4 月 11 號", (2023, 4, 11)),
        ("in April 2023", (2023, 4, None)),
        ("Jan 2020", (2020, 1, None)),
        ("2023 年 4 月发布", (2023, 4, None)),
        ("2023年", (2023, None, None)),
        ("In 2023 it began", (2023, None, None)),
        ("On Tuesday, April 11", (None, 4, 11)),
        ("7 March", (None, 3, 7)),
        ("4月 7 日", (None, 4, 7)),
    ],
)
def test_a_date_is_read(text, expected):
    assert printed_dates(text) == (PrintedDate(*expected),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4/7/2023",
        "07.04.2023",
        "23.08.03",
        "2010-11",
        "2023-04-11-7",
        "2023-13-01",
        "in early spring",
        "in June of the same year",
        "同年 6 月",
        "农历4月7日",
        "去年4月7日",
        "it may be 5 in number",
        "Mayor 5",
        "45 April",
        "31 April 2023",
        "0 April 2023",
        "2020 employees",
        "by 2030",
        "GPT-4",
        "1,250 people",
    ],
)
def test_what_may_be_read_two_ways_is_not_read(text):
    assert printed_dates(text) == ()


def test_several_dates_come_in_the_order_of_the_text():
    text = "from April 2021 to 3 May 2022, and in 2024"

    assert printed_dates(text) == (
        PrintedDate(2021, 4),
        PrintedDate(2022, 5, 3),
        PrintedDate(2024),
    )


@pytest.mark.parametrize(
    "date, text, answer",
    [
        ("2023-04-11", "11 April 2023", True),
        ("2023-04", "11 April 2023", True),
        ("2023", "11 April 2023", True),
        ("2023-04-11", "April 2023", True),
        ("2023-04-11", "12 April 2023", False),
        ("2023-04-11", "11 April 2022", False),
        ("2023-04~", "May 2023", True),
        ("2023-04?", "July 2023", False),
        ("[2020-01..2020-04]", "in 2020", True),
        ("[2020-01..2020-04]", "May 2020", False),
        ("2023-04-11", "from 2 May 2022 to 11 April 2023", True),
        ("2023-04-11", "from 2 May 2022 to 12 April 2023", False),
        ("2023-04-11", "On Tuesday, April 11", True),
        ("2023-04-11", "On Tuesday, April 12", False),
        ("2023-04", "4月 7 日", True),
        ("2023-05", "4月 7 日", False),
        ("2023", "4月 7 日", True),
        ("202X", "29 February", True),
        ("2023-02-28", "29 February", False),
        ("0001~", "4月 7 日", True),
        ("2023-04-11", "二〇二三年四月十一日", True),
        ("2023-05-11", "二〇二三年四月十一日", False),
        ("1999-06-28", "一九九九年四月四日", False),
        ("2023-04-11", "2023/4/11", True),
        ("2023-04-12", "2023.04.11", False),
        ("2023-02", "early 2023", True),
        ("2024-02", "late 2023", False),
        ("2023-05", "spring of 2022", False),
        ("2023-04-11", "the unveiling on Tuesday", None),
        ("2023-04-11", "4/11/2023", None),
    ],
)
def test_a_date_agrees_where_one_of_those_printed_may_be_it(date, text, answer):
    assert agrees_with_printed(PartialDate.parse(date), text) is answer


@given(st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_agrees_with_itself_however_it_is_printed(day):
    date = PartialDate.parse(day.isoformat())
    name = MONTHS[day.month - 1]
    forms = (
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{name[:3]} {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.month}月{day.day}日",
        day.isoformat(),
    )

    assert all(agrees_with_printed(date, form) for form in forms)
    assert (
        agrees_with_printed(date, f"{day.day} {name} {day.year + 1 - 2 * (day.year > 2000)}")
        is False
    )


def test_what_stands_far_behind_is_not_read():
    assert printed_dates(" " * 1000 + "11 April 2023") == ()
