"""The rules about one party over all roles fire where a column is too full, or empty."""

from dataclasses import replace
from functools import partial
from itertools import zip_longest
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from tests.support.small_plan import B2, CISO, IT, MSS, NOW, SOC, small_plan


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


def test_a_party_that_performs_far_more_than_the_others_stands_out() -> None:
    assert "C01 soc" in result(soc=BUSY, ciso=SOME, it=SOME, mss=SOME, cert=SOME)
    assert "C01 soc" not in result(soc=BUSY, ciso=BUSY, it=BUSY, mss=BUSY, cert=BUSY)


def test_eight_roles_are_not_too_many_whatever_the_others_do() -> None:
    few = Load(involved=8, performed=8)
    assert not any(each.startswith("C01") for each in result(soc=few, ciso=SOME))
    assert "C01 soc" in result(limits={"performing-roles": 7}, soc=few, ciso=SOME)


def test_a_party_without_an_empty_cell_stands_out() -> None:
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


def test_who_does_most_and_answers_for_most_stands_out() -> None:
    both = Load(involved=20, performed=9, answered=9)
    assert "C05 soc" in result(soc=both, ciso=SOME, it=SOME, mss=SOME)
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
def test_counting_changes_is_counting_anew(old: list[Duty], new: list[Duty]) -> None:
    counted = loads_of(old, RACI)
    for before, after in zip_longest(old, new, fillvalue=BLANK_DUTY):
        was = {party: load for party, load in counted.items() if any(load)}
        messages = count_change(counted, before, after, RACI)
        assert messages == (was != {party: load for party, load in counted.items() if any(load)})
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


def test_letters_of_a_role_that_nobody_usually_does_are_more_than_usual() -> None:
    plan = small_plan("all")
    before = usual_loads(plan, NOW)
    after = SetCells(NOW, ((B2, CISO, Cell("A")),)).apply(plan)
    assert usual_loads(after, NOW) == before


def test_the_limit_and_the_average_are_told_apart() -> None:
    plan = small_plan()
    loads = {SOC: Load(involved=20, performed=20), IT: Load(involved=1, performed=1)}
    messages = [each for each in checked(plan, loads, 54) if each.rule == "C01"]
    assert dict(messages[0].values) == {"n": 20, "most": 16, "average": "4.2"}
