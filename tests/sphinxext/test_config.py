"""Values of conf.py that cannot be meant."""

import pytest
from sphinx.errors import ConfigError


@pytest.mark.parametrize(
    "name, value, message",
    [
        ("companyprofiles_pages", "some", "must be 'none', 'all' or a list of company ids"),
        ("companyprofiles_pages", ["acme", 1], "must list company ids as strings"),
        ("companyprofiles_pages", 3, "must be of type str or list or tuple, got 3"),
        ("companyprofiles_docname", "companies", "must be a document name with {id} once"),
        ("companyprofiles_docname", "../{id}", "must be a document name with {id} once"),
        ("companyprofiles_docname", "/{id}", "must be a document name with {id} once"),
        ("companyprofiles_docname", "{id}/{id}", "must be a document name with {id} once"),
        ("companyprofiles_docname", 3, "must be of type str, got 3"),
        ("companyprofiles_downloads", "json", "must be 'all' or a list of names of formats"),
        ("companyprofiles_downloads", [1], "must list names of formats as strings"),
        ("companyprofiles_comparisons", "all", "must be 'auto' or a list of lists of two or more"),
        ("companyprofiles_comparisons", ["acme"], "must be 'auto' or a list of lists of two"),
        ("companyprofiles_comparisons", [["acme"]], "must be 'auto' or a list of lists of two"),
        ("companyprofiles_releases", [1], "must list paths as strings"),
        ("companyprofiles_source_pages", "some", "must be one of 'shared', 'all', 'none'"),
        ("companyprofiles_report_url", "site.example", "must be an address of http"),
        ("companyprofiles_report_url", "javascript:alert(1)", "must be an address of http"),
        ("companyprofiles_report_url", "https://a.example/{page}", "no other fields than {id}"),
        ("companyprofiles_report_url", "https://a.example/{", "no other fields than {id}"),
        (
            "companyprofiles_languages",
            {"zh_CN": "zh"},
            "the folder of the site's own language 'en'",
        ),
        ("companyprofiles_languages", {"en": "", "zh_CN": "../zh"}, "a folder below the site's"),
        ("companyprofiles_languages", {"en": "", "zh_CN": 3}, "a folder below the site's"),
        ("companyprofiles_languages", {"en": "", "中文": "zh"}, "languages such as 'zh_CN'"),
    ],
)
def test_a_wrong_value_stops_the_build_with_one_message(new_site, name, value, message):
    site = new_site()
    site.settings[name] = value

    with pytest.raises(ConfigError, match=name) as raised:
        site.build("dummy")

    assert message in str(raised.value)


def test_pages_can_be_elsewhere(new_site):
    site = new_site()
    site.settings |= {"companyprofiles_docname": "who/is-{id}", "companyprofiles_pages": ["acme"]}
    site.write("index.rst", "Site\n====\n\n.. toctree::\n\n   who/is-index\n")
    site.build()

    assert "Acme" in site.page("who/is-acme")


def test_no_pages_by_default(new_site):
    site = new_site()
    del site.settings["companyprofiles_pages"]
    site.write("index.rst", "Site\n====\n")
    site.build()

    assert site.app.env.found_docs == {"index"}


def test_a_page_that_nobody_provides_is_reported_with_the_nearest_name(new_site):
    site = new_site()
    site.settings["companyprofiles_pages"] = ["acne"]
    site.build("dummy", quiet=False)

    assert "companyprofiles_pages names 'acne'" in site.warnings
    assert "Did you mean 'acme'?" in site.warnings
