"""Cost in words: amounts, the tables of phases and patterns, what is left out and estimated."""

from collections.abc import Iterator, Sequence
from math import floor
from typing import Literal, NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost.contracts import ContractCost, notice_day
from socplanner.domain.cost.pattern_costs import PatternColumn
from socplanner.domain.cost.phase_cost import Omission, PhaseCost
from socplanner.domain.cost_inputs import ROLE_SHARE, ROUNDINGS, CostInputs
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import DASH, fixed_number, short_number
from socplanner.wording.terms import listed, parties_in_words, party_label, role_code

CellKind = Literal["amount", "fte", "number", "hours"]
_FEW_ROLES = 6
_WITHOUT_ROLES = {
    "people": N_("No headcount is stated for {party}: its people are left out."),
    "loaded": N_("No loaded cost is stated for {party}: its people are left out."),
    "training": N_("No cost of training is stated."),
    "hiring": N_("No cost of hiring is stated."),
    "tools": N_("No cost of tools is stated."),
}


class CostRow(NamedTuple):
    """A row of a table of cost: its name, one figure for each column, and how they are shown."""

    name: str
    figures: tuple[Figure, ...]
    kind: CellKind


PARTY_COLUMNS: tuple[tuple[str, str], ...] = (
    ("inhouse_cost", N_("In-house")),
    ("retained_cost", N_("Retained")),
    ("provider_fees", N_("Fees")),
    ("party_year", N_("A year")),
    ("party_once", N_("Once")),
)
_TOTALS: tuple[tuple[str, str, CellKind], ...] = (
    ("inhouse_total", N_("In-house a year"), "amount"),
    ("outsourced_total", N_("Outsourced a year"), "amount"),
    ("year_total", N_("Cost a year"), "amount"),
    ("once_total", N_("Paid once"), "amount"),
    ("fte_total", N_("FTE with retained people"), "fte"),
)


def amount_text(value: float | None, cost: CostInputs) -> str:
    """Return an amount rounded as the plan states, halves away from 0; a dash for None."""
    if value is None:
        return DASH
    unit = cost.rounding or ROUNDINGS[0]
    steps = floor(abs(value) / unit + 0.5)
    return f"{'-' if value < 0 and steps else ''}{steps * unit:,}"


def cell_text(figure: Figure, kind: CellKind, cost: CostInputs) -> str:
    """Return the value of a figure in a table."""
    if kind == "amount":
        return amount_text(figure.value, cost)
    if kind == "fte":
        return fixed_number(figure.value, 2)
    return short_number(figure.value, 1)


def unit_sentence(cost: CostInputs, words: Words) -> str:
    """Return which currency amounts are in, and what they are rounded to."""
    rounding = f"{cost.rounding or ROUNDINGS[0]:,}"
    if not cost.currency:
        return words.tr("No currency is stated. Amounts are rounded to {n}.", n=rounding)
    return words.tr("Amounts in {currency}, rounded to {n}.", currency=cost.currency, n=rounding)


def comparison_rows(columns: Sequence[PatternColumn], words: Words) -> list[CostRow]:
    """Return what columns of phases or patterns compare."""
    costs = [each.cost for each in columns]
    roles = [
        CostRow(words.tr(name), tuple(_count(cost, sourcing) for cost in costs), "number")
        for sourcing, name in (
            (Sourcing.INSOURCE, N_("Roles in-house")),
            (Sourcing.OUTSOURCE, N_("Roles outsourced")),
            (Sourcing.BOTH, N_("Roles that are both")),
            (Sourcing.NOT_CARRIED_OUT, N_("Roles not performed")),
            (Sourcing.UNDECIDED, N_("Roles undecided")),
        )
        if any(cost.roles.counts[sourcing] for cost in costs)
    ]
    moved = (
        (N_("Roles that move in-house"), [each.moved_in for each in columns]),
        (N_("Roles that move out"), [each.moved_out for each in columns]),
    )
    lacking: tuple[tuple[str, CellKind, Sequence[float | None]], ...] = (
        (
            N_("Unmanned role-hours a week"),
            "hours",
            [each.unmanned.hours for each in columns],
        ),
        (
            N_("Roles without stated hours"),
            "number",
            [each.unmanned.not_stated for each in columns],
        ),
        (N_("Roles below their aim"), "number", [each.gap.roles for each in columns]),
        (N_("Points below their aims"), "number", [each.gap.points for each in columns]),
        (N_("Roles without an aim"), "number", [each.gap.without_aim for each in columns]),
    )
    return [
        *roles,
        *(_plain(words.tr(name), values, "number") for name, values in moved if any(values)),
        *(
            CostRow(words.tr(name), tuple(cost.total[symbol] for cost in costs), kind)
            for symbol, name, kind in _TOTALS
        ),
        *(_plain(words.tr(name), values, kind) for name, kind, values in lacking),
    ]


def _plain(name: str, values: Sequence[float | None], kind: CellKind) -> CostRow:
    return CostRow(name, tuple(Figure("", value) for value in values), kind)


def _count(cost: PhaseCost, sourcing: Sourcing) -> Figure:
    return Figure("", cost.roles.counts[sourcing])


def pattern_heading(column: PatternColumn, words: Words) -> str:
    """Return the name of a column: that of its pattern, or that it is the plan."""
    if column.pattern is None:
        return words.tr("The plan")
    return words.local(column.pattern.name)


