"""Companies and plugins made up in a folder, installed as long as a test runs."""

from __future__ import annotations

from collections.abc import Iterable

from companyprofiles._discovery import PLUGINS, PROFILES
from companyprofiles._distributions import MadeUpDistributions
from companyprofiles.testing._examples import EXAMPLES

__all__ = ["TemporaryDistributions"]


class TemporaryDistributions(MadeUpDistributions):
    """A folder of made-up distributions; within ``with`` they are installed.

    ::

        def test_an_installed_company_is_found(tmp_path):
            with TemporaryDistributions(tmp_path) as made:
                made.company("acme")

                assert companyprofiles.get("acme").id == "acme"

    Args:
        folder: The folder, which is made if need be.
    """

    def company(
        self, company_id: str, text: str = "", code: str = "", *, requires: Iterable[str] = ()
    ) -> None:
        """Install the profile of a company: a package with a data file, and its metadata.

        Args:
            company_id: Id of the company.
            text: The data file; by default that of Acme, under this id.
            code: Code of the package.
            requires: What its distribution requires, such as that of a vocabulary.
        """
        if not text:
            acme = (EXAMPLES / "acme" / "acme.toml").read_text(encoding="utf-8")
            text = acme.replace('id = "acme"', f'id = "{company_id}"', 1)
        module = f"companyprofiles_{company_id.replace('-', '_')}"
        self.module(module, code, company=text)
        self.distribution(
            f"companyprofiles-{company_id}",
            f"[{PROFILES}]\n{company_id} = {module}\n",
            summary=f"Facts about {company_id}",
            requires=requires,
        )

    def plugin(self, name: str, code: str = "") -> None:
        """Install a capability plugin: a package with hooks, and its metadata.

        Args:
            name: Name of the plugin.
            code: Code of the package.
        """
        module = f"companyprofiles_{name.replace('-', '_')}"
        self.module(module, code)
        self.distribution(f"companyprofiles-{name}", f"[{PLUGINS}]\n{name} = {module}\n")
