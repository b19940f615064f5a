"""Edits of agreements and of reporting duties; each is one step to undo.

An edit that names a counterpart of the defaults brings it into the plan (`counterparts`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from socplanner.domain.flow_cleaning import line_or_blank
from socplanner.domain.flow_edits import AdoptFlows
from socplanner.domain.flow_inputs import Counterpart, Receiver
from socplanner.domain.ids import PartyId
from socplanner.domain.limits import MOST_AGREEMENTS, MOST_REPORTING_DUTIES
from socplanner.domain.names import validated_name
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected, PathFault
from socplanner.domain.sharing_inputs import (
    SHARING_PICKS,
    THREAT_TYPES,
    Agreement,
    ReportingDuty,
    SharingSide,
    agreement_with,
    agreements_without,
    reporting_duty_of,
)
from socplanner.domain.sharing_validation import agreement_faults, duty_faults


@dataclass(frozen=True, slots=True)
class SetAgreement:
    """Add an agreement, or replace the one with the same counterpart."""

    agreement: Agreement
    counterparts: tuple[Counterpart, ...] = ()

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the agreement; raise EditRejected if it is not valid."""
        plan = AdoptFlows((), self.counterparts).apply(plan)
        agreement = _clean_agreement(self.agreement)
        _reject_first(agreement_faults(agreement))
        _check_receiver(plan, agreement.counterpart)
        before = agreement_with(plan.sharing, agreement.counterpart)
        if before is None and len(plan.sharing) >= MOST_AGREEMENTS:
            raise EditRejected("too-many-agreements", most=MOST_AGREEMENTS)
        if before == agreement:
            return plan
        if before is None:
            return replace(plan, sharing=(*plan.sharing, agreement))
        changed = tuple(agreement if each is before else each for each in plan.sharing)
        return replace(plan, sharing=changed)


@dataclass(frozen=True, slots=True)
class RemoveAgreement:
    """Remove the agreement with a party or counterpart."""

    counterpart: Receiver

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the agreement; raise EditRejected if there is none."""
        if agreement_with(plan.sharing, self.counterpart) is None:
            raise EditRejected("unknown-agreement", counterpart=self.counterpart.text)
        return replace(plan, sharing=agreements_without(plan.sharing, self.counterpart))


@dataclass(frozen=True, slots=True)
class SetReportingDuty:
    """Add a reporting duty, or replace the one with the same id."""

    duty: ReportingDuty
    counterparts: tuple[Counterpart, ...] = ()

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the duty; raise EditRejected if it is not valid."""
        plan = AdoptFlows((), self.counterparts).apply(plan)
        duty = _clean_duty(self.duty)
        _reject_first(duty_faults(duty))
        _check_receiver(plan, duty.to)
        if duty.role is not None and plan.role(duty.role) is None:
            raise EditRejected("unknown-role", role=duty.role)
        before = reporting_duty_of(plan.reporting, duty.id)
        if before is None and len(plan.reporting) >= MOST_REPORTING_DUTIES:
            raise EditRejected("too-many-duties", most=MOST_REPORTING_DUTIES)
        if before == duty:
            return plan
        if before is None:
            return replace(plan, reporting=(*plan.reporting, duty))
        changed = tuple(duty if each is before else each for each in plan.reporting)
        return replace(plan, reporting=changed)


@dataclass(frozen=True, slots=True)
class RemoveReportingDuty:
    """Remove a reporting duty of the plan; a default that it replaced is listed again."""

    duty: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the duty; raise EditRejected if it is unknown."""
        kept = tuple(each for each in plan.reporting if each.id != self.duty)
        if len(kept) == len(plan.reporting):
            raise EditRejected("unknown-duty", duty=self.duty)
        return replace(plan, reporting=kept)


def _clean_agreement(agreement: Agreement) -> Agreement:
    types = dict.fromkeys(agreement.types)
    usual = [each for each in THREAT_TYPES if each in types]
    return agreement._replace(
        # What is in no list stays, to be rejected by its name.
        types=(*usual, *(each for each in types if each not in usual)),
        send=_clean_side(agreement.send),
        receive=_clean_side(agreement.receive),
        note=line_or_blank(agreement.note),
    )


def _clean_side(side: SharingSide) -> SharingSide:
    cleaned = {}
    for question, answer in side.answers().items():
        picks = dict.fromkeys(answer.picks)
        usual = [each for each in SHARING_PICKS[question] if each in picks]
        listed = (*usual, *(each for each in picks if each not in usual))
        cleaned[question] = answer._replace(picks=listed, text=line_or_blank(answer.text))
    return SharingSide(*cleaned.values())


def _clean_duty(duty: ReportingDuty) -> ReportingDuty:
    return duty._replace(
        name=validated_name(duty.name),
        law=line_or_blank(duty.law),
        article=line_or_blank(duty.article),
        as_of=duty.as_of.strip(),
        source=line_or_blank(duty.source),
        begins=line_or_blank(duty.begins),
        term=line_or_blank(duty.term),
        earliest=duty.earliest.strip(),
        latest=duty.latest.strip(),
        condition=line_or_blank(duty.condition),
    )


def _check_receiver(plan: Plan, receiver: Receiver) -> None:
    """Raise EditRejected if `plan` has no such party or counterpart."""
    if receiver.kind == "party" and plan.party(PartyId(receiver.id)) is None:
        raise EditRejected("unknown-party", party=receiver.id)
    if receiver.kind == "counterpart" and all(each.id != receiver.id for each in plan.counterparts):
        raise EditRejected("unknown-counterpart", counterpart=receiver.id)


def _reject_first(faults: Iterable[PathFault]) -> None:
    for fault in faults:
        raise EditRejected(fault.problem.code, **fault.problem.values)
