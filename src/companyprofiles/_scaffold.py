"""New distributions: what is in one of each kind, and writing it into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import attrs

from companyprofiles._choices import Choice
from companyprofiles._contributions import RECORD_NAME
from companyprofiles._identifiers import SLUG
from companyprofiles.errors import InvalidValueError
from companyprofiles.hookspecs import PLUGIN_API

if TYPE_CHECKING:
    from companyprofiles._plugins import PluginHost

__all__ = ["Kind", "Scaffold", "find_workspace", "taken_names"]

TEMPLATES = Path(__file__).parent / "_templates"
SUFFIX = ".tmpl"

LONGEST_NAME = 40
"""Characters of the longest name, so that what is made of it fits into lines of code."""
LONGEST_CODE = 8
CORE_PREFIX = "CP"


class Kind(Choice):
    """What a distribution brings."""

    PROFILE = "profile"
    EXPORTER = "exporter"
    CHECK = "check"
    SECTION = "section"
    VOCABULARY = "vocabulary"

    @property
    def folder(self) -> str:
        """Folder of a workspace that holds such distributions."""
        return "profiles" if self is Kind.PROFILE else "plugins"

    @property
    def grammar(self) -> str:
        """Regular expression of its names."""
        return SLUG if self is Kind.PROFILE else RECORD_NAME


SUMMARIES = {
    Kind.PROFILE: "Facts about {title}, each with its sources, for companyprofiles",
    Kind.EXPORTER: "Company profiles in the format {name}, for companyprofiles",
    Kind.CHECK: "The check {code} of company profiles, for companyprofiles",
    Kind.SECTION: "The section {name} on pages of companies, for companyprofiles",
    Kind.VOCABULARY: "Properties of {words} in company profiles, for companyprofiles",
}


BRINGS = {
    Kind.PROFILE: "a company",
    Kind.EXPORTER: "a format",
    Kind.CHECK: "a check",
    Kind.SECTION: "a section of pages",
    Kind.VOCABULARY: "properties",
}
"""What each kind brings, in words."""

HOOKS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PROFILE: (),
    Kind.EXPORTER: ("Exporter", "companyprofiles_exporters"),
    Kind.CHECK: ("Check", "Severity", "companyprofiles_checks"),
    Kind.SECTION: ("Section", "companyprofiles_sections"),
    Kind.VOCABULARY: ("Vocabulary", "companyprofiles_vocabulary"),
}
"""Records that each kind needs, and the hook that it implements."""


def find_workspace(folder: Path) -> Path | None:
    """Return the repository of companyprofiles that a folder is in; ``None`` outside of one."""
    import tomli

    for above in (folder, *folder.parents):
        try:
            project = tomli.loads((above / "pyproject.toml").read_text(encoding="utf-8"))
            if project["project"]["name"] == "companyprofiles":
                return above
        except (OSError, ValueError, LookupError, TypeError):
            continue  # No such file, not for us to judge, or of another distribution.
    return None


OFFERED: Mapping[Kind, Callable[[PluginHost], Iterable[str]]] = {
    Kind.PROFILE: lambda host: host.profiles,
    Kind.EXPORTER: lambda host: host.exporters(),
    Kind.CHECK: lambda host: host.checks(),
    Kind.SECTION: lambda host: [section.name for section in host.sections()],
    Kind.VOCABULARY: lambda host: host.vocabularies(),
}
"""Names of what is installed, by kind."""


def taken_names(scaffold: Scaffold) -> dict[str, str]:
    """Return the names that a new distribution cannot have, and what has each of them."""
    from companyprofiles._catalog import installed

    catalog = installed()
    taken = {
        name: f"what is installed of the kind {kind}"
        for kind in scaffold.kinds
        for name in OFFERED[kind](catalog.host)
    }
    if Kind.VOCABULARY in scaffold.kinds and scaffold.prop in catalog.vocabulary:
        taken[scaffold.name] = f"the property {scaffold.prop!r}"
    taken |= {plugin.name: f"the plugin {plugin}" for plugin in catalog.host.plugins}
    if scaffold.workspace is not None:
        for project in scaffold.workspace.glob("p*/*/pyproject.toml"):
            taken.setdefault(project.parent.name, f"the folder {project.parent}")
    return taken


def _kinds(kinds: Iterable[Kind | str]) -> tuple[Kind, ...]:
    # The check goes first: it has constants, which stand before functions.
    return tuple(sorted(set(map(Kind, kinds))))


@attrs.frozen(kw_only=True)
class Scaffold:
    """A distribution to be written: its name, and what follows from it."""

    kinds: tuple[Kind, ...] = attrs.field(converter=_kinds)
    """What it brings: a company, or one or more of the other kinds, each once."""
    name: str
    """Name of the company or plugin, in kebab case."""
    folder: Path
    """Folder that is made."""
    workspace: Path | None = None
    """The repository of companyprofiles that the folder is in."""

    @property
    def is_profile(self) -> bool:
        """Whether it brings a company."""
        return Kind.PROFILE in self.kinds

    @property
    def distribution(self) -> str:
        """Name of the distribution."""
        return f"companyprofiles-{self.name}"

    @property
    def words(self) -> str:
        """The name in lower-case words."""
        return self.name.replace("-", " ")

    @property
    def title(self) -> str:
        """The name as a heading: that of a company with every word in a capital."""
        words = self.words
        return words.title() if self.is_profile else words[:1].upper() + words[1:]

    @property
    def code(self) -> str:
        """Code of a check, made of the letters of the name."""
        letters = "".join(filter(str.isalpha, self.name)).upper()
        if letters.startswith(CORE_PREFIX) or len(letters) == 1:
            letters = f"X{letters}"
        return f"{letters[:LONGEST_CODE]}101"

    @property
    def prop(self) -> str:
        """Name of the property of a vocabulary."""
        return f"number_of_{self.name.replace('-', '_')}"

    @property
    def records(self) -> tuple[str, ...]:
        """Names of what the distribution offers, as others must not be called."""
        return tuple(self.code if kind is Kind.CHECK else self.name for kind in self.kinds)

    @property
    def brings(self) -> str:
        """What it brings, in words."""
        *before, last = (BRINGS[kind] for kind in self.kinds)
        return f"{', '.join(before)} and {last}" if before else last

    @property
    def summary(self) -> str:
        """What the distribution says of itself, in a line."""
        if len(self.kinds) > 1:
            return f"{self.title}: {self.brings}, for companyprofiles"
        return SUMMARIES[self.kinds[0]].format(
            code=self.code, name=self.name, title=self.title, words=self.words
        )

    @property
    def place(self) -> str:
        """The folder as the reader would type it from where it was made."""
        here = Path.cwd()
        is_below = self.folder.is_relative_to(here) and self.folder != here
        return str(self.folder.relative_to(here) if is_below else self.folder)

    @property
    def install(self) -> str:
        """The command that installs it, from the folder itself or that of the workspace."""
        if self.workspace is None:
            return "pip install -e ."
        folder = self.folder.relative_to(self.workspace).as_posix()
        return f"pip install --no-deps --no-build-isolation -e {folder}"

    @cached_property
    def values(self) -> Mapping[str, str]:
        """What stands for the placeholders of the templates."""
        from companyprofiles import __version__

        today = datetime.now(UTC).date()
        major, minor = map(int, __version__.split(".")[:2])
        # Before 1.0 a minor release may break something.
        ceiling = f"{major}.{minor + 1}" if major == 0 else f"{major + 1}"
        shows_pages = Kind.SECTION in self.kinds
        names = sorted(name for kind in self.kinds for name in HOOKS[kind])
        records = [name for name in names if not name.startswith("companyprofiles_")]
        hooks = [name for name in names if name not in records]
        return {
            "brings": self.brings,
            "calendar_version": f"{today.year}.{today.month}.0",
            "code": self.code,
            "distribution": self.distribution,
            "host_range": f">={major}.{minor},<{ceiling}",
            "imports": ", ".join([*records, "hookimpl"]),
            "install": self.install,
            "lint_requirements": _listed(
                "build>=1.3", "mypy>=1.18", "ruff>=0.14", *["types-docutils"] * shows_pages
            ),
            "name": self.name,
            "package": self.distribution.replace("-", "_"),
            "plugin_api": str(PLUGIN_API),
            "prop": self.prop,
            "public": "\n".join(f'    "{name}",' for name in ["COMPANYPROFILES_API", *hooks]),
            "summary": self.summary,
            "test_requirements": _listed(
                "pytest>=8", *["babel>=2.16", "sphinx>=8.1,<10"] * shows_pages
            ),
            "title": self.title,
            "today": today.isoformat(),
            "words": self.words,
            "year": str(today.year),
        }

    def files(self) -> dict[str, str]:
        """Return the content of every file by its path in the folder."""
        layers: list[str] = ["common", *self.kinds]
        if not self.is_profile:
            layers = ["common", "plugin", *self.kinds, "closing"]
        if self.workspace is None:  # There, the repository's own configuration applies.
            layers.append("standalone")
        files: dict[str, str] = {}
        for layer in layers:
            for template in _templates(TEMPLATES / layer):
                path = self._path(template.relative_to(TEMPLATES / layer).as_posix(), layer)
                text = Template(template.read_text(encoding="utf-8")).substitute(self.values)
                files[path] = files.get(path, "") + text
        return dict(sorted(files.items()))

    def _path(self, template: str, layer: str) -> str:
        path = template.removesuffix(SUFFIX).replace("dot-", ".")
        package = self.values["package"]
        module = package.removeprefix("companyprofiles_")
        if len(self.kinds) > 1:  # Each has tests of its own.
            module = f"{module}_{layer}"
        return path.replace("PACKAGE", package).replace("MODULE", module)

    def write(self) -> None:
        """Write every file.

        Raises:
            InvalidValueError: There is something in the folder already.
        """
        folder = self.folder
        if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            raise InvalidValueError("a folder that does not exist or is empty", folder)
        for path, text in self.files().items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def _templates(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob(f"*{SUFFIX}")) if path.is_file())


def _listed(*requirements: str) -> str:
    return ", ".join(f'"{requirement}"' for requirement in requirements)
