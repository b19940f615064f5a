"""One flow as a file for other programs: Mermaid text, or BPMN 2.0."""

from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.defaults import listed_flows
from socplanner.domain.flows.walk import walk
from socplanner.domain.picture_choices import MERMAID
from socplanner.domain.picture_options import PictureOptions
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.wording.language import Words


def flow_content(plan: Plan, options: PictureOptions, words: Words, suffix: str) -> bytes:
    """Return the flow of `options` as a file with `suffix`, in the language of `words`.

    Raise KeyError for an unknown phase, and EditRejected for an unknown flow.
    """
    from socplanner.formats.flow_bpmn import flow_bpmn
    from socplanner.formats.flow_mermaid import flow_mermaid

    defaults = flows_of_catalogue(plan)
    by_id = {each.flow.id: each.flow for each in listed_flows(plan, defaults)}
    flow = by_id.get(options.flow)
    if flow is None:
        raise EditRejected("unknown-flow", flow=options.flow)
    counterparts = (*plan.counterparts, *defaults.counterparts)
    if suffix != MERMAID:
        return flow_bpmn(plan, options.phase, flow, counterparts, words)
    moment = options.moment
    walked = None if moment is None else walk(plan, options.phase, flow, started_at(moment))
    return flow_mermaid(plan, options.phase, flow, counterparts, words, walked).encode()
