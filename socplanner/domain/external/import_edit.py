"""Taking a foreign matrix into a plan: one edit, whatever number of roles, parties and letters."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.catalogue import PartyKind, Role
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.external.full_names import party_names, task_names
from socplanner.domain.external.understood import TaskRow, Understood, Written
from socplanner.domain.ids import CUSTOM, PartyId, PhaseId, RoleId, slug_for
from socplanner.domain.letters import BLANK, Cell, LetterSet, symbols_in
from socplanner.domain.limits import MOST_CUSTOM_ROLES
from socplanner.domain.local_text import LocalText
from socplanner.domain.names import LONGEST_NAME, clean_line, validated_name
from socplanner.domain.party_edits import AddParty
from socplanner.domain.phases import duties
from socplanner.domain.plan import CustomRoles, Party, Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.reimport.sheet_values import CellComment

_FREE_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")


class NewRole(NamedTuple):
    """Keep a task as a role of the planner's own, in a function of the catalogue."""

    function: str


class NewParty(NamedTuple):
    """Keep a party of the sheet as a new one of the plan."""

    kind: PartyKind = "internal"


RoleTarget = RoleId | NewRole | None
"""The role a task is; None leaves it out."""

PartyTarget = PartyId | NewParty | None


@dataclass(frozen=True, slots=True)
class ExternalMapping:
    """What was decided: each task and party of a sheet in its order, each letter by name."""

    tasks: tuple[RoleTarget, ...]
    parties: tuple[PartyTarget, ...]
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The plan's letters for each of the sheet; the empty text for one that is left out."""
    clears: bool = False
    """Whether an empty cell of the sheet, or one with a dash, takes away what the plan says."""


class ExternalChange(NamedTuple):
    """One cell that would change: where it stands on the sheet by task and party, and the cells."""

    task: int
    party: int
    before: Cell
    after: Cell


class _WrittenCell(NamedTuple):
    """One cell that is written: its place on the sheet and in the plan, and what becomes of it."""

    task: int
    place: int
    role: RoleId
    party: PartyId
    before: Cell
    after: Cell

    @property
    def change(self) -> ExternalChange:
        """The same as it is shown."""
        return ExternalChange(self.task, self.place, self.before, self.after)


