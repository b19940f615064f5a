"""The sections `counterparts` and `flows`: who does what after what, and who receives it."""

from typing import Any, cast

from socplanner.domain.durations import DURATION_PATTERN
from socplanner.domain.flow_inputs import (
    COUNTERPART_KINDS,
    FROM_BEFORE,
    MEANS,
    BusinessFlow,
    Counterpart,
    FlowStep,
)
from socplanner.domain.limits import MOST_COUNTERPARTS, MOST_FLOWS, MOST_RECEIVERS, MOST_STEPS
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from socplanner.formats.plan.canonical import FlowList
from socplanner.formats.plan.sections.local_written import local_written
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import (
    TLP_LABEL,
    Choice,
    ListOf,
    LocalName,
    Number,
    Record,
    Shape,
    Text,
)
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

MOST_VERSIONS = 100_000
_STEP_ID = N_("The id of a step of the same flow.")
COUNTERPART = Record(
    {"id": Text(), "kind": Choice(COUNTERPART_KINDS), "name": LocalName()},
    ("id", "kind", "name"),
    N_("Who receives information without being a party of the plan."),
)
FLOW_STEP = Record(
    {
        "id": Text(),
        "after": ListOf(Text(_STEP_ID), N_("The steps before; none for a beginning."), MOST_STEPS),
        "role": Text(N_("The id of a role, such as v2:B-1.")),
        "does": LocalName(),
        "sends": LocalName(N_("What the step hands on.")),
        "to": ListOf(
            Text(N_("A role (v2:D-1), a party (party:it) or a counterpart (counterpart:ppc).")),
            N_("Who receives it."),
            MOST_RECEIVERS,
        ),
        "means": ListOf(Choice(MEANS), N_("By which means it is handed on."), len(MEANS)),
        "tlp": TLP_LABEL,
        "limit": Text(N_("By when it is done, after ISO 8601, such as PT15M."), DURATION_PATTERN),
        "limit-from": Text(
            N_(
                "Where the limit begins: start (of the flow), before (the end of the steps before, "
                "also if omitted), event (something outside the flow) or the id of a step."
            )
        ),
        "event": LocalName(N_("What begins the limit, in words.")),
        "condition": LocalName(N_("When the step is needed; without one, always.")),
        "note": LocalName(),
    },
    ("id", "role", "does"),
    N_("One step of a flow."),
)
_FLOW_FIELDS: dict[str, Shape] = {
    "id": Text(),
    "version": Number(
        MOST_VERSIONS, N_("The version of the catalogue's flow with this id that was adopted.")
    ),
    "name": LocalName(),
    "trigger": LocalName(N_("What begins the flow.")),
    "severity": LocalName(N_("From which severity on it is followed.")),
    "limit": Text(N_("The time for the whole flow, after ISO 8601."), DURATION_PATTERN),
    "steps": ListOf(FLOW_STEP, "", MOST_STEPS),
}
FLOW = Record(_FLOW_FIELDS, ("id", "name"), N_("A business flow."))


def _read_counterparts(tree: Tree, references: References) -> tuple[Counterpart, ...]:
    """Return the counterparts; raise FormatError with the path of what is wrong."""
    if not tree:
        return ()
    from socplanner.formats.plan.sections.flow_reading import counterparts_in  # many plans: none

    counterparts = counterparts_in(tree)
    references.counterparts = frozenset(each.id for each in counterparts)
    return counterparts


def _read_flows(tree: Tree, references: References) -> tuple[BusinessFlow, ...]:
    """Return the flows; raise FormatError with the path of what is wrong."""
    if not tree:
        return ()
    from socplanner.formats.plan.sections.flow_reading import flows_in  # many plans: none

    return flows_in(tree, references)


def _written_counterparts(plan: Plan) -> list[TreeMapping] | None:
    entries = [
        {"id": each.id, "kind": each.kind, "name": local_written(each.name)}
        for each in plan.counterparts
    ]
    return cast("list[TreeMapping]", entries) or None


def _written_flows(plan: Plan) -> list[dict[str, Any]] | None:
    return [written_flow(flow) for flow in plan.flows] or None


def written_flow(flow: BusinessFlow) -> dict[str, Any]:
    """Return the tree of `flow`."""
    entry: dict[str, Any] = {
        "id": flow.id,
        "version": str(flow.version) if flow.version else "",
        "name": local_written(flow.name),
        "trigger": _local(flow.trigger),
        "severity": _local(flow.severity),
        "limit": flow.limit,
        "steps": [_written_step(step) for step in flow.steps],
    }
    return {key: value for key, value in entry.items() if value}


def _written_step(step: FlowStep) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": step.id,
        "after": FlowList(step.after),
        "role": step.role,
        "does": local_written(step.does),
        "sends": _local(step.sends),
        "to": FlowList(each.text for each in step.to),
        "means": FlowList(step.means),
        "tlp": "" if step.tlp is None else step.tlp.value,
        "limit": step.limit,
        "limit-from": "" if step.limit_from == FROM_BEFORE else step.limit_from,
        "event": _local(step.event),
        "condition": _local(step.condition),
        "note": _local(step.note),
    }
    return {key: value for key, value in entry.items() if value}


def _local(text: LocalText) -> Any:
    return local_written(text) if text.ja or text.en else ""


COUNTERPARTS_SECTION = Section(
    "counterparts",
    "counterparts",
    ListOf(COUNTERPART, "", MOST_COUNTERPARTS),
    _read_counterparts,
    _written_counterparts,
)
FLOWS_SECTION = Section("flows", "flows", ListOf(FLOW, "", MOST_FLOWS), _read_flows, _written_flows)
