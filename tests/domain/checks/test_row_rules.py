"""Every rule has rows it fires at and rows it leaves alone: the table of what a sourcing asks."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_conditions import STAGES
from socplanner.domain.checks.run import check_role
from socplanner.domain.phases import duty, with_duties
from socplanner.domain.plan import Plan
from tests.support.small_plan import A1, NOW, small_plan, with_row

IN, OUT, BOTH = Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH
NOT, OPEN = Sourcing.NOT_CARRIED_OUT, Sourcing.UNDECIDED
GOOD = {
    IN: {"ciso": "A", "soc": "R"},
    OUT: {"ciso": "A", "mss": "R"},
    BOTH: {"ciso": "A", "soc": "R", "mss": "R"},
}


RULES = {condition.rule for stage in STAGES for condition in stage.conditions}


def _findings(plan: Plan) -> tuple[Finding, ...]:
    """Return what the rules of this page say; advice is left to a page of its own."""
    role = plan.role(A1)
    assert role is not None
    return tuple(each for each in check_role(plan, NOW, role) if each.rule in RULES)


def _fired(plan: Plan) -> set[str]:
    return {f"{each.rule} {each.variant}" for each in _findings(plan)}


def _row(sourcing: Sourcing, **cells: str) -> set[str]:
    return _fired(with_row(small_plan(), A1, sourcing, **cells))


def _noted(plan: Plan, note: str) -> Plan:
    return with_duties(plan, NOW, {A1: replace(duty(plan, NOW, A1), note=note)})


@pytest.mark.parametrize("sourcing", list(GOOD))
def test_a_row_as_it_should_be_is_left_alone(sourcing: Sourcing) -> None:
    assert _row(sourcing, **GOOD[sourcing]) == set()


@pytest.mark.parametrize(
    ("sourcing", "cells"),
    [
        (IN, {"ciso": "A/R"}),
        (IN, {"ciso": "A", "soc": "R", "it": "R", "cert": "I"}),
        (IN, {"ciso": "A", "soc": "R", "mss": "C"}),
        (OUT, {"ciso": "A", "mss": "R", "cert": "R"}),
        (OUT, {"ciso": "A", "soc": "C", "mss": "R"}),
        (BOTH, {"soc": "A/R", "mss": "R"}),
    ],
)
def test_other_sound_rows_are_left_alone_too(sourcing: Sourcing, cells: dict[str, str]) -> None:
    assert _row(sourcing, **cells) == set()


@pytest.mark.parametrize("cells", [{}, {"ciso": "A"}, {"mss": "A/R"}])
def test_an_undecided_role_has_that_finding_alone(cells: dict[str, str]) -> None:
    assert _row(OPEN, **cells) == {"R00 sourcing"}


def test_a_role_not_placed_has_that_finding_alone() -> None:
    plan = with_row(small_plan(), A1, IN)
    plan = with_duties(plan, NOW, {A1: replace(duty(plan, NOW, A1), area=Area.UNPLACED)})
    assert _fired(plan) == {"R00 area"}


@pytest.mark.parametrize("sourcing", list(GOOD))
def test_an_empty_row_has_that_finding_alone(sourcing: Sourcing) -> None:
    assert _row(sourcing) == {"R08 empty"}


@pytest.mark.parametrize("sourcing", list(GOOD))
def test_a_party_is_accountable_whatever_the_sourcing(sourcing: Sourcing) -> None:
    cells = {party: cell for party, cell in GOOD[sourcing].items() if cell != "A"}
    result = _row(sourcing, it="C", **cells)
    assert result == {"R01 none"}


@pytest.mark.parametrize("sourcing", list(GOOD))
def test_only_one_is_accountable_whatever_the_sourcing(sourcing: Sourcing) -> None:
    plan = with_row(small_plan(), A1, sourcing, it="A", **GOOD[sourcing])
    (finding,) = _findings(plan)
    assert (finding.rule, finding.variant, finding.severity) == ("R01", "many", Severity.ERROR)
    assert finding.parties == ("ciso", "it")


@pytest.mark.parametrize(
    ("sourcing", "more"),
    [(IN, {"D02 no-internal"}), (OUT, {"D02 no-provider"})],
)
def test_a_party_performs_whatever_the_sourcing(sourcing: Sourcing, more: set[str]) -> None:
    assert _row(sourcing, ciso="A", soc="C") == {"R02 none", *more}


def test_both_without_anybody_performing_lacks_both() -> None:
    assert _row(BOTH, ciso="A") == {"R02 none", "D02 no-internal", "D02 no-provider"}


def test_a_cell_that_is_still_open_is_no_letter() -> None:
    assert _row(IN, soc="?") == {"R01 none", "R02 none", "D02 no-internal"}
    assert _row(OUT, soc="?", mss="R") == {"R01 none", "D01 nobody-inside"}


@pytest.mark.parametrize("sourcing", list(GOOD))
def test_accountability_never_leaves_the_organisation(sourcing: Sourcing) -> None:
    cells = {party: cell for party, cell in GOOD[sourcing].items() if cell != "A"}
    cells["mss"] = "A/R" if "mss" in cells else "A"
    plan = with_row(small_plan(), A1, sourcing, it="C", **cells)
    (finding,) = _findings(plan)
    assert (finding.rule, finding.variant) == ("D01", "provider-accountable")
    assert finding.parties == ("mss",)


@pytest.mark.parametrize("inside", [{}, {"soc": "I"}, {"cert": "C"}])
def test_a_provider_is_not_left_alone_with_the_work(inside: dict[str, str]) -> None:
    assert _row(OUT, mss="R", **inside) == {"R01 none", "D01 nobody-inside"}


@pytest.mark.parametrize("letter", ["C", "C/I"])
def test_a_consulted_internal_party_is_involved_in_outsourced_work(letter: str) -> None:
    assert _row(OUT, mss="R", soc=letter) == {"R01 none"}


@pytest.mark.parametrize(
    ("sourcing", "cells", "result"),
    [
        (IN, {"ciso": "A", "soc": "R", "mss": "R"}, {"D02 provider-performs"}),
        (IN, {"ciso": "A", "mss": "R"}, {"D02 provider-performs", "D02 no-internal"}),
        (IN, {"ciso": "A", "cert": "R"}, {"D02 no-internal"}),
        (OUT, {"ciso": "A", "soc": "R", "mss": "R"}, {"D02 internal-performs"}),
        (OUT, {"ciso": "A", "soc": "R"}, {"D02 internal-performs", "D02 no-provider"}),
        (OUT, {"ciso": "A", "cert": "R"}, {"D02 no-provider"}),
        (BOTH, {"ciso": "A", "soc": "R"}, {"D02 no-provider"}),
        (BOTH, {"ciso": "A", "mss": "R"}, {"D02 no-internal"}),
    ],
)
def test_performing_parties_agree_with_the_sourcing(
    sourcing: Sourcing, cells: dict[str, str], result: set[str]
) -> None:
    assert _row(sourcing, **cells) == result


def test_a_role_not_performed_needs_a_reason_and_nothing_else() -> None:
    plan = with_row(small_plan(), A1, NOT)
    (finding,) = _findings(plan)
    assert (finding.rule, finding.variant, finding.severity) == (
        "D02",
        "no-reason",
        Severity.WARNING,
    )
    assert _fired(_noted(plan, "  \n")) == {"D02 no-reason"}
    assert _fired(_noted(plan, "Bought with the building")) == set()


def test_a_role_not_performed_has_no_performing_party() -> None:
    plan = _noted(with_row(small_plan(), A1, NOT, mss="A/R", it="A", cert="R"), "Not needed")
    (finding,) = _findings(plan)
    assert (finding.rule, finding.variant) == ("D02", "performed-anyway")
    assert finding.severity is Severity.WARNING
    assert finding.parties == ("mss", "cert")


def test_a_finding_has_its_phase_and_role() -> None:
    (finding,) = _findings(with_row(small_plan(), A1, IN))
    assert (finding.phase, finding.role, finding.parties) == (NOW, A1, ())


def test_every_rule_of_the_table_has_a_stage() -> None:
    assert {"R00", "R08", "R01", "R02", "D01", "D02"} == RULES
