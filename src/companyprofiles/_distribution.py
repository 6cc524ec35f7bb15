"""An installed distribution, as the folder of its metadata describes it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile

__all__ = ["Distribution", "normalised", "printable"]

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
SEPARATORS = re.compile(r"[-_.]+")


def normalised(name: str) -> str:
    """Return the one form of a distribution's name in which all its spellings are equal."""
    return SEPARATORS.sub("-", name).lower()


def printable(text: str) -> str:
    """Return a text with what cannot be printed escaped."""
    return text if text.isprintable() else ascii(text)[1:-1]


class Distribution:
    """An installed distribution; of its metadata is read what is asked for.

    Args:
        folder: The folder of its metadata.
        folder_name: Its name, as that of the folder begins.
        archive: That folder in a zip file, if it is in one.
    """

    def __init__(self, folder: str, folder_name: str, archive: zipfile.Path | None = None) -> None:
        self.folder = folder
        self.key = normalised(folder_name)
        """Its name in the form in which names are compared."""
        self._folder_name = folder_name
        self._archive = archive

    def read(self, file: str) -> bytes:
        """Return the content of a file of the metadata.

        Raises:
            OSError: It cannot be read.
        """
        if self._archive is None:
            with open(f"{self.folder}/{file}", "rb") as stream:  # noqa: PTH123, Path is slow
                return stream.read()
        try:
            return (self._archive / file).read_bytes()
        except (OSError, ValueError):
            raise
        except Exception as error:  # a zip file may be damaged in many ways
            message = f"{type(error).__name__}: {error}"
            raise OSError(message) from error

    @property
    def name(self) -> str:
        """Its name."""
        return self._header("Name") or printable(self._folder_name)

    @property
    def version(self) -> str:
        """Its version; empty where its metadata has none."""
        return self._header("Version")

    @property
    def summary(self) -> str:
        """What it says of itself, in a line."""
        return self._header("Summary")

    def headers(self, field: str) -> list[str]:
        """Return a field of its core metadata as often as it is given."""
        found = re.findall(rf"^{field}:[ \t]*(.*)$", self._head, re.MULTILINE | re.IGNORECASE)
        return [printable(value.strip()) for value in found]

    @property
    def needed(self) -> frozenset[str]:
        """Names of the distributions that it requires, and its own, in the form of :attr:`key`."""
        names = (NAME.match(value) for value in self.headers("Requires-Dist"))
        return frozenset(normalised(name[0]) for name in names if name) | {self.key}

    def _header(self, field: str) -> str:
        return next(iter(self.headers(field)), "")

    @cached_property
    def _head(self) -> str:
        for file in ("METADATA", "PKG-INFO"):
            try:
                text = self.read(file).decode("utf-8", "replace")
            except (OSError, ValueError):
                continue
            return text.replace("\r\n", "\n").partition("\n\n")[0]
        return ""

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()
