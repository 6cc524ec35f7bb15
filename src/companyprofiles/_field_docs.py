"""What the docstrings of classes and of their fields say, for readers who do not write Python."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from functools import cache
from itertools import pairwise
from typing import Any

__all__ = ["field_docs", "summary"]

ROLE = re.compile(r":[a-z]+:`(?:~[a-z_.]*\.)?([^`]+)`")
LITERAL = re.compile(r"``([^`]+)``")


def summary(kind: type[Any]) -> str:
    """Return the summary of a class, in Markdown."""
    return _markdown((inspect.getdoc(kind) or "").partition("\n\n")[0])


def field_docs(kind: type[Any]) -> dict[str, str]:
    """Return the strings below the fields of a class, or the members of an enumeration.

    Python throws them away, so they are taken from the source, which wheels have too. Where
    there is no source, there are no descriptions.
    """
    node = _classes(kind.__module__).get(kind.__qualname__)
    docs = {}
    for field, below in pairwise(node.body if node else ()):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                docs[name] = _markdown(text)
    return docs


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    try:
        source = inspect.getsource(sys.modules[module])
    except (OSError, TypeError):
        return {}
    return {node.name: node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}


def _markdown(text: str) -> str:
    """Return a docstring's reStructuredText as Markdown on one line; TOML has no ``None``."""
    text = text.replace("``None``", "left out")
    return " ".join(LITERAL.sub(r"`\1`", ROLE.sub(r"`\1`", text)).split())
