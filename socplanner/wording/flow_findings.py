"""The values of findings about flows, as text for people."""

from socplanner.domain.flow_inputs import flow_of, receiver_of
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan
from socplanner.wording.flow_words import minutes_text, receiver_name
from socplanner.wording.language import Words
from socplanner.wording.marking import tlp_label


def flow_value(name: str, value: str | int, plan: Plan, words: Words) -> str:
    """Return the value `name` of a finding: a flow, a receiver, a label or an amount of time."""
    text = str(value)
    if name == "flow":
        flow = flow_of(plan.flows, text)
        return text if flow is None else words.local(flow.name)
    if name == "receiver":
        return receiver_name(plan, receiver_of(text), plan.counterparts, words)
    return tlp_label(Tlp(text)) if name == "tlp" else minutes_text(int(value), words)
