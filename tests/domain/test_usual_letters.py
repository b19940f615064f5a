"""The letters a role usually carries follow its sourcing, whoever takes part."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import PartyKind, Role, Sourcing
from socplanner.domain.checks.run import check_role, has_errors
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.plan import Party, Plan
from socplanner.domain.usual_letters import usual_letters
from tests.support.small_plan import (
    A1,
    B2,
    CATALOGUE,
    CERT,
    CISO,
    IT,
    MSS,
    NOW,
    SOC,
    small_plan,
    text,
    with_row,
)

ROLE = CATALOGUE.role_by_id[A1]
CARRIED_OUT = (Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH)


def _letters(plan: Plan, sourcing: Sourcing, role: Role = ROLE) -> dict[str, str]:
    held = usual_letters(plan, role, sourcing)
    assert held is not None
    return {str(party): str(cell) for party, cell in held.items()}


def _less(*gone: PartyId) -> Plan:
    plan = small_plan()
    return replace(plan, parties=tuple(each for each in plan.parties if each.id not in gone))


@pytest.mark.parametrize(
    ("sourcing", "letters"),
    [
        (Sourcing.INSOURCE, {CISO: "A", SOC: "R", IT: "C", CERT: "I"}),
        (Sourcing.OUTSOURCE, {CISO: "A", MSS: "R", SOC: "C", IT: "C", CERT: "I"}),
        (Sourcing.BOTH, {CISO: "A", SOC: "R", MSS: "R", IT: "C", CERT: "I"}),
        (Sourcing.NOT_CARRIED_OUT, {CISO: "A"}),
    ],
)
def test_letters_follow_the_sourcing(sourcing: Sourcing, letters: dict[str, str]) -> None:
    assert _letters(small_plan(), sourcing) == letters


def test_nothing_is_usual_while_undecided_or_for_an_own_role() -> None:
    plan = small_plan()
    assert usual_letters(plan, ROLE, Sourcing.UNDECIDED) is None
    assert usual_letters(plan, CATALOGUE.role_by_id[B2], Sourcing.BOTH) is None
    own = Role(RoleId("own:night"), "N", "A", text("Night"))
    assert usual_letters(plan, own, Sourcing.INSOURCE) is None


def test_the_accountable_party_that_also_performs_holds_both() -> None:
    usual = ROLE.usual
    assert usual is not None
    role = ROLE._replace(usual=usual._replace(accountable=SOC, informed=(SOC, IT, CERT)))
    assert _letters(small_plan(), Sourcing.INSOURCE, role) == {SOC: "A/R", IT: "C", CERT: "I"}
    assert _letters(small_plan(), Sourcing.OUTSOURCE, role) == {
        SOC: "A",
        MSS: "R",
        IT: "C",
        CERT: "I",
    }


def test_a_party_that_is_missing_is_stood_in_for() -> None:
    assert _letters(_less(CISO), Sourcing.INSOURCE) == {SOC: "A/R", IT: "C", CERT: "I"}
    assert _letters(_less(SOC), Sourcing.INSOURCE) == {CISO: "A/R", IT: "C", CERT: "I"}
    assert _letters(_less(IT, CERT), Sourcing.INSOURCE) == {CISO: "A", SOC: "R"}
    other = Party(PartyId("other"), "provider", text("Other"))
    plan = replace(_less(MSS), parties=(*_less(MSS).parties, other))
    assert _letters(plan, Sourcing.OUTSOURCE)["other"] == "R"


def test_an_executive_stands_in_before_others() -> None:
    plan = _less(CISO)
    boss = Party(PartyId("boss"), "internal", text("Boss"), is_executive=True)
    plan = replace(plan, parties=(*plan.parties, boss))
    assert _letters(plan, Sourcing.INSOURCE)["boss"] == "A"


def test_without_anybody_to_stand_in_the_letter_is_not_given() -> None:
    assert _letters(_less(MSS), Sourcing.OUTSOURCE) == {CISO: "A", SOC: "C", IT: "C", CERT: "I"}
    assert _letters(_less(CISO, SOC, IT), Sourcing.OUTSOURCE) == {MSS: "R", CERT: "I"}


def test_a_party_of_another_kind_is_stood_in_for() -> None:
    plan = small_plan()
    kinds: dict[PartyId, PartyKind] = {SOC: "provider", MSS: "internal"}
    plan = replace(
        plan,
        parties=tuple(replace(each, kind=kinds.get(each.id, each.kind)) for each in plan.parties),
    )
    assert _letters(plan, Sourcing.INSOURCE)[CISO] == "A/R"
    assert _letters(plan, Sourcing.OUTSOURCE)[SOC] == "R"


@given(st.sets(st.sampled_from([CISO, SOC, IT])), st.sampled_from(CARRIED_OUT))
def test_any_choice_of_parties_with_both_kinds_gives_a_sound_row(
    gone: set[PartyId], sourcing: Sourcing
) -> None:
    plan = _less(*(gone if len(gone) < 3 else ()))
    plan = with_row(plan, A1, sourcing, **_letters(plan, sourcing))
    found = check_role(plan, NOW, ROLE)
    assert not has_errors(found)
    assert {each.rule for each in found} <= {"R06", "R09", "R10", "D03"}


def test_a_letter_set_without_a_letter_gives_none() -> None:
    plan = small_plan()
    letters = tuple(each for each in plan.letter_set.letters if not each.one_way)
    plan = replace(plan, letter_set=replace(plan.letter_set, letters=letters))
    assert CERT not in _letters(plan, Sourcing.INSOURCE)
