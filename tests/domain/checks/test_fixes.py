"""What is offered to put a finding right removes it, and is what a planner would do by hand."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.fixes import fixes, needs_note
from socplanner.domain.checks.run import check_role
from socplanner.domain.duty_edits import ChangeSourcing, MoveRoles, SetCells
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from tests.support.small_plan import (
    A1,
    B1,
    B2,
    CISO,
    IT,
    MSS,
    NOW,
    SOC,
    letters_by_party,
    small_plan,
    with_row,
)

IN, OUT, BOTH = Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH
NOT, OPEN = Sourcing.NOT_CARRIED_OUT, Sourcing.UNDECIDED


def finding_of(plan: Plan, rule: str, option: str, role_id: RoleId = A1) -> Finding:
    """Return the finding of `rule` about a role of `plan`."""
    role = plan.role(role_id)
    assert role is not None
    (finding,) = (
        each for each in check_role(plan, NOW, role) if (each.rule, each.variant) == (rule, option)
    )
    return finding


def moved(plan: Plan, area: Area, role: RoleId = A1) -> Plan:
    """Return `plan` with a role in `area`."""
    return MoveRoles(NOW, frozenset({role}), area).apply(plan)


def sourced(sourcing: Sourcing, role: RoleId = A1) -> ChangeSourcing:
    """Return the edit that sources a role otherwise."""
    return ChangeSourcing(NOW, frozenset({role}), sourcing)


def written(**cells: str) -> SetCells:
    """Return the edit that writes `cells` into the row."""
    return SetCells(NOW, tuple((A1, PartyId(party), Cell(cell)) for party, cell in cells.items()))


@pytest.mark.parametrize(
    ("sourcing", "cells", "rule", "option", "rows"),
    [
        (IN, {"soc": "R", "it": "C"}, "R01", "none", [{"ciso": "A", "soc": "R", "it": "C"}]),
        (
            IN,
            {"ciso": "A", "soc": "R", "it": "A/C"},
            "R01",
            "many",
            [{"ciso": "A", "soc": "R", "it": "C"}, {"soc": "R", "it": "A/C"}],
        ),
        (IN, {"ciso": "A", "soc": "C"}, "R02", "none", [{"ciso": "A", "soc": "R/C"}]),
        (OUT, {"soc": "A", "mss": "R", "it": "A"}, "R01", "many", None),
        (
            OUT,
            {"soc": "C", "mss": "A/R"},
            "D01",
            "provider-accountable",
            [{"ciso": "A", "soc": "C", "mss": "R"}],
        ),
        (
            OUT,
            {"mss": "R"},
            "D01",
            "nobody-inside",
            [{"ciso": "A", "soc": "C", "it": "C", "mss": "R"}],
        ),
        (IN, {"ciso": "A", "soc": "R", "mss": "R/C"}, "D02", "provider-performs", None),
        (BOTH, {"ciso": "A", "soc": "R"}, "D02", "no-provider", None),
        (BOTH, {"ciso": "A", "mss": "R"}, "D02", "no-internal", None),
        (OUT, {"ciso": "A", "cert": "R"}, "D02", "no-provider", None),
    ],
)
def test_each_fix_of_a_row_removes_the_finding(
    sourcing: Sourcing,
    cells: dict[str, str],
    rule: str,
    option: str,
    rows: list[dict[str, str]] | None,
) -> None:
    plan = with_row(small_plan(), A1, sourcing, **cells)
    suggested = fixes(plan, finding_of(plan, rule, option))
    assert suggested
    after = [fix.apply(plan) for fix in suggested]
    for fixed in after:
        role = fixed.role(A1)
        assert role is not None
        assert (rule, option) not in {
            (each.rule, each.variant) for each in check_role(fixed, NOW, role)
        }
    if rows is not None:
        assert [letters_by_party(duty(fixed, NOW, A1)) for fixed in after] == rows


def test_an_empty_row_is_filled_in_as_usual() -> None:
    plan = with_row(small_plan(), A1, OUT)
    (fix,) = fixes(plan, finding_of(plan, "R08", "empty"))
    assert letters_by_party(duty(fix.apply(plan), NOW, A1)) == {
        "ciso": "A",
        "soc": "C",
        "it": "C",
        "mss": "R",
        "cert": "I",
    }


@pytest.mark.parametrize(
    ("sourcing", "cells", "option", "suggested"),
    [
        (
            IN,
            {"ciso": "A", "soc": "R", "mss": "R/C"},
            "provider-performs",
            (sourced(BOTH), written(mss="C")),
        ),
        (IN, {"ciso": "A", "mss": "R"}, "provider-performs", (sourced(OUT), written(mss=""))),
        (OUT, {"ciso": "A", "soc": "R"}, "internal-performs", (sourced(IN), written(soc=""))),
        (IN, {"ciso": "A", "cert": "R"}, "no-internal", (written(soc="R"),)),
        (OUT, {"ciso": "A", "soc": "R"}, "no-provider", (written(mss="R"), sourced(IN))),
        (
            BOTH,
            {"ciso": "A", "mss": "R"},
            "no-internal",
            (written(soc="R", mss="R"), sourced(OUT)),
        ),
        (NOT, {"mss": "A/R"}, "performed-anyway", (sourced(OUT), written(mss="A"))),
    ],
)
def test_sourcing_and_letters_can_each_be_fixed(
    sourcing: Sourcing, cells: dict[str, str], option: str, suggested: tuple[object, ...]
) -> None:
    plan = with_row(small_plan(), A1, sourcing, **cells)
    assert fixes(plan, finding_of(plan, "D02", option)) == suggested


def test_a_role_that_is_not_placed_goes_where_the_catalogue_has_it() -> None:
    plan = moved(with_row(small_plan(), A1, IN, ciso="A", soc="R"), Area.UNPLACED)
    move = MoveRoles(NOW, frozenset({A1}), Area.I)
    assert fixes(plan, finding_of(plan, "R00", "area")) == (move,)
    elsewhere = moved(plan, Area.III)
    assert fixes(elsewhere, finding_of(elsewhere, "D03", "area")) == (move,)
    nowhere = with_row(small_plan(), B1, IN, ciso="A", soc="R")
    assert fixes(nowhere, finding_of(nowhere, "R00", "area", B1)) == ()


def test_an_undecided_role_is_sourced_by_the_pattern_of_its_phase() -> None:
    plan = with_row(small_plan("all"), A1, OPEN)
    finding = finding_of(plan, "R00", "sourcing")
    assert fixes(plan, finding) == (sourced(IN),)
    against = with_row(small_plan("all"), A1, OUT, ciso="A", mss="R")
    assert fixes(against, finding_of(against, "D03", "pattern")) == (sourced(IN),)
    free = replace(plan, phases=tuple(replace(each, pattern=None) for each in plan.phases))
    assert fixes(free, finding) == ()
    strange = replace(plan, phases=tuple(replace(each, pattern="gone") for each in plan.phases))
    assert fixes(strange, finding) == ()


def test_a_role_that_no_party_can_perform_has_no_sourcing_fix() -> None:
    plan = with_row(small_plan("all"), A1, OPEN)
    alone = replace(plan, parties=tuple(each for each in plan.parties if each.is_provider))
    assert fixes(alone, finding_of(alone, "R00", "sourcing")) == ()


def test_a_role_without_usual_letters_has_no_fix() -> None:
    plan = with_row(small_plan(), B2, IN)
    assert fixes(plan, finding_of(plan, "R08", "empty", B2)) == ()
    one_letter = with_row(small_plan(), B2, IN, cert="C")
    assert fixes(one_letter, finding_of(one_letter, "R02", "none", B2)) == ()


def test_a_finding_without_its_role_or_for_a_person_to_resolve_has_no_fix() -> None:
    plan = with_row(small_plan(), A1, IN)
    finding = finding_of(plan, "R08", "empty")
    assert fixes(plan, finding._replace(phase=PhaseId("gone"))) == ()
    assert fixes(plan, finding._replace(role=RoleId("x:gone"))) == ()
    assert fixes(plan, finding._replace(role=None)) == ()
    assert fixes(plan, finding._replace(rule="R06", variant="none")) == ()


def test_a_reason_is_for_the_planner_to_write() -> None:
    no_reason = finding_of(with_row(small_plan(), A1, NOT), "D02", "no-reason")
    assert needs_note(no_reason)
    assert needs_note(Finding("P01", "no-note", Severity.WARNING, NOW, A1, (CISO, SOC, IT, MSS)))
    assert not needs_note(no_reason._replace(variant="performed-anyway"))
    assert not needs_note(no_reason._replace(rule="P01"))


def test_a_fix_that_would_be_rejected_is_left_out() -> None:
    plan = with_row(small_plan(), A1, IN, ciso="A", soc="R", it="A")
    finding = finding_of(plan, "R01", "many")
    gone = finding._replace(parties=(PartyId("gone"), IT))
    assert fixes(plan, gone) == (written(it=""),)
