"""Checks are chosen by their codes, or by how codes begin."""

import pytest

from companyprofiles._checks import builtin_checks
from companyprofiles._checks.selection import selected
from companyprofiles.errors import UnknownNameError

CHECKS = {check.name: check for check in builtin_checks()}


@pytest.mark.parametrize(
    "select, ignore, chosen",
    [
        ([], [], {"CP001", "CP002", "CP101", "CP102"}),
        (["CP101"], [], {"CP101"}),
        (["cp1"], [], {"CP101", "CP102"}),
        ([" CP0 ", "CP101"], [], {"CP001", "CP002", "CP101"}),
        ([], ["CP1"], {"CP001", "CP002"}),
        (["CP1"], ["CP101"], {"CP102"}),
        (["CP101"], ["CP1"], {"CP101"}),
        (["CP101"], ["CP101"], set()),
        (["CP"], ["CP"], set()),
        (["CP", "CP102"], ["CP1"], {"CP001", "CP002", "CP102"}),
    ],
)
def test_the_longer_name_decides(select, ignore, chosen):
    few = {code: CHECKS[code] for code in ("CP001", "CP002", "CP101", "CP102")}

    assert set(selected(few, select, ignore)) == chosen


@pytest.mark.parametrize("name", ["CP111", "cp111"])
def test_an_unknown_code_suggests_a_near_one(name):
    suggestion = f"^there is no check '{name}'. Did you mean 'CP101'"

    with pytest.raises(UnknownNameError, match=suggestion):
        selected(CHECKS, [name])
    with pytest.raises(UnknownNameError, match=suggestion):
        selected(CHECKS, [], [name])


def test_nothing_is_no_name():
    with pytest.raises(UnknownNameError, match=r"^there is no check ''"):
        selected(CHECKS, [""])
