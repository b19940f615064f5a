"""The sections `sharing` and `reporting`: agreements with counterparts, and reporting duties."""

from typing import Any

from socplanner.domain.durations import DURATION_PATTERN
from socplanner.domain.limits import MOST_AGREEMENTS, MOST_REPORTING_DUTIES
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from socplanner.domain.sharing_inputs import (
    SHARING_PICKS,
    THREAT_TYPES,
    Agreement,
    ReportingDuty,
    SharingSide,
)
from socplanner.formats.plan.canonical import FlowList
from socplanner.formats.plan.sections.local_written import local_written
from socplanner.formats.plan.sections.section import References, Section
from socplanner.formats.plan.shapes import (
    TLP_LABEL,
    Choice,
    Flag,
    ListOf,
    LocalName,
    Record,
    Shape,
    Text,
)
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_WHOM = N_("A party (party:mss) or a counterpart (counterpart:ppc).")
_ABOUT = {
    "why": N_("What it is shared for."),
    "when": N_("On which occasions."),
    "what": N_("What is shared."),
    "where": N_("In which circle."),
    "who": N_("Who sends and receives it."),
    "how": N_("By which means."),
    "action": N_("What is done with it."),
}
_SIDE = Record(
    {
        question: Record(
            {"picks": ListOf(Choice(picks), "", len(picks)), "text": LocalName()},
            (),
            _ABOUT[question],
        )
        for question, picks in SHARING_PICKS.items()
    }
)
AGREEMENT = Record(
    {
        "with": Text(_WHOM),
        "tlp": TLP_LABEL,
        "types": ListOf(
            Choice(THREAT_TYPES),
            N_("Types of threat information, after NIST SP 800-150."),
            len(THREAT_TYPES),
        ),
        "send": _SIDE._replace(about=N_("What we send to it.")),
        "receive": _SIDE._replace(about=N_("What we receive from it.")),
        "note": LocalName(),
    },
    ("with",),
    N_("What is agreed about sharing information with one party or counterpart."),
)
DUTY_FIELDS: dict[str, Shape] = {
    "id": Text(),
    "to": Text(_WHOM),
    "name": LocalName(),
    "role": Text(N_("The id of the role that reports, such as v2:D-7.")),
    "law": LocalName(N_("The law or contract.")),
    "article": LocalName(),
    "as-of": Text(N_("The day on which the law was as described, such as 2025-04-01.")),
    "source": LocalName(N_("Where the term is written.")),
    "from": LocalName(N_("What begins the term, in words.")),
    "term": LocalName(N_("The term in words.")),
    "earliest": Text(N_("The beginning of a term that is a range, such as P3D."), DURATION_PATTERN),
    "latest": Text(N_("The end of the term, after ISO 8601, such as P5D."), DURATION_PATTERN),
    "voluntary": Flag(N_("Whether no law demands it.")),
    "condition": LocalName(N_("When it is to be reported; without one, always.")),
    "applies": Flag(N_("Whether the organisation has the duty; yes if omitted.")),
}
REPORTING_DUTY = Record(
    DUTY_FIELDS,
    ("id", "to", "name"),
    N_("A reporting duty; with the id of a default one, it takes its place."),
)


def _read_sharing(tree: Tree, references: References) -> tuple[Agreement, ...]:
    """Return the agreements; raise FormatError with the path of what is wrong."""
    if not tree:
        return ()
    from socplanner.formats.plan.sections.sharing_reading import agreements_in  # few plans

    return agreements_in(tree, references)


def _read_reporting(tree: Tree, references: References) -> tuple[ReportingDuty, ...]:
    """Return the duties; raise FormatError with the path of what is wrong."""
    if not tree:
        return ()
    from socplanner.formats.plan.sections.sharing_reading import duties_in  # few plans

    return duties_in(tree, references)


def _written_sharing(plan: Plan) -> list[dict[str, Any]] | None:
    return [_written_agreement(each) for each in plan.sharing] or None


def _written_agreement(agreement: Agreement) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "with": agreement.counterpart.text,
        "tlp": "" if agreement.tlp is None else agreement.tlp.value,
        "types": FlowList(agreement.types),
        "send": _written_side(agreement.send),
        "receive": _written_side(agreement.receive),
        "note": _local(agreement.note),
    }
    return _stated(entry)


def _written_side(side: SharingSide) -> dict[str, Any]:
    return _stated(
        {
            question: _stated({"picks": FlowList(answer.picks), "text": _local(answer.text)})
            for question, answer in side.answers().items()
        }
    )


def _written_reporting(plan: Plan) -> list[dict[str, Any]] | None:
    return [_written_duty(each) for each in plan.reporting] or None


def _written_duty(duty: ReportingDuty) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": duty.id,
        "to": duty.to.text,
        "name": local_written(duty.name),
        "role": duty.role or "",
        "law": _local(duty.law),
        "article": _local(duty.article),
        "as-of": duty.as_of,
        "source": _local(duty.source),
        "from": _local(duty.begins),
        "term": _local(duty.term),
        "earliest": duty.earliest,
        "latest": duty.latest,
        "voluntary": "true" if duty.is_voluntary else "",
        "condition": _local(duty.condition),
        "applies": "" if duty.applies else "false",
    }
    return _stated(entry)


def _stated(entry: dict[str, Any]) -> dict[str, Any]:
    """Return `entry` without what is not stated."""
    return {key: value for key, value in entry.items() if value}


def _local(text: LocalText) -> Any:
    return local_written(text) if text.ja or text.en else ""


SHARING_SECTION = Section(
    "sharing", "sharing", ListOf(AGREEMENT, "", MOST_AGREEMENTS), _read_sharing, _written_sharing
)
REPORTING_SECTION = Section(
    "reporting",
    "reporting",
    ListOf(REPORTING_DUTY, "", MOST_REPORTING_DUTIES),
    _read_reporting,
    _written_reporting,
)
