"""W01 to W10: the steps of flows, each rule where it fires and where it does not."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.check_edits import SetWaiver
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.fixes import fixes
from socplanner.domain.checks.run import check_phase, check_role
from socplanner.domain.duty_edits import SetCells, SetCoverage
from socplanner.domain.flow_edits import ChangeStep
from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, FlowStep
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan
from socplanner.domain.waivers import Waiver
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from tests.support.flows import chain, flow, plan_with, step
from tests.support.plans import sample
from tests.support.small_plan import A1, A2, A3, CERT, CISO, IT, MSS, NOW, SOC, text

IN, OUT = Sourcing.INSOURCE, Sourcing.OUTSOURCE
ALL_IN = {A1: IN, A2: IN, A3: IN}
LETTERS = {A1: {SOC: "R"}, A2: {IT: "R"}, A3: {SOC: "R"}}
COUNTERPARTS = (
    Counterpart("ppc", "authority", text("PPC")),
    Counterpart("isac", "community", text("ISAC")),
    Counterpart("all", "public", text("All")),
    Counterpart("staff", "staff", text("Staff")),
)


def _plan(wanted: BusinessFlow, letters: object = None, hours: object = None) -> Plan:
    plan = plan_with(
        letters if isinstance(letters, dict) else LETTERS,
        hours if isinstance(hours, dict) else None,
        (wanted,),
        ALL_IN,
    )
    return replace(plan, counterparts=COUNTERPARTS)


def _findings(plan: Plan) -> list[str]:
    return [
        f"{each.rule} {each.variant}"
        for each in check_phase(plan, NOW)
        if each.rule.startswith("W") and each.rule not in ("W05", "W07", "W10")
    ]


def _named(plan: Plan, rule: str) -> list[Finding]:
    return [each for each in check_phase(plan, NOW) if each.rule == rule]


def test_a_sound_flow_has_no_finding() -> None:
    sound = flow(step("1", A1, limit="PT1H", to="x:A-2"), step("2", A2, "1", "PT1H"))
    plan = _plan(sound, {A1: {SOC: "A/R", IT: "C"}, A2: {IT: "A/R", SOC: "C"}})
    assert [each for each in check_phase(plan, NOW) if each.rule.startswith("W")] == []


def test_w01_a_step_that_no_party_performs() -> None:
    plan = _plan(chain(A1, A2), {A1: {SOC: "R"}, A2: {IT: "A"}})
    (finding,) = _named(plan, "W01")
    assert (finding.role, finding.variant) == (A2, "no-party")
    assert finding.severity is Severity.WARNING
    assert dict(finding.values) == {"flow": "flow", "step": 2}


def test_w01_a_role_that_is_not_performed_is_a_hint() -> None:
    plan = plan_with(
        {A1: {SOC: "R"}}, None, (chain(A1, A2),), {A1: IN, A2: Sourcing.NOT_CARRIED_OUT}
    )
    (finding,) = _named(plan, "W01")
    assert (finding.variant, finding.severity) == ("not-performed", Severity.INFO)


def _providers(consulted: dict[RoleId, str]) -> Plan:
    """Return a plan in which A-1 and A-2 are done by two providers, with the SOC consulted."""
    plan = _plan(chain(A1, A2), {A1: {MSS: "R"}, A2: {}})
    mss = next(party for party in plan.parties if party.id == MSS)
    other = replace(mss, id=type(MSS)("other"))
    plan = replace(plan, parties=(*plan.parties, other))
    cells = [(A2, other.id, Cell("R"))]
    cells += [(role, SOC, Cell(letter)) for role, letter in consulted.items()]
    return SetCells(NOW, tuple(cells)).apply(plan)


@pytest.mark.parametrize(
    ("consulted", "fires"),
    [({}, True), ({A1: "I"}, True), ({A1: "C"}, False), ({A2: "C"}, False), ({A2: "A"}, True)],
)
def test_w02_from_provider_to_provider(consulted: dict[RoleId, str], *, fires: bool) -> None:
    assert bool(_named(_providers(consulted), "W02")) is fires


def test_w02_not_for_one_provider_nor_from_inside() -> None:
    assert _named(_plan(chain(A1, A2), {A1: {MSS: "R"}, A2: {MSS: "R"}}), "W02") == []
    assert _named(_plan(chain(A1, A2), {A1: {SOC: "R"}, A2: {MSS: "R"}}), "W02") == []


def _response(hours: dict[RoleId, str], *roles: RoleId) -> BusinessFlow:
    return chain(*(roles or (A1,)))._replace(id="incident-response")


@pytest.mark.parametrize(
    ("hours", "n"),
    [
        *(("24x365", 0), ("24x365 on call", 0), ("24x365 pre-approved", 0), ("once a year", 0)),
        # From 8:00 on it may wait until 9:00, within its limit.
        *(("8x5", 168 - 5 * 9), ("24x365 best effort", 0)),
    ],
)
def test_w03_hours_at_which_incident_response_stops(hours: str, n: int) -> None:
    plan = _plan(_response({}), {A1: {SOC: "R"}}, {A1: hours})
    results = _named(plan, "W03")
    assert [dict(each.values)["n"] for each in results] == ([n] if n else [])


def test_w03_is_about_incident_response_alone_and_an_error_for_what_is_urgent() -> None:
    assert _named(_plan(chain(A1), {A1: {SOC: "R"}}, {A1: "8x5"}), "W03") == []
    plan = sample("manufacturer")
    d4, d5 = (
        FlowStep("1", RoleId("v2:D-4"), text("Isolate"), limit="PT30M"),
        FlowStep("2", RoleId("v2:D-5"), text("Restore"), ("1",), limit="PT4H"),
    )
    plan = replace(plan, flows=(BusinessFlow("incident-response", text("IR"), (d4, d5)),))
    results = [each for each in check_phase(plan, plan.phases[0].id) if each.rule == "W03"]
    assert {(each.role, each.severity) for each in results} == {
        ("v2:D-4", Severity.ERROR),
        ("v2:D-5", Severity.WARNING),
    }


@pytest.mark.parametrize(
    ("label", "to", "fires"),
    [
        (Tlp.RED, "x:A-2", False),
        (Tlp.RED, "counterpart:ppc", False),
        (Tlp.RED, "counterpart:staff", True),
        (Tlp.RED, "counterpart:isac", True),
        (Tlp.AMBER_STRICT, "x:A-2", False),
        (Tlp.AMBER_STRICT, "counterpart:staff", False),
        (Tlp.AMBER_STRICT, "counterpart:ppc", True),
        (Tlp.AMBER_STRICT, "party:mss", True),
        (Tlp.AMBER_STRICT, "x:A-3", True),
        (Tlp.AMBER, "party:mss", False),
        (Tlp.AMBER, "party:cert", False),
        (Tlp.AMBER, "counterpart:isac", True),
        (Tlp.GREEN, "counterpart:isac", False),
        (Tlp.GREEN, "counterpart:all", True),
        (Tlp.CLEAR, "counterpart:all", False),
        (None, "counterpart:all", False),
    ],
)
def test_w04_a_label_that_is_too_narrow(label: Tlp | None, to: str, *, fires: bool) -> None:
    sends = step("1", A1, limit="PT1H", to=to)._replace(tlp=label)
    plan = _plan(flow(sends), {A1: {SOC: "R", MSS: "I", CERT: "I"}, A2: {IT: "R"}, A3: {MSS: "R"}})
    results = _named(plan, "W04")
    assert bool(results) is fires
    for finding in results:
        (fix,) = fixes(plan, finding)
        assert isinstance(fix, ChangeStep)
        assert _named(fix.apply(plan), "W04") == []


def test_w05_a_step_without_a_limit() -> None:
    plan = _plan(flow(step("1", A1), step("2", A2, "1", "PT1H")))
    assert [each.role for each in _named(plan, "W05")] == [A1]


def test_w06_a_receiver_without_a_letter() -> None:
    sends = flow(step("1", A1, limit="PT1H", to="party:it party:ciso x:A-3"))
    plan = _plan(sends, {A1: {SOC: "R", IT: "I"}})
    assert {(each.variant, each.parties) for each in _named(plan, "W06")} == {
        ("no-letter", (CISO,)),
        ("no-party", ()),
    }
    informed = _plan(sends, {A1: {SOC: "R", IT: "I", CISO: "C"}, A3: {SOC: "R"}})
    assert _named(informed, "W06") == []
    (finding,) = [each for each in _named(plan, "W06") if each.parties]
    (fix,) = fixes(plan, finding)
    assert [each.variant for each in _named(fix.apply(plan), "W06")] == ["no-party"]


def test_w06_who_performs_the_next_step_needs_no_letter_here() -> None:
    sends = flow(step("1", A1, to="party:it"), step("2", A2, "1"))
    assert _named(_plan(sends), "W06") == []


@pytest.mark.parametrize(
    ("is_resident", "lead", "fires"),
    [(False, "", False), (True, "", True), (True, "Ms Mori", False)],
)
def test_w08_orders_to_resident_staff(lead: str, *, is_resident: bool, fires: bool) -> None:
    plan = _plan(flow(step("1", A1, to="x:A-2")), {A1: {SOC: "R"}, A2: {MSS: "R"}})
    parties = tuple(
        replace(each, is_resident=is_resident, lead=lead) if each.id == MSS else each
        for each in plan.parties
    )
    plan = replace(plan, parties=parties)
    assert bool(_named(plan, "W08")) is fires
    outside = SetCells(NOW, ((A1, SOC, Cell("")), (A1, MSS, Cell("R")))).apply(plan)
    assert _named(outside, "W08") == []


def test_w09_limits_that_exceed_the_flow_s() -> None:
    over = chain(A1, A2)._replace(limit="PT90M")
    (finding,) = _named(_plan(over), "W09")
    assert finding.role == A2
    assert dict(finding.values) == {"flow": "flow", "step": 2, "minutes": 120, "allowed": 90}
    assert _named(_plan(over._replace(limit="PT2H")), "W09") == []


def test_w09_a_limit_that_has_passed() -> None:
    late = flow(step("1", A1, limit="PT2H"), step("2", A2, "1", "PT1H", "start"))
    assert [each.variant for each in _named(_plan(late), "W09")] == ["too-late"]


def test_w10_a_step_that_receives_nothing() -> None:
    plan = _plan(chain(A1, A2, A3))
    # A-3 is done by who did A-1, but not by who did A-2, the step before it.
    assert [each.role for each in _named(plan, "W10")] == [A2, A3]
    for finding in _named(plan, "W10"):
        (fix,) = fixes(plan, finding)
        assert finding.role not in {each.role for each in _named(fix.apply(plan), "W10")}
    same = _plan(chain(A1, A3))
    assert _named(same, "W10") == []


def test_defaults_that_are_not_adopted_are_not_checked() -> None:
    plan = replace(_plan(chain(A1, A2), {A1: {}, A2: {}}), flows=())
    assert _findings(plan) == []


def test_an_undecided_role_has_no_finding_about_its_steps() -> None:
    plan = plan_with({A2: {SOC: "R"}}, None, (chain(A2),), {A2: Sourcing.UNDECIDED})
    assert {each.rule for each in check_phase(plan, NOW) if each.role == A2} == {"R00"}


def test_a_finding_can_be_waived_and_follows_edits_of_its_neighbours() -> None:
    plan = _plan(
        flow(step("1", A1, to="x:A-2"), step("2", A2, "1")), {A1: {SOC: "R"}, A2: {IT: "R"}}
    )
    document = Document(History.of(plan))
    checking = Checking(document)
    document.perform(SetCells(NOW, ((A2, IT, Cell("")),)))
    assert "W06" in {each.rule for each in checking.of_role(A1)}
    document.perform(SetWaiver(Waiver("W06", NOW, A1, None, "agreed")))
    assert "W06" not in {each.rule for each in checking.of_role(A1)}
    document.perform(ChangeStep("flow", step("2", A2, "1", "PT1H")))
    document.perform(SetCoverage(NOW, frozenset({A1}), "8x5"))
    for role in document.plan.roles():
        counting = checking.of_role(role.id)
        everything = check_role(document.plan, NOW, role)
        assert set(counting) == {
            each for each in everything if (each.rule, each.role) != ("W06", A1)
        }
