"""``companyprofiles schema``."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["schema"]


@click.command()
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)
def schema(output: Path | None) -> None:
    """Print the JSON Schema of a profile's data files, for editors.

    It knows the properties of the core and of the installed plugins; print it again when a plugin
    came, went or changed.
    """
    import json

    from companyprofiles import _catalog
    from companyprofiles._schema import schema as made_of

    text = json.dumps(made_of(_catalog.installed().vocabulary), ensure_ascii=False, indent=2)
    if output is None:
        click.echo(text)
    else:
        try:
            output.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            raise click.BadParameter(str(error), param_hint="--output") from error
