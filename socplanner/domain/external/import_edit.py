"""The edit that imports an external matrix: new roles, new parties and letters in one step.

Rules:

- `mapping` decides what each task, party and letter becomes; what it leaves out stays as it is.
- A cell without mapped letters changes nothing, unless `mapping.clears` is set.
- A letter that is left out is neither set nor removed: where the plan has it, it stays.
- Two tasks never become one role, nor two parties one party.
"""

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
    """A task becomes a custom role, in a function of the catalogue (its code)."""

    function: str


class NewParty(NamedTuple):
    """A party of the sheet becomes a new party of the plan."""

    kind: PartyKind = "internal"


RoleTarget = RoleId | NewRole | None
"""The role that a task becomes; None leaves the task out."""

PartyTarget = PartyId | NewParty | None
"""The party that a party of the sheet becomes; None leaves it out."""


@dataclass(frozen=True, slots=True)
class ExternalMapping:
    """What each task and party of a sheet becomes, in its order, and each letter by its symbol."""

    tasks: tuple[RoleTarget, ...]
    parties: tuple[PartyTarget, ...]
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The plan's letters, such as `A/R`, for each letter of the sheet; "" leaves one out."""
    clears: bool = False
    """Whether an empty cell of the sheet, or one with a dash, clears the letters of the plan."""


class ExternalChange(NamedTuple):
    """One changed cell: the indexes of its task and its party, its letters before and after."""

    task: int
    party: int
    before: Cell
    after: Cell


class _WrittenCell(NamedTuple):
    """One written cell: its indexes on the sheet, its role and party, and its letters."""

    task: int
    place: int
    role: RoleId
    party: PartyId
    before: Cell
    after: Cell

    @property
    def change(self) -> ExternalChange:
        """The cell without role and party, as it is shown."""
        return ExternalChange(self.task, self.place, self.before, self.after)


