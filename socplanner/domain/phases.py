"""Folding phases: what holds for a role is the sum of what each phase up to then says of it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.plan import (
    BLANK_DUTY,
    NO_CHANGE,
    NO_LETTERS,
    NO_MATURITY,
    Change,
    Duty,
    Growth,
    Maturity,
    Phase,
    Plan,
    Score,
    V,
    frozen,
)


def phase_index(plan: Plan, phase_id: PhaseId) -> int:
    """Return the place of `phase_id` among the phases; raise KeyError if the plan has none such."""
    for index, phase in enumerate(plan.phases):
        if phase.id == phase_id:
            return index
    raise KeyError(phase_id)


def duty(plan: Plan, phase_id: PhaseId, role_id: RoleId) -> Duty:
    """Return what holds for `role_id` in `phase_id`."""
    held = BLANK_DUTY
    for phase in plan.phases:
        change = phase.changes.get(role_id)
        if change is not None:
            held = folded(held, change)
        if phase.id == phase_id:
            return held
    raise KeyError(phase_id)


def duties(plan: Plan, phase_id: PhaseId) -> dict[RoleId, Duty]:
    """Return what holds for every role in `phase_id`, in the order of the roles."""
    phases = plan.phases[: phase_index(plan, phase_id) + 1]
    held: dict[RoleId, Duty] = {role.id: BLANK_DUTY for role in plan.roles()}
    for phase in phases:
        for role_id, change in phase.changes.items():
            held[role_id] = folded(held.get(role_id, BLANK_DUTY), change)
    return held


def folded(before: Duty, change: Change) -> Duty:
    """Return `before` with what `change` says."""
    return Duty(
        before.area if change.area is None else change.area,
        before.sourcing if change.sourcing is None else change.sourcing,
        _letters(before.letters, change.letters),
        _maturity(before.maturity, change.maturity),
        before.coverage if change.coverage is None else change.coverage,
        before.note if change.note is None else change.note,
    )


def change_between(before: Duty, after: Duty) -> Change:
    """Return the least change that turns `before` into `after`; `folded` undoes it."""
    return Change(
        None if before.area is after.area else after.area,
        None if before.sourcing is after.sourcing else after.sourcing,
        _letter_changes(before.letters, after.letters),
        _maturity_changes(before.maturity, after.maturity),
        None if before.coverage == after.coverage else after.coverage,
        None if before.note == after.note else after.note,
    )


def with_duties(plan: Plan, phase_id: PhaseId, wanted: Mapping[RoleId, Duty]) -> Plan:
    """Return `plan` in which each role of `wanted` has that duty in `phase_id`.

    What later phases say of the same role stays said, and so does what this one says and `wanted`
    does not touch; what they leave open follows. Returns `plan` itself where nothing differs.
    """
    index = phase_index(plan, phase_id)
    phase = plan.phases[index]
    news: dict[RoleId, Change] = {}
    for role_id, after in wanted.items():
        before = BLANK_DUTY if index == 0 else duty(plan, plan.phases[index - 1].id, role_id)
        said = phase.changes.get(role_id, NO_CHANGE)
        touched = change_between(folded(before, said), after)
        change = _resaid(said, touched, change_between(before, after))
        if change != said:
            news[role_id] = change
    if not news:
        return plan
    changes = _copied(phase.changes)
    changes.update(news)
    for role_id in [role for role, change in news.items() if change == NO_CHANGE]:
        del changes[role_id]
    grown = MappingProxyType(changes)
    growth = Growth(phase.changes, grown, frozenset(news))
    return with_phase(plan, index, replace(phase, changes=grown, growth=growth))


def _copied(changes: Mapping[RoleId, Change]) -> dict[RoleId, Change]:
    """Return a copy; a proxy's own way is twenty times faster than unpacking it (3.11)."""
    return changes.copy() if isinstance(changes, MappingProxyType) else dict(changes)


