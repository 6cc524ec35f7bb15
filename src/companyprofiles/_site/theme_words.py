"""A Sphinx extension: words of the theme in the languages that the theme itself lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["setup"]

LOCALE = Path(__file__).parent / "theme" / "locale"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let Sphinx look for words in the theme's catalogs, where its own lack them."""
    app.add_message_catalog("sphinx", str(LOCALE))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
