"""A foreign sheet is taken as decided, in one step, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Role
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.external.import_edit import (
    ExternalChange,
    ExternalMapping,
    ImportExternalMatrix,
    NewParty,
    NewRole,
    fit_name,
)
from socplanner.domain.external.understood import (
    NOT_WRITTEN,
    PartyColumn,
    TaskRemark,
    TaskRow,
    Understood,
    Written,
)
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.letters import Cell, symbols_in
from socplanner.domain.limits import MOST_CUSTOM_ROLES
from socplanner.domain.local_text import LocalText
from socplanner.domain.phases import duty
from socplanner.domain.plan import CustomRoles
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import A1, A2, IT, NOW, SOC, small_plan

SHEET = Understood(
    sheet="RACI",
    form="letters",
    parties=(PartyColumn("SOC team"), PartyColumn("Night watch")),
    tasks=(
        TaskRow(2, "Collect logs", (Written("V", ("V",)), Written("E/V", ("E", "V"))), "T-01"),
        TaskRow(3, "証拠保全", (Written(), Written("-", ())), ""),
    ),
)
LETTERS = {"V": "R", "E": "A"}


def test_letters_go_to_the_roles_and_parties_that_were_chosen() -> None:
    edit = ImportExternalMatrix(NOW, SHEET, ExternalMapping((A1, None), (SOC, IT), LETTERS))
    plan = edit.apply(small_plan())
    current = duty(plan, NOW, A1).letters
    assert (current[SOC], current[IT]) == ("R", "A/R")
    assert list(plan.custom_roles) == []


def test_tasks_and_parties_may_become_own_roles_and_new_parties() -> None:
    mapping = ExternalMapping((NewRole("A"), NewRole("B")), (SOC, NewParty("provider")), LETTERS)
    before = small_plan()
    plan = ImportExternalMatrix(NOW, SHEET, mapping).apply(before)
    made = [role for role in plan.custom_roles if role not in before.custom_roles]
    assert [(role.id, role.function, role.name.en) for role in made] == [
        ("own:T-01", "A", "Collect logs"),
        ("own:task-3", "B", "証拠保全"),
    ]
    assert made[0].default_area is Area.UNPLACED
    party = plan.parties[-1]
    assert (party.id, party.kind, party.name.ja) == ("night-watch", "provider", "Night watch")
    assert duty(plan, NOW, RoleId("own:T-01")).letters == {SOC: "R", party.id: "A/R"}


def test_an_empty_cell_keeps_the_letters_of_the_plan_unless_answered() -> None:
    plan = small_plan()
    was = duty(plan, NOW, A2).letters[SOC]
    assert was
    keeps = ExternalMapping((None, A2), (SOC, None), LETTERS)
    assert ImportExternalMatrix(NOW, SHEET, keeps).apply(plan) == plan
    clears = ExternalMapping((None, A2), (SOC, None), LETTERS, clears=True)
    assert SOC not in duty(ImportExternalMatrix(NOW, SHEET, clears).apply(plan), NOW, A2).letters


def test_changes_are_those_that_are_made() -> None:
    plan = small_plan()
    edit = ImportExternalMatrix(NOW, SHEET, ExternalMapping((A1, None), (SOC, IT), LETTERS))
    before = duty(plan, NOW, A1).letters
    changes = edit.changes(plan)
    assert [(c.task, c.party, c.before, c.after) for c in changes] == [
        (0, place, before.get(party, Cell("")), cell)
        for place, (party, cell) in enumerate(((SOC, "R"), (IT, "A/R")))
        if before.get(party, "") != cell
    ]
    assert edit.changes(edit.apply(plan)) == ()


def test_it_is_one_step_to_undo() -> None:
    mapping = ExternalMapping((NewRole("A"), A2), (NewParty(), NewParty()), LETTERS)
    history = History.of(small_plan()).perform(ImportExternalMatrix(NOW, SHEET, mapping))
    assert history.undone().plan == small_plan()


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        (ExternalMapping((A1, A1), (SOC, IT), LETTERS), "role-taken-twice"),
        (ExternalMapping((A1, A2), (SOC, SOC), LETTERS), "party-taken-twice"),
        (ExternalMapping((RoleId("x:Z-9"), None), (SOC, IT), LETTERS), "unknown-role"),
        (ExternalMapping((NewRole("Q"), None), (SOC, IT), LETTERS), "unknown-function"),
        (ExternalMapping((A1, A2), (SOC, IT), {"V": "R"}), "letter-not-mapped"),
        (ExternalMapping((A1, A2), (SOC, IT), {"V": "Ω", "E": "A"}), "unknown-letter"),
    ],
)
def test_what_does_not_fit_the_plan_is_refused(mapping: ExternalMapping, code: str) -> None:
    with pytest.raises(EditRejected) as refused:
        ImportExternalMatrix(NOW, SHEET, mapping).apply(small_plan())
    assert refused.value.problem.code == code


def test_a_name_of_the_sheet_is_made_fit_for_a_plan() -> None:
    assert fit_name("  Two\nlines\t\u202e here ") == "Two lines here"
    assert len(fit_name("x" * 999)) == 200


@given(
    st.sampled_from(["", "-", "A", "S", "A/S", "R/S", "A/R", "S/X"]),
    st.sampled_from(["", "A", "R", "A/R", "C", "I"]),
    st.dictionaries(st.sampled_from("ARSX"), st.sampled_from(["", "A", "R", "I", "A/R"])),
    st.booleans(),
)
def test_a_cell_keeps_its_value_unless_another_one_is_chosen(
    text: str, before: str, mapped: dict[str, str], clears: bool
) -> None:
    letters = () if text in {"", "-"} else tuple(text.split("/"))
    mapping = {each: mapped.get(each, "") for each in "ARSX"}
    row = TaskRow(2, "T", (Written(text, letters),))
    sheet = Understood(sheet="S", form="letters", parties=(PartyColumn("P"),), tasks=(row,))
    plan = SetCells(NOW, ((A1, SOC, Cell(before)),)).apply(small_plan())
    accepted = ImportExternalMatrix(NOW, sheet, ExternalMapping((A1,), (SOC,), mapping, clears))
    after = duty(accepted.apply(plan), NOW, A1).letters.get(SOC, Cell(""))
    wanted = {symbol for each in letters for symbol in mapping[each].split("/") if symbol}
    left_out = {each for each in letters if not mapping[each]}
    current = set(symbols_in(Cell(before)))
    if wanted:
        expected = wanted | (current & left_out)
    elif clears and not letters:
        expected = set()
    else:
        expected = current
    assert set(symbols_in(after)) == expected
    assert bool(accepted.changes(plan)) == (after != before)


def test_a_letter_that_an_answer_left_out_is_kept_too() -> None:
    row = TaskRow(2, "T", (Written("S", (), ("S",)), Written("S/R", ("R",), ("S",))))
    sheet = Understood(sheet="S", form="letters", parties=(PartyColumn("P"),) * 2, tasks=(row,))
    mapping = ExternalMapping((A1,), (SOC, IT), {"R": "R"}, clears=True)
    before = SetCells(NOW, ((A1, SOC, Cell("A/R")), (A1, IT, Cell("C")))).apply(small_plan())
    letters = duty(ImportExternalMatrix(NOW, sheet, mapping).apply(before), NOW, A1).letters
    assert (letters[SOC], letters[IT]) == ("A/R", "R")


def test_remarks_go_into_the_notes_of_their_roles_on_request() -> None:
    plan = small_plan()
    understood = Understood(
        form="letters",
        parties=(PartyColumn("Them", (2,)),),
        tasks=(TaskRow(2, "Watch", (Written("R", ("R",)),)), TaskRow(3, "Else", (NOT_WRITTEN,))),
        remarks=(
            TaskRemark(2, "B2", "", "Them R: nights only"),
            TaskRemark(2, "B2", "Ito", "ask first"),
            TaskRemark(3, "B3", "", "of no role"),
        ),
    )
    mapping = ExternalMapping((A1, None), (SOC,), {"R": "R"})
    bare = ImportExternalMatrix(NOW, understood, mapping).apply(plan)
    before = duty(plan, NOW, A1).note
    assert duty(bare, NOW, A1).note == before
    kept = ImportExternalMatrix(NOW, understood, mapping, keeps_remarks=True).apply(plan)
    note = duty(kept, NOW, A1).note
    assert note.removeprefix(before).strip() == "Them R: nights only\nIto: ask first"


def test_what_is_refused_is_named() -> None:
    functions = ", ".join(small_plan().catalogue.function_by_code)
    for mapping, values in (
        (ExternalMapping((A1, A1), (SOC, IT), LETTERS), {"id": A1}),
        (ExternalMapping((A1, A2), (SOC, SOC), LETTERS), {"id": SOC}),
        (ExternalMapping((NewRole("Q"), None), (), {}), {"function": "Q", "choices": functions}),
        (ExternalMapping((RoleId("x:Z"), None), (), {}), {"role": "x:Z"}),
        (ExternalMapping((A1, None), (SOC, IT), {"V": "R"}), {"letter": "E"}),
        (
            ExternalMapping((A1, None), (SOC, IT), {"V": "Ω", "E": "A"}),
            {"letter": "Ω", "choices": "R, A, C, I"},
        ),
    ):
        fitting = replace(mapping, parties=mapping.parties or (None, None))
        with pytest.raises(EditRejected) as refused:
            ImportExternalMatrix(NOW, SHEET, fitting).apply(small_plan())
        assert refused.value.problem.values == values
    gone = ImportExternalMatrix(
        PhaseId("gone"), SHEET, ExternalMapping((None, None), (None, None), LETTERS)
    )
    for attempt in (gone.apply, gone.changes):
        with pytest.raises(EditRejected) as refused:
            attempt(small_plan())
        assert refused.value.problem.code == "unknown-phase"
        assert refused.value.problem.values == {"phase": "gone"}


def test_own_roles_get_codes_of_their_own() -> None:
    tasks = (
        TaskRow(2, "Collect logs", (), "t-01"),
        TaskRow(3, "Collect logs again", (), "T-01"),
        TaskRow(4, "Collect logs again", (), "no code"),
        TaskRow(5, "証拠保全", (), "T-01"),
    )
    sheet = Understood(sheet="S", form="letters", tasks=tasks)
    plan = ImportExternalMatrix(NOW, sheet, ExternalMapping((NewRole("A"),) * 4, ())).apply(
        small_plan()
    )
    assert [role.code for role in plan.custom_roles] == [
        *("t-01", "collect-logs-again", "collect-logs-again-2", "task-5"),
    ]
    again = ImportExternalMatrix(NOW, sheet, ExternalMapping((NewRole("A"), None, None, None), ()))
    assert again.apply(plan).custom_roles[-1].code == "collect-logs"


def test_a_plan_has_no_more_own_roles_than_can_be_opened_again() -> None:
    role = Role(RoleId("own:x"), "x", "A", LocalText.same("X"))
    mapping = ExternalMapping((NewRole("A"), NewRole("A")), (None, None), LETTERS)
    edit = ImportExternalMatrix(NOW, SHEET, mapping)
    full = replace(small_plan(), custom_roles=CustomRoles((role,) * (MOST_CUSTOM_ROLES - 1)))
    with pytest.raises(EditRejected) as refused:
        edit.apply(full)
    assert refused.value.problem.code == "too-many-roles"
    assert refused.value.problem.values == {"most": MOST_CUSTOM_ROLES}
    just = replace(full, custom_roles=CustomRoles(full.custom_roles[1:]))
    assert len(edit.apply(just).custom_roles) == MOST_CUSTOM_ROLES


def test_a_change_has_its_place_on_the_sheet() -> None:
    edit = ImportExternalMatrix(
        NOW, SHEET, ExternalMapping((None, A2), (SOC, IT), LETTERS, clears=True)
    )
    letters = duty(small_plan(), NOW, A2).letters
    assert edit.changes(small_plan()) == tuple(
        ExternalChange(1, place, letters[party], Cell(""))
        for place, party in enumerate((SOC, IT))
        if party in letters
    )
