"""What the tests find outside the repository: published data, and a browser."""

import os
import shutil
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MARKERS = {"browser": "browser", "shared_data": "realdata"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use a fixture of this file, before ``-m`` picks by marker."""
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in MARKERS:
                item.add_marker(MARKERS[fixture])


@pytest.fixture(autouse=True)
def words_in_english() -> None:
    """Forget the language of a site built before: Sphinx keeps it for the whole process."""
    if "sphinx.locale" in sys.modules:
        sys.modules["sphinx.locale"].translators.clear()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of data published by others, which is not part of the repository."""
    default = REPOSITORY.parent / "shared" / "data"
    folder = Path(os.environ.get("COMPANYPROFILES_SHARED_DATA") or default)
    if not folder.is_dir():
        pytest.skip(f"no published data in {folder}; COMPANYPROFILES_SHARED_DATA may name a folder")
    return folder


@pytest.fixture(scope="session")
def browser() -> str:
    """Path of a Chromium or Chrome."""
    found = os.environ.get("COMPANYPROFILES_BROWSER") or next(
        filter(None, map(shutil.which, BROWSERS)), None
    )
    if not found:
        pytest.skip("no Chromium or Chrome on the PATH; COMPANYPROFILES_BROWSER may name one")
    return found
