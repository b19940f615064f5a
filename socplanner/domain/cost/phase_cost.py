"""The cost of a phase: of each party, in-house and outsourced, and in total."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Literal, NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost.contracts import ContractCost, contract_cost, contracts_in
from socplanner.domain.cost.moved_roles import Moves, moved_figures
from socplanner.domain.cost.party_costs import (
    COST_FTE,
    COST_FTE_BY_NEED,
    COST_FTE_BY_PEOPLE,
    COST_FTE_BY_PEOPLE_MOVED,
    inhouse_figures,
    rate_figures,
    rates_of,
    retained_figures,
    stated_sum,
)
from socplanner.domain.cost.sourced_roles import SourcedRoles, sourced_roles
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Figure, sum_figure
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw
from socplanner.domain.staffing.phase_staffing import PartyStaffing, PhaseStaffing, staffing_of

OmissionKind = Literal[
    "work",
    "people",
    "loaded",
    "contract",
    "fee",
    "provider",
    "undecided",
    "training",
    "hiring",
    "tools",
]


class Omission(NamedTuple):
    """Something that the figures leave out, since the plan does not state it.

    - *work*: a party performs `roles`, but has neither posts nor workloads nor people.
    - *people*: the headcount of a party. *loaded*: what its people cost.
    - *contract*: a provider performs `roles` for which there is no contract.
    - *fee*: the monthly fee of a contract. *provider*: `roles` are outsourced, but to no provider.
    - *undecided*: the sourcing of `roles`.
    - *training*, *hiring*, *tools*: no rate for them is stated anywhere.
    """

    kind: OmissionKind
    party: PartyId | None = None
    roles: tuple[RoleId, ...] = ()
    contract: str = ""


class PartyCost(NamedTuple):
    """What a party costs in a phase; `party` is None for what no party of the plan does.

    An internal party has the figures of `party_costs`, a provider `provider_fees`; each of them has
    `party_year` and `party_once`.
    """

    party: Party | None
    figures: Figures
    contracts: tuple[ContractCost, ...] = ()


class PhaseCost(NamedTuple):
    """The cost of a phase; see `total_figures` for what is in `total`."""

    phase: Phase
    roles: SourcedRoles
    staffing: PhaseStaffing
    parties: tuple[PartyCost, ...]
    total: Figures
    left_out: tuple[Omission, ...]
    moves: Moves | None = None


def cost_of(
    plan: Plan,
    phase: PhaseId,
    *,
    law: LabourLaw = JAPAN,
    moves: Moves | None = None,
    roles: SourcedRoles | None = None,
) -> PhaseCost:
    """Return the cost of `phase`; raise KeyError for an unknown phase.

    `moves` are what a pattern moves that was applied to `plan`, `roles` its roles.
    """
    roles = sourced_roles(plan, phase) if roles is None else roles
    staffing = staffing_of(plan, phase, law)
    staffed = {each.party.id: each for each in staffing.parties}
    inside = {} if moves is None else moves.inside
    parties = []
    for party in plan.parties:
        if party.is_provider:
            provided = _provider_cost(plan, phase, party, roles, moves)
            parties += [provided] if provided else []
        elif party.kind == "internal":
            case = _Internal(plan, phase, party, staffed.get(party.id), staffing, law)
            parties += case.cost(roles, inside.get(party.id, ()), moves)
    parties += _of_no_party(plan, phase, roles, staffing, inside.get(None, ()), law)
    total = total_figures(plan, parties, roles, moves)
    left_out = tuple(_left_out(plan, roles, staffing, parties, moves))
    result = staffing.phase, roles, staffing, tuple(parties)
    return PhaseCost(*result, total, left_out, moves)


def total_figures(
    plan: Plan, parties: Iterable[PartyCost], roles: SourcedRoles, moves: Moves | None
) -> Figures:
    """Return the totals of a year in-house and outsourced, of both, of what is paid once, and FTE.

    Each is the sum of what is known. Without any outsourced role or contract nothing is outsourced.
    """
    by_symbol: dict[str, list[Figure]] = {}
    for each in parties:
        subject = "" if each.party is None else each.party.id
        for figure in each.figures.values():
            by_symbol.setdefault(figure.symbol, []).append(figure._replace(subject=subject))
    shared = Figure("shared_tools", plan.cost.rates.tools)
    inhouse = [*by_symbol.get("inhouse_cost", []), shared]
    fees = by_symbol.get("provider_fees", [])
    if moves is not None and moves.outside:
        fees.append(moves.out_cost)
    of_providers = stated_sum("fees_total", fees)
    retained = stated_sum("retained_total", by_symbol.get("retained_cost", []))
    out = stated_sum("outsourced_total", (of_providers, retained))
    if not roles.outside and not fees:
        out = Figure("outsourced_total", 0)
    total_in = stated_sum("inhouse_total", inhouse)
    once = [*by_symbol.get("provider_once", []), *by_symbol.get("hiring_once", [])]
    fte = [*by_symbol.get("cost_fte", []), *by_symbol.get("retained_fte", [])]
    figures = (
        total_in,
        retained,
        of_providers,
        out,
        _year_total(total_in, out),
        stated_sum("once_total", once),
        stated_sum("fte_total", fte),
    )
    return MappingProxyType({each.symbol: each for each in figures})


def _year_total(inside: Figure, outside: Figure) -> Figure:
    """Return what both cost; None where nothing is known of one, and the other has nothing."""
    total = stated_sum("year_total", (inside, outside))
    if total.value == 0 and None in (inside.value, outside.value):
        return Figure("year_total", None)
    return total


class _Internal:
    """One internal party in a phase, with its staffing if it has any."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        party: Party,
        staffed: PartyStaffing | None,
        staffing: PhaseStaffing,
        law: LabourLaw,
    ) -> None:
        self.plan, self.phase, self.party = plan, phase, party
        self.staffed, self.assumed, self.law = staffed, staffing.assumed, law

    def cost(
        self, roles: SourcedRoles, moved: tuple[RoleId, ...], moves: Moves | None
    ) -> list[PartyCost]:
        """Return the cost of the party; nothing where it has no part in it."""
        rates = rates_of(self.plan, self.phase, self.party.id)
        retained = roles.retained.get(self.party.id, ())
        if self.staffed is None and not moved and not retained and rates.tools is None:
            return []
        figures: dict[str, Figure] = {}
        if self.staffed is not None or moved or rates.tools is not None:
            extra = moved_figures(self.plan, roles, moved, self.assumed, self.law) if moved else {}
            fte = self._fte(extra, moves)
            people = {"today_fte": self._today(), "night_hours": self._night(extra)}
            figures |= inhouse_figures(fte, people, rates, self.assumed, self.law)
        if retained:
            by_rate = rate_figures(rates)
            figures |= retained_figures(len(retained), self.plan.cost, by_rate)
        return [_with_sums(self.party, figures)]

    def _fte(self, extra: Figures, moves: Moves | None) -> Figure:
        """Return the people that are paid: those needed, or those there where no need is stated."""
        moved = [extra["moved_fte"]] if extra else []
        if self.staffed is None:
            return sum_figure("cost_fte", moved)
        by_need = bool(self.staffed.posts or self.staffed.work)
        if moves is not None and self.party.id in moves.by_need:
            by_need = True
        if by_need:
            need = self.staffed.figures["need_fte"]
            return COST_FTE.figure(need, *moved) if moved else COST_FTE_BY_NEED.figure(need)
        today = self.staffed.figures["today_fte"]
        if moved:
            return COST_FTE_BY_PEOPLE_MOVED.figure(today, *moved)
        return COST_FTE_BY_PEOPLE.figure(today)

    def _today(self) -> Figure:
        if self.staffed is not None:
            return self.staffed.figures["today_fte"]
        return Figure("today_fte", None)

    def _night(self, extra: Figures) -> Figure:
        parts = [] if self.staffed is None else [self.staffed.figures["night_hours"]]
        parts += [extra["night_hours"]] if extra else []
        return parts[0] if len(parts) == 1 else sum_figure("night_hours", parts)


