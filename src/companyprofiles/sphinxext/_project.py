"""Documents that are in no source folder: Sphinx's project, with stubs among its files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sphinx.project import Project
from sphinx.util import logging

from companyprofiles.sphinxext._stubs import SUFFIX

__all__ = ["VirtualDocuments", "add_documents"]

logger = logging.getLogger(__name__)


class VirtualDocuments(Project):
    """A project that also has documents which lie elsewhere.

    Only methods that Sphinx documents are overridden. Relative to the source folder such a document
    is called by its name alone, so that no path of the machine gets into the output.
    """

    virtual_folder: Path
    virtual_documents: Mapping[str, Path]

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        """Find the documents in the source folder, and add ours."""
        excluded = list(exclude_paths)
        folder, source = self.virtual_folder.resolve(), Path(self.srcdir).resolve()
        if folder.is_relative_to(source):
            # The output folder may lie in the source folder without being excluded.
            excluded.append(f"{folder.relative_to(source).as_posix()}/**")
        found = super().discover(excluded, include_paths)
        for docname in [name for name in self.virtual_documents if name in found]:
            logger.info("companyprofiles: the source folder has its own %s", docname)
        self.virtual_documents = {
            name: path for name, path in self.virtual_documents.items() if name not in found
        }
        found.update(self.virtual_documents)
        return found

    def doc2path(self, docname: str, absolute: bool) -> Any:  # noqa: FBT001, Sphinx's own signature
        """Return where a document lies, or its name with a suffix."""
        path = self.virtual_documents.get(docname)
        usual = super().doc2path(docname, absolute)
        if path is None:
            return usual
        return type(usual)(path if absolute else docname + SUFFIX)

    def path2doc(self, filename: str | os.PathLike[str]) -> str | None:
        """Return the name of the document that a file is."""
        for docname, path in self.virtual_documents.items():
            if Path(filename) == path:
                return docname
        return super().path2doc(filename)

    def __reduce__(self) -> tuple[Any, ...]:
        """Store it as the project it was, so that a later build can do without this extension."""
        state = {
            name: value for name, value in vars(self).items() if not name.startswith("virtual_")
        }
        plain_class = next(
            cls for cls in type(self).__mro__[1:] if not issubclass(cls, VirtualDocuments)
        )
        return (object.__new__, (plain_class,), state)


def add_documents(project: Project, folder: Path, documents: Mapping[str, Path]) -> None:
    """Give a project further documents, whatever class it has.

    Args:
        project: The project of a build.
        folder: Folder that the documents lie in.
        documents: Files of the documents by name.
    """
    if not isinstance(project, VirtualDocuments):
        name = f"Virtual{type(project).__name__}"
        project.__class__ = type(name, (VirtualDocuments, type(project)), {})
    project.virtual_folder = folder  # type: ignore[attr-defined]
    project.virtual_documents = dict(documents)  # type: ignore[attr-defined]