@dataclass(frozen=True, slots=True)
class ImportExternalMatrix:
    """Write the letters of an external sheet into `phase`, as `mapping` decides; one undo step."""

    phase: PhaseId
    understood: Understood
    mapping: ExternalMapping
    keeps_remarks: bool = False
    """Whether remarks and comments are added to the notes of the roles of their tasks."""

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with new roles, parties and letters; raise EditRejected if it cannot be."""
        extended, written = self._with_written_cells(plan)
        cells = ((each.role, each.party, each.after) for each in written)
        edited = SetCells(self.phase, tuple(cells)).apply(extended)
        comments = tuple(self._comments(plan)) if self.keeps_remarks else ()
        return AcceptReimport(self.phase, (), comments).apply(edited) if comments else edited

    def _comments(self, plan: Plan) -> Iterator[CellComment]:
        """Yield the remarks on tasks that become roles of `plan`."""
        _, roles, _ = self._extended(plan)
        tasks = zip(self.understood.tasks, roles, strict=True)
        by_place = {task.place: role for task, role in tasks if role is not None}
        for remark in self.understood.remarks:
            if remark.task in by_place:
                yield CellComment(by_place[remark.task], remark.place, remark.author, remark.text)

    def changes(self, plan: Plan) -> tuple[ExternalChange, ...]:
        """Return the cells that `apply` would change; raise EditRejected as it does."""
        _, written = self._with_written_cells(plan)
        return tuple(each.change for each in written if each.before != each.after)

    def _with_written_cells(self, plan: Plan) -> tuple[Plan, list[_WrittenCell]]:
        """Return `plan` with new roles and parties, and the cells to be written into it."""
        extended, roles, parties = self._extended(plan)
        by_role = duties(extended, self.phase)
        written_cells = []
        for task, (role, row) in enumerate(zip(roles, self.understood.tasks, strict=True)):
            for place, (party, written) in enumerate(zip(parties, row.cells, strict=True)):
                letters = self._mapped(extended, written)
                if role is None or party is None:
                    continue
                before = by_role[role].letters.get(party, BLANK)
                after = self._cell_after(extended.letter_set, written, letters, before)
                if after is not None:
                    written_cells.append(_WrittenCell(task, place, role, party, before, after))
        return extended, written_cells

    def _extended(
        self, plan: Plan
    ) -> tuple[Plan, tuple[RoleId | None, ...], tuple[PartyId | None, ...]]:
        if plan.phase(self.phase) is None:
            raise EditRejected("unknown-phase", phase=self.phase)
        extended, parties = self._with_parties(plan)
        extended, roles = self._with_roles(extended)
        _require_unique(roles, "role-taken-twice")
        _require_unique(parties, "party-taken-twice")
        return extended, roles, parties

    def _with_parties(self, plan: Plan) -> tuple[Plan, tuple[PartyId | None, ...]]:
        ids: list[PartyId | None] = []
        pairs = zip(party_names(self.understood), self.mapping.parties, strict=True)
        for name, target in pairs:
            if isinstance(target, NewParty):
                used = frozenset(str(each.id) for each in plan.parties)
                party_id = PartyId(slug_for(name, used, "party"))
                local = LocalText.same(fit_name(name))
                plan = AddParty(Party(party_id, target.kind, local)).apply(plan)
                ids.append(party_id)
            else:
                ids.append(target)
        return plan, tuple(ids)

    def _with_roles(self, plan: Plan) -> tuple[Plan, tuple[RoleId | None, ...]]:
        ids: list[RoleId | None] = []
        new_roles: list[Role] = []
        used = {role.code.casefold() for role in plan.custom_roles}
        names = task_names(self.understood)
        for task, full_name, target in zip(
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
            name = validated_name(LocalText.same(fit_name(full_name)))
            role = Role(RoleId(f"{CUSTOM}:{code}"), code, target.function, name)
            new_roles.append(role)
            ids.append(role.id)
        if not new_roles:
            return plan, tuple(ids)
        if len(plan.custom_roles) + len(new_roles) > MOST_CUSTOM_ROLES:
            raise EditRejected("too-many-roles", most=MOST_CUSTOM_ROLES)
        return replace(plan, custom_roles=CustomRoles((*plan.custom_roles, *new_roles))), tuple(ids)

    def _mapped(self, plan: Plan, written: Written) -> Mapping[str, tuple[str, ...]]:
        """Return the plan's letters for each of `written`; raise EditRejected if one has none."""
        mapped = {}
        for letter in written.letters:
            if letter not in self.mapping.letters:
                raise EditRejected("letter-not-mapped", letter=letter)
            mapped[letter] = tuple(each for each in self.mapping.letters[letter].split("/") if each)
            for symbol in mapped[letter]:
                if plan.letter_set.letter(symbol) is None:
                    symbols = ", ".join(each.symbol for each in plan.letter_set.letters)
                    raise EditRejected("unknown-letter", letter=symbol, choices=symbols)
        return mapped

    def _cell_after(
        self,
        letters: LetterSet,
        written: Written,
        mapped: Mapping[str, tuple[str, ...]],
        before: Cell,
    ) -> Cell | None:
        """Return the letters of a cell after the import; None if the cell is not written.

        A letter of `before` that is left out on the sheet stays.
        """
        symbols = [symbol for each in mapped.values() for symbol in each]
        left_out = {*written.left_out, *(letter for letter, each in mapped.items() if not each)}
        if symbols:
            return letters.cell([*symbols, *(left_out.intersection(symbols_in(before)))])
        return BLANK if self.mapping.clears and not left_out else None


def fit_name(name: str) -> str:
    """Return `name` as a plan accepts it: one line, no control characters, cut to its limit."""
    return " ".join(clean_line(name).split())[:LONGEST_NAME].strip()


def _free_code(task: TaskRow, used: set[str]) -> str:
    """Return the code of the sheet if it is valid and unused, else one made from the name."""
    if _FREE_CODE.fullmatch(task.code) and task.code.casefold() not in used:
        return task.code
    return slug_for(task.name, frozenset(used), f"task-{task.place}")


def _require_unique(ids: tuple[RoleId | None, ...] | tuple[PartyId | None, ...], code: str) -> None:
    seen: set[str] = set()
    for target_id in ids:
        if target_id is not None and target_id in seen:
            raise EditRejected(code, id=target_id)
        seen.add(target_id or "")
