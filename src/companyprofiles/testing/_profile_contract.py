"""What every profile keeps to."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from companyprofiles._catalog import installed
from companyprofiles._checks.runner import run_checks
from companyprofiles._profile import Profile

__all__ = ["ProfileContract"]


class ProfileContract:
    """Tests of a company's profile: it is installed, is read, and no check finds an error in it.

    A subclass names the company.
    """

    company: ClassVar[str]
    """Id of the company."""

    @cached_property
    def profile(self) -> Profile:
        """The profile itself."""
        return installed().get(self.company)

    def test_it_is_installed(self) -> None:
        """An entry point has its id, and its distribution says what it is."""
        assert self.company in installed().companies, (
            f"no installed entry point is called {self.company!r}. "
            "Add it to pyproject.toml, and install the distribution again."
        )
        assert installed().companies[self.company].summary

    def test_no_check_finds_an_error(self) -> None:
        """What ``companyprofiles check`` says."""
        checks = installed().host.checks()
        found = run_checks(lambda: installed().get(self.company), checks)
        errors = [result.line for result in found if result.is_error]

        assert not errors, "\n".join(["", *errors])

    def test_it_says_what_one_may_do_with_it_and_how_recent_it_is(self) -> None:
        """Licence of the data, and the day up to which sources were read."""
        assert self.profile.licence
        assert self.profile.data_cut_off is not None

    def test_every_name_is_in_one_of_its_languages(self) -> None:
        """Pages in these languages call everything by its name."""
        languages = set(self.profile.languages)

        assert languages
        assert [e.id for e in self.profile.entities if not languages & set(e.name)] == []

    def test_it_comes_back_from_plain_data_unchanged(self) -> None:
        """What exports and other programs rely on."""
        assert Profile.from_dict(self.profile.to_dict()) == self.profile
