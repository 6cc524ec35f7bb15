"""Asserts of contracts tell what they compared, as those of a test file do."""

from __future__ import annotations

import sys

__all__: list[str] = []

CONTRACTS = ("check", "exporter", "plugin", "profile", "section", "vocabulary")

# pytest rewrites the asserts of test files alone, unless it is told of others before their import.
if pytest := sys.modules.get("pytest"):
    pytest.register_assert_rewrite(*(f"{__package__}._{kind}_contract" for kind in CONTRACTS))
