"""Reading flows and counterparts of a plan file; imported only for a plan that has some."""

from collections.abc import Callable
from typing import NamedTuple, cast

from socplanner.domain.flow_inputs import (
    FROM_BEFORE,
    BusinessFlow,
    Counterpart,
    CounterpartKind,
    FlowStep,
    Means,
    Receiver,
    receiver_of,
)
from socplanner.domain.flow_validation import flow_faults
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.formats.format_error import FormatError, Path, refused
from socplanner.formats.plan.sections.part_reading import ids_of, whole_of
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.shapes import nearest
from socplanner.formats.plan.text_fields import name_of, records_of, tlp_of
from socplanner.formats.plan.yaml_reading import Tree

NO_LOCAL_TEXT = LocalText("", "")


class StepIds(NamedTuple):
    """The ids that steps may name, and the errors for others."""

    roles: frozenset[str]
    parties: frozenset[str]
    counterparts: frozenset[str]
    unknown_role: Callable[[str, Path], FormatError]
    unknown_party: Callable[[str, Path], FormatError]


def counterparts_in(tree: Tree) -> tuple[Counterpart, ...]:
    """Return the counterparts of a file; raise FormatError with the path of what is wrong."""
    records = records_of(tree)
    ids = ids_of(records, ("counterparts",), "counterpart")
    return tuple(
        Counterpart(
            each,
            cast("CounterpartKind", record["kind"]),
            name_of(record["name"], ("counterparts", place, "name")),
        )
        for place, (each, record) in enumerate(zip(ids, records, strict=True))
    )


def flows_in(tree: Tree, references: References) -> tuple[BusinessFlow, ...]:
    """Return the flows of a file; raise FormatError with the path of what is wrong."""
    return flows_at(records_of(tree), ("flows",), ids_from(references))


def ids_from(references: References) -> StepIds:
    """Return the ids of the sections that were read."""
    return StepIds(
        references.roles,
        references.parties,
        references.counterparts,
        references.unknown_role,
        references.unknown_party,
    )


def flows_at(records: list[TreeMapping], path: Path, ids: StepIds) -> tuple[BusinessFlow, ...]:
    """Return the flows of `records`, the list at `path`; raise FormatError for what is wrong."""
    flow_ids = ids_of(records, path, "flow")
    return tuple(
        _flow(flow_id, record, (*path, place), ids)
        for place, (flow_id, record) in enumerate(zip(flow_ids, records, strict=True))
    )


def _flow(flow_id: str, record: TreeMapping, path: Path, ids: StepIds) -> BusinessFlow:
    steps = tuple(
        _step(each, (*path, "steps", place), ids)
        for place, each in enumerate(records_of(record.get("steps")))
    )
    flow = BusinessFlow(
        flow_id,
        name_of(record["name"], (*path, "name")),
        steps,
        _text(record, "trigger", path),
        _text(record, "severity", path),
        str(record.get("limit", "")),
        whole_of(record.get("version")) or 0,
    )
    for fault in flow_faults(flow):
        raise refused(fault.problem.code, (*path, *fault.path), **fault.problem.values)
    return flow


def _step(record: TreeMapping, path: Path, ids: StepIds) -> FlowStep:
    role = str(record["role"])
    if role not in ids.roles:
        raise ids.unknown_role(role, (*path, "role"))
    means = cast("list[Means]", record.get("means") or [])
    return FlowStep(
        str(record["id"]),
        RoleId(role),
        name_of(record["does"], (*path, "does")),
        tuple(str(each) for each in record.get("after") or ()),
        _text(record, "sends", path),
        _receivers(record, path, ids),
        tuple(dict.fromkeys(means)),
        tlp_of(str(record["tlp"])) if "tlp" in record else None,
        str(record.get("limit", "")),
        str(record.get("limit-from", FROM_BEFORE)),
        _text(record, "event", path),
        _text(record, "condition", path),
        _text(record, "note", path),
    )


def _receivers(record: TreeMapping, path: Path, ids: StepIds) -> tuple[Receiver, ...]:
    receivers = (
        receiver_at(str(text), (*path, "to", place), ids)
        for place, text in enumerate(record.get("to") or ())
    )
    return tuple(dict.fromkeys(receivers))


def receiver_at(text: str, path: Path, ids: StepIds) -> Receiver:
    """Return the receiver that `text` at `path` names; raise FormatError for an unknown one."""
    receiver = receiver_of(text)
    if receiver.kind == "role" and receiver.id not in ids.roles:
        raise ids.unknown_role(receiver.id, path)
    if receiver.kind == "party" and receiver.id not in ids.parties:
        raise ids.unknown_party(receiver.id, path)
    if receiver.kind == "counterpart" and receiver.id not in ids.counterparts:
        raise _unknown_counterpart(receiver.id, ids, path)
    return receiver


def _unknown_counterpart(counterpart: str, ids: StepIds, path: Path) -> FormatError:
    if not ids.counterparts:
        return refused("unknown-counterpart", path, counterpart=counterpart)
    near = nearest(counterpart, tuple(sorted(ids.counterparts)))
    return refused("unknown-counterpart-in-file", path, counterpart=counterpart, nearest=near)


def _text(record: TreeMapping, key: str, path: Path) -> LocalText:
    return name_of(record[key], (*path, key)) if key in record else NO_LOCAL_TEXT
