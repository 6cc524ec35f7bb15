"""SVG as pages take it: with a title, links that the page knows, and nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from xml.etree import ElementTree as ET

__all__ = [
    "SPACE",
    "SVG",
    "XLINK",
    "XLINK_TITLE",
    "frame",
    "link_address",
    "linked",
    "share",
    "whole",
]

SVG = "http://www.w3.org/2000/svg"

XLINK = "{http://www.w3.org/1999/xlink}href"

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

XLINK_TITLE = "{http://www.w3.org/1999/xlink}title"

INHERITED = (
    "fill",
    "font-family",
    "font-size",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
)

LINKED = "https://link.invalid/"
"""Where links lead until the page is known."""

LINK = re.compile(rf'<a href="{LINKED}([0-9]+)">(.*?)</a>', re.DOTALL)


def link_address(number: int) -> str:
    """Return the address that stands in a picture for one that only the page knows."""
    return f"{LINKED}{number}"


def linked(drawn: str, addresses: Sequence[str]) -> str:
    """Return a picture with its addresses; what has none is no link.

    Args:
        drawn: The picture.
        addresses: The addresses in the order of their numbers; empty where there is none.
    """

    def link(match: re.Match[str]) -> str:
        address = addresses[int(match[1])]
        return f'<a href="{escape(address)}">{match[2]}</a>' if address else match[2]

    return LINK.sub(link, drawn)


def frame(drawn: str, title: str, description: str, *, role: str = "img") -> str:
    """Return a picture with the title and the description that are read out."""
    start, bracket, rest = drawn.partition(">")
    names = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return f'{start} role="{role}" aria-label="{escape(title)}"{bracket}{names}{rest}'


def share(group: ET.Element) -> None:
    """Let a group say once what all that is in it says."""
    for name in INHERITED:
        values = {child.get(name) for child in group}
        if len(values) == 1 and (value := values.pop()) is not None:
            group.set(name, value)
            for child in group:
                del child.attrib[name]


def whole(content: str, box: Sequence[str], *, cls: str = "") -> str:
    """Return a picture that takes the width it is given.

    Args:
        content: What is in it.
        box: What it shows: left, top, width and height.
        cls: A further class.
    """
    body = content.replace(f' xmlns="{SVG}"', "")
    return (
        f'<svg xmlns="{SVG}" class="{f"cp-picture {cls}".rstrip()}" viewBox="{" ".join(box)}" '
        f'width="{box[2]}" height="{box[3]}">{body}</svg>'
    )
