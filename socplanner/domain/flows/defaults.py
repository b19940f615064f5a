"""The default flows of a catalogue, and what a plan gets when it adopts one.

Default flows name usual parties of the catalogue. In a plan without such a party, the first of
those that stand in for it receives; without any of them, the step hands on to the other receivers
alone. A counterpart that a plan has as a party, such as an authority, is that party.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from socplanner.domain.flow_edits import AdoptFlows, ChangeDefaultFlow
from socplanner.domain.flow_inputs import (
    BusinessFlow,
    Counterpart,
    FlowStep,
    Receiver,
    flow_of,
)
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class DefaultFlows:
    """The flows and counterparts of a catalogue; `parties` are the usual ones of counterparts."""

    flows: tuple[BusinessFlow, ...]
    counterparts: tuple[Counterpart, ...]
    parties: Mapping[str, PartyId]


NO_DEFAULT_FLOWS = DefaultFlows((), (), {})


class ListedFlow(NamedTuple):
    """A flow as a list shows it: the plan's, or a default that the plan has not adopted.

    `newer` is a later version of the default that the plan adopted, or None.
    """

    flow: BusinessFlow
    is_default: bool
    newer: BusinessFlow | None = None


def listed_flows(plan: Plan, defaults: DefaultFlows) -> tuple[ListedFlow, ...]:
    """Return the flows of `plan` and the defaults it lacks: by the catalogue, own ones last.

    Receivers of a default are those that the plan would get.
    """
    usual = {flow.id for flow in defaults.flows}
    result = []
    for default in defaults.flows:
        own = flow_of(plan.flows, default.id)
        if own is None:
            result.append(ListedFlow(adapted_flow(plan, default, defaults), True))
        else:
            is_newer = 0 < own.version < default.version
            newer = adapted_flow(plan, default, defaults) if is_newer else None
            result.append(ListedFlow(own, False, newer))
    own_flows = (ListedFlow(flow, False) for flow in plan.flows if flow.id not in usual)
    return (*result, *own_flows)


def adapted_flow(plan: Plan, default: BusinessFlow, defaults: DefaultFlows) -> BusinessFlow:
    """Return `default` with the parties of `plan`, and without roles that the plan lacks."""
    steps = tuple(_adapted_step(plan, step, defaults) for step in default.steps)
    return default._replace(steps=steps)


def missing_counterparts(
    plan: Plan, flow: BusinessFlow, defaults: DefaultFlows
) -> tuple[Counterpart, ...]:
    """Return the default counterparts that `flow` names and `plan` lacks."""
    present = {each.id for each in plan.counterparts}
    named = {each.id for step in flow.steps for each in step.to if each.kind == "counterpart"}
    return tuple(
        each for each in defaults.counterparts if each.id in named and each.id not in present
    )


def counterpart_of(plan: Plan, counterpart: str, defaults: DefaultFlows) -> Counterpart | None:
    """Return the counterpart of the plan, or else the default one, or None."""
    for each in (*plan.counterparts, *defaults.counterparts):
        if each.id == counterpart:
            return each
    return None


def _adapted_step(plan: Plan, step: FlowStep, defaults: DefaultFlows) -> FlowStep:
    receivers = (adapted_receiver(plan, each, defaults) for each in step.to)
    to = tuple(dict.fromkeys(each for each in receivers if each is not None))
    return step if to == step.to else step._replace(to=to)


def adapted_receiver(plan: Plan, receiver: Receiver, defaults: DefaultFlows) -> Receiver | None:
    """Return what `receiver` of a default is in `plan`, None for a party that it lacks."""
    if receiver.kind == "role":
        return receiver
    if receiver.kind == "counterpart":
        usual = (defaults.parties.get(receiver.id), PartyId(receiver.id))
        present = (each for each in usual if each is not None and plan.party(each) is not None)
        party = next(present, None)
        return receiver if party is None else Receiver("party", party)
    usual_party = plan.catalogue.party_by_id.get(PartyId(receiver.id))
    stands_in = () if usual_party is None else usual_party.stands_in
    for party in (PartyId(receiver.id), *stands_in):
        if plan.party(party) is not None:
            return Receiver("party", party)
    return None


def adopting(plan: Plan, flow_id: str, edit: Edit, defaults: DefaultFlows) -> Edit:
    """Return `edit` of a flow; of a default, with the edit that adopts it first."""
    default = None if flow_of(plan.flows, flow_id) else flow_of(defaults.flows, flow_id)
    if default is None:
        return edit
    return ChangeDefaultFlow(adoption(plan, (default,), defaults), edit)


def adoption(plan: Plan, flows: tuple[BusinessFlow, ...], defaults: DefaultFlows) -> AdoptFlows:
    """Return the edit that adopts default `flows` for the parties of `plan`."""
    adapted = tuple(adapted_flow(plan, flow, defaults) for flow in flows)
    counterparts = dict.fromkeys(
        each for flow in adapted for each in missing_counterparts(plan, flow, defaults)
    )
    return AdoptFlows(adapted, tuple(counterparts))
