"""Building the site: configuration in place of a conf.py, and what came of it."""

from __future__ import annotations

import io
import posixpath
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from companyprofiles import _catalog
from companyprofiles._words import _
from companyprofiles.errors import InvalidValueError, MissingLibraryError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["SIDEBAR", "STATIC", "TEMPLATES", "Report", "SiteBuilder"]

DOCTREES = ".doctrees"
"""Folder in the output that Sphinx remembers its work in, by which the output is known as ours."""

STATIC = Path(__file__).parent / "theme" / "static"
TEMPLATES = Path(__file__).parent / "theme" / "templates"
"""What makes the theme's pages usable for everybody."""

ROOT = "root"
"""Where Sphinx remembers its work on the language whose pages are in no folder of their own."""

LANGUAGES = {"zh": "zh_CN", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}
"""What Sphinx calls languages, where it is something else."""

SIDEBAR = [
    "sidebar/brand.html",
    "sidebar/search.html",
    "companyprofiles-languages.html",
    "sidebar/scroll-start.html",
    "sidebar/navigation.html",
    "sidebar/scroll-end.html",
]
"""Templates of furo's sidebar, with the switch between languages among them."""

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
LEVEL = re.compile(r"(?:^|(?<= ))WARNING: ")

Progress = Callable[[str, str, int, int], None]
"""Told of a language, a phase, how many pages of it are done, and how many there are."""


@attrs.frozen(kw_only=True)
class Report:
    """What came of a build."""

    companies: int
    """Companies that have a page."""
    statements: int
    """Their statements."""
    disputes: int
    """Where statements of theirs contradict each other."""
    problems: tuple[str, ...]
    """What was warned of, and what checks found, a line each."""
    missing: tuple[str, ...]
    """Companies that should have a page in each language, and do not."""
    seconds: float
    """How long it took."""


