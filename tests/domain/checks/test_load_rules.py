"""The rules about one party over all roles fire where a column is too full, or empty."""

from dataclasses import replace
from functools import partial
from itertools import zip_longest
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.load_rules import (
    Load,
    Loads,
    check_loads,
    count_change,
    loads_of,
    usual_loads,
)
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import Cell
from socplanner.domain.plan import BLANK_DUTY, Duty, Plan, frozen
from tests.support.small_plan import A1, B2, CISO, IT, MSS, NOW, SOC, small_plan, with_row


def result(roles: int = 54, limits: dict[str, int] | None = None, **loads: Load) -> set[str]:
    """Return which rules say something of which party."""
    plan = replace(small_plan(), thresholds=MappingProxyType(limits or {}))
    named = {PartyId(party): load for party, load in loads.items()}
    return {_reported(each) for each in checked(plan, named, roles)}


def checked(plan: Plan, loads: Loads, roles: int) -> tuple[Finding, ...]:
    """Return what is found in the first phase."""
    return check_loads(plan, NOW, loads, roles, partial(usual_loads, plan, NOW))


def _reported(finding: Finding) -> str:
    assert finding.role is None
    return f"{finding.rule} {finding.parties[0]}"


BUSY = Load(involved=20, performed=20)
SOME = Load(involved=4, performed=2, answered=2)


def test_a_party_that_performs_far_more_than_the_others_is_warned_of() -> None:
    assert "C01 soc" in result(soc=BUSY, ciso=SOME, it=SOME, mss=SOME, cert=SOME)
    assert "C01 soc" not in result(soc=BUSY, ciso=BUSY, it=BUSY, mss=BUSY, cert=BUSY)


def test_eight_roles_are_not_too_many_whatever_the_others_do() -> None:
    few = Load(involved=8, performed=8)
    assert not any(each.startswith("C01") for each in result(soc=few, ciso=SOME))
    assert "C01 soc" in result(limits={"performing-roles": 7}, soc=few, ciso=SOME)


def test_a_party_without_an_empty_cell_is_warned_of() -> None:
    assert "C02 it" in result(it=Load(involved=54, answered=1), ciso=SOME, soc=SOME)
    assert "C02 it" not in result(it=Load(involved=53, answered=1), ciso=SOME, soc=SOME)


@pytest.mark.parametrize(("answered", "is_reported"), [(18, False), (19, True)])
def test_more_than_a_third_of_all_decisions_is_a_bottleneck(
    answered: int, is_reported: bool
) -> None:
    load = Load(involved=answered, answered=answered)
    assert ("C03 ciso" in result(ciso=load, soc=SOME, it=SOME)) == is_reported
    assert "C03 ciso" not in result(limits={"accountable-share": 2}, ciso=load)


def test_an_internal_party_that_neither_performs_nor_answers_is_questioned() -> None:
    messages = result(ciso=SOME, soc=Load(involved=9), mss=Load(involved=9))
    assert {"C04 soc", "C04 it"} <= messages
    assert not {"C04 mss", "C04 cert", "C04 ciso"} & messages


def test_a_party_that_performs_most_and_is_accountable_for_most_is_warned_of() -> None:
    both = Load(involved=20, performed=9, answered=9)
    assert "C05 soc" in result(soc=both, ciso=SOME, it=SOME, mss=SOME)
    for performed, answered in ((9, 8), (8, 9)):
        either = Load(involved=20, performed=performed, answered=answered)
        assert "C05 soc" not in result(soc=either, ciso=SOME, it=SOME, mss=SOME)
    more = Load(involved=20, performed=20, answered=20)
    assert "C05 soc" not in result(soc=both, ciso=more)
    assert "C05 soc" not in result(limits={"heavy-roles": 9}, soc=both, ciso=SOME)
    assert "C05 soc" in result(limits={"busiest-share": 2}, soc=both, ciso=more)


cells = st.sampled_from(["", "R", "A", "A/R", "C", "I", "C/I", "?"])
duties = st.lists(
    st.dictionaries(st.sampled_from([CISO, SOC, IT, MSS]), cells).map(
        lambda involved: Duty(letters=frozen({p: Cell(c) for p, c in involved.items() if c}))
    ),
    max_size=12,
)


@given(duties, duties)
def test_counting_changes_equals_counting_all_roles_again(old: list[Duty], new: list[Duty]) -> None:
    counted = loads_of(old, RACI)
    for before, after in zip_longest(old, new, fillvalue=BLANK_DUTY):
        was = {party: load for party, load in counted.items() if any(load)}
        is_changed = count_change(counted, before, after, RACI)
        assert is_changed == (was != {party: load for party, load in counted.items() if any(load)})
    left = {party: load for party, load in counted.items() if any(load)}
    assert left == loads_of(new, RACI)
    for party, load in left.items():
        involved = [duty.letters.get(party, Cell("")) for duty in new]
        assert load.involved == sum(map(bool, involved))
        assert load.performed == sum("R" in cell for cell in involved)
        assert load.answered == sum("A" in cell for cell in involved)


