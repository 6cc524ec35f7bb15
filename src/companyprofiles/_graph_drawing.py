"""Graphs drawn by Graphviz, tidied so that they fit into any page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

from companyprofiles._svg import SPACE, SVG, XLINK, XLINK_TITLE, share, whole
from companyprofiles._vega_lite import TEXT
from companyprofiles.errors import MissingLibraryError

__all__ = ["LIBRARY", "drawn", "tidied"]

LIBRARY = "pygraphviz"

LOOK = {
    "graph": {
        "rankdir": "LR",
        "bgcolor": "transparent",
        "nodesep": "0.1",
        "ranksep": "0.55",
        "margin": "0",
    },
    "node": {
        "shape": "box",
        "style": "rounded",
        "fontname": "sans-serif",
        "fontsize": "13",
        "height": "0.3",
        "margin": "0.09,0.04",
    },
    "edge": {"fontname": "sans-serif", "fontsize": "12", "arrowsize": "0.6"},
}
"""Owners stand left of what they own, in boxes as wide as their names."""


def drawn(specification: Mapping[str, Any], suffix: str) -> bytes:
    """Return a graph as ``svg`` or ``pdf``.

    Args:
        specification: Its ``nodes`` and ``edges``.
        suffix: The format.

    Raises:
        MissingLibraryError: The library that draws is not installed.
    """
    try:
        from pygraphviz import AGraph  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingLibraryError(LIBRARY, "drawing graphs", "charts") from error
    graph = AGraph(directed=True, strict=False, **LOOK["graph"])
    graph.node_attr.update(LOOK["node"])
    graph.edge_attr.update(LOOK["edge"])
    for node in specification["nodes"]:
        look = {"URL": node["address"], "class": node["class"]}
        graph.add_node(node["name"], label=_literal(node["label"]), **look)
    for edge in specification["edges"]:
        style = "dashed" if edge["dashed"] else "solid"
        label = _literal(f" {edge['label']} ") if edge["label"] else ""
        graph.add_edge(edge["from"], edge["to"], label=label, style=style)
    content: bytes = graph.draw(format=suffix, prog="dot")
    return content


def _literal(text: str) -> str:
    """Return a label that Graphviz takes neither for its escapes nor for its kind of HTML."""
    escaped = text.replace("\\", "\\\\")
    return f" {escaped}" if escaped.startswith("<") else escaped


def tidied(svg: str, *, on_page: bool) -> str:
    """Return a picture of a graph without what shows nothing.

    Args:
        svg: What Graphviz drew.
        on_page: Whether its colours are to be those of the page around it.
    """
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)  # noqa: S314, made here a moment ago
    for element in root.iter():
        _tidy(element)
        if on_page:
            _colour(element)
    _share_all(root)
    body = "".join(ET.tostring(child, "unicode") for child in root)
    return whole(body, root.get("viewBox", "").split(), cls="cp-graph")


def _tidy(element: ET.Element) -> None:
    for child in list(element):
        if child.tag == f"{{{SVG}}}title":  # names that nobody but the drawing knows
            element.remove(child)
    address = element.attrib.pop(XLINK, None)
    if address:
        element.set("href", address)
    classes = [name for name in element.get("class", "").split() if name.startswith("cp-")]
    for name in ("id", "class", SPACE, XLINK_TITLE):
        element.attrib.pop(name, None)
    if classes:
        element.set("class", classes[0])


def _colour(element: ET.Element) -> None:
    for name in ("fill", "stroke"):
        if element.get(name) == "black":
            element.set(name, TEXT)
    if element.tag == f"{{{SVG}}}text":
        element.attrib |= {"fill": TEXT, "font-family": "inherit"}


def _share_all(element: ET.Element) -> None:
    for child in element:
        _share_all(child)
    if element.tag != f"{{{SVG}}}svg":
        share(element)
