"""Any edits in any order, with undo, redo and saving, held to a simple account of what was said."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from socplanner.domain.assessment import SCORES, SIDES, Score, Side
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.run import check_phase, check_role
from socplanner.domain.duty_edits import (
    ApplyPattern,
    ChangeSourcing,
    MoveRoles,
    SetAim,
    SetAimDay,
    SetCells,
    SetCoverage,
    SetNote,
)
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.party_edits import AddParty, MoveParty, RemoveParty
from socplanner.domain.patterns import Proposed
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenamePhase
from socplanner.domain.phases import changed_roles, duties
from socplanner.domain.plan import Duty, Party, Plan
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import A1, A3, B1, PARTIES, small_plan, text

Stated = dict[tuple[str, ...], Any]
Statement = list[tuple[str, Stated]]
"""Each phase with what it says: (role, field) or (role, "letters", party) to a value."""

BLANKS = {"area": Area.UNPLACED, "sourcing": Sourcing.UNDECIDED}
PHASES = tuple(PhaseId(each) for each in ("now", "target", "later", "last"))
ANY_PHASE = st.sampled_from(PHASES)
SOME_ROLES = (A1, A3, B1)
ANY_ROLES = st.frozensets(st.sampled_from(SOME_ROLES), min_size=1, max_size=2)
ANY_PARTY = st.sampled_from((*PARTIES, PartyId("new")))
ANY_CELL = st.sampled_from(["", "A", "R", "A/R", "C", "I", "?"]).map(Cell)
ANY_SCORE = st.sampled_from([None, *SCORES])
NO_VALUE = {None, "", "unknown"}


def _plain(value: Any) -> Any:
    return None if value in NO_VALUE else value


def _fields(duty: Duty) -> dict[tuple[str, ...], Any]:
    """Return a duty as fields with their values, whatever is not said left out."""
    result: dict[tuple[str, ...], Any] = {
        ("area",): duty.area,
        ("sourcing",): duty.sourcing,
        ("note",): duty.note,
        ("coverage",): duty.coverage,
        ("aim_inhouse",): duty.aim.inhouse,
        ("aim_outsourced",): duty.aim.outsourced,
        ("aim_until",): duty.aim.until,
    }
    result |= {("letters", str(party)): cell for party, cell in duty.letters.items()}
    return {field: value for field, value in result.items() if value not in {None, ""}}


def _in_force(report: Statement, index: int) -> Stated:
    """Return the values in force in the phase at `index`."""
    current: Stated = {}
    for _, stated in report[: index + 1]:
        current |= stated
    return current


def _blank(key: tuple[str, ...]) -> Any:
    return BLANKS.get(key[1])


class AnyEdits(RuleBasedStateMachine):
    """Keeps the account beside the plan; both must tell of the same duties, step by step."""

    def __init__(self) -> None:
        """Begin with the small plan."""
        super().__init__()
        self.history = History.of(small_plan())
        first = self._statement_of(self.history.plan)
        self.accounts: list[Statement] = [first]
        self.index = 0
        self.saved: int | None = 0

    @staticmethod
    def _statement_of(plan: Plan) -> Statement:
        report: Statement = []
        current: Stated = {}
        for phase in plan.phases:
            text: Stated = {}
            for role, duty in duties(plan, phase.id).items():
                for field, value in _fields(duty).items():
                    key = (role, *field)
                    if current.get(key, _blank(key)) != value:
                        text[key] = value
            gone = {
                key
                for key in current
                if key
                not in {(r, *f) for r, d in duties(plan, phase.id).items() for f in _fields(d)}
            }
            text |= dict.fromkeys(gone)
            current |= text
            report.append((phase.id, text))
        return report

    def _perform(self, edit: Edit, report: Statement | None) -> None:
        """Make `edit`; `report` is what it should lead to, None where it must be refused."""
        before = self.history
        try:
            self.history = before.perform(edit)
        except EditRejected:
            assert report is None
            assert self.history is before
            return
        assert report is not None, edit
        if self.history is before:
            assert report == self.accounts[self.index], edit
            return
        self._assert_changes(before.plan, self.history.plan)
        self.accounts = [*self.accounts[: self.index + 1], report]
        self.saved = None if self.saved is not None and self.saved > self.index else self.saved
        self.index += 1

    @staticmethod
    def _assert_changes(before: Plan, after: Plan) -> None:
        """Whatever differs in a phase must be told by `changed_roles`, either way."""
        for phase in PHASES:
            if before.phase(phase) is None or after.phase(phase) is None:
                continue
            old, new = duties(before, phase), duties(after, phase)
            differing = {role for role in new if old[role] != new[role]}
            assert differing <= changed_roles(before, after, phase)
            assert differing <= changed_roles(after, before, phase)

    def _copy(self) -> Statement:
        return [(phase, dict(text)) for phase, text in self.accounts[self.index]]

    def _place(self, phase: str) -> int | None:
        ids = [each for each, _ in self.accounts[self.index]]
        return ids.index(phase) if phase in ids else None

    def _written(self, phase: str, wanted: Stated) -> Statement | None:
        """Return the account in which `wanted` holds in `phase`; None if there is no such phase."""
        index = self._place(phase)
        if index is None:
            return None
        report = self._copy()
        now = _in_force(report, index)
        before = _in_force(report, index - 1) if index else {}
        for key, value in wanted.items():
            plain = _plain(value)
            if now.get(key, _blank(key)) == plain:
                continue
            if before.get(key, _blank(key)) == plain:
                report[index][1].pop(key, None)
            else:
                report[index][1][key] = plain
        return report

    @rule(phase=ANY_PHASE, roles=ANY_ROLES, area=st.sampled_from(Area))
    def move_roles(self, phase: PhaseId, roles: frozenset[RoleId], area: Area) -> None:
        wanted: Stated = {(role, "area"): area for role in roles}
        self._perform(MoveRoles(phase, roles, area), self._written(phase, wanted))

    @rule(phase=ANY_PHASE, role=st.sampled_from(SOME_ROLES), party=ANY_PARTY, cell=ANY_CELL)
    def set_cell(self, phase: PhaseId, role: RoleId, party: PartyId, cell: Cell) -> None:
        report = self._written(phase, {(role, "letters", party): cell})
        if self.history.plan.party(party) is None:
            report = None
        self._perform(SetCells(phase, ((role, party, cell),)), report)

    @rule(phase=ANY_PHASE, roles=ANY_ROLES, note=st.sampled_from(["", "one", "two"]))
    def set_note(self, phase: PhaseId, roles: frozenset[RoleId], note: str) -> None:
        wanted: Stated = {(role, "note"): note for role in roles}
        self._perform(SetNote(phase, roles, note), self._written(phase, wanted))

    @rule(phase=ANY_PHASE, roles=ANY_ROLES, hours=st.sampled_from(["", "24x365", "8x5"]))
    def set_coverage(self, phase: PhaseId, roles: frozenset[RoleId], hours: str) -> None:
        wanted: Stated = {(role, "coverage"): hours for role in roles}
        self._perform(SetCoverage(phase, roles, hours), self._written(phase, wanted))

    @rule(phase=ANY_PHASE, roles=ANY_ROLES, side=st.sampled_from(SIDES), aim=ANY_SCORE)
    def set_aim(
        self, phase: PhaseId, roles: frozenset[RoleId], side: Side, aim: Score | None
    ) -> None:
        wanted: Stated = {(role, f"aim_{side}"): aim for role in roles}
        self._perform(SetAim(phase, roles, side, aim), self._written(phase, wanted))

    @rule(phase=ANY_PHASE, roles=ANY_ROLES, day=st.sampled_from(["", "2027-03-31"]))
    def set_aim_day(self, phase: PhaseId, roles: frozenset[RoleId], day: str) -> None:
        wanted: Stated = {(role, "aim_until"): day for role in roles}
        self._perform(SetAimDay(phase, roles, day), self._written(phase, wanted))

    @rule(
        phase=ANY_PHASE,
        roles=ANY_ROLES,
        sourcing=st.sampled_from(Sourcing),
        replacing=st.booleans(),
    )
    def change_sourcing(
        self, phase: PhaseId, roles: frozenset[RoleId], sourcing: Sourcing, replacing: bool
    ) -> None:
        edit = ChangeSourcing(phase, roles, sourcing, replacing)
        self._perform(edit, self._proposed(edit))

    @rule(phase=ANY_PHASE, pattern=st.sampled_from(["half", "all"]), replacing=st.booleans())
    def apply_pattern(self, phase: PhaseId, pattern: str, replacing: bool) -> None:
        edit = ApplyPattern(phase, pattern, replacing)
        report = self._proposed(edit)
        current = self.history.plan.phase(phase)
        if report is not None and current is not None and current.pattern != pattern:
            self._perform(edit, report)
            after = self.history.plan.phase(phase)
            assert after is not None
            assert after.pattern == pattern
        else:
            self._perform(edit, report)

    def _proposed(self, edit: ChangeSourcing | ApplyPattern) -> Statement | None:
        """Return the account in which the preview of `edit` has come true."""
        try:
            preview = edit.preview(self.history.plan)
        except EditRejected:
            return None
        wanted: Stated = {}
        for each in preview:
            wanted |= self._promised(each)
        return self._written(edit.phase, wanted)

    @staticmethod
    def _promised(proposed: Proposed) -> Stated:
        role = proposed.role.id
        wanted: Stated = {(role, "sourcing"): proposed.after.sourcing}
        for party, _, cell in proposed.letter_moves():
            assert party not in proposed.kept
            wanted[role, "letters", party] = cell
        return wanted

    @rule(phase=ANY_PHASE)
    def add_phase(self, phase: PhaseId) -> None:
        accepted = self._place(phase) is not None
        report = None if accepted else [*self._copy(), (str(phase), {})]
        self._perform(AddPhase(phase, text("Another")), report)

    @rule(phase=ANY_PHASE)
    def remove_phase(self, phase: PhaseId) -> None:
        report = self._copy()
        index = self._place(phase)
        if index is None or len(report) == 1:
            self._perform(RemovePhase(phase), None)
            return
        if index + 1 < len(report):
            before = _in_force(report, index - 1) if index else {}
            current = _in_force(report, index + 1)
            text = {
                key: value
                for key, value in current.items()
                if before.get(key, _blank(key)) != value
                and not (value is None and before.get(key) is None)
            }
            report[index + 1] = (report[index + 1][0], text)
        del report[index]
        self._perform(RemovePhase(phase), report)

    @rule(phase=ANY_PHASE, name=st.sampled_from(["One", "Two"]))
    def rename_phase(self, phase: PhaseId, name: str) -> None:
        current = self.history.plan.phase(phase)
        report = None if current is None else self._copy()
        self._perform(RenamePhase(phase, text(name)), report)

    @rule()
    def add_party(self) -> None:
        new = Party(PartyId("new"), "internal", text("New"))
        accepted = self.history.plan.party(new.id) is not None
        self._perform(AddParty(new), None if accepted else self._copy())

    @rule(party=ANY_PARTY)
    def remove_party(self, party: PartyId) -> None:
        report = [
            (phase, {key: value for key, value in text.items() if key[2:] != (party,)})
            for phase, text in self._copy()
        ]
        choices = self.history.plan.party(party) is not None
        self._perform(RemoveParty(party), report if choices else None)

    @rule(party=ANY_PARTY, place=st.integers(0, 5))
    def move_party(self, party: PartyId, place: int) -> None:
        choices = self.history.plan.party(party) is not None
        self._perform(MoveParty(party, place), self._copy() if choices else None)

    @precondition(lambda self: self.index > 0)
    @rule()
    def undo(self) -> None:
        self.history = self.history.undone()
        self.index -= 1

    @precondition(lambda self: self.index + 1 < len(self.accounts))
    @rule()
    def redo(self) -> None:
        self.history = self.history.redone()
        self.index += 1

    @rule()
    def save(self) -> None:
        self.history = self.history.mark_saved()
        self.saved = self.index

    @invariant()
    def the_plan_is_what_was_stated(self) -> None:
        report = self.accounts[self.index]
        assert [phase.id for phase in self.history.plan.phases] == [phase for phase, _ in report]
        for index, (phase, _) in enumerate(report):
            current = _in_force(report, index)
            for role, duty in duties(self.history.plan, PhaseId(phase)).items():
                messages = {key[1:]: value for key, value in current.items() if key[0] == role}
                messages = {("area",): Area.UNPLACED, ("sourcing",): Sourcing.UNDECIDED} | messages
                assert _fields(duty) == {f: v for f, v in messages.items() if v is not None}

    @invariant()
    def the_saved_mark_stands_where_it_was_set(self) -> None:
        assert self.history.is_saved == (self.saved == self.index)

    @invariant()
    def undo_and_redo_are_enabled_where_they_lead_somewhere(self) -> None:
        assert (self.history.undo_edit is None) == (self.index == 0)
        assert (self.history.redo_edit is None) == (self.index + 1 == len(self.accounts))

    @invariant()
    def no_letter_stands_for_a_party_that_is_not_there(self) -> None:
        choices = {party.id for party in self.history.plan.parties}
        for phase in self.history.plan.phases:
            for change in phase.changes.values():
                assert change.letters.keys() <= choices

    @invariant()
    def every_role_is_checked_alone_as_among_all(self) -> None:
        plan = self.history.plan
        phase = plan.phases[-1].id
        alone = [each for role in plan.roles() for each in check_role(plan, phase, role)]
        assert [each for each in check_phase(plan, phase) if each.role is not None] == alone


TestAnyEdits = AnyEdits.TestCase
TestAnyEdits.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
