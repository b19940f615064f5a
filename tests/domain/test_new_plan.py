"""A new plan is complete: every role placed, sourced and lettered as its pattern says."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Catalogue, Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.run import check_plan
from socplanner.domain.ids import PartyId, role_id
from socplanner.domain.new_plan import NOW, TARGET, NewPlanOptions, new_plan
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import B1, CATALOGUE, ROLES, small_plan, text

PATTERNS = {
    "minimum-insource": (20, 29, 5),
    "hybrid": (31, 20, 3),
    "minimum-outsource": (41, 12, 1),
    "full-insource": (54, 0, 0),
}
"""How many roles are done in-house, outsourced and both, with the parties that are ticked."""

LETTERS = Path(__file__).parents[1] / "golden" / "hybrid_letters.csv"
"""Sourcing and letters of a hybrid plan, written down from the practitioner's table by hand."""


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


def test_roles_are_in_their_default_areas_and_those_without_one_not_placed() -> None:
    current = duties(small_plan(), NOW)
    assert [current[role].area.value for role in ROLES] == ["I", "II", "III", "IV", "none", "II"]
    assert current[B1].sourcing is Sourcing.UNDECIDED
    assert current[B1].area is Area.UNPLACED


def test_a_target_is_a_second_phase_that_states_only_what_differs() -> None:
    plan = small_plan("half", "all")
    assert [(phase.id, phase.pattern) for phase in plan.phases] == [(NOW, "half"), (TARGET, "all")]
    assert sorted(plan.phases[1].changes) == ["x:A-3", "x:A-4"]
    assert plan.phases[1].name == text("Target")


def test_a_target_without_a_name_is_called_by_its_id() -> None:
    plan = new_plan(CATALOGUE, "p", NewPlanOptions("Works", "half", text("Now"), "all"))
    assert plan.phases[1].name.en == "target"


def test_a_chosen_few_parties_are_enough() -> None:
    few = CATALOGUE.parties[:1]
    plan = new_plan(CATALOGUE, "p", NewPlanOptions("Works", "all", text("Now"), parties=few))
    assert [party.id for party in plan.parties] == ["ciso"]


@pytest.mark.parametrize(
    ("organisation", "pattern", "target", "code"),
    [
        (" ", "half", None, "empty-name"),
        ("Works", "lost", None, "unknown-pattern"),
        ("Works", "half", "lost", "unknown-pattern"),
    ],
)
def test_options_that_are_not_valid_are_rejected(
    organisation: str, pattern: str, target: str | None, code: str
) -> None:
    options = NewPlanOptions(organisation, pattern, text("Now"), target)
    with pytest.raises(EditRejected, match=code):
        new_plan(CATALOGUE, "p", options)


@pytest.mark.parametrize("target", [None, *PATTERNS])
@pytest.mark.parametrize("pattern", list(PATTERNS))
def test_every_pattern_of_the_shipped_catalogue_gives_a_plan_without_a_warning(
    catalogue: Catalogue, pattern: str, target: str | None
) -> None:
    plan = new_plan(catalogue, "p", NewPlanOptions("Works", pattern, text("Now"), target))
    assert _serious(plan) == []
    assert {each.rule for each in check_plan(plan)} <= {"C01", "C05", "P03", "P04"}
    for phase, chosen in zip(plan.phases, (pattern, target), strict=False):
        current = [each.sourcing for each in duties(plan, phase.id).values()]
        questions = (Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH)
        assert tuple(map(current.count, questions)) == PATTERNS[str(chosen)]


def test_a_new_plan_begins_with_the_parties_that_are_ticked(catalogue: Catalogue) -> None:
    plan = new_plan(catalogue, "p", NewPlanOptions("Works", "hybrid", text("Now")))
    inside = ["ciso", "mgmt", "csirt", "soc", "it", "legal"]
    assert [party.id for party in plan.parties] == [*inside, "mss", "ir", "assess", "consult"]


def test_the_letters_of_a_hybrid_plan_are_those_a_practitioner_wrote_down(
    catalogue: Catalogue,
) -> None:
    plan = new_plan(catalogue, "p", NewPlanOptions("Works", "hybrid", text("Now")))
    with LETTERS.open(encoding="utf-8", newline="") as file:
        expected = {row["role"]: (row["sourcing"], row["letters"]) for row in csv.DictReader(file)}
    result = {}
    for role in plan.catalogue.roles:
        current = duty(plan, NOW, role.id)
        letters = (
            f"{p.id}:{current.letters[p.id]}" for p in plan.parties if p.id in current.letters
        )
        result[role.code] = (current.sourcing.value, " ".join(letters))
    assert result == expected


@pytest.mark.parametrize("pattern", list(PATTERNS))
@pytest.mark.parametrize("gone", ["soc", "csirt", "mgmt", "it", "legal"])
def test_a_missing_usual_party_is_not_replaced_by_an_executive_or_a_provider(
    catalogue: Catalogue, gone: str, pattern: str
) -> None:
    parties = [party for party in catalogue.parties if party.is_ticked and party.id != gone]
    options = NewPlanOptions("Works", pattern, text("Now"), parties=parties)
    plan = new_plan(catalogue, "p", options)
    answers = [role.code for role in catalogue.roles if "A" in _letters(plan, role, "ciso")]
    assert answers == ["A-1", "A-3", "A-6"]
    assert _serious(plan) == []
    assert _undecided(plan) == []


def test_without_a_provider_its_roles_are_undecided(catalogue: Catalogue) -> None:
    parties = [party for party in catalogue.parties if party.is_ticked and party.id != "assess"]
    beginning = NewPlanOptions("Works", "minimum-insource", text("Now"), parties=parties)
    plan = new_plan(catalogue, "p", beginning)
    assert _undecided(plan) == ["E-4", "E-5", "E-6", "E-7"]
    assert _serious(plan) == []


def test_human_resources_replace_their_stand_ins(catalogue: Catalogue) -> None:
    plans = [
        new_plan(catalogue, "p", NewPlanOptions("Works", "hybrid", text("Now"), parties=parties))
        for parties in ([p for p in catalogue.parties if p.is_ticked], catalogue.parties)
    ]
    current = [
        [_letters(plan, catalogue.role_by_id[role_id("v2", code)], party) for plan in plans]
        for code, party in (("H-2", "legal"), ("H-2", "hr"), ("I-4", "legal"), ("I-4", "hr"))
    ]
    assert current == [["A", "C"], ["", "A"], ["R", ""], ["", "R"]]


@given(st.data())
def test_any_choice_of_parties_and_patterns_gives_a_plan_without_a_warning(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    chosen = data.draw(st.sets(st.sampled_from(catalogue.parties)))
    parties = [party for party in catalogue.parties if party in chosen]
    pattern, target = (data.draw(st.sampled_from(list(PATTERNS))) for _ in range(2))
    beginning = NewPlanOptions("Works", pattern, text("Now"), target, parties=parties)
    plan = new_plan(catalogue, "p", beginning)
    assert _serious(plan) == []
    messages = {each.rule for each in check_plan(plan)}
    assert not messages & {"R07", "R10", "D02", "D03", "D05", "P01"}


def _serious(plan: Plan) -> list[Finding]:
    return [each for each in check_plan(plan) if each.severity < Severity.INFO]


def _undecided(plan: Plan) -> list[str]:
    current = duties(plan, NOW)
    return [
        role.code
        for role in plan.catalogue.roles
        if current[role.id].sourcing is Sourcing.UNDECIDED
    ]


def _letters(plan: Plan, role: Role, party: str) -> str:
    return str(duty(plan, NOW, role.id).letters.get(PartyId(party), ""))
