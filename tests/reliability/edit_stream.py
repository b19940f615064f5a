"""Edits, undo and redo in an order that a number decides: two processes make the same of them."""

from collections.abc import Iterator
from random import Random
from typing import Literal

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import ApplyPattern, MoveRoles, SetCells, SetCoverage, SetNote
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import AddParty, RemoveParty
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenameOrganisation
from socplanner.domain.plan import Party, Plan
from socplanner.domain.problem import EditRejected

Action = Edit | Literal["undo", "redo"]

_AREAS = (Area.I, Area.II, Area.III, Area.IV)


def actions(plan: Plan, seed: int) -> Iterator[tuple[Action, History]]:
    """Yield each action and the history after it, without end; rejected edits are left out."""
    dice = Random(seed)
    history = History.of(plan)
    while True:
        chance = dice.random()
        action: Action
        if chance < 0.15 and history.index:
            action, after = "undo", history.undone()
        elif chance < 0.22 and history.redo_edit is not None:
            action, after = "redo", history.redone()
        else:
            action = _edit(history.plan, dice)
            try:
                after = history.perform(action)
            except EditRejected:
                continue
        if after is history:
            continue
        history = after
        yield action, history


def _edit(plan: Plan, dice: Random) -> Edit:
    now = dice.choice(plan.phases).id
    roles = [role.id for role in plan.roles()]
    some = frozenset(dice.sample(roles, min(dice.choice((1, 1, 2, 9)), len(roles))))
    role, party = dice.choice(roles), dice.choice(plan.parties).id
    number = dice.randrange(1000)
    edits: list[Edit] = [
        SetCells(now, ((role, party, Cell(dice.choice(("R", "A", "C", "I", "")))),)),
        MoveRoles(now, some, dice.choice(_AREAS)),
        SetNote(now, some, dice.choice(("", "覚え\n書き", f"note {number}: #'\"\\"))),
        SetCoverage(now, some, dice.choice(("", "24x365", "mon-fri 9:00-18:00"))),
        RenameOrganisation(f"Works {number}"),
        AddParty(Party(PartyId(f"new-{number}"), "internal", LocalText("部署", "Department"))),
        RemoveParty(party),
        AddPhase(PhaseId(f"later-{number}"), LocalText("後", f"Later {number}")),
        RemovePhase(now),
        ApplyPattern(now, dice.choice(plan.catalogue.patterns).id),
    ]
    weights = (30, 20, 15, 10, 3, 3, 1, 2, 1, 1)
    return dice.choices(edits, weights)[0]
