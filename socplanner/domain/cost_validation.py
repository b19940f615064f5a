"""What is wrong with a currency, rates or a contract: the rules of reader and edits.

Whether ids exist is not asked here. A fault names the field as the plan file does.
"""

from collections.abc import Iterator, Sequence

from socplanner.domain.cost_inputs import (
    LEAST_SHARE,
    ROUNDINGS,
    Contract,
    CostInputs,
    Rates,
)
from socplanner.domain.currencies import CURRENCIES
from socplanner.domain.ids import PhaseId
from socplanner.domain.limits import MOST_MONEY, MOST_NOTICE
from socplanner.domain.problem import FieldFault, Problem
from socplanner.domain.waivers import is_day


def settings_faults(cost: CostInputs) -> Iterator[FieldFault]:
    """Yield what is wrong with currency, rounding, shares of a person, and rates."""
    if cost.currency and cost.currency not in CURRENCIES:
        yield FieldFault("currency", Problem("unknown-currency", {"currency": cost.currency}))
    if cost.rounding is not None and cost.rounding not in ROUNDINGS:
        choices = ", ".join(map(str, ROUNDINGS))
        values = {"rounding": cost.rounding, "choices": choices}
        yield FieldFault("rounding", Problem("bad-rounding", values))
    shares = {"retained-share": cost.retained_share, "role-share": cost.role_share}
    for field, share in shares.items():
        if share is not None and not LEAST_SHARE <= share <= 100:
            values = {"value": _plain(share), "least": LEAST_SHARE, "most": 100}
            yield FieldFault(field, Problem("bad-amount", values))
    yield from rates_faults(cost.rates)


def rates_faults(rates: Rates) -> Iterator[FieldFault]:
    """Yield what is wrong with `rates`."""
    for field, value in rates._asdict().items():
        yield from _amount_faults(field, value, MOST_MONEY)


def contract_faults(contract: Contract, phases: Sequence[PhaseId]) -> Iterator[FieldFault]:
    """Yield what is wrong with `contract` in a plan with `phases`."""
    for field in ("fee", "once", "exit"):
        yield from _amount_faults(field, getattr(contract, field), MOST_MONEY)
    yield from _amount_faults("notice", contract.notice, MOST_NOTICE)
    for field, day in (("begin", contract.first_day), ("end", contract.last_day)):
        if day and not is_day(day):
            yield FieldFault(field, Problem("bad-day", {"day": day}))
    if contract.first_day and contract.last_day and contract.last_day < contract.first_day:
        values = {"begins": contract.first_day, "ends": contract.last_day}
        yield FieldFault("end", Problem("contract-ends-before-it-begins", values))
    if (
        contract.begins is not None
        and contract.ends is not None
        and phases.index(contract.begins) > phases.index(contract.ends)
    ):
        values = {"begins": contract.begins, "ends": contract.ends}
        yield FieldFault("until", Problem("ends-before-it-begins", values))


def _amount_faults(field: str, value: float | None, most: int) -> Iterator[FieldFault]:
    if value is not None and not 0 <= value <= most:
        values = {"value": _plain(value), "least": 0, "most": most}
        yield FieldFault(field, Problem("bad-amount", values))


def _plain(value: float) -> float:
    """Return `value` as an integer where it is one, for a message."""
    return int(value) if value % 1 == 0 else value
