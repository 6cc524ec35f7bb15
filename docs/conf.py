"""Configuration of the site."""

from importlib.metadata import version as installed_version

from sphinx.application import Sphinx

from companyprofiles._site.build import SIDEBAR, STATIC, TEMPLATES

project = "companyprofiles"
author = "The companyprofiles developers"
project_copyright = f"{author}. Code: MIT; data: CC BY 4.0"
version = release = installed_version("companyprofiles")
language = "en"

extensions = [
    "companyprofiles.sphinxext",
    "companyprofiles._site.theme_words",
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_click",
    "sphinx_copybutton",
]

# A page for every company that is installed; nothing is written into this folder.
companyprofiles_pages = "all"
companyprofiles_llms_txt = True

# Each language is a build of its own: `make site` puts the Chinese one into a folder of the other.
companyprofiles_languages = {"en": "", "zh_CN": "zh"}
companyprofiles_prose_language = "en"
locale_dirs = ["locale"]
gettext_compact = False
gettext_uuid = False

nitpicky = True
nitpick_ignore_regex = [
    # Types of other packages, whose documentation is not at hand when the site is built.
    (r"py:.*", r"(attrs|attr|click|docutils|nodes|pluggy|rich|sphinx)\..*"),
    # The standard library.
    (r"py:.*", r"(collections|datetime|decimal|enum|os|pathlib|types|typing|dt)\..*"),
    (r"py:.*", r"(Any|Callable|Decimal|Iterable|Iterator|Mapping|Path|Self|StrEnum|Enum)"),
    (r"py:(exc|class)", r"(Exception|ValueError|LookupError|RuntimeError|UserWarning|optional)"),
    # Type variables.
    (r"py:.*", r"companyprofiles\..*\.(V|F|E)|V|F|E"),
]

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_default_options = {"members": True}
autodoc_class_signature = "separated"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = "companyprofiles"
html_static_path = ["_static", str(STATIC)]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_sidebars = {"**": SIDEBAR}
templates_path = [str(TEMPLATES)]
html_theme_options = {"navigation_with_keys": True}
exclude_patterns = ["locale", "snippets"]


def keep_colons(  # noqa: PLR0917, Sphinx's own signature
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
):
    """Keep what stands before a colon in a field's docstring from being taken for its type."""
    if what in ("attribute", "data", "property"):
        lines[:0] = ["..", ""]  # an empty comment


def setup(app: Sphinx):
    """Change docstrings before napoleon reads them."""
    app.connect("autodoc-process-docstring", keep_colons, priority=400)
