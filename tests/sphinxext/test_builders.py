"""Every builder writes the pages, and two processes write what one does."""

import re

import pytest


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    for number in range(8):
        site.write(
            f"guide{number}.rst",
            f":orphan:\n\nGuide {number}\n=======\n\n:company:entity:`acme/anvil`\n\n"
            ".. company:profile:: globex\n   :sections: identity\n",
        )
    return site


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "man", "dirhtml", "xml"])
def test_it_builds_without_a_warning(site, builder):
    site.build(builder, to=builder)


def test_text_has_values_marks_and_sources(site):
    output = site.build("text", to="text")
    text = re.sub(r"[\s|]+", " ", (output / "companies" / "acme.txt").read_text("utf-8"))

    assert "*deprecated* 717.28 billion CNY^[" in text
    assert "Annual report. Jane Doe." in text


def test_links_of_latex_have_targets(site):
    output = site.build("latex", to="latex")
    text = "".join(path.read_text("utf-8") for path in output.glob("*.tex"))
    links = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]*)\}", text))
    labels = set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}", text))

    assert links
    assert links <= labels


def test_two_processes_write_the_same_bytes(site):
    one, two = site.build(to="one"), site.build(to="two", parallel=2)
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())

    assert names == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    for name in names:
        assert (one / name).read_bytes() == (two / name).read_bytes(), name


def test_linkcheck_leaves_addresses_of_data_alone(site):
    output = site.build("linkcheck", to="linkcheck")

    assert (output / "output.txt").read_text("utf-8") == ""


def test_gettext_is_not_flooded(site):
    output = site.build("gettext", to="gettext")
    texts = "".join(path.read_text("utf-8") for path in output.rglob("*.pot"))

    assert "Guide 1" in texts
    assert "Acme Incorporated" not in texts
    assert "What happened when" not in texts
