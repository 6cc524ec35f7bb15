"""Pictures drawn from specifications of Vega-Lite, tidied so that they fit into any page."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from companyprofiles._graph_drawing import LIBRARY as GRAPH_LIBRARY
from companyprofiles._graph_drawing import drawn as graph
from companyprofiles._graph_drawing import tidied
from companyprofiles._svg import SVG, XLINK, frame, share, whole
from companyprofiles._vega_lite import in_print
from companyprofiles.errors import MissingLibraryError

__all__ = [
    "ON_PAGE",
    "ON_PAPER",
    "PDF",
    "draw",
    "drawing_version",
    "missing_library",
    "picture",
]

ON_PAGE, ON_PAPER, PDF = ".svg", ".paper.svg", ".pdf"
"""Suffixes of pictures: with the colours of the page around them, with their own, and for print."""

LIBRARY = "vl-convert-python"

VERSION = 2
"""Raised whenever the same specification gives another picture."""

NAMED = ("exact", "above", "below", "deprecated", "bounds", "points", "bars")
"""Layers whose marks carry what they show, which turns up beside the pointer."""

NUMBER = re.compile(r"-?[0-9]+\.[0-9]+")

GEOMETRY = frozenset({"d", "transform", "x", "x2", "y", "y2"})

DROPPED = frozenset({"aria-hidden", "aria-roledescription", "pointer-events", "role", "aria-label"})


def missing_library() -> MissingLibraryError:
    """Return the error that says what to install."""
    return MissingLibraryError(LIBRARY, "drawing charts", "charts")


def _library() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise missing_library() from error
    return vl_convert


def drawing_version() -> str:
    """Return what pictures depend on besides their specifications; empty if nothing can draw.

    The library itself, which is large, is not loaded.
    """
    from importlib.metadata import PackageNotFoundError, version

    versions = []
    for library in (LIBRARY, GRAPH_LIBRARY):
        with suppress(PackageNotFoundError):
            versions.append(version(library))
    return "-".join([str(VERSION), *versions]) if versions else ""


def draw(specification: dict[str, Any], title: str, description: str) -> str:
    """Return a picture that stands alone or within a page.

    Args:
        specification: What to draw.
        title: What it shows.
        description: What is to be seen on it.

    Raises:
        MissingLibraryError: The library that draws is not installed.
    """
    return frame(picture(specification), title, description)


def picture(specification: dict[str, Any]) -> str:
    """Return a picture without its title, so that the same picture may get different ones.

    Raises:
        MissingLibraryError: The library that draws is not installed.
    """
    return _tidied(_library().vegalite_to_svg(specification))


def _tidied(svg: str) -> str:
    """Return a picture that takes the width it is given, without what shows nothing.

    What a mark shows becomes its title; the engine's own words for axes and marks, which are
    English, go.
    """
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)  # noqa: S314, made here a moment ago
    # Not the root itself, which would take from its children what it then does not keep.
    for child in list(root):
        _tidy(child, named=False)
        if _shows_nothing(child):
            root.remove(child)
    width, height = root.get("width", ""), root.get("height", "")
    body = "".join(ET.tostring(child, "unicode") for child in root)
    return whole(body, ("0", "0", width, height))


def _tidy(element: ET.Element, *, named: bool) -> None:
    classes = element.get("class", "")
    layer = next((name for name in classes.split() if name.endswith("_marks")), "")
    layer = layer.removesuffix("_marks")
    label = element.get("aria-label", "") if named and not layer else ""
    for name in DROPPED:
        element.attrib.pop(name, None)
    if "class" in element.attrib:
        del element.attrib["class"]
        if layer:
            element.set("class", f"cp-{layer}")
    # The old name of the attribute would need a namespace of its own.
    address = element.attrib.pop(XLINK, None)
    if address:
        element.set("href", address)
    if element.get("opacity") == "1":
        del element.attrib["opacity"]
    for name in GEOMETRY.intersection(element.attrib):
        element.set(name, NUMBER.sub(_rounded, element.attrib[name]))
    for child in list(element):
        _tidy(child, named=named or layer in NAMED)
        if _shows_nothing(child):
            element.remove(child)
    share(element)
    if label:
        title = ET.Element(f"{{{SVG}}}title")
        title.text = label
        element.insert(0, title)


def _rounded(match: re.Match[str]) -> str:
    return f"{float(match[0]):.1f}".removesuffix(".0")


def _shows_nothing(element: ET.Element) -> bool:
    tag = element.tag.removeprefix(f"{{{SVG}}}")
    if tag == "g":
        return len(element) == 0
    if element.get("opacity") == "0":
        return True
    if tag == "text":
        return not (element.text or len(element))
    paints = (element.get("fill", "none"), element.get("stroke", "none"))
    return tag == "path" and paints == ("none", "none")


def draw_files(folder: Path, names: Iterable[str], suffix: str) -> None:
    """Draw the specifications that lie in a folder.

    Args:
        folder: The folder, which has a file of JSON for each picture, and gets the pictures.
        names: Names of the files, without a suffix.
        suffix: What to draw: :data:`ON_PAGE`, :data:`ON_PAPER` or :data:`PDF`.
    """
    missing = set()
    for name in names:
        specification = json.loads((folder / f"{name}.json").read_text("utf-8"))
        try:
            content = _drawn(specification, suffix)
        except MissingLibraryError as error:
            missing.add(str(error))
            continue
        # Another build may read it at this moment.
        unfinished = folder / f"{name}{suffix}.{os.getpid()}"
        unfinished.write_bytes(content)
        unfinished.replace(folder / f"{name}{suffix}")
    sys.stdout.writelines(f"{line}\n" for line in sorted(missing))


def _drawn(specification: dict[str, Any], suffix: str) -> bytes:
    if "edges" in specification:
        if suffix == PDF:
            return graph(specification, "pdf")
        return tidied(graph(specification, "svg").decode(), on_page=suffix == ON_PAGE).encode()
    if suffix == ON_PAGE:
        return picture(specification).encode()
    on_paper = in_print(specification)
    if suffix == ON_PAPER:
        return picture(on_paper).encode()
    content: bytes = _library().vegalite_to_pdf(on_paper)
    return content


if __name__ == "__main__":
    draw_files(Path(sys.argv[1]), sys.stdin.read().split(), sys.argv[2])