def test_a_load_that_the_usual_letters_give_is_no_warning() -> None:
    plan = replace(small_plan("all"), thresholds=MappingProxyType({"performing-roles": 1}))
    for performed, severity in ((4, Severity.INFO), (5, Severity.WARNING)):
        loads = {
            SOC: Load(involved=performed, performed=performed),
            CISO: Load(involved=4, answered=4),
        }
        messages = {each.rule: each.severity for each in checked(plan, loads, 54)}
        assert messages["C01"] is severity


def test_letters_of_a_role_without_usual_parties_are_more_than_usual() -> None:
    plan = small_plan("all")
    before = usual_loads(plan, NOW)
    after = SetCells(NOW, ((B2, CISO, Cell("A")),)).apply(plan)
    assert usual_loads(after, NOW) == before


def test_a_finding_has_the_limit_and_the_average() -> None:
    plan = small_plan()
    loads = {SOC: Load(involved=20, performed=20), IT: Load(involved=1, performed=1)}
    messages = [each for each in checked(plan, loads, 54) if each.rule == "C01"]
    assert dict(messages[0].values) == {"n": 20, "most": 16, "average": "4.2"}


def figures(rule: str, **loads: Load) -> list[tuple[PartyId, Severity, dict[str, str | int]]]:
    """Return of whom `rule` says something, how grave it is, and its figures."""
    named = {PartyId(party): load for party, load in loads.items()}
    return [
        (each.parties[0], each.severity, dict(each.values))
        for each in checked(small_plan(), named, 10)
        if each.rule == rule
    ]


def test_each_finding_about_a_party_has_its_figures() -> None:
    warning = Severity.WARNING
    assert figures("C02", it=Load(involved=10)) == [(IT, warning, {"n": 10})]
    assert figures("C03", it=Load(involved=5, answered=5)) == [(IT, warning, {"n": 5, "roles": 10})]
    assert figures("C05", it=Load(involved=10, performed=9, answered=10)) == [
        (IT, warning, {"performed": 9, "answered": 10})
    ]
    assert figures("C04", ciso=SOME, soc=SOME) == [(IT, Severity.INFO, {})]


def test_findings_come_party_by_party_and_then_rule_by_rule() -> None:
    every = Load(involved=10, performed=10, answered=10)
    loads = {SOC: every, IT: Load(involved=10, answered=4)}
    findings = [_reported(each) for each in checked(small_plan(), loads, 10)]
    assert findings == ["C04 ciso", "C01 soc", "C02 soc", "C03 soc", "C05 soc", "C02 it", "C03 it"]


def test_each_kind_of_load_is_weighed_by_what_is_usual_of_it() -> None:
    plan = small_plan("all")
    limits = MappingProxyType({"performing-roles": 1, "heavy-roles": 0, "performing-spread": 0})
    plan = replace(plan, thresholds=limits)
    usual = {SOC: Load(involved=6, performed=6, answered=6)}

    def severities(load: Load) -> dict[str, Severity]:
        findings = check_loads(plan, NOW, {SOC: load}, 6, lambda: usual)
        return {each.rule: each.severity for each in findings if each.parties == (SOC,)}

    as_usual = severities(Load(involved=6, performed=6, answered=6))
    assert as_usual == dict.fromkeys(("C01", "C02", "C03", "C05"), Severity.INFO)
    more = {
        Load(involved=7, performed=6, answered=6): {"C02"},
        Load(involved=6, performed=7, answered=6): {"C01", "C05"},
        Load(involved=6, performed=6, answered=7): {"C03", "C05"},
    }
    for load, rules in more.items():
        findings = severities(load)
        assert {
            rule for rule, severity in findings.items() if severity is Severity.WARNING
        } == rules


def test_usual_loads_are_computed_only_for_a_warning() -> None:
    def never() -> Loads:
        raise AssertionError

    findings = check_loads(small_plan(), NOW, {CISO: SOME, SOC: SOME}, 54, never)
    assert [_reported(each) for each in findings] == ["C04 it"]


def test_the_letters_of_an_undecided_role_count_as_usual() -> None:
    plan = with_row(small_plan("all"), A1, Sourcing.UNDECIDED, it="R")
    assert usual_loads(plan, NOW)[IT].performed == 1
    assert IT not in {
        party
        for party, load in usual_loads(with_row(plan, A1, Sourcing.INSOURCE, it="R"), NOW).items()
        if load.performed
    }


def test_a_phase_without_parties_or_roles_has_no_findings() -> None:
    empty = replace(small_plan(), parties=())
    assert checked(empty, {}, 0) == ()
    assert {each.rule for each in checked(small_plan(), {}, 0)} == {"C04"}
