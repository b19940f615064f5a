"""The answers of `socplanner flow` for programs, as `docs/command-line.md` describes them."""

from socplanner.cli.shown_flow import ShownFlow
from socplanner.domain.flow_inputs import FlowStep
from socplanner.domain.flows.clock import clock_of
from socplanner.domain.flows.handovers import hand_overs
from socplanner.domain.flows.lanes import StepParties, parties_of_steps
from socplanner.domain.flows.walk import FlowWalk, Outcome
from socplanner.domain.flows.week_map import HOURS, WeekMap
from socplanner.domain.plan import Phase, Plan
from socplanner.wording.language import Words


def flow_json(shown: ShownFlow, words: Words) -> dict[str, object]:
    """Return a flow with its steps, and with the walk through it if there is one."""
    plan, flow = shown.plan, shown.flow
    parties = parties_of_steps(plan, shown.phase.id, flow)
    over = tuple(hand_overs(plan, flow, parties))
    clock = clock_of(flow)
    return {
        "format": 1,
        "plan": shown.place,
        "organisation": plan.organisation,
        "language": words.language,
        "phase": shown.phase.id,
        "flow": flow.id,
        "name": words.local(flow.name),
        "default": shown.listed.is_default,
        "hand_overs": len(over),
        "across_organisations": sum(each.leaves for each in over),
        "minutes": clock.minutes,
        "allowed": clock.allowed,
        "walk": None if shown.walk is None else _walk_json(shown.walk),
        "steps": [_step_json(step, parties[step.id], shown.walk, words) for step in flow.steps],
    }


def hours_json(
    place: str, plan: Plan, phase: Phase, maps: tuple[WeekMap, ...], words: Words
) -> dict[str, object]:
    """Return for each flow the outcome at each hour, Monday midnight first."""
    return {
        "format": 1,
        "plan": place,
        "organisation": plan.organisation,
        "language": words.language,
        "phase": phase.id,
        "hours": [f"{day.value} {hour:02}:00" for day, hour in HOURS],
        "flows": [
            {
                "flow": each.flow.id,
                "name": words.local(each.flow.name),
                **{outcome.value: each.count(outcome) for outcome in Outcome},
                "outcomes": [hour.outcome.value for hour in each.hours],
                "stops": sorted({step for hour in each.hours for step in hour.stops}),
            }
            for each in maps
        ],
    }


def _walk_json(walk: FlowWalk) -> dict[str, object]:
    return {
        "day": walk.clock.start.day.value,
        "minute": walk.clock.start.minute,
        "outcome": walk.outcome.value,
        "stops": [each.step.id for each in walk.stops],
        "minutes": walk.minutes,
    }


def _step_json(
    step: FlowStep, parties: StepParties, walk: FlowWalk | None, words: Words
) -> dict[str, object]:
    walked = None if walk is None else walk.walked(step.id)
    return {
        "step": step.id,
        "after": list(step.after),
        "role": step.role,
        "does": words.local(step.does),
        "sends": words.local(step.sends) or None,
        "to": [each.text for each in step.to],
        "means": list(step.means),
        "tlp": None if step.tlp is None else step.tlp.value,
        "limit": step.limit or None,
        "limit_from": step.limit_from,
        "condition": words.local(step.condition) or None,
        "performing": list(parties.performing),
        "accountable": list(parties.accountable),
        "consulted": list(parties.consulted),
        "informed": list(parties.informed),
        "walk": None
        if walked is None
        else {
            "state": walked.state.value,
            "begins": walked.begins,
            "due": walked.times.due,
            "acts": walked.acts,
            "ends": walked.ends,
            "waits": walked.waits,
            "late": walked.is_late,
            "acting": list(walked.acting),
            "answer_within": walked.answer_within,
        },
    }
