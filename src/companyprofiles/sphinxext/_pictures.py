"""Pictures that pages show: kept by their content, drawn once, and put into the output."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from time import perf_counter
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from companyprofiles._drawing import ON_PAGE, ON_PAPER, PDF, drawing_version, missing_library
from companyprofiles.sphinxext._stubs import write

__all__ = ["Pictures", "draw_missing", "format_of"]

logger = logging.getLogger(__name__)

USED = "companyprofiles_pictures"
"""Key in Sphinx's metadata of a document for the digests of its pictures; it forgets and merges."""

DIGEST_BYTES = 12

SPECIFICATION = ".json"


class Pictures:
    """The pictures of one build, in a folder beside the doctrees.

    A picture is called by the digest of what it shows, so what did not change is not drawn again.

    Args:
        env: Environment of the build.
    """

    def __init__(self, env: BuildEnvironment) -> None:
        self.env = env
        self.folder = Path(env.doctreedir) / "companyprofiles" / "pictures"

    def note(self, specification: dict[str, Any]) -> str:
        """Note that the document being read shows a picture, and return the picture's name."""
        text = json.dumps(specification, ensure_ascii=False, sort_keys=True)
        name = blake2b(text.encode(), digest_size=DIGEST_BYTES).hexdigest()
        write(self.folder / f"{name}{SPECIFICATION}", text)
        metadata = self.env.metadata[self.env.docname]
        metadata[USED] = " ".join(sorted({*metadata.get(USED, "").split(), name}))
        return name

    def path(self, name: str, suffix: str) -> Path:
        """Return the file of a picture; there is none where nothing could draw it."""
        return self.folder / f"{name}{suffix}"

    def used(self) -> dict[str, list[str]]:
        """Return the documents that show each picture."""
        shown: dict[str, list[str]] = {}
        for docname, metadata in self.env.metadata.items():
            for name in metadata.get(USED, "").split():
                shown.setdefault(name, []).append(docname)
        return shown

    def missing(self, names: Iterable[str], suffix: str) -> list[str]:
        """Return which pictures are still to be drawn; none is left of those out of use."""
        wanted = set(names)
        version = drawing_version()
        drawn_by = self.folder / "drawn-by"
        is_current = drawn_by.exists() and drawn_by.read_text("utf-8") == version
        for path in self.folder.glob("*.*"):
            name, dot, rest = path.name.partition(".")
            if name not in wanted or (dot + rest != SPECIFICATION and not is_current):
                path.unlink()
        write(drawn_by, version)
        return sorted(name for name in wanted if not self.path(name, suffix).exists())


def format_of(builder: Builder) -> str:
    """Return the suffix of the pictures that a builder can show; empty where it shows none."""
    if builder.name == "epub":
        return ON_PAPER
    return {"html": ON_PAGE, "latex": PDF}.get(builder.format, "")


def draw_missing(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Draw what is not drawn yet, and return the documents that show it.

    A process of its own draws: the engine's threads would not survive the forks of a parallel
    build, nor is its memory needed any longer.
    """
    pictures, suffix = Pictures(env), format_of(app.builder)
    used = pictures.used()
    if not used or not suffix:
        return []
    missing = pictures.missing(used, suffix)
    if not missing:
        return []
    if not drawing_version():
        logger.info("tables stand in the place of charts: %s", missing_library())
        return []
    start = perf_counter()
    command = [sys.executable, "-m", "companyprofiles._drawing", str(pictures.folder), suffix]
    finished = subprocess.run(  # noqa: S603, our own module
        command, input="\n".join(missing), capture_output=True, text=True, check=False
    )
    logger.info("drew %s pictures of companies in %.1f s", len(missing), perf_counter() - start)
    for line in finished.stdout.splitlines():
        logger.info("tables stand in the place of pictures: %s", line)
    if finished.returncode:
        reason = (finished.stderr.strip().splitlines() or ["no reason given"])[-1]
        logger.warning(
            "charts could not be drawn, so tables stand alone: %s",
            reason,
            type="company",
            subtype="chart",
        )
    return sorted({docname for name in missing for docname in used[name]})