@dataclass(frozen=True, slots=True)
class ImportExternalMatrix:
    """Write what a foreign sheet says into `phase`, as `mapping` decides; one step to undo."""

    phase: PhaseId
    understood: Understood
    mapping: ExternalMapping
    keeps_remarks: bool = False
    """Whether remarks and comments go into the notes of the roles that their tasks are."""

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with new roles, parties and letters; raise EditRejected if unfit."""
        grown, written = self._written(plan)
        cells = ((each.role, each.party, each.after) for each in written)
        changed = SetCells(self.phase, tuple(cells)).apply(grown)
        kept = tuple(self._kept(plan)) if self.keeps_remarks else ()
        return AcceptReimport(self.phase, (), kept).apply(changed) if kept else changed

    def _kept(self, plan: Plan) -> Iterator[CellComment]:
        """Yield the remarks on tasks that become roles of `plan`."""
        _, roles, _ = self._grown(plan)
        tasks = zip(self.understood.tasks, roles, strict=True)
        by_place = {task.place: role for task, role in tasks if role is not None}
        for each in self.understood.remarks:
            if each.task in by_place:
                yield CellComment(by_place[each.task], each.place, each.author, each.text)

    def changes(self, plan: Plan) -> tuple[ExternalChange, ...]:
        """Return the cells that `apply` would change; raise EditRejected as it does."""
        _, written = self._written(plan)
        return tuple(each.change for each in written if each.before != each.after)

    def _written(self, plan: Plan) -> tuple[Plan, list[_WrittenCell]]:
        """Return `plan` with new roles and parties, and the cells of it that are written."""
        grown, roles, parties = self._grown(plan)
        by_role = duties(grown, self.phase)
        changes = []
        for task, (role, row) in enumerate(zip(roles, self.understood.tasks, strict=True)):
            for place, (party, written) in enumerate(zip(parties, row.cells, strict=True)):
                letters = self._mapped(grown, written)
                if role is None or party is None:
                    continue
                before = by_role[role].letters.get(party, BLANK)
                after = self._after(grown.letter_set, written, letters, before)
                if after is not None:
                    changes.append(_WrittenCell(task, place, role, party, before, after))
        return grown, changes

    def _grown(
        self, plan: Plan
    ) -> tuple[Plan, tuple[RoleId | None, ...], tuple[PartyId | None, ...]]:
        if plan.phase(self.phase) is None:
            raise EditRejected("unknown-phase", phase=self.phase)
        grown, parties = self._with_parties(plan)
        grown, roles = self._with_roles(grown)
        _require_unique(roles, "role-taken-twice")
        _require_unique(parties, "party-taken-twice")
        return grown, roles, parties

    def _with_parties(self, plan: Plan) -> tuple[Plan, tuple[PartyId | None, ...]]:
        ids: list[PartyId | None] = []
        pairs = zip(party_names(self.understood), self.mapping.parties, strict=True)
        for name, target in pairs:
            if isinstance(target, NewParty):
                used = frozenset(str(each.id) for each in plan.parties)
                made = PartyId(slug_for(name, used, "party"))
                local = LocalText.same(fit_name(name))
                plan = AddParty(Party(made, target.kind, local)).apply(plan)
                ids.append(made)
            else:
                ids.append(target)
        return plan, tuple(ids)

    def _with_roles(self, plan: Plan) -> tuple[Plan, tuple[RoleId | None, ...]]:
        ids: list[RoleId | None] = []
        made: list[Role] = []
        used = {role.code.casefold() for role in plan.custom_roles}
        names = task_names(self.understood)
        for task, full, target in zip(
            self.understood.tasks, names, self.mapping.tasks, strict=True
        ):
            if not isinstance(target, NewRole):
                if target is not None and plan.role(target) is None:
                    raise EditRejected("unknown-role", role=target)
                ids.append(target)
                continue
            if target.function not in plan.catalogue.function_by_code:
                codes = ", ".join(plan.catalogue.function_by_code)
                raise EditRejected("unknown-function", function=target.function, choices=codes)
            code = _free_code(task, used)
            used.add(code.casefold())
            name = validated_name(LocalText.same(fit_name(full)))
            role = Role(RoleId(f"{CUSTOM}:{code}"), code, target.function, name)
            made.append(role)
            ids.append(role.id)
        if not made:
            return plan, tuple(ids)
        if len(plan.custom_roles) + len(made) > MOST_CUSTOM_ROLES:
            raise EditRejected("too-many-roles", most=MOST_CUSTOM_ROLES)
        return replace(plan, custom_roles=CustomRoles((*plan.custom_roles, *made))), tuple(ids)

    def _mapped(self, plan: Plan, written: Written) -> Mapping[str, tuple[str, ...]]:
        """Return the plan's letters for each of `written`; raise EditRejected if one has none."""
        changes = {}
        for letter in written.letters:
            if letter not in self.mapping.letters:
                raise EditRejected("letter-not-mapped", letter=letter)
            changes[letter] = tuple(
                each for each in self.mapping.letters[letter].split("/") if each
            )
            for symbol in changes[letter]:
                if plan.letter_set.letter(symbol) is None:
                    symbols = ", ".join(each.symbol for each in plan.letter_set.letters)
                    raise EditRejected("unknown-letter", letter=symbol, choices=symbols)
        return changes

    def _after(
        self,
        letters: LetterSet,
        written: Written,
        mapped: Mapping[str, tuple[str, ...]],
        before: Cell,
    ) -> Cell | None:
        """Return what becomes of a cell that is `before`; None where nothing was decided of it.

        A letter that is left out says nothing: where the plan has it, it stays.
        """
        symbols = [symbol for each in mapped.values() for symbol in each]
        left_out = {*written.left_out, *(letter for letter, each in mapped.items() if not each)}
        if symbols:
            return letters.cell([*symbols, *(left_out.intersection(symbols_in(before)))])
        return BLANK if self.mapping.clears and not left_out else None


def fit_name(name: str) -> str:
    """Return `name` as a plan may hold it: one line, no control characters, not too long."""
    return " ".join(clean_line(name).split())[:LONGEST_NAME].strip()


def _free_code(task: TaskRow, used: set[str]) -> str:
    """Return the sheet's own code where it may be one and is free, else a word of the name."""
    if _FREE_CODE.fullmatch(task.code) and task.code.casefold() not in used:
        return task.code
    return slug_for(task.name, frozenset(used), f"task-{task.place}")


def _require_unique(ids: tuple[RoleId | None, ...] | tuple[PartyId | None, ...], code: str) -> None:
    seen: set[str] = set()
    for each in ids:
        if each is not None and each in seen:
            raise EditRejected(code, id=each)
        seen.add(each or "")
