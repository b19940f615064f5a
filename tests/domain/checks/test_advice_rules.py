"""Every rule of good practice has rows it fires at and rows it leaves alone."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.advice_rules import ADVICE_RULES, PLACE_RULES
from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.run import check_role
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import CustomRoles, Plan
from tests.support.small_plan import A1, B2, CISO, IT, NOW, SOC, small_plan, with_row

IN, OUT = Sourcing.INSOURCE, Sourcing.OUTSOURCE


def result(plan: Plan, role: RoleId = A1) -> dict[str, Severity]:
    """Return the rules that say something of `role`, and how grave it is."""
    choices = plan.role(role)
    assert choices is not None
    rules = {name for name, _ in (*ADVICE_RULES, *PLACE_RULES)}
    return {
        each.rule: each.severity for each in check_role(plan, NOW, choices) if each.rule in rules
    }


def row(**cells: str) -> Plan:
    """Return a plan whose first role is in-house with just these letters."""
    return with_row(small_plan(), A1, IN, **cells)


def crowded(plan: Plan, parties: int) -> Plan:
    """Return `plan` with so many more parties, p1 and so on."""
    first = plan.parties[1]
    more = (replace(first, id=PartyId(f"p{n}")) for n in range(1, parties + 1))
    return replace(plan, parties=(*plan.parties, *more))


def measured(plan: Plan, **limits: int) -> Plan:
    """Return `plan` with other limits."""
    named = {name.replace("_", "-"): value for name, value in limits.items()}
    return replace(plan, thresholds=MappingProxyType(named))


def test_more_than_three_should_not_perform() -> None:
    usual = row(ciso="A", soc="R", it="R", cert="R/I")
    assert "R03" not in result(usual)
    many = row(ciso="A/R", soc="R", it="R", cert="R/I")
    assert result(many)["R03"] is Severity.WARNING
    assert "R03" not in result(measured(many, performers=4))
    assert "R03" in result(measured(usual, performers=2))


def test_how_many_are_consulted_is_measured_by_number_and_by_share() -> None:
    questions = row(ciso="A/C", soc="R/C", it="C", mss="C")
    assert result(questions)["R04"] is Severity.WARNING
    assert "R04" not in result(row(ciso="A", soc="R/C", it="C", mss="C"))
    assert "R04" not in result(crowded(questions, 9))
    assert "R04" in result(measured(crowded(questions, 9), consulted_share=20))


def test_a_role_with_nearly_all_parties_informed_has_a_hint() -> None:
    messages = row(ciso="A/I", soc="R/I", it="I", mss="I", cert="I")
    assert result(messages)["R05"] is Severity.INFO
    assert "R05" not in result(row(ciso="A", soc="R/I", it="I", mss="I", cert="I"))
    assert "R05" not in result(crowded(messages, 5))


def test_a_role_without_consulted_or_informed_parties_has_a_hint() -> None:
    assert result(row(ciso="A", soc="R"))["R06"] is Severity.INFO
    assert "R06" not in result(row(ciso="A", soc="R", it="I"))
    assert "R06" not in result(row(ciso="A", soc="R/C"))


def test_open_cells_are_remarked() -> None:
    assert result(row(ciso="A", soc="R", it="?"))["R07"] is Severity.INFO
    assert "R07" not in result(row(ciso="A", soc="R"))


def test_an_accountable_party_below_a_performing_one_is_warned_of() -> None:
    plan = row(ciso="R", soc="A", it="I")
    assert "R09" not in result(plan)
    above = {SOC: IT, IT: CISO}
    tree = replace(
        plan, parties=tuple(replace(each, parent=above.get(each.id)) for each in plan.parties)
    )
    assert result(tree)["R09"] is Severity.WARNING
    upright = with_row(tree, A1, IN, ciso="A", soc="R", it="I")
    assert "R09" not in result(upright)


def test_an_executive_answers_for_strategy_only() -> None:
    plan = with_row(small_plan(), B2, IN, ciso="A", soc="R")
    assert result(plan, B2)["R10"] is Severity.INFO
    assert "R10" not in result(row(ciso="A", soc="R"))
    assert "R10" not in result(with_row(small_plan(), B2, IN, it="A", soc="R"), B2)


@pytest.mark.parametrize(
    ("name", "is_thing"),
    [
        (LocalText("ファイアウォール", "Maintaining the firewall"), True),
        (LocalText("境界防御の運用", "Firewall"), True),
        (LocalText("手順書の整備", "Writing procedures and reports."), True),
        (LocalText("脅威情報の共有", "Sharing threat information"), False),
        (LocalText("", ""), False),
    ],
)
def test_a_custom_role_named_after_a_thing_has_a_hint(name: LocalText, is_thing: bool) -> None:
    custom = Role(RoleId("own:x"), "x", "A", name, Area.I)
    plan = with_row(
        replace(small_plan(), custom_roles=CustomRoles((custom,))), custom.id, IN, ciso="A", soc="R"
    )
    plan = MoveRoles(NOW, frozenset({custom.id}), Area.I).apply(plan)
    assert ("R12" in result(plan, custom.id)) == is_thing


@pytest.mark.parametrize(
    ("headcount", "is_lone"), [({SOC: 1}, True), ({SOC: 2}, False), ({}, False), ({SOC: 0}, True)]
)
def test_incident_response_does_not_hang_on_one_person(
    headcount: dict[PartyId, int], is_lone: bool
) -> None:
    plan = _responding(headcount, soc="R")
    assert ("D05" in result(plan, RoleId("own:d"))) == is_lone


def test_two_people_for_incident_response_are_enough() -> None:
    assert "D05" not in result(_responding({SOC: 1, IT: 1}, soc="R", it="R"), RoleId("own:d"))


def _responding(headcount: dict[PartyId, int], **performing: str) -> Plan:
    """Return a plan with a role of function D."""
    base = small_plan()
    functions = (*base.catalogue.functions, base.catalogue.functions[0]._replace(code="D"))
    custom = Role(RoleId("own:d"), "d", "D", LocalText.same("Responding"), Area.II)
    catalogue = replace(base.catalogue, functions=functions)
    parties = tuple(replace(each, headcount=headcount.get(each.id)) for each in base.parties)
    plan = replace(base, catalogue=catalogue, custom_roles=CustomRoles((custom,)), parties=parties)
    plan = with_row(plan, custom.id, IN, ciso="A", **performing)
    return MoveRoles(NOW, frozenset({custom.id}), Area.II).apply(plan)


def test_a_role_outside_its_default_area_has_a_hint() -> None:
    plan = row(ciso="A", soc="R")
    assert "D03" not in result(plan)
    assert result(MoveRoles(NOW, frozenset({A1}), Area.III).apply(plan))["D03"] is Severity.INFO


def test_a_sourcing_against_the_pattern_has_a_hint() -> None:
    assert result(with_row(small_plan(), A1, OUT, ciso="A", mss="R"))["D03"] is Severity.INFO
    plan = with_row(small_plan(), A1, OUT, ciso="A", mss="R")
    free = replace(plan, phases=tuple(replace(each, pattern=None) for each in plan.phases))
    assert "D03" not in result(free)


def test_a_role_not_performed_or_without_letters_gets_no_advice() -> None:
    for plan in (
        with_row(small_plan(), A1, Sourcing.NOT_CARRIED_OUT, ciso="A/R", soc="R", it="R", mss="R"),
        with_row(small_plan(), A1, IN),
    ):
        assert not set(result(plan)) - {"D03"}


def details_of(
    plan: Plan, rule: str, role: RoleId = A1
) -> tuple[str, tuple[str, ...], dict[str, object]]:
    """Return in which way `rule` fires once, the parties it names, and its figures."""
    the_role = plan.role(role)
    assert the_role is not None
    (finding,) = (each for each in check_role(plan, NOW, the_role) if each.rule == rule)
    return finding.variant, finding.parties, dict(finding.values)


def test_advice_names_the_parties_and_the_figures_it_is_about() -> None:
    many = row(ciso="A/R", soc="R", it="R", cert="R/I")
    assert details_of(many, "R03") == ("many", ("ciso", "soc", "it", "cert"), {"n": 4, "most": 3})
    consulted = row(ciso="A/C", soc="R/C", it="C", mss="C")
    assert details_of(consulted, "R04") == (
        "many",
        ("ciso", "soc", "it", "mss"),
        {"n": 4, "most": 3},
    )
    informed = row(ciso="A/I", soc="R/I", it="I", mss="I", cert="I")
    every = ("ciso", "soc", "it", "mss", "cert")
    assert details_of(informed, "R05") == ("many", every, {"n": 5, "most": 4})
    assert details_of(row(ciso="A", soc="R"), "R06") == ("none", (), {})
    assert details_of(row(ciso="A", soc="R", it="?", mss="?"), "R07") == ("open", ("it", "mss"), {})


def test_advice_about_authority_names_the_accountable_party_and_the_one_above() -> None:
    plan = row(ciso="R", soc="A", it="R")
    above = {SOC: IT, IT: CISO}
    tree = replace(
        plan, parties=tuple(replace(each, parent=above.get(each.id)) for each in plan.parties)
    )
    assert details_of(tree, "R09") == ("below", ("soc", "ciso", "it"), {})
    strategy = with_row(small_plan(), B2, IN, ciso="A", soc="R")
    assert details_of(strategy, "R10", B2) == ("executive", ("ciso",), {})


def test_parties_above_each_other_in_a_ring_do_not_hang_the_check() -> None:
    plan = row(ciso="R", soc="A", it="I")
    ring = {SOC: IT, IT: SOC}
    turned = replace(
        plan, parties=tuple(replace(each, parent=ring.get(each.id)) for each in plan.parties)
    )
    assert "R09" not in result(turned)


def test_a_finding_about_one_person_has_the_number_of_people() -> None:
    plan = _responding({SOC: 1}, soc="R")
    assert details_of(plan, "D05", RoleId("own:d")) == ("lone", ("soc",), {"n": 1})
    both = measured(_responding({SOC: 1, IT: 1}, soc="R", it="R"), lone_heads=2)
    assert details_of(both, "D05", RoleId("own:d")) == ("lone", ("soc", "it"), {"n": 2})
    assert "D05" not in result(_responding({SOC: 1}, soc="R", it="R"), RoleId("own:d"))
    assert "D05" not in result(_responding({SOC: 1}, soc="C", mss="R"), RoleId("own:d"))


def test_a_role_outside_its_default_area_names_that_area() -> None:
    plan = MoveRoles(NOW, frozenset({A1}), Area.III).apply(row(ciso="A", soc="R"))
    assert details_of(plan, "D03") == ("area", (), {"area": "I"})
    against = with_row(small_plan(), A1, OUT, ciso="A", mss="R")
    assert details_of(against, "D03") == (
        "pattern",
        (),
        {"pattern": "half", "sourcing": "insource"},
    )
