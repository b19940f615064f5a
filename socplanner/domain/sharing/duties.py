"""The default reporting duties of a catalogue, and what a plan makes of them."""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.flow_inputs import Counterpart, Receiver
from socplanner.domain.flows.defaults import DefaultFlows, adapted_receiver
from socplanner.domain.plan import Plan
from socplanner.domain.sharing_inputs import ReportingDuty, reporting_duty_of


class ListedDuty(NamedTuple):
    """A duty as a list shows it: the plan's, or a default that the plan has not changed.

    `replaces_default` is whether removing it brings a default back.
    """

    duty: ReportingDuty
    is_default: bool
    replaces_default: bool = False


def listed_duties(
    plan: Plan, defaults: Iterable[ReportingDuty], flows: DefaultFlows
) -> tuple[ListedDuty, ...]:
    """Return the duties of `plan` and the defaults: by the catalogue, own ones last.

    A default is to the party of the plan that stands for its counterpart, if there is one.
    """
    result, usual = [], set()
    for default in defaults:
        usual.add(default.id)
        own = reporting_duty_of(plan.reporting, default.id)
        if own is not None:
            result.append(ListedDuty(own, False, True))
            continue
        to = adapted_receiver(plan, default.to, flows)
        role = default.role if default.role and plan.role(default.role) else None
        result.append(ListedDuty(default._replace(to=to or default.to, role=role), True))
    own_duties = (ListedDuty(each, False) for each in plan.reporting if each.id not in usual)
    return (*result, *own_duties)


def missing_counterpart(
    plan: Plan, receiver: Receiver, flows: DefaultFlows
) -> tuple[Counterpart, ...]:
    """Return the default counterpart that `receiver` is, where the plan lacks it; or none."""
    if receiver.kind != "counterpart" or any(each.id == receiver.id for each in plan.counterparts):
        return ()
    return tuple(each for each in flows.counterparts if each.id == receiver.id)
