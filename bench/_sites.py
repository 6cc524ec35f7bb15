"""Sites that show the same companies, each built by a command: ours, and those written by hand."""

import pickle
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from _fabricate import company_id, hide_installed, install
from _handwritten import Writer
from _markdown import MaterialWriter, MystWriter
from _measure import Run, run

OURS = "companyprofiles"
REST, LEAN = "reST by hand", "reST, no back links"
MYST, MKDOCS = "MyST by hand", "mkdocs-material"

CONF = 'project = "Companies"\nhtml_theme = "furo"\n'
CONF_OURS = CONF + (
    'extensions = ["companyprofiles.sphinxext"]\ncompanyprofiles_pages = "all"\n'
    # The companies are copies of one and share all sources; the other sites have no such pages.
    'companyprofiles_source_pages = "none"\ncompanyprofiles_comparisons = []\n'
)
CONF_MYST = CONF + (
    'extensions = ["myst_parser"]\n'
    'myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]\n'
)
CONF_MKDOCS = """\
site_name: Companies
docs_dir: src
exclude_docs: conf.py
theme: {name: material, font: false}
markdown_extensions: [attr_list, def_list, footnotes]
validation: {nav: {omitted_files: ignore}}
nav: [{Companies: index.md}]
"""

ENVIRONMENT = Path(__file__).parents[1] / "build" / "mkdocs"
PYTHON = ENVIRONMENT / "bin" / "python"
VERSION = "9.8.2"
"""Of mkdocs-material, which is no part of the project's lock."""


class Site:
    """A site that can be built again and again.

    Args:
        folder: Folder of its own.
        suffix: Suffix of its documents.
        conf: Its configuration.
        path: Folders to import from.
    """

    def __init__(self, folder: Path, suffix: str, conf: str, *path: Path) -> None:
        self.source, self.output = folder / "src", folder / "out"
        self.suffix, self.path = suffix, path
        (self.source / "companies").mkdir(parents=True)
        (self.source / "conf.py").write_text(conf, "utf-8")

    def write(self, name: str, text: str) -> None:
        (self.source / f"{name}{self.suffix}").write_text(text, "utf-8")

    def build(self, *options: str) -> Run:
        """Build what is out of date, every warning an error."""
        command = [sys.executable, "-m", "sphinx", "-j1", "-W", "-b", "html", *options]
        return run([*command, self.source, self.output], *self.path)

    def build_first(self) -> Run:
        """Build everything into an empty folder."""
        if self.output.exists():
            shutil.rmtree(self.output)
        return self.build()

    def build_all(self) -> Run:
        """Build every page again."""
        return self.build("-E", "-a")

    def page(self, name: str) -> Path:
        return self.output / "companies" / f"{name}.html"

    def doctree(self, name: str) -> Any:
        path = self.output / ".doctrees/companies" / f"{name}.doctree"
        return pickle.loads(path.read_bytes())  # noqa: S301, we made it ourselves


class OurSite(Site):
    """The site that the extension makes of what is installed; it alone has pictures."""


class MkdocsSite(Site):
    """A site of MkDocs, which builds every page every time."""

    def build(self, *options: str) -> Run:
        (self.source.parent / "mkdocs.yml").write_text(CONF_MKDOCS, "utf-8")
        command = [PYTHON, "-m", "mkdocs", "build", "--strict", "--clean"]
        places = ["-f", self.source.parent / "mkdocs.yml", "-d", self.output]
        return run([*command, *places])

    def build_all(self) -> Run:
        return self.build()

    def page(self, name: str) -> Path:
        return self.output / "companies" / name / "index.html"


def set_up() -> None:
    """Install mkdocs-material into an environment of its own, once."""
    if not PYTHON.exists():
        run(["uv", "venv", "--quiet", "--python", sys.executable, ENVIRONMENT])
    run(["uv", "pip", "install", "-q", "--python", PYTHON, f"mkdocs-material=={VERSION}"])


def our_site(root: Path, count: int, files: Callable[[str], dict[str, str]]) -> Site:
    """Install companies that are made up, and make a site that shows them."""
    packages = root / "packages"
    hide_installed(packages)
    names = [company_id(number) for number in range(count)]
    for name in names:
        install(packages, name, files(name))
    site = OurSite(root / "ours", ".rst", CONF_OURS, packages)
    # A list of links, not a table of contents, which every page would repeat.
    links = "".join(f"* :doc:`{name}`\n" for name in names)
    site.write("index", "Companies\n=========\n\nA site of companies.\n\n:doc:`companies/index`\n")
    site.write("companies/index", f":orphan:\n\nAll companies\n=============\n\n{links}")
    return site


def sites_by_hand(root: Path, ours: Site, names: Sequence[str]) -> dict[str, Site]:
    """Make sites of the pages of ours, as they would be written by hand."""
    made = {
        REST: Site(root / "rest", ".rst", CONF),
        LEAN: Site(root / "lean", ".rst", CONF),
        MYST: Site(root / "myst", ".md", CONF_MYST),
        MKDOCS: MkdocsSite(root / "mkdocs", ".md", ""),
    }
    for name in names:
        writers = {
            REST: Writer(ours.doctree(name), name),
            LEAN: Writer(ours.doctree(name), name, lean=True),
            MYST: MystWriter(ours.doctree(name), name),
            MKDOCS: MaterialWriter(ours.doctree(name), name),
        }
        for kind, writer in writers.items():
            made[kind].write(f"companies/{name}", writer.page())
    for kind in (REST, LEAN):
        for home in ("index", "companies/index"):
            made[kind].write(home, (ours.source / f"{home}.rst").read_text("utf-8"))
    links = "".join(f"* [{name}]({name}.md)\n" for name in names)
    for kind in (MYST, MKDOCS):
        made[kind].write("index", "# Companies\n\n[All companies](companies/index.md)\n")
        front = "---\norphan: true\n---\n\n" if kind == MYST else ""
        made[kind].write("companies/index", f"{front}# All companies\n\n{links}")
    return made


def change_page(site: Site, name: str, turn: int) -> None:
    """Add some words to a page."""
    if isinstance(site, OurSite):
        _change_profile(site, name, r'note\.en = "', f'note.en = "As of {turn + 1} December 2026. ')
        return
    with (site.source / f"companies/{name}{site.suffix}").open("a", encoding="utf-8") as file:
        file.write(f"\nAs of {turn + 1} December 2026.\n")


def change_pictures(site: Site, name: str, turn: int) -> None:
    """Give a profile of ours another day up to which its pictures show what is known."""
    day = f'data_cut_off = "2026-12-{turn + 1:02}"'
    _change_profile(site, name, r'data_cut_off = ".*"', day)


def _change_profile(site: Site, name: str, old: str, new: str) -> None:
    file = site.path[0] / f"companyprofiles_{name}" / "data/profile.toml"
    text = file.read_text("utf-8")
    changed = re.sub(old, new, text, count=1)
    if changed == text:
        raise LookupError("nothing was changed")
    file.write_text(changed, "utf-8")
