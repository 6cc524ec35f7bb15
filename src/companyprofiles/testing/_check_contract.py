"""What every check keeps to."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from companyprofiles._checks.results import Result
from companyprofiles._checks.runner import run_checks
from companyprofiles.hookspecs import Check
from companyprofiles.testing._examples import run_example
from companyprofiles.testing._plugin_contract import Contract
from companyprofiles.testing._samples import samples

__all__ = ["CheckContract"]

CORE_PREFIX = "CP"


class CheckContract(Contract):
    """Tests of a check: its examples show the rule, and it stands any profile.

    A subclass names the plugin and the check.
    """

    name: ClassVar[str]
    """Code of the check."""

    @cached_property
    def rule(self) -> Check:
        """The check itself."""
        return self.catalog.host.checks()[self.name]

    def run(self, text: str) -> list[Result]:
        """Hold a data file, complete or beside that of Acme, to the check and to the core's."""
        return run_example(text, self.rule, catalog=self.catalog)

    def test_its_code_is_not_of_the_core(self) -> None:
        """The letters CP belong to the core's checks."""
        assert not self.name.startswith(CORE_PREFIX)

    def test_it_is_told_in_full_sentences(self) -> None:
        """What the rule is, why there is one, and what to do."""
        rule = self.rule

        assert rule.summary[:1].isupper(), rule.summary
        assert not rule.summary.endswith("."), rule.summary
        for paragraph in rule.explanation.split("\n\n"):
            assert paragraph[:1].isupper() or paragraph[:1] == "`", paragraph
            assert paragraph.rstrip().endswith("."), paragraph
        assert rule.explanation.count("`") % 2 == 0

    def test_the_failing_example_breaks_that_rule_alone(self) -> None:
        """No other check finds anything in it, so that it shows this one."""
        found = self.run(self.rule.failing)

        assert {result.code for result in found} == {self.name}, _lines(found)

    def test_the_passing_example_breaks_no_rule(self) -> None:
        """Nor does any other check find anything in it."""
        assert _lines(self.run(self.rule.passing)) == ""

    def test_a_finding_says_what_to_do(self) -> None:
        """A message is one sentence or more."""
        for result in self.run(self.rule.failing):
            assert result.problem.message.endswith("."), result.problem.message

    def test_it_stands_any_profile(self) -> None:
        """A profile of which little is known, one of which much is, and hostile texts."""
        for profile in samples(self.catalog).values():
            run_checks(lambda profile=profile: profile, {self.name: self.rule})  # type: ignore[misc]


def _lines(results: list[Result]) -> str:
    return "\n".join(result.line for result in results)
