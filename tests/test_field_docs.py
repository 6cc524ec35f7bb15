"""What docstrings say becomes descriptions."""

import attrs
import pytest

from companyprofiles import Listing, Rank, Time
from companyprofiles._field_docs import field_docs, summary


@attrs.frozen
class Example:
    """An example, see :class:`~companyprofiles.Time`.

    And more.
    """

    first: str | None = None
    """The first, of :attr:`Rank.normal`;
    ``None`` where there is none."""
    second: int = 2
    third = "no field of attrs"
    """The ``third``."""


def test_fields_and_their_strings_are_found():
    assert field_docs(Example) == {
        "first": "The first, of `Rank.normal`; left out where there is none.",
        "third": "The `third`.",
    }


def test_members_of_an_enumeration_have_strings_too():
    assert field_docs(Rank) == {
        "DEPRECATED": "Known to be wrong; kept with the reason, and never current."
    }
    assert len(field_docs(Time)) == 3


def test_the_summary_is_the_first_paragraph():
    assert summary(Example) == "An example, see `Time`."


def test_every_field_of_a_value_is_described():
    assert set(field_docs(Listing)) == {field.name for field in attrs.fields(Listing)}


@pytest.mark.parametrize("kind", [attrs.make_class("Made", ["x"]), int])
def test_where_there_is_no_source_there_are_no_descriptions(kind, monkeypatch):
    assert field_docs(kind) == {}
