"""The reference of a hook, taken from its docstring and its signature."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from textwrap import dedent

import attrs

from companyprofiles import hookspecs
from companyprofiles._plugin import HOOKS
from companyprofiles.errors import UnknownNameError

__all__ = ["PARTS", "HookReference", "hook_reference", "parse"]

PARTS = ("Called", "Returns", "Host", "Order", "Errors", "Since", "Example")
"""Parts that the docstring of every hook has."""
ARGUMENTS = "Args"
HEADING = re.compile(rf"^({'|'.join((ARGUMENTS, *PARTS))}):$\n", re.MULTILINE)
ARGUMENT = re.compile(r"^(\w+): ", re.MULTILINE)


@attrs.frozen(kw_only=True)
class HookReference:
    """What a plugin's author is told of a hook; code in its texts is in double backticks."""

    name: str
    """Name of the hook."""
    signature: str
    """Its arguments and what it returns, as in Python."""
    summary: str
    """What an implementation does, in a line."""
    description: str
    """More about it; empty where there is no more to say."""
    arguments: Mapping[str, str]
    """What each argument is, by its name."""
    called: str
    """When it is called."""
    returns: str
    """What one implementation returns."""
    host: str
    """What becomes of what all implementations return."""
    order: str
    """Which goes before which, and what becomes of two of one name."""
    errors: str
    """What happens when an implementation fails."""
    since: str
    """First release that has it."""
    example: str
    """A whole plugin, but for its entry point, in Python."""


def hook_reference(name: str) -> HookReference:
    """Return the reference of a hook.

    Raises:
        UnknownNameError: There is no such hook.
    """
    if name not in HOOKS:
        raise UnknownNameError("hook", name, HOOKS)
    hook = getattr(hookspecs, name)
    return parse(name, str(inspect.signature(hook)).replace("'", ""), inspect.getdoc(hook) or "")


def parse(name: str, signature: str, docstring: str) -> HookReference:
    """Take the docstring of a hook apart.

    Args:
        name: Name of the hook.
        signature: Its arguments and what it returns.
        docstring: The docstring, without indentation.

    Raises:
        ValueError: It lacks a part.
    """
    head, *rest = HEADING.split(docstring)
    parts = {
        heading: dedent(text).strip() for heading, text in zip(rest[::2], rest[1::2], strict=True)
    }
    missing = [part for part in PARTS if not parts.get(part)]
    if missing:
        message = f"{name}: the docstring must have the parts {', '.join(PARTS)}, lacks {missing}."
        raise ValueError(message)
    summary, _, description = head.strip().partition("\n\n")
    _, *arguments = ARGUMENT.split(parts.pop(ARGUMENTS, ""))
    example = parts.pop("Example")
    return HookReference(
        name=name,
        signature=signature,
        summary=_joined(summary),
        description=_joined(description),
        arguments={
            argument: _joined(text)
            for argument, text in zip(arguments[::2], arguments[1::2], strict=True)
        },
        example=f"{example}\n",
        **{part.lower(): _joined(text) for part, text in parts.items()},
    )


def _joined(text: str) -> str:
    return " ".join(text.split())
