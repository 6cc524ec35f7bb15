"""The core's own exporters."""

import json

from companyprofiles import Profile
from tests.contracts import ExporterContract


class TestJson(ExporterContract):
    name = "json"

    def read(self, content: bytes) -> None:
        document = json.loads(content)

        assert Profile.from_dict(document).to_dict() == document
