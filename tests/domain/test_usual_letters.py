"""The letters a role usually carries follow its sourcing, whoever takes part."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import PartyKind, Role, Sourcing
from socplanner.domain.checks.run import check_role, has_errors
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.plan import Party, Plan
from socplanner.domain.usual_letters import sourcing_by_pattern, usual_letters
from tests.support.small_plan import (
    A1,
    A3,
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
    current = usual_letters(plan, role, sourcing)
    assert current is not None
    return {str(party): str(cell) for party, cell in current.items()}


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


def test_no_letters_are_usual_while_undecided_or_for_a_custom_role() -> None:
    plan = small_plan()
    assert usual_letters(plan, ROLE, Sourcing.UNDECIDED) is None
    assert usual_letters(plan, CATALOGUE.role_by_id[B2], Sourcing.BOTH) is None
    custom = Role(RoleId("own:night"), "N", "A", text("Night"))
    assert usual_letters(plan, custom, Sourcing.INSOURCE) is None


def test_the_accountable_party_that_also_performs_has_both_letters() -> None:
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


def _plus(plan: Plan, *parties: Party) -> Plan:
    return replace(plan, parties=(*plan.parties, *parties))


def _custom(name: str, kind: PartyKind = "internal", *, is_executive: bool = False) -> Party:
    return Party(PartyId(name), kind, text(name), is_executive=is_executive)


def test_a_stand_in_of_the_catalogue_replaces_a_missing_party() -> None:
    assert _letters(_less(SOC), Sourcing.INSOURCE) == {CISO: "A", IT: "R", CERT: "I"}
    assert _letters(_less(IT, CERT), Sourcing.INSOURCE) == {CISO: "A", SOC: "R"}


def test_without_the_usual_accountable_party_the_performing_one_is_accountable() -> None:
    assert _letters(_less(CISO), Sourcing.INSOURCE) == {SOC: "A/R", IT: "C", CERT: "I"}
    assert _letters(_less(CISO, SOC), Sourcing.OUTSOURCE) == {IT: "A", MSS: "R", CERT: "I"}


def test_a_custom_executive_is_accountable_instead_of_a_missing_one() -> None:
    plan = _plus(_less(CISO), _custom("boss", is_executive=True))
    assert _letters(plan, Sourcing.INSOURCE)["boss"] == "A"


def test_an_executive_is_not_accountable_for_other_roles() -> None:
    usual = ROLE.usual
    assert usual is not None
    role = ROLE._replace(usual=usual._replace(accountable=SOC))
    assert _letters(_less(SOC), Sourcing.OUTSOURCE, role) == {IT: "A", MSS: "R", CERT: "I"}
    assert _letters(_less(SOC, IT), Sourcing.OUTSOURCE, role) == {MSS: "R", CERT: "I"}
    plan = _plus(_less(SOC, IT), _custom("boss", is_executive=True), _custom("team"))
    assert _letters(plan, Sourcing.INSOURCE, role) == {"team": "A/R", CERT: "I"}


def test_a_missing_provider_is_replaced_only_by_the_one_custom_provider() -> None:
    bare = {CISO: "A", SOC: "C", IT: "C", CERT: "I"}
    assert _letters(_less(MSS), Sourcing.OUTSOURCE) == bare
    first, second = _custom("first", "provider"), _custom("second", "provider")
    assert _letters(_plus(_less(MSS), first), Sourcing.OUTSOURCE) == bare | {"first": "R"}
    assert _letters(_plus(_less(MSS), first, second), Sourcing.OUTSOURCE) == bare


def test_a_provider_of_the_catalogue_performs_only_its_usual_roles() -> None:
    usual = ROLE.usual
    assert usual is not None
    role = ROLE._replace(usual=usual._replace(outside=PartyId("assess")))
    assert MSS not in _letters(small_plan(), Sourcing.OUTSOURCE, role)


def test_a_party_of_another_kind_is_replaced_by_a_stand_in() -> None:
    plan = small_plan()
    kinds: dict[PartyId, PartyKind] = {SOC: "provider", MSS: "internal"}
    plan = replace(
        plan,
        parties=tuple(replace(each, kind=kinds.get(each.id, each.kind)) for each in plan.parties),
    )
    assert _letters(plan, Sourcing.INSOURCE)[IT] == "R"
    assert "R" not in _letters(plan, Sourcing.OUTSOURCE).values()


def test_several_perform_inside_and_receive_what_is_outsourced() -> None:
    usual = ROLE.usual
    assert usual is not None
    role = ROLE._replace(usual=usual._replace(inside=(SOC, IT), consulted=()))
    assert _letters(small_plan(), Sourcing.INSOURCE, role) == {
        CISO: "A",
        SOC: "R",
        IT: "R",
        CERT: "I",
    }
    assert _letters(small_plan(), Sourcing.OUTSOURCE, role) == {
        CISO: "A",
        MSS: "R",
        SOC: "C",
        IT: "C",
        CERT: "I",
    }


def test_further_parties_have_letters_where_the_plan_has_them() -> None:
    usual = ROLE.usual
    assert usual is not None
    legal, hr = PartyId("legal"), PartyId("hr")
    further = usual._replace(
        further_performing=(hr,), further_consulted=(legal,), further_informed=(PartyId("audit"),)
    )
    role = ROLE._replace(usual=further)
    assert _letters(small_plan(), Sourcing.INSOURCE, role) == _letters(
        small_plan(), Sourcing.INSOURCE
    )
    plan = _plus(small_plan(), _custom("legal"), _custom("hr"), _custom("audit"))
    current = _letters(plan, Sourcing.INSOURCE, role)
    assert (current["hr"], current["legal"], current["audit"]) == ("R", "C", "I")
    assert _letters(plan, Sourcing.OUTSOURCE, role)["hr"] == "C"


def test_further_parties_are_informed_where_enough_are_consulted() -> None:
    usual = ROLE.usual
    assert usual is not None
    parties = [_custom(name) for name in ("b", "c", "d")]
    role = ROLE._replace(usual=usual._replace(further_consulted=tuple(p.id for p in parties)))
    current = _letters(_plus(small_plan(), *parties), Sourcing.INSOURCE, role)
    assert (current[IT], current["b"], current["c"], current["d"]) == ("C", "C", "C", "I")
    without = _letters(_plus(_less(IT), *parties), Sourcing.INSOURCE, role)
    assert [without[party.id] for party in parties] == ["C", "C", "C"]


def test_a_role_that_no_party_can_perform_is_undecided_by_a_pattern() -> None:
    half = CATALOGUE.pattern("half")
    assert half is not None
    inside, outside = CATALOGUE.role_by_id[A1], CATALOGUE.role_by_id[A3]
    questions = [
        (sourcing_by_pattern(plan, half, inside), sourcing_by_pattern(plan, half, outside))
        for plan in (small_plan(), _less(MSS), _less(SOC, IT), _less(CISO, SOC, IT))
    ]
    assert questions == [
        (Sourcing.INSOURCE, Sourcing.OUTSOURCE),
        (Sourcing.INSOURCE, Sourcing.UNDECIDED),
        (Sourcing.INSOURCE, Sourcing.OUTSOURCE),
        (Sourcing.UNDECIDED, Sourcing.UNDECIDED),
    ]


def test_a_pattern_sources_roles_without_usual_parties_too() -> None:
    half = CATALOGUE.pattern("half")
    assert half is not None
    role = CATALOGUE.role_by_id[B2]
    assert sourcing_by_pattern(_less(SOC, IT, CISO), half, role) is Sourcing.INSOURCE


@given(st.sets(st.sampled_from([CISO, SOC, IT])), st.sampled_from(CARRIED_OUT))
def test_any_choice_of_parties_with_both_kinds_gives_a_sound_row(
    gone: set[PartyId], sourcing: Sourcing
) -> None:
    plan = _less(*(gone if len(gone) < 3 else ()))
    plan = with_row(plan, A1, sourcing, **_letters(plan, sourcing))
    result = check_role(plan, NOW, ROLE)
    assert not has_errors(result)
    assert {each.rule for each in result} <= {"R06", "R09", "R10", "D03"}


def test_a_letter_set_without_a_letter_gives_none() -> None:
    plan = small_plan()
    letters = tuple(each for each in plan.letter_set.letters if not each.one_way)
    plan = replace(plan, letter_set=replace(plan.letter_set, letters=letters))
    assert CERT not in _letters(plan, Sourcing.INSOURCE)