def contract_sentence(each: ContractCost, cost: CostInputs, words: Words) -> str:
    """Return what a contract costs, how many roles it covers, and when it ends."""
    contract = each.contract
    values = {
        "contract": words.local(contract.name),
        "fee": amount_text(contract.once if contract.fee is None else contract.fee, cost),
    }
    n = len(each.roles)
    if contract.fee is None:
        text = words.count(
            "{contract}: {fee} once, {n} role", "{contract}: {fee} once, {n} roles", n, **values
        )
    else:
        text = words.count(
            "{contract}: {fee} a month, {n} role",
            "{contract}: {fee} a month, {n} roles",
            n,
            **values,
        )
    notice = notice_day(contract)
    if notice:
        return words.tr(
            "{contract}, ends on {day}, notice by {notice}",
            contract=text,
            day=contract.last_day,
            notice=notice,
        )
    if contract.last_day:
        return words.tr("{contract}, ends on {day}", contract=text, day=contract.last_day)
    return text


def omission_sentence(left_out: Omission, plan: Plan, words: Words) -> str:
    """Return what the figures leave out, and why."""
    match left_out.kind:
        case "work" | "contract" | "provider" | "undecided":
            return _of_roles(left_out, plan, words)
        case "fee":
            contract = plan.cost.contract(left_out.contract)
            name = left_out.contract if contract is None else words.local(contract.name)
            return words.tr("The contract {contract} states no fee.", contract=name)
        case kind:
            party = _party(plan, left_out.party, words)
            return words.tr(_WITHOUT_ROLES[kind], party=party)


def _of_roles(left_out: Omission, plan: Plan, words: Words) -> str:
    values = {
        "party": _party(plan, left_out.party, words),
        "roles": _codes(plan, left_out.roles, words),
    }
    n = len(left_out.roles)
    if left_out.kind == "work":
        return words.count(
            "{party} performs {n} role, but has no posts, workloads or people: its time is left "
            "out ({roles}).",
            "{party} performs {n} roles, but has no posts, workloads or people: its time is left "
            "out ({roles}).",
            n,
            **values,
        )
    if left_out.kind == "contract":
        return words.count(
            "No contract covers {n} role of {party}: its fee is left out ({roles}).",
            "No contract covers {n} roles of {party}: their fee is left out ({roles}).",
            n,
            **values,
        )
    if left_out.kind == "provider":
        return words.count(
            "{n} outsourced role has no provider: its fee is left out ({roles}).",
            "{n} outsourced roles have no provider: their fee is left out ({roles}).",
            n,
            roles=values["roles"],
        )
    return words.count(
        "{n} role is undecided, and left out ({roles}).",
        "{n} roles are undecided, and left out ({roles}).",
        n,
        roles=values["roles"],
    )


def remarks(cost: PhaseCost, plan: Plan, words: Words) -> Iterator[str]:
    """Yield the defaults of this tool that were used, and what was derived."""
    figures = [figure for each in cost.parties for figure in each.figures.values()]
    shares = (
        share for each in figures for share in each.inputs if share.symbol == "retained_share"
    )
    share = next(shares, None)
    if share is not None and share.is_default:
        yield words.tr(
            "For each role that is only outsourced, {share} % of a person is retained: this tool's "
            "default.",
            share=short_number(share.value),
        )
    derived = tuple(
        each.party.id
        for each in cost.parties
        if each.party is not None and _derives_pay(each.figures.get("night_premium_pay"))
    )
    if derived:
        yield words.tr(
            "The pay of an hour is derived from the loaded cost for {parties}, and so is too high: "
            "state it.",
            parties=parties_in_words(plan, derived, words),
        )


def pattern_remarks(plan: Plan, words: Words) -> Iterator[str]:
    """Yield how the columns of patterns are estimated."""
    stated = plan.cost.role_share
    share = short_number(ROLE_SHARE if stated is None else stated)
    if stated is None:
        yield words.tr(
            "Estimate: a role that moves in-house needs {share} % of a person (this tool's "
            "default), or all of a party a desk that is manned when one of them is on duty.",
            share=share,
        )
    else:
        yield words.tr(
            "Estimate: a role that moves in-house needs {share} % of a person, or all of a party a "
            "desk that is manned when one of them is on duty.",
            share=share,
        )
    yield words.tr(
        "Estimate: a role that moves out costs the mean fee of the roles that are out, and a "
        "contract loses the part of its fee for roles that move in-house. A role that was shared "
        "moves where the other side leaves it."
    )
    yield words.tr("Hours of coverage stay as they are. What the move itself costs is left out.")


def _derives_pay(premium: Figure | None) -> bool:
    inputs = () if premium is None else premium.inputs
    return any(each.symbol == "pay_an_hour" and each.formula is not None for each in inputs)


def _party(plan: Plan, party: PartyId | None, words: Words) -> str:
    return no_party(words) if party is None else party_label(plan, party, words)


def no_party(words: Words) -> str:
    """Return the name of what belongs to no party."""
    return words.tr("No accountable party")


def _codes(plan: Plan, roles: Sequence[RoleId], words: Words) -> str:
    codes = [role_code(plan, role) for role in roles[:_FEW_ROLES]]
    text = listed(codes, words)
    if len(roles) > _FEW_ROLES:
        return words.tr("{roles} and {n} more", roles=text, n=len(roles) - _FEW_ROLES)
    return text
