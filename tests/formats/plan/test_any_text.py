"""Whatever text an edit accepts, the file it is saved to opens again and says the same."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.check_edits import SetWaiver
from socplanner.domain.cost_edits import AddContract
from socplanner.domain.cost_inputs import Contract
from socplanner.domain.duty_edits import SetCoverage, SetNote
from socplanner.domain.duty_values import Accepted, DutyAddress
from socplanner.domain.external.import_edit import (
    ExternalMapping,
    ImportExternalMatrix,
    NewParty,
    NewRole,
)
from socplanner.domain.external.understood import PartyColumn, TaskRow, Understood, Written
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_set_edits import ChangeCustomSets, SwitchLetterSet
from socplanner.domain.letter_sets import RACI
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking
from socplanner.domain.new_plan import NewPlanOptions, new_plan
from socplanner.domain.party_edits import AddParty, ChangeParty
from socplanner.domain.phase_edits import AddPhase, RenameOrganisation, RenamePhase
from socplanner.domain.plan import Party, Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.road_map_edits import SetMove, SetPhaseTerms
from socplanner.domain.road_map_inputs import PhaseTerms, Prerequisite, StatedMove
from socplanner.domain.staffing_edits import AddPost, AddWorkload
from socplanner.domain.staffing_inputs import Post, Workload
from socplanner.domain.waivers import Waiver
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of, shipped
from tests.support.plans import hybrid_plan

PLAN = hybrid_plan()
NOW = PLAN.phases[0].id
ROLE = RoleId("v2:B-1")
ROLES = frozenset({ROLE, RoleId("v2:A-1")})
PARTY = PLAN.parties[0]


def _custom_set(text: str) -> Edit:
    letters = tuple(replace(each, name=LocalText(text, text)) for each in RACI.letters)
    custom = replace(RACI, id="ours", name=LocalText.same(text), letters=letters)
    return SwitchLetterSet(custom, {each.symbol: each.symbol for each in RACI.letters})


def _kept_set(text: str) -> Edit:
    custom = replace(RACI, id="ours", name=LocalText.same(text))
    return ChangeCustomSets((custom,))


def _external(text: str) -> Edit:
    mapping = ExternalMapping((NewRole("A"),), (NewParty(),), {"R": "R"})
    task = TaskRow(1, text, (Written("R", ("R",)),))
    sheet = Understood(form="letters", parties=(PartyColumn(text),), tasks=(task,))
    return ImportExternalMatrix(NOW, sheet, mapping)


EDITS: dict[str, Callable[[str], Edit]] = {
    "note": lambda text: SetNote(NOW, ROLES, text),
    "coverage": lambda text: SetCoverage(NOW, ROLES, text),
    "organisation": RenameOrganisation,
    "classification": lambda text: RenameOrganisation("O", Marking(None, text)),
    "party": lambda text: AddParty(
        Party(PartyId("new"), "provider", LocalText(text, "N"), LocalText("", text))
    ),
    "changed party": lambda text: ChangeParty(
        replace(PARTY, name=LocalText("名", text), initials=LocalText(text, text))
    ),
    "phase": lambda text: AddPhase(PhaseId("new"), LocalText(text, text)),
    "phase name": lambda text: RenamePhase(NOW, LocalText("今", text)),
    "waiver": lambda text: SetWaiver(Waiver("R04", NOW, ROLE, None, text)),
    "post": lambda text: AddPost(Post("p", LocalText(text, text), PARTY.id, "24x365")),
    "contract": lambda text: AddContract(Contract("c", LocalText(text, text), PARTY.id)),
    "workload": lambda text: AddWorkload(
        Workload("w", LocalText(text, "w"), PARTY.id, hours_a_year=1.5)
    ),
    "terms": lambda text: SetPhaseTerms(NOW, PhaseTerms(approver=text, budget=text)),
    "move": lambda text: SetMove(
        NOW,
        ROLE,
        StatedMove(
            owner_name=text,
            prerequisites=(Prerequisite("hiring", name=text),),
            risk=text,
            note=text,
        ),
    ),
    "letter set in use": _custom_set,
    "letter set kept": _kept_set,
    "returned note": lambda text: AcceptReimport(NOW, (Accepted(DutyAddress(ROLE, "note"), text),)),
    "returned hours": lambda text: AcceptReimport(
        NOW, (Accepted(DutyAddress(ROLE, "coverage"), text),)
    ),
    "foreign": _external,
}
SPECIAL = [
    *"\x00\x07\x0b\x0c\x1b\x1c\x1f\x7f\x80\x85\x9f\u2028\u2029\u202a\u202e\u2066\u2069\ud800\udfff",
    *("\r", "\r\n", "\n", "\t", "\ufeff", "\ufffe", "\uffff", "\u200f", "\u00a0", "\u3000", "😀"),
]
TEXTS = st.lists(
    st.sampled_from([*SPECIAL, "a", " ", "#", ": ", "- ", "'", '"', "\\"]) | st.characters(),
    min_size=1,
    max_size=12,
).map("".join)


def saved_equal(plan: Plan) -> None:
    """Save `plan` anew and into the file of the one before, and prove both files open equal."""
    for data in (dumps(plan), dumps(plan, loads(dumps(PLAN), catalogue_of))):
        assert loads(data, catalogue_of).plan == plan


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("special", SPECIAL)
def test_no_character_makes_a_plan_that_cannot_be_opened(name: str, special: str) -> None:
    for text in (special + "a", f"a{special}b", f"a\n{special}\nb", f"x {special}"):
        saved_equal(EDITS[name](text).apply(PLAN))


@given(st.sampled_from(sorted(EDITS)), TEXTS)
def test_whatever_text_is_accepted_opens_equal(name: str, text: str) -> None:
    try:
        plan = EDITS[name](text).apply(PLAN)
    except EditRejected:
        return
    saved_equal(plan)


@given(TEXTS)
def test_a_new_plan_opens_whatever_it_is_called(text: str) -> None:
    try:
        beginning = NewPlanOptions(
            text, "hybrid", LocalText.same("Now"), marking=Marking(None, text)
        )
        plan = new_plan(shipped(), "new", beginning)
    except EditRejected:
        return
    assert loads(dumps(plan), catalogue_of).plan == plan


def test_a_pasted_windows_path_is_kept_without_its_invisible_mark() -> None:
    plan = SetNote(NOW, ROLES, "\u202aC:\\Users\\sato\\plan.xlsx").apply(PLAN)
    assert loads(dumps(plan), catalogue_of).plan == plan
    assert "note: C:\\Users\\sato\\plan.xlsx\n" in dumps(plan).decode()
