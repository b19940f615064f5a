"""The sentences of evidence: a fact of the plan that bears on a prompt of the review."""

from collections.abc import Mapping

from socplanner.domain.coverage import CoverageState
from socplanner.domain.flow_inputs import flow_of
from socplanner.domain.ids import RoleId
from socplanner.domain.lessons.evidence import Evidence
from socplanner.domain.plan import Plan
from socplanner.wording.coverage_words import state_name
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import parties_in_words, phase_label, role_code

_OF_ROLES: Mapping[str, str] = {
    "accountable": N_("{role}: accountable: {parties}"),
    "accountable-none": N_("{role}: no party is accountable"),
    "accountable-no-executive": N_("{role}: accountable, but no executive: {parties}"),
    "accountable-outside": N_("{role}: a provider is accountable: {parties}"),
    "carried-out": N_("{role} is performed"),
    "covers": N_("{role} can act at every hour of {other}"),
    "consulted": N_("{role}: consulted or performing: {parties}"),
    "consulted-none": N_("{role}: not consulted: {parties}"),
    "decided-outside": N_("{role}: no one inside decides ({parties})"),
    "executive-none": N_("{role}: no executive is informed"),
    "business-none": N_("{role}: no business unit is informed"),
    "frequency": N_("{role}: {text}"),
    "frequency-none": N_("{role}: how often a year is not stated in the hours"),
    "gap": N_("{role} cannot act in {n} hours of a week in which {other} is manned"),
    "gap-holidays": N_("{role} cannot act on public holidays while {other} is manned"),
    "handed-over-outside": N_("{other} to {role}: handed over between providers ({parties})"),
    "has-part": N_("{role}: has a part: {parties}"),
    "hours-none": N_("{role}: hours not stated"),
    "informed": N_("{role}: informed or taking part: {parties}"),
    "inside-only": N_("{role} is performed inside: {parties}"),
    "inside-too": N_("{role} is performed inside: {parties}"),
    "judge-none": N_("{role}: outsourced, and no one inside judges the result"),
    "letter-none": N_("{role}: no letter: {parties}"),
    "letters-none": N_("{role}: no letters yet"),
    "load-none": N_("{role}: no post with work is stated"),
    "no-authority": N_("{role}: who is accountable ranks below who performs ({parties})"),
    "no-part": N_("{role}: neither decides nor performs: {parties}"),
    "not-performed": N_("{role} is not performed"),
    "one-knows": N_("{role}: maturity 2, one person knows how ({parties})"),
    "outsourced-only": N_("{role} is outsourced only: {parties}"),
    "performs": N_("{role}: performed by {parties}"),
    "performs-none": N_("{role}: no party performs it"),
    "performs-outside": N_("{role} is performed outside only: {parties}"),
    "provider-isolates": N_("{role}: the provider that monitors may isolate: {parties}"),
    "reason-none": N_("{role} is not performed, and the note has no reason"),
    "reasons": N_("Roles not performed, each with a reason: {n}"),
    "root": N_("{role}: top of a line of command of its own: {parties}"),
    "score": N_("{role}: maturity {score} (at least {least})"),
    "score-aimed": N_("{role}: maturity {score} aimed at (at least {least})"),
    "score-none": N_("{role}: maturity not answered"),
    "site-no-part": N_("{role} and the other roles: no part in them: {parties}"),
    "state": N_("{role}: {state} on Sunday at 3:00"),
    "takes-part": N_("{role}: takes part in both roles: {parties}"),
    "takes-part-none": N_("{role}: receives reports, and has no part in them: {parties}"),
    "undecided": N_("{role}: sourcing undecided"),
}
_OF_PEOPLE: Mapping[str, str] = {
    "all-four": N_("All four roles are performed by {parties} (people: {n})"),
    "alone": N_("{role}: one person only: {parties}"),
    "alone-critical": N_("{parties}: one person, and critical roles: {n}"),
    "crew-week": N_("{parties}: crews work {n} hours a week on average"),
    "dedicated": N_("{parties}: people with half of their time or more: {n}"),
    "four-parted": N_("No party performs all four roles"),
    "fte-enough": N_("{parties}: needs {need} FTE and has {has}"),
    "fte-short": N_("{parties}: needs {need} FTE and has only {has}"),
    "load-fits": N_("{parties}: work of {n} hours a year in {most} hours on duty"),
    "load-short": N_("{parties}: work of {n} hours a year, but only {most} hours on duty"),
    "party-people-none": N_("{parties}: number of people not stated"),
    "people": N_("{role}: people of {parties}: {n}"),
    "people-none": N_("{role}: number of people of {parties} not stated"),
    "people-short": N_("{parties}: needs {n} people and has {most}"),
    "roles-begin-each": N_("{parties}: {n} roles begin with {most} people"),
}
_OF_PLAN: Mapping[str, str] = {
    "advanced-outside": N_("Advanced roles are not performed in-house: {parties}"),
    "approval-half": N_("{phase}: approver or day of the approval is missing"),
    "approval-none": N_("{phase}: no approval is stated"),
    "approved": N_("{phase}: approved by {approver} on {day}"),
    "authority": N_("No other role has a finding of R09 or D01"),
    "critical-shared": N_("No single person performs two critical roles"),
    "csirt-none": N_("No party is recognised as the CSIRT"),
    "exit": N_("{parties}: a contract states what its end costs"),
    "exit-none": N_("{parties}: monitors and operates, and no contract states what its end costs"),
    "handed-over-inside": N_("Other handovers have someone inside on one side"),
    "knowledge-shared": N_("Other roles performed inside are known to several people"),
    "inside-none": N_("No role is performed inside"),
    "knowledge-none": N_("Neither scores nor people of roles performed inside are stated"),
    "legal-none": N_("No party is recognised as legal"),
    "measured": N_("Newest assessment: {day}"),
    "no-assessment": N_("The plan has no assessment with scores for this"),
    "no-executive": N_("No party is marked as an executive"),
    "no-lock-in": N_("No provider both monitors and operates"),
    "no-provider": N_("No provider monitors or isolates"),
    "no-role": N_("The plan has no role {code} of edition v2"),
    "no-rota": N_("No internal post is manned round the clock"),
    "no-staffing": N_("The plan states no posts and no work"),
    "nothing-left-out": N_("Every decided role is performed"),
    "nothing-outsourced": N_("No role is outsourced"),
    "nothing-stated": N_("The plan states nothing about this yet"),
    "one-phase": N_("The plan has one phase only"),
    "one-root": N_("All who are accountable report to {parties}"),
    "own-answer": N_("The plan has no field for this: answer it yourself"),
    "pattern-none": N_("{phase}: no pattern is stated here or in the phase before"),
    "pattern-step": N_("{phase}: areas that go in-house by the pattern: {n}"),
    "pr-none": N_("No party is recognised as public relations"),
    "roles-begin": N_("{phase}: roles that begin: {n} (at most {most})"),
    "scores-none": N_("Outsourced roles without a score: {n}"),
    "sites-none": N_("No party is recognised as a site or a group company"),
    "tools-alone": N_("{phase}: tools are paid for, and no party operates any (G)"),
    "tools-none": N_("{phase}: no cost of tools is stated"),
    "tools-no-people": N_("{parties} pays for tools and has no people"),
    "tools-no-role": N_("{parties} pays for tools and operates none (G)"),
    "tools-of-party": N_("{parties} pays for tools and operates some (G)"),
    "tools-operated": N_("{phase}: shared tools have parties that operate them (G)"),
    "understood": N_("Outsourced roles, each understood by someone inside: {n}"),
}
_OF_FLOWS: Mapping[str, str] = {
    "flow-none": N_("The plan has not adopted the flow “{flow}”"),
    "handover-none": N_("{flow}: no step hands over from {role} to {other}"),
    "limit": N_("{flow}: the time from {role} to {other} is limited"),
    "limit-none": N_("{flow}: no time limit from {role} to {other}"),
    "order": N_("{flow}: {role} begins before {other}"),
    "order-wrong": N_("{flow}: {role} begins only after {other}"),
    "rules-none": N_("{flow}: {role} hands on to no role that sets rules"),
    "sends": N_("{role} sends to an authority or a community"),
    "sends-none": N_("No step of a flow sends to an authority or a community"),
    "sends-unlabelled": N_("{flow}: {role} sends outside without a TLP label"),
    "state-later": N_("{role}: off on Sunday at 3:00, and there in time"),
    "step-no-limit": N_("{flow}, step {step} ({role}): no time limit"),
    "step-no-party": N_("{flow}, step {step} ({role}): no party performs it"),
    "steps-limited": N_("{flow}: steps with party and time limit: {n}"),
}
_DEFAULT_FLOWS: Mapping[str, str] = {
    "alert-triage": N_("Alert triage"),
    "incident-response": N_("Incident response"),
    "threat-intelligence": N_("Threat intelligence"),
    "external-reporting": N_("External reporting"),
}
"""The default flows that evidence names although the plan has not adopted them."""

