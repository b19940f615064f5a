"""One address for every value of a plan, and the value there as text.

Comparing two plans, merging them and importing all name values by address. A value is written by
the edit that a planner would make, so it obeys the same rules. Parties, phases and roles that only
one of two plans has are not values: edits of their own add and remove them.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, cast, get_args

from socplanner.domain.assessment import (
    NO_SCORES,
    SCORES,
    SIDES,
    Assessment,
    Side,
    SideScore,
)
from socplanner.domain.assessment_edits import (
    ChangeAssessment,
    with_assessment,
    with_scores,
)
from socplanner.domain.catalogue import PartyKind
from socplanner.domain.check_edits import SetThresholds
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.duty_values import (
    FIELDS,
    DutyAddress,
    clean_value,
    duty_value,
    validate_text,
    with_duty_value,
)
from socplanner.domain.ids import AssessmentId, PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.party_edits import ChangeParty
from socplanner.domain.phase_edits import RenameOrganisation, RenamePhase
from socplanner.domain.phases import duties, duty, phase_index, with_duties, with_phase
from socplanner.domain.plan import AIM_FIELDS, Party, Phase, Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.road_map_edits import SetPhaseTerms
from socplanner.domain.road_map_inputs import PhaseTerms
from socplanner.domain.thresholds import THRESHOLDS


class PlanAddress(NamedTuple):
    """A field of the plan as a whole (one of `PLAN_FIELDS`), or a threshold by its id."""

    field: str


class PartyAddress(NamedTuple):
    """A field of a party, one of `PARTY_FIELDS`."""

    party: PartyId
    field: str


class PhaseAddress(NamedTuple):
    """A field of a phase, one of `PHASE_FIELDS`."""

    phase: PhaseId
    field: str


class RoleAddress(NamedTuple):
    """A value of a role in a phase, by its `DutyAddress`."""

    phase: PhaseId
    value: DutyAddress


class AssessmentAddress(NamedTuple):
    """A field of an assessment, one of `ASSESSMENT_FIELDS`."""

    assessment: AssessmentId
    field: str


class ScoreAddress(NamedTuple):
    """A value of one side of a role in an assessment, one of `SIDE_FIELDS`."""

    assessment: AssessmentId
    role: RoleId
    side: Side
    field: str


Address = PlanAddress | PartyAddress | PhaseAddress | RoleAddress | AssessmentAddress | ScoreAddress


class ChangedValue(NamedTuple):
    """An address at which two plans have different values, and both values as text."""

    address: Address
    before: str
    after: str


class _PartField(NamedTuple):
    """How a field of a party or a phase becomes text, and how text becomes the field."""

    text: Callable[[Any], str]
    replaced: Callable[[Any, str], Any]


PLAN_FIELDS = ("organisation", "tlp", "classification", *(each.id for each in THRESHOLDS))
PARTY_FIELDS = (
    "kind",
    "name-ja",
    "name-en",
    "initials-ja",
    "initials-en",
    "executive",
    "parent",
    "headcount",
    "resident",
    "lead",
)
PHASE_FIELDS = ("name-ja", "name-en", "pattern", *PhaseTerms._fields)
ASSESSMENT_FIELDS = ("day", "by")
SIDE_FIELDS = SideScore._fields


def addresses(plan: Plan) -> Iterator[Address]:
    """Yield the address of every value of `plan`, letters of every role and party among them."""
    yield from map(PlanAddress, PLAN_FIELDS)
    for party in plan.parties:
        yield from (PartyAddress(party.id, field) for field in PARTY_FIELDS)
    for phase in plan.phases:
        yield from (PhaseAddress(phase.id, field) for field in PHASE_FIELDS)
    for phase in plan.phases:
        for role in plan.all_roles():
            for field in (*FIELDS[1:], *AIM_FIELDS):
                yield RoleAddress(phase.id, DutyAddress(role.id, field))
            for party in plan.parties:
                yield RoleAddress(phase.id, DutyAddress(role.id, "letters", party.id))
    yield from _assessment_addresses(plan)


def _assessment_addresses(plan: Plan) -> Iterator[Address]:
    for assessment in plan.assessments:
        yield from (AssessmentAddress(assessment.id, field) for field in ASSESSMENT_FIELDS)
        for role in plan.all_roles():
            for side in SIDES:
                for name in SIDE_FIELDS:
                    yield ScoreAddress(assessment.id, role.id, side, name)


def value_at(plan: Plan, address: Address) -> str:
    """Return the value at `address`, empty where none is set; raise KeyError if it is unknown."""
    match address:
        case PlanAddress(field):
            return _plan_value(plan, field)
        case PartyAddress(party, field):
            return _PARTY[field].text(_party(plan, party))
        case PhaseAddress(phase, field):
            return _PHASE[field].text(plan.phases[phase_index(plan, phase)])
        case RoleAddress(phase, value):
            if plan.role(value.role) is None:
                raise KeyError(value.role)
            return duty_value(duty(plan, phase, value.role), value)
        case AssessmentAddress(assessment, field):
            text: str = getattr(_assessment(plan, assessment), field)
            return text
        case ScoreAddress(assessment, scored, side, field):
            if plan.role(scored) is None:
                raise KeyError(scored)
            scores = _assessment(plan, assessment).scores.get(scored, NO_SCORES)
            return getattr(scores.of(side), field) or ""


def with_value_at(plan: Plan, address: Address, text: str) -> Plan:
    """Return `plan` with `text` at `address`; raise EditRejected if it is no value of that field.

    Raise KeyError for an address that the plan does not have.
    """
    try:
        match address:
            case PlanAddress(field):
                return _with_plan_value(plan, field, text)
            case PartyAddress(party, field):
                changed = _PARTY[field].replaced(_party(plan, party), text)
                return ChangeParty(changed).apply(plan)
            case PhaseAddress(phase, field):
                return _with_phase_value(plan, phase, field, text)
            case RoleAddress(phase, value):
                return _with_role_value(plan, phase, value, text)
            case AssessmentAddress():
                return _with_assessment_value(plan, address, text)
            case ScoreAddress():
                return _with_score_value(plan, address, text)
    except ValueError:
        raise EditRejected("unknown-value", value=text) from None


def changed_values(before: Plan, after: Plan) -> tuple[ChangedValue, ...]:
    """Return the values that differ, for what both plans have, in the order of `addresses`.

    A value written into a phase is followed by later phases that do not state their own. To make
    one plan like another, write the values of one phase, and compare again before the next.
    """
    old, new = _values(before), _values(after)
    return tuple(
        ChangedValue(address, value, new[address])
        for address, value in old.items()
        if address in new and new[address] != value
    )


def _values(plan: Plan) -> dict[Address, str]:
    """Return every value by its address; the duties of a phase are folded once."""
    values: dict[Address, str] = {}
    by_phase = {phase.id: duties(plan, phase.id, with_hidden=True) for phase in plan.phases}
    for address in addresses(plan):
        if isinstance(address, RoleAddress):
            current = by_phase[address.phase][address.value.role]
            values[address] = duty_value(current, address.value)
        else:
            values[address] = value_at(plan, address)
    return values


def _plan_value(plan: Plan, field: str) -> str:
    if field == "organisation":
        return plan.organisation
    if field == "tlp":
        return "" if plan.marking.tlp is None else plan.marking.tlp.value
    if field == "classification":
        return plan.marking.classification
    if field not in PLAN_FIELDS:
        raise KeyError(field)
    return str(plan.thresholds.get(field, ""))


def _with_plan_value(plan: Plan, field: str, text: str) -> Plan:
    if field == "organisation":
        return RenameOrganisation(text).apply(plan)
    if field == "tlp":
        marking = replace(plan.marking, tlp=Tlp(text) if text else None)
        return RenameOrganisation(plan.organisation, marking).apply(plan)
    if field == "classification":
        marking = Marking(plan.marking.tlp, text)
        return RenameOrganisation(plan.organisation, marking).apply(plan)
    if field not in PLAN_FIELDS:
        raise KeyError(field)
    others = {name: value for name, value in plan.thresholds.items() if name != field}
    return SetThresholds({**others, **({field: int(text)} if text else {})}).apply(plan)


def _party(plan: Plan, party_id: PartyId) -> Party:
    party = plan.party(party_id)
    if party is None:
        raise KeyError(party_id)
    return party


def _with_phase_value(plan: Plan, phase_id: PhaseId, field: str, text: str) -> Plan:
    index = phase_index(plan, phase_id)
    changed: Phase = _PHASE[field].replaced(plan.phases[index], text)
    if field == "pattern":
        if text and plan.catalogue.pattern(text) is None:
            raise EditRejected("unknown-pattern", pattern=text)
        return plan if changed == plan.phases[index] else with_phase(plan, index, changed)
    if field in PhaseTerms._fields:
        return SetPhaseTerms(phase_id, changed.terms).apply(plan)
    return RenamePhase(phase_id, changed.name).apply(plan)


def _with_role_value(plan: Plan, phase: PhaseId, address: DutyAddress, text: str) -> Plan:
    if address.field == "letters" and address.party is not None:
        return SetCells(phase, ((address.role, address.party, Cell(text)),)).apply(plan)
    problem = validate_text(address.field, text)
    if problem is not None:
        raise EditRejected(problem.code, **problem.values)
    if plan.role(address.role) is None:
        raise KeyError(address.role)
    changed = with_duty_value(duty(plan, phase, address.role), address, text)
    return with_duties(plan, phase, {address.role: changed})


def _assessment(plan: Plan, wanted: AssessmentId) -> Assessment:
    for assessment in plan.assessments:
        if assessment.id == wanted:
            return assessment
    raise KeyError(wanted)


def _with_assessment_value(plan: Plan, address: AssessmentAddress, text: str) -> Plan:
    current = _assessment(plan, address.assessment)
    values = {"day": current.day, "by": current.by, address.field: text}
    return ChangeAssessment(address.assessment, **values).apply(plan)


def _with_score_value(plan: Plan, address: ScoreAddress, text: str) -> Plan:
    assessment = _assessment(plan, address.assessment)
    if plan.role(address.role) is None:
        raise KeyError(address.role)
    if address.field == "score" and text not in {"", *SCORES}:
        raise ValueError(text)
    problem = validate_text("note", text)
    if problem is not None:
        raise EditRejected(problem.code, **problem.values)
    value = (text or None) if address.field == "score" else clean_value("note", text)
    scores = assessment.scores.get(address.role, NO_SCORES)
    field: dict[str, Any] = {address.field: value}
    side = scores.of(address.side)._replace(**field)
    changed = with_scores(assessment, {address.role: scores.with_side(address.side, side)})
    return plan if changed is assessment else with_assessment(plan, changed)


def _kind(text: str) -> PartyKind:
    if text not in get_args(PartyKind):
        raise ValueError(text)
    return cast("PartyKind", text)


def _term(field: str) -> _PartField:
    return _PartField(
        lambda phase: getattr(phase.terms, field),
        lambda phase, text: replace(phase, terms=phase.terms._replace(**{field: text})),
    )


def _name(field: str, language: str) -> _PartField:
    def replaced(part: Any, text: str) -> Any:
        name: LocalText = replace(getattr(part, field), **{language: text})
        return replace(part, **{field: name})

    return _PartField(lambda part: getattr(getattr(part, field), language), replaced)


_PARTY = {
    "kind": _PartField(
        lambda party: party.kind, lambda party, text: replace(party, kind=_kind(text))
    ),
    "name-ja": _name("name", "ja"),
    "name-en": _name("name", "en"),
    "initials-ja": _name("initials", "ja"),
    "initials-en": _name("initials", "en"),
    "executive": _PartField(
        lambda party: "yes" if party.is_executive else "",
        lambda party, text: replace(party, is_executive=text == "yes"),
    ),
    "parent": _PartField(
        lambda party: party.parent or "",
        lambda party, text: replace(party, parent=PartyId(text) if text else None),
    ),
    "headcount": _PartField(
        lambda party: "" if party.headcount is None else str(party.headcount),
        lambda party, text: replace(party, headcount=int(text) if text else None),
    ),
    "resident": _PartField(
        lambda party: "yes" if party.is_resident else "",
        lambda party, text: replace(party, is_resident=text == "yes"),
    ),
    "lead": _PartField(lambda party: party.lead, lambda party, text: replace(party, lead=text)),
}
_PHASE = {
    "name-ja": _name("name", "ja"),
    "name-en": _name("name", "en"),
    "pattern": _PartField(
        lambda phase: phase.pattern or "",
        lambda phase, text: replace(phase, pattern=text or None),
    ),
    **{field: _term(field) for field in PhaseTerms._fields},
}
