"""The differences between a flow of the plan and a newer default, in words."""

from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.flows.differences import FlowDifference
from socplanner.domain.plan import Plan
from socplanner.wording.flow_lines import numbered_step
from socplanner.wording.flow_words import step_name
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import listed

_FIELDS = {
    "name": N_("name"),
    "trigger": N_("trigger"),
    "severity": N_("severity"),
    "limit": N_("limit"),
    "role": N_("role"),
    "does": N_("what is done"),
    "after": N_("steps before"),
    "sends": N_("what is handed on"),
    "to": N_("receivers"),
    "means": N_("means"),
    "tlp": N_("TLP label"),
    "limit_from": N_("beginning of the limit"),
    "event": N_("event"),
    "condition": N_("condition"),
    "note": N_("note"),
}


def flow_difference_text(plan: Plan, own: BusinessFlow, each: FlowDifference, words: Words) -> str:
    """Return one difference as a line: what is new, gone or other."""
    fields = listed((words.tr(_FIELDS[name]) for name in each.fields if name in _FIELDS), words)
    if each.kind == "flow":
        return words.tr("The flow itself: {fields}", fields=fields)
    if each.kind == "added" and each.after is not None:
        return words.tr("New step: {step}", step=step_name(plan, each.after, words))
    if each.kind == "removed" and each.before is not None:
        return words.tr(
            "Remove a step that the newer default lacks: {step}",
            step=step_name(plan, each.before, words),
        )
    step = numbered_step(plan, own, each.step)
    return words.tr("Step {step}: {fields}", step=step, fields=fields)
