"""The letters that parties usually have for a sourcing: this tool's default, from the catalogue.

Rules:

- The accountable party is internal and has A, whatever the sourcing.
- *insource*: the internal responsible parties have R. *outsource*: the provider has R, and the
  internal ones C, since they receive and judge the result. *both*: all of them have R. *not carried
  out*: only A, for the decision.
- C and I follow the catalogue, but for parties that have a letter already.
- A missing internal party is replaced by the first of its stand-ins that the plan has. A provider
  has no stand-in: other parties do not have its skills.
- An executive is accountable only for roles that the catalogue gives to one.
"""

from collections.abc import Iterable, Iterator, Mapping

from socplanner.domain.catalogue import Pattern, Role, Sourcing, UsualParties
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Party, Plan, frozen
from socplanner.domain.thresholds import most_parties

_PERFORMS_INSIDE = frozenset({Sourcing.INSOURCE, Sourcing.BOTH})
_PERFORMS_OUTSIDE = frozenset({Sourcing.OUTSOURCE, Sourcing.BOTH})


def usual_letters(plan: Plan, role: Role, sourcing: Sourcing) -> Mapping[PartyId, Cell] | None:
    """Return the usual cell of each party; None for an undecided sourcing and a custom role."""
    usual = role.usual
    if usual is None or sourcing is Sourcing.UNDECIDED:
        return None
    case = _Case(plan, usual)
    letters: dict[PartyId, list[str]] = {}
    symbol = plan.letter_set.symbol_for
    accountable = case.accountable()
    _give(letters, accountable, symbol("accountable"))
    inside = case.performing_inside(accountable)
    if sourcing in _PERFORMS_INSIDE:
        for party in inside:
            _give(letters, party, symbol("performs"))
    if sourcing in _PERFORMS_OUTSIDE:
        _give(letters, case.outside(), symbol("performs"))
    if sourcing is not Sourcing.NOT_CARRIED_OUT:
        receiving = inside if sourcing is Sourcing.OUTSOURCE else ()
        case.share_out(letters, (*receiving, *usual.consulted))
    cell = plan.letter_set.cell
    return frozen({party: cell(symbols) for party, symbols in letters.items()})


def sourcing_by_pattern(plan: Plan, pattern: Pattern, role: Role) -> Sourcing:
    """Return the sourcing of `role` in `pattern`; undecided where the plan lacks a party for it."""
    sourcing = pattern.sourcing_of(role)
    if role.usual is None or sourcing is Sourcing.UNDECIDED:
        return sourcing
    case = _Case(plan, role.usual)
    accountable = case.accountable()
    lacks_internal = sourcing in _PERFORMS_INSIDE and not case.performing_inside(accountable)
    lacks_provider = sourcing in _PERFORMS_OUTSIDE and case.outside() is None
    if accountable is None or lacks_internal or lacks_provider:
        return Sourcing.UNDECIDED
    return sourcing


class _Case:
    """The usual parties of one role, as far as a plan has them or stand-ins for them."""

    def __init__(self, plan: Plan, usual: UsualParties) -> None:
        self.plan = plan
        self.usual = usual
        self.present: Mapping[PartyId, Party] = {party.id: party for party in plan.parties}

    def accountable(self) -> PartyId | None:
        """Return the accountable party, or None.

        It is the usual one; else a custom executive where the usual one is an executive; else a
        stand-in, a party that performs the role, or any custom internal party.
        """
        party = self.usual.accountable
        if self._is_internal(party):
            return party
        usual = self.plan.catalogue.party_by_id[party]
        internal = self._usual_internal(is_executive=True) if usual.is_executive else None
        performing = (each for inside in self.usual.inside for each in self._in_order(inside))
        stand_ins = (each for each in (*self._in_order(party), *performing) if self._works(each))
        return internal or next(stand_ins, None) or self._usual_internal(is_executive=False)

    def performing_inside(self, accountable: PartyId | None) -> tuple[PartyId, ...]:
        """Return the internal performing parties; the `accountable` one where there is no other."""
        parties = []
        for party in self.usual.inside:
            parties += [each for each in self._in_order(party) if self._works(each)][:1]
        if not parties and accountable is not None:
            parties.append(accountable)
        parties += [party for party in self.usual.further_performing if self._works(party)]
        return tuple(dict.fromkeys(parties))

    def outside(self) -> PartyId | None:
        """Return the provider that performs the role, or None.

        It is the usual one, or the only provider of the plan if the catalogue does not have it.
        """
        providers = [party.id for party in self.plan.parties if party.is_provider]
        if self.usual.outside in providers:
            return self.usual.outside
        is_custom = len(providers) == 1 and providers[0] not in self.plan.catalogue.party_by_id
        return providers[0] if is_custom else None

    def share_out(self, letters: dict[PartyId, list[str]], consulted: Iterable[PartyId]) -> None:
        """Add consulted and informed parties of the plan to `letters`, unless they have a letter.

        Further parties are consulted up to the threshold of the rules, and informed beyond it.
        """
        symbol, usual = self.plan.letter_set.symbol_for, self.usual
        candidates = [
            party for party in consulted if party in self.present and party not in letters
        ]
        most = most_parties(self.plan.thresholds, "consulted", len(self.present))
        further = [party for party in usual.further_consulted if party in self.present]
        candidates += further[: max(most - len(candidates), 0)]
        informed = (*usual.informed, *usual.further_consulted, *usual.further_informed)
        for parties, letter in ((candidates, symbol("two_way")), (informed, symbol("one_way"))):
            for party in parties:
                if party in self.present and party not in letters:
                    _give(letters, party, letter)

    def _in_order(self, party: PartyId) -> Iterator[PartyId]:
        """Yield `party` and its stand-ins, the first choice first."""
        yield party
        yield from self.plan.catalogue.party_by_id[party].stands_in

    def _usual_internal(self, *, is_executive: bool) -> PartyId | None:
        """Return the first internal party that is not of the catalogue, or None."""
        for party in self.plan.parties:
            is_custom = party.id not in self.plan.catalogue.party_by_id
            if is_custom and party.kind == "internal" and party.is_executive is is_executive:
                return party.id
        return None

    def _is_internal(self, party: PartyId) -> bool:
        return party in self.present and self.present[party].kind == "internal"

    def _works(self, party: PartyId) -> bool:
        return self._is_internal(party) and not self.present[party].is_executive


def _give(letters: dict[PartyId, list[str]], party: PartyId | None, symbol: str) -> None:
    if party is not None and symbol:
        letters.setdefault(party, []).append(symbol)
