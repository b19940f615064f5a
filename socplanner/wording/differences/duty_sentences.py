"""How the duty of one role in one phase differs between two versions, in one sentence."""

from collections.abc import Iterable, Iterator

from socplanner.domain.duty_fields import changed_cells
from socplanner.domain.duty_values import DutyAddress, duty_value
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.phase_changes import DutyPair, changed_duty_values
from socplanner.domain.plan import Plan
from socplanner.wording.differences.value_texts import Values
from socplanner.wording.duty_changes import duty_field_name, duty_value_text
from socplanner.wording.terms import listed


def duty_sentence(before: Plan, after: Plan, role: RoleId, pair: DutyPair, values: Values) -> str:
    """Return what differs of `role` between `pair`; empty where nothing does.

    `before` and `after` are the versions that the duties are of.
    """
    plain = [each for each in changed_duty_values(role, pair) if each.party is None]
    parts = [_plain_part(after, each, pair, values) for each in plain]
    parts += _letter_parts(before, after, pair, values)
    return "; ".join(parts)


def _plain_part(plan: Plan, address: DutyAddress, pair: DutyPair, values: Values) -> str:
    words = values.words
    one, other = values.beside(duty_value_text(address, duty, words) for duty in pair)
    if address.field == "sourcing":
        return words.tr("{before} → {after}", before=one, after=other)
    name = duty_field_name(address, plan, words)
    if not duty_value(pair.before, address):
        return words.tr("{field}: {value}", field=name, value=other)
    return words.tr("{what}: {before} → {after}", what=name, before=one, after=other)


def _letter_parts(before: Plan, after: Plan, pair: DutyPair, values: Values) -> Iterator[str]:
    """Yield a part for each letter that moved, and for each that a party gained or lost."""
    gained: dict[str, list[PartyId]] = {}
    lost: dict[str, list[PartyId]] = {}
    for party, old, new in changed_cells(pair.before.letters, pair.after.letters):
        was, now = _symbols(before, old), _symbols(after, new)
        for symbol in now:
            if symbol not in was:
                gained.setdefault(symbol, []).append(party)
        for symbol in was:
            if symbol not in now:
                lost.setdefault(symbol, []).append(party)
    words = values.words
    for symbol in dict.fromkeys((*gained, *lost)):
        get, give = gained.get(symbol, []), lost.get(symbol, [])
        if len(get) == 1 and len(give) == 1:
            yield words.tr(
                "{letter} moves from {before} to {after}",
                letter=symbol,
                before=values.party(give[0]),
                after=values.party(get[0]),
            )
            continue
        if get:
            yield words.tr(
                "{parties}: {letter} added", parties=_parties(get, values), letter=symbol
            )
        if give:
            yield words.tr(
                "{parties}: {letter} removed", parties=_parties(give, values), letter=symbol
            )


def _symbols(plan: Plan, cell: Cell) -> tuple[str, ...]:
    """Return the letters of `cell` one by one; a letter that is not decided counts as one."""
    letters = tuple(each.symbol for each in plan.letter_set.letters_in(cell))
    return letters or ((str(cell),) if cell else ())


def _parties(parties: Iterable[PartyId], values: Values) -> str:
    return listed((values.party(each) for each in parties), values.words)
