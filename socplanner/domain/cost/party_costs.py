"""What the people of one internal party cost in a year, and what it keeps for outsourced roles."""

from collections.abc import Iterable
from types import MappingProxyType

from socplanner.domain.cost_inputs import RETAINED_SHARE, CostInputs, Rates
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.phases import phase_index
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Calculation, Figure, sum_figure
from socplanner.domain.staffing.labour_law import LabourLaw
from socplanner.domain.staffing.pay import NIGHT_PREMIUM

COST_FTE = Calculation("cost_fte", "need_fte + moved_fte")
COST_FTE_BY_NEED = Calculation("cost_fte", "need_fte")
COST_FTE_BY_PEOPLE = Calculation("cost_fte", "today_fte")
COST_FTE_BY_PEOPLE_MOVED = Calculation("cost_fte", "today_fte + moved_fte")
LOADED_COST = Calculation("loaded_cost", "cost_fte * loaded_pay")
TRAINING_COST = Calculation("training_cost", "cost_fte * training_pay")
HIRING_COST = Calculation("hiring_cost", "cost_fte * turnover / 100 * hiring_pay")
PAY_AN_HOUR = Calculation("pay_an_hour", "loaded_pay / (days / 7 * weekly_hours)")
"""The pay of an hour where none is stated: too much, since loaded cost is more than pay."""

RETAINED_FTE = Calculation("retained_fte", "outsourced_roles * retained_share / 100")
RETAINED_COST = Calculation("retained_cost", "retained_fte * loaded_pay")
HIRES = Calculation("hires", "roundup(max(0, cost_fte - today_fte))")
HIRING_ONCE = Calculation("hiring_once", "hires * hiring_pay")
IN_A_YEAR = ("loaded_cost", "training_cost", "night_premium_pay", "tools", "hiring_cost")


def rates_of(plan: Plan, phase: PhaseId, party: PartyId | None) -> Rates:
    """Return the rates of `party` in `phase`, with those of the plan where it states none.

    Tools are its own only. Without a party they are the rates of the plan.
    """
    cost = plan.cost
    rates = cost.rates
    if party is None:
        return rates
    own = Rates()
    for each in plan.phases[: phase_index(plan, phase) + 1]:
        own = own.followed_by(cost.by_place.get((each.id, party), Rates()))
    return rates._replace(tools=None).followed_by(own)


def rate_figures(rates: Rates) -> Figures:
    """Return `rates` as figures, without the pay of an hour."""
    values = {
        "loaded_pay": rates.loaded,
        "training_pay": rates.training,
        "hiring_pay": rates.hiring,
        "tools": rates.tools,
    }
    return MappingProxyType({name: Figure(name, value) for name, value in values.items()})


def retained_figures(roles: int, cost: CostInputs, rates: Figures) -> Figures:
    """Return the people kept for so many outsourced roles, and what they cost in a year."""
    stated = cost.retained_share
    share = Figure(
        "retained_share", RETAINED_SHARE if stated is None else stated, is_default=stated is None
    )
    fte = RETAINED_FTE.figure(Figure("outsourced_roles", roles), share)
    return {"retained_fte": fte, "retained_cost": RETAINED_COST.figure(fte, rates["loaded_pay"])}


def inhouse_figures(
    fte: Figure, people: Figures, rates: Rates, assumed: Figures, law: LabourLaw
) -> Figures:
    """Return what `fte` of a party cost in a year, and hiring those that it does not have.

    `people` has `night_hours` and `today_fte`. The sum is None where the largest part of it, pay,
    is not known; training, hiring and tools are left out where they are not stated.
    """
    by_rate = rate_figures(rates)
    loaded = LOADED_COST.figure(fte, by_rate["loaded_pay"])
    hires = HIRES.figure(fte, people["today_fte"])
    parts = {
        "loaded_cost": Figure("loaded_cost", 0) if fte.value == 0 else loaded,
        "training_cost": TRAINING_COST.figure(fte, by_rate["training_pay"]),
        "night_premium_pay": _night_premium(people["night_hours"], rates, assumed, law),
        "tools": by_rate["tools"],
        "hiring_cost": HIRING_COST.figure(fte, assumed["turnover"], by_rate["hiring_pay"]),
    }
    if parts["loaded_cost"].value is None:
        total = Figure("inhouse_cost", None)
    else:
        total = stated_sum("inhouse_cost", (parts[name] for name in IN_A_YEAR))
    return parts | {
        "cost_fte": fte,
        "inhouse_cost": total,
        "hires": hires,
        "hiring_once": HIRING_ONCE.figure(hires, by_rate["hiring_pay"]),
    }


def stated_sum(symbol: str, parts: Iterable[Figure], subject: str = "") -> Figure:
    """Return the sum of those of `parts` that are known; None where none is."""
    stated = [part for part in parts if part.value is not None]
    return sum_figure(symbol, stated, subject) if stated else Figure(symbol, None, subject=subject)


def _night_premium(night: Figure, rates: Rates, assumed: Figures, law: LabourLaw) -> Figure:
    if not night.value:
        return Figure("night_premium_pay", 0)
    if rates.hourly is None:
        loaded = Figure("loaded_pay", rates.loaded)
        hourly = PAY_AN_HOUR.figure(loaded, assumed["days"], assumed["weekly_hours"])
    else:
        hourly = Figure("pay_an_hour", rates.hourly)
    premium = Figure("night_premium", law.night_premium)
    return NIGHT_PREMIUM.figure(night._replace(subject=""), hourly, premium)
