"""P02 to P06: how a role, or a phase, is reached from the phase before."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Pattern, Sourcing
from socplanner.domain.check_edits import SetThresholds
from socplanner.domain.checks.run import check_parties, check_phase, check_role
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.history import History
from socplanner.domain.letters import Cell
from socplanner.domain.party_edits import ChangeParty
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import Prerequisite, PrerequisiteKind, StatedMove
from socplanner.domain.staffing_edits import SetPeople
from socplanner.domain.staffing_inputs import People
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from tests.support.small_plan import (
    A1,
    A2,
    A3,
    A4,
    CISO,
    NOW,
    SOC,
    TARGET,
    small_catalogue,
    small_plan,
    text,
)

PLAN = small_plan()
"""A-3 and A-4 go in-house in the later of its two phases; the SOC performs them."""

RULES = {"P02", "P03", "P04", "P05", "P06"}
DATED = StatedMove(begins="2027-04-01", ends="2027-09-30")


def named(plan: Plan) -> list[str]:
    """Return the findings of the later phase by these rules, role by role and then the phase."""
    of_roles = [
        f"{each.rule} {each.variant}"
        for role in plan.roles()
        for each in check_role(plan, TARGET, role)
        if each.rule in {"P02", "P05", "P06"}
    ]
    of_phase = [
        f"{each.rule} {each.variant}"
        for each in check_parties(plan, TARGET, duties(plan, TARGET).values())
        if each.rule in {"P03", "P04"}
    ]
    everything = [f"{each.rule} {each.variant}" for each in check_phase(plan, TARGET)]
    assert [each for each in everything if each[:3] in RULES] == [
        *of_roles,
        *of_phase,
    ]
    return [*of_roles, *of_phase]


def needing(move: StatedMove, *prerequisites: Prerequisite, role: object = A1) -> Plan:
    """Return the plan with a move that needs something."""
    stated = move._replace(prerequisites=prerequisites)
    return SetMove(TARGET, A1, stated).apply(PLAN)


def test_the_plan_tried_has_none_of_them() -> None:
    assert named(PLAN) == []


@pytest.mark.parametrize("kind", ["hiring", "contract", "document"])
def test_a_prerequisite_must_be_there_when_the_move_begins(kind: PrerequisiteKind) -> None:
    assert named(needing(DATED, Prerequisite(kind, day="2027-04-01"))) == []
    assert named(needing(DATED, Prerequisite(kind))) == []
    assert named(needing(StatedMove(ends="2027-09-30"), Prerequisite(kind, day="2028-01-01"))) == []
    late = needing(DATED, Prerequisite(kind, name="It", day="2027-04-02"))
    assert named(late) == [f"P02 {kind}"]
    finding = next(each for each in check_phase(late, TARGET) if each.rule == "P02")
    assert dict(finding.values) == {"day": "2027-04-02", "begins": "2027-04-01", "what": "It"}
    done = needing(DATED._replace(status="done"), Prerequisite(kind, day="2027-04-02"))
    assert named(done) == []


def test_the_move_of_another_role_must_have_ended() -> None:
    plan = needing(DATED, Prerequisite("role", A2))
    assert named(plan) == []
    late = SetMove(TARGET, A2, StatedMove(ends="2027-05-31")).apply(plan)
    assert named(late) == ["P02 role"]
    done = SetMove(TARGET, A2, StatedMove(ends="2027-05-31", status="done")).apply(plan)
    assert named(done) == []
    earlier = SetMove(TARGET, A2, StatedMove(ends="2027-04-01")).apply(plan)
    assert named(earlier) == []
    dated = needing(DATED, Prerequisite("role", A2, day="2027-04-01"))
    assert named(SetMove(TARGET, A2, StatedMove(ends="2027-05-31")).apply(dated)) == []


def test_a_role_does_not_go_inhouse_before_people_are_hired() -> None:
    hired = Prerequisite("hiring", day="2027-12-01")
    stated = DATED._replace(prerequisites=(hired,))
    assert named(SetMove(TARGET, A3, stated).apply(PLAN)) == ["P05 hired-later"]
    assert named(SetMove(TARGET, A1, stated).apply(PLAN)) == ["P02 hiring"]
    sooner = DATED._replace(prerequisites=(hired._replace(day="2027-06-01"),))
    assert named(SetMove(TARGET, A3, sooner).apply(PLAN)) == ["P02 hiring"]


def test_a_role_does_not_go_inhouse_without_people() -> None:
    none = SetPeople(TARGET, SOC, People(0)).apply(PLAN)
    assert named(none)[:2] == ["P05 no-people", "P05 no-people"]
    assert "P05 no-people" not in named(SetPeople(TARGET, SOC, People(5)).apply(none))
    before = SetPeople(NOW, SOC, People(0)).apply(PLAN)
    assert named(before)[:2] == ["P05 no-people", "P05 no-people"]
    helped = SetCells(TARGET, ((A3, CISO, Cell("A/R")),)).apply(none)
    assert named(helped).count("P05 no-people") == 1


def test_a_contract_does_not_end_before_the_role_takes_over() -> None:
    ending = Prerequisite("contract", name="Watch", until="2027-09-29")
    plan = needing(DATED, ending)
    assert named(plan) == ["P06 gap"]
    finding = next(each for each in check_phase(plan, TARGET) if each.rule == "P06")
    assert dict(finding.values) == {"until": "2027-09-29", "day": "2027-09-30", "what": "Watch"}
    assert named(needing(DATED, ending._replace(until="2027-09-30"))) == []
    assert named(needing(DATED._replace(status="done"), ending)) == []
    assert named(needing(StatedMove(), ending)) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2027-03-01", []), ("2027-04-01", []), ("2027-04-02", ["P02 contract", "P06 gap"])],
)
def test_a_contract_is_followed_by_the_next_one_without_a_gap(
    day: str, expected: list[str]
) -> None:
    ending = Prerequisite("contract", until="2027-03-31")
    assert named(needing(DATED, ending, Prerequisite("contract", day=day))) == expected


def test_not_too_many_roles_go_inhouse_in_one_phase() -> None:
    assert named(SetThresholds({"inhouse-roles": 2}).apply(PLAN)) == []
    assert named(SetThresholds({"inhouse-roles": 1}).apply(PLAN)) == ["P03 many"]
    fewer = ChangeSourcing(TARGET, frozenset({A4}), Sourcing.OUTSOURCE).apply(PLAN)
    assert named(SetThresholds({"inhouse-roles": 1}).apply(fewer)) == []


def test_no_more_roles_go_inhouse_than_there_are_people() -> None:
    assert named(SetPeople(TARGET, SOC, People(1)).apply(PLAN)) == ["P03 people"]
    assert named(SetPeople(TARGET, SOC, People(2)).apply(PLAN)) == []


def test_a_phase_is_one_step_of_the_pattern_away() -> None:
    catalogue = small_catalogue()
    third = Pattern("third", text("Third"), text("A third"), frozenset())
    plan = replace(PLAN, catalogue=replace(catalogue, patterns=(third, *catalogue.patterns)))
    assert named(plan) == []
    first = replace(plan, phases=(replace(plan.phases[0], pattern="third"), plan.phases[1]))
    assert named(first) == ["P04 steps"]


def test_the_window_follows_moves_people_and_the_phase_before(qapp: object) -> None:
    document = Document(History.of(SetThresholds({"inhouse-roles": 1}).apply(PLAN)))
    checking = Checking(document)
    checking.look_at_phase(TARGET)

    def rule_names() -> list[str]:
        return [f"{each.rule} {each.variant}" for each in checking.all() if each.rule in RULES]

    assert rule_names() == ["P03 many"]
    document.perform(ChangeSourcing(NOW, frozenset({A4}), Sourcing.INSOURCE))
    assert [each for each in rule_names() if each.startswith("P03")] == []
    document.undo()
    document.perform(SetMove(TARGET, A1, DATED._replace(prerequisites=(Prerequisite("role", A2),))))
    document.perform(SetMove(TARGET, A2, StatedMove(ends="2027-05-31")))
    assert "P02 role" in rule_names()
    document.perform(SetMove(TARGET, A2, StatedMove(ends="2027-03-31")))
    assert "P02 role" not in rule_names()
    document.perform(ChangeParty(replace(PLAN.parties[1], headcount=0)))
    assert "P05 no-people" in rule_names()
