"""`new` makes a plan in any letter set that is shipped."""

from pathlib import Path

import pytest

from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services.catalogues import catalogue_of
from tests.cli.conftest import Run


@pytest.mark.parametrize("set_id", LETTER_SETS)
def test_a_plan_is_made_with_the_requested_letter_set(run: Run, set_id: str) -> None:
    assert run("new", "plan.socplan", "--letter-set", set_id).code == 0
    plan = loads(Path("plan.socplan").read_bytes(), catalogue_of).plan
    assert plan.letter_set is LETTER_SETS[set_id]
    assert run("check", "plan.socplan").code == 0


def test_unknown_letter_sets_are_refused_with_the_known_ones(run: Run) -> None:
    result = run("new", "plan.socplan", "--letter-set", "rapid", "--language", "en")
    assert result.code == 2
    assert "choose one of raci, rasci, raci-vs, daci" in result.refused
    assert not Path("plan.socplan").exists()