_SENTENCES = {**_OF_ROLES, **_OF_PEOPLE, **_OF_FLOWS, **_OF_PLAN}


def evidence_sentence(evidence: Evidence, plan: Plan, words: Words) -> str:
    """Return the fact of `evidence` as text; roles are named by their codes."""
    values: dict[str, object] = dict(evidence.values)
    for name, value in evidence.values:
        if name == "other":
            values[name] = role_code(plan, RoleId(str(value)))
        elif name == "flow":
            values[name] = _flow_name(str(value), plan, words)
        elif name == "state":
            values[name] = state_name(CoverageState(value), words)
        elif isinstance(value, float):
            values[name] = f"{value:g}"
    role = "" if evidence.role is None else role_code(plan, evidence.role)
    phase = "" if evidence.phase is None else phase_label(plan, evidence.phase, words)
    parties = parties_in_words(plan, evidence.parties, words)
    return words.tr(
        _SENTENCES[evidence.code], **{"role": role, "parties": parties, "phase": phase, **values}
    )


def _flow_name(flow_id: str, plan: Plan, words: Words) -> str:
    """Return the name of a flow of `plan`, or else of a default one."""
    flow = flow_of(plan.flows, flow_id)
    return words.tr(_DEFAULT_FLOWS[flow_id]) if flow is None else words.local(flow.name)


def evidence_codes() -> frozenset[str]:
    """Return the codes that have a sentence."""
    return frozenset(_SENTENCES)
