"""The words of the road map: moves, their values before and after, and what is stated of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from socplanner.domain.assessment import SIDES
from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Aim, Duty, Phase, Plan
from socplanner.domain.road_map.moves import (
    Move,
    MoveKind,
    Period,
    accountable,
    period_of,
    responsible,
)
from socplanner.domain.road_map.readiness import ready_day
from socplanner.domain.road_map_inputs import (
    MoveStatus,
    Prerequisite,
    PrerequisiteKind,
    StatedMove,
)
from socplanner.wording.language import N_, Words
from socplanner.wording.maturity_words import short_score, side_name
from socplanner.wording.terms import (
    area_short,
    listed,
    parties_in_words,
    party_initials,
    party_label,
    phase_label,
    role_code,
    sourcing_name,
)

NOTHING = "–"
"""Where there is no value."""

_KINDS: Mapping[MoveKind, str] = {
    "sourcing": N_("Sourcing"),
    "accountable": N_("Accountable"),
    "responsible": N_("Responsible"),
    "coverage": N_("Coverage"),
    "area": N_("Area"),
    "aim": N_("Aim"),
}
_STATUSES: Mapping[MoveStatus, str] = {
    "planned": N_("Planned"),
    "in-progress": N_("In progress"),
    "done": N_("Done"),
    "on-hold": N_("On hold"),
}
_PREREQUISITES: Mapping[PrerequisiteKind, str] = {
    "role": N_("Move of a role"),
    "hiring": N_("Hiring"),
    "contract": N_("Contract"),
    "document": N_("Document"),
}


class MoveChange(NamedTuple):
    """What differs of a role, and its texts before and after."""

    what: str
    before: str
    after: str


def move_kind_name(kind: MoveKind, words: Words) -> str:
    """Return the name of what differs."""
    return words.tr(_KINDS[kind])


def status_name(status: MoveStatus | None, words: Words) -> str:
    """Return the name of `status`, a dash for none."""
    return NOTHING if status is None else words.tr(_STATUSES[status])


def prerequisite_kind_name(kind: PrerequisiteKind, words: Words) -> str:
    """Return the name of a kind of prerequisite."""
    return words.tr(_PREREQUISITES[kind])


def changes_of(plan: Plan, move: Move, words: Words) -> tuple[MoveChange, ...]:
    """Return what differs of the role of `move`, with its values before and after."""
    return tuple(
        MoveChange(
            move_kind_name(kind, words),
            _value(plan, kind, move.before, words),
            _value(plan, kind, move.after, words),
        )
        for kind in move.kinds
    )


def change_text(change: MoveChange, words: Words) -> str:
    """Return a change in one line."""
    return words.tr(
        "{what}: {before} → {after}", what=change.what, before=change.before, after=change.after
    )


def move_summary(plan: Plan, move: Move, words: Words) -> str:
    """Return all changes of `move` in one line; where nothing differs, that."""
    if move.is_gone:
        return words.tr("No difference from the phase before")
    return listed((change_text(each, words) for each in changes_of(plan, move, words)), words)


def _value(plan: Plan, kind: MoveKind, current: Duty, words: Words) -> str:
    match kind:
        case "sourcing":
            return sourcing_name(current.sourcing, words)
        case "accountable":
            return parties_in_words(plan, _ordered(plan, current, kind), words) or NOTHING
        case "responsible":
            return parties_in_words(plan, _ordered(plan, current, kind), words) or NOTHING
        case "coverage":
            return " ".join(current.coverage.split()) or NOTHING
        case "area":
            return area_short(current.area, words)
        case "aim":
            return _aim_text(current.aim, words)


def _ordered(plan: Plan, current: Duty, kind: MoveKind) -> list[PartyId]:
    parties = (accountable if kind == "accountable" else responsible)(plan.letter_set, current)
    return [party.id for party in plan.parties if party.id in parties]


def _aim_text(aim: Aim, words: Words) -> str:
    parts = [
        words.tr("{side} {score}", side=side_name(side, words), score=short_score(score, words))
        for side in SIDES
        if (score := aim.of(side)) is not None
    ]
    if aim.until:
        parts.append(words.tr("by {day}", day=aim.until))
    return listed(parts, words) if parts else NOTHING


def period_text(period: Period | None, words: Words) -> str:
    """Return the first and the last day of a move, a dash where there are none."""
    if period is None:
        return NOTHING
    return words.tr("{begins} to {ends}", begins=period.begins, ends=period.ends)


def owner_text(plan: Plan, stated: StatedMove, words: Words) -> str:
    """Return who leads a move, a dash where that is not stated."""
    if stated.owner is None:
        return stated.owner_name or NOTHING
    party = party_label(plan, stated.owner, words)
    if not stated.owner_name:
        return party
    return words.tr("{party} ({name})", party=party, name=stated.owner_name)


def owner_initials(plan: Plan, stated: StatedMove, words: Words) -> str:
    """Return who leads a move in a few letters, a dash where that is not stated."""
    party = None if stated.owner is None else plan.party(stated.owner)
    return stated.owner_name or NOTHING if party is None else party_initials(party, words)


def days_text(effort: float | None) -> str:
    """Return an effort as a number, a dash where there is none."""
    return NOTHING if effort is None else f"{effort:.2f}".rstrip("0").rstrip(".")


def effort_text(effort: float | None, words: Words) -> str:
    """Return an effort in person-days, a dash where there is none."""
    if effort is None:
        return NOTHING
    return words.tr("{days} person-days", days=days_text(effort))


def total_effort(moves: Iterable[Move]) -> float | None:
    """Return the person-days of `moves` that state any; None where none does."""
    efforts = [move.stated.effort for move in moves if move.stated.effort is not None]
    return sum(efforts) if efforts else None


def prerequisite_text(plan: Plan, move: Move, each: Prerequisite, words: Words) -> str:
    """Return a prerequisite of `move` in one line, with the day from which it is there."""
    parts = [prerequisite_name(plan, each, words)]
    day = ready_day(plan, move.place, each)
    if day:
        parts.append(words.tr("from {day}", day=day))
    if each.until:
        parts.append(words.tr("until {day}", day=each.until))
    return listed(parts, words)


def prerequisite_name(plan: Plan, each: Prerequisite, words: Words) -> str:
    """Return the kind and the name of a prerequisite; of a role its code, and another phase."""
    kind = prerequisite_kind_name(each.kind, words)
    name = each.name
    if each.role is not None:
        code = role_code(plan, each.role)
        phase = None if each.phase is None else phase_label(plan, each.phase, words)
        name = listed((part for part in (code, phase, each.name) if part), words)
    return words.tr("{kind}: {name}", kind=kind, name=name) if name else kind


def short_change(plan: Plan, move: Move, words: Words) -> str:
    """Return what changes besides the sourcing: who performs the role now, or what differs."""
    if move.is_gone:
        return words.tr("No difference")
    if "responsible" in move.kinds:
        parties = map(plan.party, _ordered(plan, move.after, "responsible"))
        return " ".join(party_initials(party, words) for party in parties if party) or NOTHING
    others = [kind for kind in move.kinds if kind not in {"sourcing", "aim"}] or move.kinds
    return listed((move_kind_name(kind, words) for kind in others), words)


def move_lines(plan: Plan, move: Move, words: Words) -> Iterator[str]:
    """Yield what differs of the role of `move`, and what is stated of it."""
    stated = move.stated
    if move.is_gone:
        yield words.tr("No difference from the phase before")
    for change in changes_of(plan, move, words):
        yield change_text(change, words)
    facts = (
        period_text(period_of(move.phase, stated), words),
        status_name(stated.status, words),
        effort_text(stated.effort, words),
        owner_text(plan, stated, words),
    )
    stated_facts = [fact for fact in facts if fact != NOTHING]
    if stated_facts:
        yield listed(stated_facts, words)
    for each in stated.prerequisites:
        needed = prerequisite_text(plan, move, each, words)
        yield words.tr("Needs {prerequisite}", prerequisite=needed)
    if stated.risk:
        yield words.tr("Risk: {text}", text=" ".join(stated.risk.split()))
    if stated.note:
        yield words.tr("Note: {text}", text=" ".join(stated.note.split()))


def terms_lines(phase: Phase, words: Words) -> Iterator[str]:
    """Yield what is stated about period, approval and budget of `phase`."""
    terms = phase.terms
    if terms.begins or terms.ends:
        begins, ends = terms.begins or NOTHING, terms.ends or NOTHING
        yield words.tr("{begins} to {ends}", begins=begins, ends=ends)
    if terms.approver:
        yield words.tr("Approver: {name}", name=terms.approver)
    if terms.approval_day:
        yield words.tr("Approved on {day}", day=terms.approval_day)
    if terms.approval_number:
        yield words.tr("Approval number: {number}", number=terms.approval_number)
    if terms.budget:
        yield words.tr("Budget: {budget}", budget=terms.budget)