@attrs.frozen(kw_only=True)
class SiteBuilder:
    """Builds the same site as often as it is asked to."""

    output: Path
    """Folder of the pages."""
    companies: Sequence[str] = ()
    """Companies that get a page; all that are installed where none is named."""
    checked: Sequence[str] = ()
    """Companies that are held to the checks besides."""
    title: str = ""
    """Title of the site; by default "Companies", in each language."""
    languages: Sequence[str] = ("en",)
    """Tags of the languages of the pages. Each but the first has a folder, called by its tag."""
    address: str = ""
    """Where the site will be published, for what must be told by a whole address."""

    def prepare(self) -> None:
        """Make sure that a site can be built, and that nothing of anybody's is overwritten.

        Raises:
            MissingLibraryError: Sphinx or the theme is not installed.
            InvalidValueError: There is something else in the output folder.
        """
        from importlib.util import find_spec

        for library in ("sphinx", "babel", "furo"):
            if find_spec(library) is None:
                raise MissingLibraryError(library, "a site", "site")
        output = self.output
        is_ours = (output / DOCTREES).is_dir()
        if output.exists() and not is_ours and (not output.is_dir() or any(output.iterdir())):
            expected = "a folder that is empty, does not exist, or has a site from here"
            raise InvalidValueError(expected, str(output))

    def build(self, progress: Progress | None = None) -> Report:
        """Build the site, or what changed of it.

        Args:
            progress: Told how far it got.
        """
        start = time.perf_counter()
        self._forget_languages()
        warned = [self._build(language, progress) for language in self.languages]
        problems = [*chain.from_iterable(warned), *self._findings()]
        return self._report(problems, time.perf_counter() - start)

    def _build(self, language: str, progress: Progress | None) -> list[str]:
        """Build the pages in a language, and return what was warned of."""
        from sphinx.application import Sphinx
        from sphinx.locale import translators
        from sphinx.util.docutils import docutils_namespace, patch_docutils

        from companyprofiles._site.strangers import unreadable_passed_over

        folder = self._folders[language]
        remembered = self.output / DOCTREES / (folder or ROOT)
        source = remembered / "source"
        source.mkdir(parents=True, exist_ok=True)
        translators.clear()  # Else an earlier build's language would stay.
        warnings = io.StringIO()
        with patch_docutils(source), docutils_namespace(), unreadable_passed_over():
            app = Sphinx(
                srcdir=source,
                confdir=None,
                outdir=self.output / folder,
                doctreedir=remembered,
                buildername="html",
                confoverrides=self._configuration(language),
                status=None,
                warning=warnings,
                keep_going=True,
            )
            if progress is not None:
                _tell_progress(app, partial(progress, language))
            app.build()
        return _lines(warnings.getvalue())

    @property
    def _folders(self) -> dict[str, str]:
        """The folder of each language's pages; the first has none of its own."""
        first, *others = self.languages
        return {first: "", **{language: language for language in others}}

    def _forget_languages(self) -> None:
        """Remove what an earlier build made in languages that are no longer wanted."""
        wanted = {ROOT, *self._folders.values()}
        for remembered in (self.output / DOCTREES).glob("*/"):
            if remembered.name not in wanted:
                shutil.rmtree(self.output / remembered.name, ignore_errors=True)
                shutil.rmtree(remembered)

    def _configuration(self, language: str) -> dict[str, Any]:
        title = self.title or _("Companies", language)
        editions = {
            LANGUAGES.get(tag, tag.replace("-", "_")): f for tag, f in self._folders.items()
        }
        base = posixpath.join(self.address, self._folders[language]) if self.address else ""
        return {
            "companyprofiles_docname": "{id}",
            "companyprofiles_languages": editions if len(editions) > 1 else {},
            "companyprofiles_pages": list(self.companies) or "all",
            "extensions": ["companyprofiles.sphinxext", "companyprofiles._site.theme_words"],
            "html_baseurl": base,
            "html_copy_source": False,
            "html_css_files": ["site.css"],
            "html_js_files": ["site.js"],
            "html_show_copyright": False,
            "html_sidebars": {"**": SIDEBAR},
            "html_static_path": [str(STATIC)],
            "html_theme": "furo",
            "html_title": title,
            "language": _called(language),
            "project": title,
            # Whoever checks the data hears of its problems from the checks.
            "suppress_warnings": ["company.data"] if self.checked else [],
            "templates_path": [str(TEMPLATES)],
        }

    def _findings(self) -> Iterator[str]:
        """Yield what checks find, the problems of the data included."""
        from companyprofiles._checks.runner import run_checks
        from companyprofiles.errors import PluginError

        catalog = _catalog.installed()
        checks = catalog.host.checks() if self.checked else {}
        for company in self.checked:
            try:
                results = run_checks(partial(catalog.get, company), checks)
            except PluginError as error:
                yield str(error)
                continue
            yield from (result.line for result in results)

    def _report(self, problems: Iterable[str], seconds: float) -> Report:
        catalog = _catalog.installed()
        wanted = self.companies or list(catalog.companies)
        folders = [self.output / folder for folder in self._folders.values()]
        shown = [n for n in wanted if all((f / f"{n}.html").exists() for f in folders)]
        profiles = [catalog.get(name) for name in shown]
        return Report(
            companies=len(shown),
            statements=sum(len(profile.statements) for profile in profiles),
            disputes=sum(len(profile.disputes()) for profile in profiles),
            problems=tuple(dict.fromkeys(problems)),
            missing=tuple(name for name in wanted if name not in shown),
            seconds=seconds,
        )


def _called(language: str) -> str:
    """Return what Sphinx calls a language."""
    return LANGUAGES.get(language, language.replace("-", "_"))


def _lines(warned: str) -> list[str]:
    """Return warnings of Sphinx as lines like those of checks."""
    return [LEVEL.sub("", ESCAPES.sub("", line)) for line in warned.splitlines() if line.strip()]


def _tell_progress(app: Sphinx, progress: Callable[[str, int, int], None]) -> None:
    """Tell of each page that was read, and of each that was written."""
    done = {"Reading": 0, "Writing": 0}
    total = {"Reading": 0, "Writing": 0}

    def expect(phase: str, number: int) -> None:
        total[phase] = number
        progress(phase, 0, number)

    def count(phase: str) -> None:
        done[phase] += 1
        progress(phase, done[phase], max(total[phase], done[phase]))

    app.connect("env-before-read-docs", lambda _app, _env, names: expect("Reading", len(names)))
    app.connect("doctree-read", lambda _app, _tree: count("Reading"))
    app.connect("env-updated", lambda _app, env: expect("Writing", len(env.all_docs)))
    app.connect("doctree-resolved", lambda _app, _tree, _name: count("Writing"))