def _provider_cost(
    plan: Plan, phase: PhaseId, party: Party, roles: SourcedRoles, moves: Moves | None
) -> PartyCost | None:
    performed = roles.by_provider.get(party.id, ())
    if moves is None:
        contracts = tuple(
            contract_cost(each, phase, performed)
            for each in contracts_in(plan, phase)
            if each.party == party.id
        )
    else:
        contracts = moves.contracts.get(party.id, ())
    if not contracts and not performed:
        return None
    fees = stated_sum("provider_fees", [each.year for each in contracts])
    once = stated_sum("provider_once", [each.once for each in contracts])
    return _with_sums(party, {"provider_fees": fees, "provider_once": once}, contracts)


def _of_no_party(
    plan: Plan,
    phase: PhaseId,
    roles: SourcedRoles,
    staffing: PhaseStaffing,
    moved: tuple[RoleId, ...],
    law: LabourLaw,
) -> list[PartyCost]:
    """Return what belongs to no party: roles without an internal party that is accountable."""
    retained = roles.retained.get(None, ())
    if not retained and not moved:
        return []
    rates = rates_of(plan, phase, None)._replace(tools=None)
    figures: dict[str, Figure] = {}
    if moved:
        extra = moved_figures(plan, roles, moved, staffing.assumed, law)
        fte = sum_figure("cost_fte", [extra["moved_fte"]])
        people = {"today_fte": Figure("today_fte", None), "night_hours": extra["night_hours"]}
        figures |= inhouse_figures(fte, people, rates, staffing.assumed, law)
    if retained:
        figures |= retained_figures(len(retained), plan.cost, rate_figures(rates))
    return [_with_sums(None, figures)]


