"""`new` makes a whole plan by a pattern, and never where a file is already."""

from pathlib import Path

import pytest

from socplanner.cli.arguments import PATTERN
from socplanner.domain.catalogue import Catalogue
from socplanner.domain.checks.run import check_plan, has_errors
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.plan import Plan
from socplanner.services.plan_files import open_plan
from tests.cli.conftest import Run
from tests.support.machine import set_for_machine


def _made(*options: str, run: Run) -> Plan:
    assert run("new", "plan.socplan", *options).code == 0
    return open_plan(Path("plan.socplan")).plan


def test_without_options_it_is_the_hybrid_pattern_and_one_phase(run: Run) -> None:
    plan = _made(run=run)
    assert [(phase.id, phase.pattern) for phase in plan.phases] == [("now", "hybrid")]
    assert plan.organisation == "Our organisation"
    assert len(plan.parties) == 10


def test_a_target_is_a_second_phase(run: Run) -> None:
    plan = _made("--pattern", "minimum-insource", "--target", "minimum-outsource", run=run)
    assert [(phase.id, phase.pattern) for phase in plan.phases] == [
        ("now", "minimum-insource"),
        ("target", "minimum-outsource"),
    ]
    assert (plan.phases[0].name.ja, plan.phases[1].name.en) == ("現状", "Target")


@pytest.mark.parametrize(
    "pattern", ["minimum-insource", "hybrid", "minimum-outsource", "full-insource"]
)
def test_every_pattern_makes_a_plan_without_errors(run: Run, pattern: str) -> None:
    assert not has_errors(check_plan(_made("--pattern", pattern, run=run)))


def test_the_help_names_every_pattern_of_the_catalogue(catalogue: Catalogue) -> None:
    assert all(pattern.id in PATTERN.about for pattern in catalogue.patterns)


def test_the_organisation_has_the_requested_name(run: Run) -> None:
    plan = _made("--organisation", "  𠮷野家 & Sons ", "--language", "ja", run=run)
    assert plan.organisation == "𠮷野家 & Sons"


def test_every_plan_has_an_id_of_its_own(run: Run) -> None:
    first = _made(run=run)
    Path("plan.socplan").unlink()
    assert _made(run=run).id != first.id


@pytest.mark.parametrize("content", [b"", b"mine"])
def test_a_file_that_is_there_is_kept(run: Run, content: bytes) -> None:
    Path("plan.socplan").write_bytes(content)
    assert run("new", "plan.socplan").code == 2
    assert Path("plan.socplan").read_bytes() == content


def test_a_link_that_leads_nowhere_is_kept_too(run: Run) -> None:
    Path("plan.socplan").symlink_to("elsewhere")
    assert run("new", "plan.socplan").code == 2
    assert not Path("elsewhere").exists()


def test_a_new_plan_begins_as_is_set_for_the_machine(run: Run) -> None:
    set_for_machine({"letter-set": "rasci", "tlp": "amber", "classification": "社外秘"})
    plan = _made(run=run)
    assert plan.letter_set is LETTER_SETS["rasci"]
    assert plan.marking == Marking(Tlp.AMBER, "社外秘")
    Path("plan.socplan").unlink()
    assert _made("--letter-set", "daci", run=run).letter_set is LETTER_SETS["daci"]


def test_a_new_plan_has_the_requested_parties(run: Run) -> None:
    result = run("new", "works.socplan", "--parties", "mss, csirt,hr", "--pattern", "hybrid")
    assert result.code == 0
    plan = open_plan(Path("works.socplan")).plan
    assert [party.id for party in plan.parties] == ["csirt", "mss", "hr"]


def test_a_party_that_the_catalogue_has_not_is_refused_with_those_it_has(run: Run) -> None:
    result = run("new", "works.socplan", "--parties", "csirt,sco")
    assert result.code == 2
    assert "“--parties” cannot be “sco”: choose one of ciso, mgmt" in result.refused
    assert not Path("works.socplan").exists()
