"""The names of edits of agreements and reporting duties; loaded only when there is one."""

from socplanner.domain.flow_inputs import Counterpart, Receiver
from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.sharing_edits import (
    RemoveAgreement,
    RemoveReportingDuty,
    SetAgreement,
    SetReportingDuty,
)
from socplanner.domain.sharing_inputs import reporting_duty_of
from socplanner.wording.flow_words import receiver_name
from socplanner.wording.language import Words


def sharing_label(edit: Edit, plan: Plan, words: Words) -> str | None:
    """Return the name of `edit` for a menu; None where it is no edit of sharing."""
    match edit:
        case SetAgreement(agreement, added):
            name = _name(plan, agreement.counterpart, added, words)
            return words.tr("Change agreement with {counterpart}", counterpart=name)
        case RemoveAgreement(counterpart):
            name = _name(plan, counterpart, (), words)
            return words.tr("Remove agreement with {counterpart}", counterpart=name)
        case SetReportingDuty(duty):
            return words.tr("Change reporting duty {duty}", duty=words.local(duty.name))
        case RemoveReportingDuty(duty_id):
            stated = reporting_duty_of(plan.reporting, duty_id)
            name = duty_id if stated is None else words.local(stated.name)
            return words.tr("Remove reporting duty {duty}", duty=name)
    return None


def _name(plan: Plan, receiver: Receiver, added: tuple[Counterpart, ...], words: Words) -> str:
    return receiver_name(plan, receiver, (*plan.counterparts, *added), words)