def _resaid(said: Change, touched: Change, least: Change) -> Change:
    """Return what `least` says of all that is `touched`, and what `said` says of the rest."""
    letters = {party: cell for party, cell in said.letters.items() if party not in touched.letters}
    letters |= {party: cell for party, cell in least.letters.items() if party in touched.letters}
    was, moved, now = said.maturity, touched.maturity, least.maturity
    maturity = Maturity(
        _either(was.inhouse, moved.inhouse, now.inhouse),
        _either(was.inhouse_target, moved.inhouse_target, now.inhouse_target),
        _either(was.outsourced, moved.outsourced, now.outsourced),
        _either(was.outsourced_target, moved.outsourced_target, now.outsourced_target),
    )
    return Change(
        _either(said.area, touched.area, least.area),
        _either(said.sourcing, touched.sourcing, least.sourcing),
        frozen(letters) if letters else NO_LETTERS,
        NO_MATURITY if maturity == NO_MATURITY else maturity,
        _either(said.coverage, touched.coverage, least.coverage),
        _either(said.note, touched.note, least.note),
    )


def _either(said: V | None, touched: V | None, least: V | None) -> V | None:
    return said if touched is None else least


def with_phase(plan: Plan, index: int, phase: Phase) -> Plan:
    """Return `plan` with the phase at `index` replaced."""
    return replace(plan, phases=(*plan.phases[:index], phase, *plan.phases[index + 1 :]))


def changed_roles(before: Plan, after: Plan, phase_id: PhaseId) -> frozenset[RoleId]:
    """Return the roles whose duty in `phase_id` may differ between two plans, told by identity."""
    index = _index_or_none(after, phase_id)
    if index is None or index != _index_or_none(before, phase_id):
        return frozenset(role.id for role in after.roles())
    touched: set[RoleId] = set()
    pairs = zip(before.phases[: index + 1], after.phases[: index + 1], strict=True)
    for old, new in pairs:
        if old.changes is not new.changes:
            touched |= _grown(old, new) or _grown(new, old) or _touched(old.changes, new.changes)
    return frozenset(touched)


def _grown(old: Phase, new: Phase) -> frozenset[RoleId]:
    """Return what tells `new` from `old` where the one was made of the other, else nothing."""
    growth = new.growth
    if growth is None or growth.before is not old.changes or growth.after is not new.changes:
        return frozenset()
    return growth.roles


def _index_or_none(plan: Plan, phase_id: PhaseId) -> int | None:
    ids = [phase.id for phase in plan.phases]
    return ids.index(phase_id) if phase_id in ids else None


def _touched(old: Mapping[RoleId, Change], new: Mapping[RoleId, Change]) -> set[RoleId]:
    touched = {role for role, change in new.items() if old.get(role) is not change}
    if len(new) - len(touched) < len(old):
        touched |= old.keys() - new.keys()
    return touched


def _letters(
    before: Mapping[PartyId, Cell], change: Mapping[PartyId, Cell]
) -> Mapping[PartyId, Cell]:
    if not change:
        return before
    if not before and BLANK not in change.values():
        return change
    merged = {**before, **change}
    return frozen({party: cell for party, cell in merged.items() if cell})


def _letter_changes(
    before: Mapping[PartyId, Cell], after: Mapping[PartyId, Cell]
) -> Mapping[PartyId, Cell]:
    changed = {party: cell for party, cell in after.items() if before.get(party) != cell and cell}
    changed.update({party: BLANK for party in before if not after.get(party)})
    return frozen(changed) if changed else NO_LETTERS


def _maturity(before: Maturity, change: Maturity) -> Maturity:
    if change is NO_MATURITY:
        return before
    return Maturity(
        _score(before.inhouse, change.inhouse),
        _score(before.inhouse_target, change.inhouse_target),
        _score(before.outsourced, change.outsourced),
        _score(before.outsourced_target, change.outsourced_target),
    )


def _score(before: Score | None, change: Score | None) -> Score | None:
    """Return the score after `change`; `unknown` takes an earlier one away."""
    if change is None:
        return before
    return None if change == "unknown" else change


def _maturity_changes(before: Maturity, after: Maturity) -> Maturity:
    if before == after:
        return NO_MATURITY
    return Maturity(
        _score_change(before.inhouse, after.inhouse),
        _score_change(before.inhouse_target, after.inhouse_target),
        _score_change(before.outsourced, after.outsourced),
        _score_change(before.outsourced_target, after.outsourced_target),
    )


def _score_change(before: Score | None, after: Score | None) -> Score | None:
    then = None if after == "unknown" else after
    return None if then == before else then or "unknown"
