"""A new plan is complete: every role placed, sourced and lettered as its pattern says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Catalogue, Sourcing
from socplanner.domain.checks.run import check_plan, has_errors
from socplanner.domain.new_plan import NOW, TARGET, Beginning, new_plan
from socplanner.domain.phases import duties
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import B1, CATALOGUE, ROLES, small_plan, text

PATTERNS = {
    "minimum-insource": (20, 34),
    "hybrid": (30, 24),
    "minimum-outsource": (40, 14),
    "full-insource": (54, 0),
}


def test_a_plan_begins_with_the_usual_parties_and_one_phase() -> None:
    plan = small_plan(target=None)
    assert (plan.id, plan.organisation, plan.letter_set.id) == ("plan", "Works", "raci")
    assert [phase.id for phase in plan.phases] == [NOW]
    assert [(party.id, party.is_executive) for party in plan.parties] == [
        ("ciso", True),
        ("soc", False),
        ("it", False),
        ("mss", False),
        ("cert", False),
    ]


def test_roles_stand_in_their_areas_and_those_without_one_on_the_bench() -> None:
    held = duties(small_plan(), NOW)
    assert [held[role].area.value for role in ROLES] == ["I", "II", "III", "IV", "none", "II"]
    assert held[B1].sourcing is Sourcing.UNDECIDED
    assert held[B1].area is Area.BENCH


def test_a_target_is_a_second_phase_that_says_only_what_differs() -> None:
    plan = small_plan("half", "all")
    assert [(phase.id, phase.pattern) for phase in plan.phases] == [(NOW, "half"), (TARGET, "all")]
    assert sorted(plan.phases[1].changes) == ["x:A-3", "x:A-4"]
    assert plan.phases[1].name == text("Target")


def test_a_target_without_a_name_is_called_by_its_id() -> None:
    plan = new_plan(CATALOGUE, "p", Beginning("Works", "half", text("Now"), "all"))
    assert plan.phases[1].name.en == "target"


def test_a_chosen_few_parties_are_enough() -> None:
    few = CATALOGUE.parties[:1]
    plan = new_plan(CATALOGUE, "p", Beginning("Works", "all", text("Now"), parties=few))
    assert [party.id for party in plan.parties] == ["ciso"]


@pytest.mark.parametrize(
    ("organisation", "pattern", "target", "code"),
    [
        (" ", "half", None, "empty-name"),
        ("Works", "lost", None, "unknown-pattern"),
        ("Works", "half", "lost", "unknown-pattern"),
    ],
)
def test_a_beginning_that_will_not_do_is_refused(
    organisation: str, pattern: str, target: str | None, code: str
) -> None:
    beginning = Beginning(organisation, pattern, text("Now"), target)
    with pytest.raises(EditRejected, match=code):
        new_plan(CATALOGUE, "p", beginning)


@pytest.mark.parametrize("target", [None, *PATTERNS])
@pytest.mark.parametrize("pattern", list(PATTERNS))
def test_every_pattern_of_the_shipped_catalogue_gives_a_plan_without_errors(
    catalogue: Catalogue, pattern: str, target: str | None
) -> None:
    plan = new_plan(catalogue, "p", Beginning("Works", pattern, text("Now"), target))
    assert {each.rule for each in check_plan(plan)} <= {"R10", "C01", "C03", "C05"}
    for phase, chosen in zip(plan.phases, (pattern, target), strict=False):
        held = duties(plan, phase.id).values()
        insourced = sum(each.sourcing is Sourcing.INSOURCE for each in held)
        outsourced = sum(each.sourcing is Sourcing.OUTSOURCE for each in held)
        assert (insourced, outsourced) == PATTERNS[str(chosen)]


@given(st.data())
def test_any_choice_of_parties_with_one_inside_and_one_outside_gives_a_plan_without_errors(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    inside = [party for party in catalogue.parties if party.kind == "internal"]
    outside = [party for party in catalogue.parties if party.kind == "provider"]
    chosen = data.draw(st.sets(st.sampled_from(inside), min_size=1)) | data.draw(
        st.sets(st.sampled_from(outside), min_size=1)
    )
    parties = [party for party in catalogue.parties if party in chosen]
    pattern, target = (data.draw(st.sampled_from(list(PATTERNS))) for _ in range(2))
    beginning = Beginning("Works", pattern, text("Now"), target, parties=parties)
    found = check_plan(new_plan(catalogue, "p", beginning))
    assert not has_errors(found)
    assert not {each.rule for each in found} & {"R00", "R07", "D02", "D03", "D05", "P01"}