def _with_sums(
    party: Party | None, figures: dict[str, Figure], contracts: tuple[ContractCost, ...] = ()
) -> PartyCost:
    """Return the cost of a party with its sums of a year and of what is paid once."""
    in_a_year = [
        figures[name]
        for name in ("inhouse_cost", "retained_cost", "provider_fees")
        if name in figures
    ]
    once = [figures[name] for name in ("hiring_once", "provider_once") if name in figures]
    figures["party_year"] = stated_sum("party_year", in_a_year)
    figures["party_once"] = stated_sum("party_once", once)
    return PartyCost(party, MappingProxyType(figures), contracts)


def _left_out(
    plan: Plan,
    roles: SourcedRoles,
    staffing: PhaseStaffing,
    parties: list[PartyCost],
    moves: Moves | None,
) -> Iterator[Omission]:
    moved_in = {each for roles in moves.inside.values() for each in roles} if moves else set()
    moved_out = set(moves.outside) if moves else set()
    staffed = {each.party.id for each in staffing.parties}
    for party, performed in roles.by_party.items():
        rest = tuple(role for role in performed if role not in moved_in)
        if party not in staffed and rest:
            yield Omission("work", party, rest)
    for each in parties:
        yield from _left_out_of(each, roles, moved_out)
    without = tuple(role for role in roles.without_provider if role not in moved_out)
    if without:
        yield Omission("provider", roles=without)
    undecided = tuple(
        role for role, duty in roles.duties.items() if duty.sourcing is Sourcing.UNDECIDED
    )
    if undecided:
        yield Omission("undecided", roles=undecided)
    stated = (plan.cost.rates, *plan.cost.by_place.values())
    kinds: tuple[OmissionKind, ...] = ("training", "hiring", "tools")
    for kind in kinds:
        if all(getattr(rates, kind) is None for rates in stated):
            yield Omission(kind)


def _left_out_of(
    each: PartyCost, roles: SourcedRoles, moved_out: set[RoleId]
) -> Iterator[Omission]:
    party = None if each.party is None else each.party.id
    figures = each.figures
    if "cost_fte" in figures and figures["cost_fte"].value is None:
        yield Omission("people", party)
    for symbol in ("loaded_cost", "retained_cost"):
        figure = figures.get(symbol)
        pay = [] if figure is None else [f for f in figure.inputs if f.symbol == "loaded_pay"]
        if pay and pay[0].value is None:
            yield Omission("loaded", party)
            break
    if each.party is not None and each.party.is_provider:
        covered = {role for cost in each.contracts for role in cost.roles} | moved_out
        performed = roles.by_provider.get(each.party.id, ())
        rest = tuple(role for role in performed if role not in covered)
        if rest:
            yield Omission("contract", party, rest)
        for cost in each.contracts:
            if cost.contract.fee is None and not cost.contract.once:
                yield Omission("fee", party, contract=cost.contract.id)
