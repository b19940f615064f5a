"""Reading agreements and reporting duties; imported only for a plan that has some."""

from collections.abc import Iterable
from typing import cast

from socplanner.domain.flow_inputs import Receiver, receiver_of
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.problem import PathFault
from socplanner.domain.sharing_inputs import (
    SHARING_QUESTIONS,
    Agreement,
    ReportingDuty,
    SharingAnswer,
    SharingSide,
    ThreatType,
)
from socplanner.domain.sharing_validation import agreement_faults, duty_faults
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.flow_reading import (
    NO_LOCAL_TEXT,
    StepIds,
    ids_from,
    receiver_at,
)
from socplanner.formats.plan.sections.part_reading import ids_of
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.shapes import without_extensions
from socplanner.formats.plan.text_fields import name_of, records_of, tlp_of
from socplanner.formats.plan.yaml_reading import Tree


def agreements_in(tree: Tree, references: References) -> tuple[Agreement, ...]:
    """Return the agreements of a file; raise FormatError with the path of what is wrong."""
    ids = ids_from(references)
    seen: set[Receiver] = set()
    result = []
    for place, record in enumerate(records_of(tree)):
        path: Path = ("sharing", place)
        agreement = _agreement(record, path)
        _refuse_first(agreement_faults(agreement), path)
        receiver_at(str(record["with"]), (*path, "with"), ids)
        if agreement.counterpart in seen:
            values = {"counterpart": agreement.counterpart.text}
            raise refused("doubled-agreement", (*path, "with"), **values)
        seen.add(agreement.counterpart)
        result.append(agreement)
    return tuple(result)


def duties_in(tree: Tree, references: References) -> tuple[ReportingDuty, ...]:
    """Return the reporting duties of a file; raise FormatError for what is wrong."""
    return duties_at(records_of(tree), ("reporting",), ids_from(references))


def duties_at(records: list[TreeMapping], path: Path, ids: StepIds) -> tuple[ReportingDuty, ...]:
    """Return the duties of `records`, the list at `path`; raise FormatError for what is wrong."""
    duty_ids = ids_of(records, path, "duty")
    return tuple(
        _duty(duty_id, record, (*path, place), ids)
        for place, (duty_id, record) in enumerate(zip(duty_ids, records, strict=True))
    )


def _agreement(record: TreeMapping, path: Path) -> Agreement:
    return Agreement(
        receiver_of(str(record["with"])),
        tlp_of(str(record["tlp"])) if "tlp" in record else None,
        tuple(dict.fromkeys(cast("list[ThreatType]", record.get("types") or []))),
        _side(record.get("send"), (*path, "send")),
        _side(record.get("receive"), (*path, "receive")),
        _text(record, "note", path),
    )


def _side(tree: Tree, path: Path) -> SharingSide:
    record = without_extensions(cast("TreeMapping", tree or {}))
    return SharingSide(
        *(_answer(record.get(question), (*path, question)) for question in SHARING_QUESTIONS)
    )


def _answer(tree: Tree, path: Path) -> SharingAnswer:
    record = without_extensions(cast("TreeMapping", tree or {}))
    picks = cast("list[str]", record.get("picks") or [])
    return SharingAnswer(tuple(dict.fromkeys(picks)), _text(record, "text", path))


def _duty(duty_id: str, record: TreeMapping, path: Path, ids: StepIds) -> ReportingDuty:
    role = str(record["role"]) if "role" in record else None
    if role is not None and role not in ids.roles:
        raise ids.unknown_role(role, (*path, "role"))
    duty = ReportingDuty(
        duty_id,
        receiver_of(str(record["to"])),
        name_of(record["name"], (*path, "name")),
        None if role is None else RoleId(role),
        _text(record, "law", path),
        _text(record, "article", path),
        str(record.get("as-of", "")),
        _text(record, "source", path),
        _text(record, "from", path),
        _text(record, "term", path),
        str(record.get("earliest", "")),
        str(record.get("latest", "")),
        record.get("voluntary") == "true",
        _text(record, "condition", path),
        record.get("applies") != "false",
    )
    _refuse_first(duty_faults(duty), path)
    receiver_at(str(record["to"]), (*path, "to"), ids)
    return duty


def _refuse_first(faults: Iterable[PathFault], path: Path) -> None:
    for fault in faults:
        raise refused(fault.problem.code, (*path, *fault.path), **fault.problem.values)


def _text(record: TreeMapping, key: str, path: Path) -> LocalText:
    return name_of(record[key], (*path, key)) if key in record else NO_LOCAL_TEXT
