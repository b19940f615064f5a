"""The letters a role usually carries for a sourcing: this tool's default, from the catalogue.

The accountable party is inside and keeps A. *insource*: the inside responsible party has R.
*outsource*: the outside one has R, and the inside one C, since it receives and judges. *both*: both
have R. *not carried out*: only A, for the decision. C and I follow the catalogue, less those who
hold a letter already.
A party that the plan does not have, or has as another kind, is stood in for, so any choice of
parties gives a whole row.
"""

from collections.abc import Iterable, Mapping

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Party, Plan, frozen

_PERFORMS_INSIDE = frozenset({Sourcing.INSOURCE, Sourcing.BOTH})
_PERFORMS_OUTSIDE = frozenset({Sourcing.OUTSOURCE, Sourcing.BOTH})


def usual_letters(plan: Plan, role: Role, sourcing: Sourcing) -> Mapping[PartyId, Cell] | None:
    """Return who usually holds which letters; None if nothing is (undecided, or an own role)."""
    usual = role.usual
    if usual is None or sourcing is Sourcing.UNDECIDED:
        return None
    known = {party.id: party for party in plan.parties}
    accountable = _inside(known, usual.accountable)
    inside = usual.inside if _is_internal(known, usual.inside) else accountable
    outside = _outside(known, usual.outside)
    held: dict[PartyId, list[str]] = {}
    symbol = plan.letter_set.symbol_for
    _give(held, accountable, symbol("accountable"))
    if sourcing in _PERFORMS_INSIDE:
        _give(held, inside, symbol("performs"))
    if sourcing in _PERFORMS_OUTSIDE:
        _give(held, outside, symbol("performs"))
    if sourcing is not Sourcing.NOT_CARRIED_OUT:
        consulted = usual.consulted
        if sourcing is Sourcing.OUTSOURCE and inside is not None:
            consulted = (inside, *consulted)
        _tell(held, known, consulted, symbol("two_way"))
        _tell(held, known, usual.informed, symbol("one_way"))
    cell = plan.letter_set.cell
    return frozen({party: cell(symbols) for party, symbols in held.items()})


def _give(held: dict[PartyId, list[str]], party: PartyId | None, symbol: str) -> None:
    if party is not None and symbol:
        held.setdefault(party, []).append(symbol)


def _tell(
    held: dict[PartyId, list[str]],
    known: Mapping[PartyId, Party],
    parties: Iterable[PartyId],
    symbol: str,
) -> None:
    """Give `symbol` to those of `parties` who are there and hold nothing yet."""
    for party in parties:
        if party in known and party not in held:
            _give(held, party, symbol)


def _is_internal(known: Mapping[PartyId, Party], party: PartyId) -> bool:
    return party in known and known[party].kind == "internal"


def _inside(known: Mapping[PartyId, Party], party: PartyId) -> PartyId | None:
    if _is_internal(known, party):
        return party
    internal = [each for each in known.values() if each.kind == "internal"]
    internal.sort(key=lambda each: not each.is_executive)
    return internal[0].id if internal else None


def _outside(known: Mapping[PartyId, Party], party: PartyId) -> PartyId | None:
    if party in known and known[party].is_provider:
        return party
    return next((each.id for each in known.values() if each.is_provider), None)
