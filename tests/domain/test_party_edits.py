"""Parties come, change, move and go; what they held goes with them and comes back with undo."""

from dataclasses import replace
from itertools import pairwise

import pytest

from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.limits import MOST_PARTIES
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import (
    AddParty,
    ChangeParty,
    MoveParty,
    RemoveParty,
    roles_with_letters_of,
)
from socplanner.domain.phases import duties, duty, with_phase
from socplanner.domain.plan import Change, Party, Plan, frozen
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import (
    A1,
    A3,
    CERT,
    CISO,
    IT,
    MSS,
    NOW,
    PARTIES,
    SOC,
    TARGET,
    small_plan,
    text,
)

LAW = Party(PartyId("law"), "internal", text("Law"))


def _order(plan: Plan) -> list[str]:
    return [party.id for party in plan.parties]


def _party(plan: Plan, party: PartyId) -> Party:
    result = plan.party(party)
    assert result is not None
    return result


def _refusal(edit: Edit, plan: Plan) -> str:
    with pytest.raises(EditRejected) as rejected:
        edit.apply(plan)
    return rejected.value.problem.code


@pytest.mark.parametrize(("index", "place"), [(None, 5), (0, 0), (2, 2), (99, 5)])
def test_a_party_is_added_where_it_is_wanted(index: int | None, place: int) -> None:
    plan = small_plan()
    after = AddParty(LAW, index).apply(plan)
    assert after.parties[place] == LAW
    assert [party for party in after.parties if party != LAW] == list(plan.parties)
    assert after.phases is plan.phases


def test_a_party_is_changed_in_its_place() -> None:
    plan = small_plan()
    changed = replace(_party(plan, SOC), name=text("SOC of the group"), headcount=12, parent=CISO)
    after = ChangeParty(changed).apply(plan)
    assert after.parties[1] == changed
    assert _order(after) == _order(plan)
    assert ChangeParty(changed).apply(after) is after


@pytest.mark.parametrize(
    ("index", "order"),
    [
        (0, ["it", "ciso", "soc", "mss", "cert"]),
        (4, ["ciso", "soc", "mss", "cert", "it"]),
        (-3, ["it", "ciso", "soc", "mss", "cert"]),
        (99, ["ciso", "soc", "mss", "cert", "it"]),
    ],
)
def test_a_party_is_moved_to_its_place(index: int, order: list[str]) -> None:
    assert _order(MoveParty(IT, index).apply(small_plan())) == order


def test_a_party_moved_to_its_own_place_is_no_edit() -> None:
    plan = small_plan()
    assert MoveParty(IT, 2).apply(plan) is plan


@pytest.mark.parametrize("party", PARTIES)
def test_a_party_goes_with_all_its_letters_and_undo_brings_all_back(party: PartyId) -> None:
    plan = small_plan()
    history = History.of(plan).perform(RemoveParty(party))
    after = history.plan
    assert after.party(party) is None
    assert roles_with_letters_of(after, party) == frozenset()
    for phase in (NOW, TARGET):
        before = duties(plan, phase)
        for role, current in duties(after, phase).items():
            kept = {each: cell for each, cell in before[role].letters.items() if each != party}
            assert current == replace(before[role], letters=frozen(kept))
    assert history.undone().plan is plan


def test_a_change_with_nothing_but_a_removed_letter_is_removed() -> None:
    plan = small_plan()
    changes = frozen({A1: Change(letters=frozen({SOC: Cell("C")}))})
    plan = with_phase(plan, 1, replace(plan.phases[1], changes=changes))
    after = RemoveParty(SOC).apply(plan)
    assert after.phases[1].changes == {}
    assert SOC not in duty(after, TARGET, A1).letters


def test_a_party_without_letters_goes_without_touching_the_phases() -> None:
    plan = AddParty(LAW).apply(small_plan())
    after = RemoveParty(LAW.id).apply(plan)
    assert all(old is new for old, new in zip(plan.phases, after.phases, strict=True))


def test_parties_below_a_removed_one_have_no_parent() -> None:
    plan = small_plan()
    plan = ChangeParty(replace(_party(plan, SOC), parent=CISO)).apply(plan)
    plan = ChangeParty(replace(_party(plan, IT), parent=SOC)).apply(plan)
    after = RemoveParty(CISO).apply(plan)
    assert _party(after, SOC).parent is None
    assert _party(after, IT).parent == SOC


def test_letters_in_any_phase_count() -> None:
    plan = small_plan()
    assert A3 in roles_with_letters_of(plan, MSS)
    assert A1 not in roles_with_letters_of(plan, MSS)
    blanks = Change(letters=frozen(dict.fromkeys(PARTIES, BLANK)))
    without = with_phase(plan, 1, replace(plan.phases[1], changes=frozen({A1: blanks})))
    assert roles_with_letters_of(without, CERT) == roles_with_letters_of(plan, CERT)


@pytest.mark.parametrize(
    ("party", "code"),
    [
        (replace(LAW, id=SOC), "doubled-party"),
        (replace(LAW, id=PartyId("Law")), "bad-id"),
        (replace(LAW, name=LocalText("法務", "")), "empty-name"),
        (replace(LAW, headcount=-1), "bad-headcount"),
        (replace(LAW, headcount=100_001), "bad-headcount"),
        (replace(LAW, parent=PartyId("lost")), "unknown-party"),
        (replace(LAW, parent=LAW.id), "party-above-itself"),
    ],
)
def test_a_party_that_is_not_valid_is_rejected(party: Party, code: str) -> None:
    assert _refusal(AddParty(party), small_plan()) == code


@pytest.mark.parametrize("headcount", [None, 0, 100_000])
def test_a_headcount_is_empty_or_within_its_bounds(headcount: int | None) -> None:
    after = AddParty(replace(LAW, headcount=headcount)).apply(small_plan())
    assert after.parties[-1].headcount == headcount


def test_no_party_is_above_itself_through_others() -> None:
    plan = small_plan()
    for below, above in pairwise((SOC, CISO, IT)):
        plan = ChangeParty(replace(_party(plan, below), parent=above)).apply(plan)
    circle = replace(_party(plan, IT), parent=SOC)
    assert _refusal(ChangeParty(circle), plan) == "party-above-itself"


@pytest.mark.parametrize("edit", [ChangeParty(LAW), MoveParty(LAW.id, 0), RemoveParty(LAW.id)])
def test_an_unknown_party_is_refused(edit: Edit) -> None:
    assert _refusal(edit, small_plan()) == "unknown-party"


def test_a_plan_has_no_more_parties_than_can_be_opened_again() -> None:
    many = tuple(replace(LAW, id=PartyId(f"p{number}")) for number in range(MOST_PARTIES - 1))
    full = AddParty(LAW).apply(replace(small_plan(), parties=many))
    assert len(full.parties) == MOST_PARTIES
    with pytest.raises(EditRejected) as rejected:
        AddParty(replace(LAW, id=PartyId("more"))).apply(full)
    assert rejected.value.problem.code == "too-many-parties"
    assert rejected.value.problem.values == {"most": MOST_PARTIES}
