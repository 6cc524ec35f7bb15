"""``companyprofiles schema``."""

from __future__ import annotations

from pathlib import Path

import click

from companyprofiles._commands import to_file, write

__all__ = ["schema"]


@click.command()
@to_file
def schema(output: Path | None) -> None:
    """Print the JSON Schema of a profile's data files, for editors.

    It knows the properties of the core and of the installed plugins. Print it again when one of
    them changed.
    """
    import json

    from companyprofiles import _catalog
    from companyprofiles._schema import schema as made_from

    made = made_from(_catalog.installed().vocabulary)
    write(f"{json.dumps(made, ensure_ascii=False, indent=2)}\n".encode(), output)
