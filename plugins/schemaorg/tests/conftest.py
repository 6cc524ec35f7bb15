"""Published data, found as the core's tests find it."""

from tests.conftest import pytest_collection_modifyitems, shared_data

__all__ = ["pytest_collection_modifyitems", "shared_data"]
