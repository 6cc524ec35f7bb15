"""What a reader is told where sources contradict each other."""

import pytest

QUARREL = """
[profile]
id = "quarrel"
subject = "quarrel"
languages = ["en"]

[[entities]]
id = "quarrel"
kind = "legal_entity"
name.en = "Quarrel"

[[entities]]
id = "here"
kind = "place"
name.en = "Here"

[[entities]]
id = "there"
kind = "place"
name.en = "There"

[[sources]]
id = "one"
title.en = "One"
kind = "press"

[[sources]]
id = "two"
title.en = "Two"
kind = "press"

[[inception]]
key = "founded-1999"
value = "1999-04-04"
references = [{ source = "one" }]

[[inception]]
key = "founded-2001"
value = "2001"
references = [{ source = "two" }]

[[incorporation]]
key = "registered-may"
value = "1999-05"
references = [{ source = "one" }]

[[incorporation]]
key = "registered-june"
value = "1999-06"
references = [{ source = "two" }]

[[dissolution]]
key = "closed-2020"
value = "2020"
references = [{ source = "one" }]

[[dissolution]]
key = "closed-2021"
value = "2021"
references = [{ source = "two" }]

[[resolutions]]
statements = ["registered-may", "registered-june"]
preferred = "registered-june"
because.en = "The register says so."
on = "2026-11-20"
by = "An editor"

[[resolutions]]
statements = ["closed-2020", "closed-2021"]
because.en = "Nobody was there."
on = "2026-11-21"

[[headquarters]]
key = "seat-here"
value = "here"
rank = "preferred"
because.en = "Most people work here."
references = [{ source = "one" }]

[[headquarters]]
key = "seat-there"
value = "there"
references = [{ source = "two" }]
"""


@pytest.fixture(scope="module")
def section(new_site):
    site = new_site()
    site.companies.install("quarrel", QUARREL)
    site.settings["companyprofiles_pages"] = ["quarrel"]
    site.build()
    return site.tree("companies/quarrel").with_id("disputes")


def row(section, *words):
    (found,) = [r.text for r in section.all("tr") if all(word in r.text for word in words)]
    return " ".join(found.split())


def test_it_says_what_it_is_about(section):
    assert "Sources do not always agree, and nothing that they say is left out" in section.text


def test_what_nobody_decided_has_the_reason_why_not_all_can_be_right(section):
    text = row(section, "4 April 1999", "2001")

    assert "One says 4 April 1999, the other 2001." in text
    assert "Undecided" in [caption.text.rstrip("¶") for caption in section.all("caption")][-1]


def test_a_decision_stands_beside_what_the_sources_say(section):
    text = row(section, "May 1999")

    assert "Taken to be right: June 1999" in text
    assert "Why: The register says so." in text
    assert "Decided: 20 November 2026, An editor." in text


def test_what_stays_open_says_so(section):
    assert "Left open: it is not known which is right." in row(section, "Nobody was there.")


def test_what_is_preferred_says_why(section):
    text = row(section, "Most people work here.")

    assert "One says Here, the other There." in text
    assert "Taken to be right: Here" in text
