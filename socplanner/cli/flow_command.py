"""`socplanner flow`: a flow by the matrix, walked through at a moment, or all hours of a week."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from socplanner.cli.arguments import Request, RequestRefused, refused_choice
from socplanner.cli.figure_arguments import COVERAGE_PHASE
from socplanner.cli.flow_arguments import ALL_HOURS, FLOW_AT, FLOW_FORMAT, FLOW_ID
from socplanner.cli.flow_json import flow_json, hours_json
from socplanner.cli.picture_command import DrawPicture
from socplanner.cli.shown_flow import ShownFlow
from socplanner.cli.started_clock import started_clock
from socplanner.cli.terminal import Terminal
from socplanner.domain.flows.clock import clock_of
from socplanner.domain.flows.covered_hours import StartedClock
from socplanner.domain.flows.defaults import listed_flows
from socplanner.domain.flows.handovers import hand_overs
from socplanner.domain.flows.lanes import parties_of_steps
from socplanner.domain.flows.walk import Outcome, walk
from socplanner.domain.flows.week_map import week_maps
from socplanner.domain.ids import PhaseId
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.domain.plan import Phase, Plan
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.services.plan_files import open_plan
from socplanner.wording.flow_lines import step_lines, step_title, walked_lines
from socplanner.wording.flow_words import (
    full_moment_text,
    hand_over_sentence,
    minutes_text,
    outcome_name,
    walk_sentences,
)
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import phase_name


def show_flow(request: Request, words: Words, terminal: Terminal, draw: DrawPicture) -> int:
    """Print a flow of a plan, or all hours; raise FileProblem as `open_plan`."""
    place = request.places[0]
    plan = open_plan(Path(place)).plan
    phase = _phase(request, plan)
    kind = request.options.get(FLOW_FORMAT.name, "text")
    if ALL_HOURS.name in request.options:
        terminal.answer(_all_hours(place, plan, phase, kind, words, terminal))
        return 0
    shown = _shown(request, place, plan, phase)
    terminal.answer(_answer(kind, shown, words, terminal, draw))
    return 0


def _answer(
    kind: str, shown: ShownFlow, words: Words, terminal: Terminal, draw: DrawPicture
) -> str:
    """Return the flow in the format `kind`; modules that only one format needs come with it."""
    plan, phase, wanted = shown.plan, shown.phase.id, shown.flow
    if kind == "mermaid":
        from socplanner.formats.flow_mermaid import flow_mermaid

        return flow_mermaid(plan, phase, wanted, shown.counterparts, words, shown.walk).rstrip()
    if kind == "bpmn":
        from socplanner.formats.flow_bpmn import flow_bpmn

        return flow_bpmn(plan, phase, wanted, shown.counterparts, words).decode().rstrip()
    if kind == "svg":
        moment = None if shown.walk is None else shown.walk.clock.start
        options = PictureOptions(
            PictureSubject.FLOW, phase, tlp=plan.marking.tlp, flow=wanted.id, moment=moment
        )
        today = date.today()  # noqa: DTZ011 the day on the planner's desk
        return draw(plan, options, words, today, ".svg").decode().rstrip()
    if kind == "json":
        return _dumped(flow_json(shown, words), terminal)
    return "\n".join(_lines(shown, words))


def _phase(request: Request, plan: Plan) -> Phase:
    wanted = request.options.get(COVERAGE_PHASE.name)
    phase = plan.phases[0] if wanted is None else plan.phase(PhaseId(wanted))
    if phase is None:
        raise refused_choice(COVERAGE_PHASE.name, str(wanted), [each.id for each in plan.phases])
    return phase


def _shown(request: Request, place: str, plan: Plan, phase: Phase) -> ShownFlow:
    """Return what is shown; raise RequestRefused for an unknown flow and for no moment."""
    defaults = flows_of_catalogue(plan)
    listed = listed_flows(plan, defaults)
    by_id = {each.flow.id: each for each in listed}
    wanted = request.options.get(FLOW_ID.name)
    if not listed:
        raise RequestRefused(N_("The plan has no flow, and its catalogue has no default ones."))
    if wanted is not None and wanted not in by_id:
        raise refused_choice(FLOW_ID.name, wanted, list(by_id))
    chosen = by_id.get(wanted or "incident-response", listed[0])
    clock = _clock(request, plan)
    walked = None if clock is None else walk(plan, phase.id, chosen.flow, clock)
    counterparts = (*plan.counterparts, *defaults.counterparts)
    return ShownFlow(place, plan, phase, chosen, counterparts, walked)


def _clock(request: Request, plan: Plan) -> StartedClock | None:
    """Return the clock of the walk, by the calendar for a date; None without a moment."""
    text = request.options.get(FLOW_AT.name)
    return None if text is None else started_clock(text, plan)


def _lines(shown: ShownFlow, words: Words) -> Iterator[str]:
    """Yield the flow as a whole, the walk in sentences, then the steps."""
    plan, wanted = shown.plan, shown.flow
    name = words.local(wanted.name)
    if shown.listed.is_default:
        name = words.tr("{flow} (default)", flow=name)
    yield words.tr(
        "{organisation}, {phase}: {what}",
        organisation=plan.organisation,
        phase=phase_name(shown.phase, words),
        what=name,
    )
    parties = parties_of_steps(plan, shown.phase.id, wanted)
    total = minutes_text(clock_of(wanted).minutes, words)
    yield hand_over_sentence(hand_overs(plan, wanted, parties), words)
    yield words.tr("The limits on the longest path add up to {time}.", time=total)
    walked = shown.walk
    if walked is not None:
        yield words.tr("Started {moment}", moment=full_moment_text(walked.clock, 0, words))
        yield from walk_sentences(plan, walked, words)
    for number, step in enumerate(wanted.steps, start=1):
        yield ""
        yield f"{number}  {step_title(plan, step, words)}"
        lines = step_lines(plan, wanted, step, parties[step.id], shown.counterparts, words)
        yield from (f"   {line}" for line in lines)
        of_walk = None if walked is None else walked.walked(step.id)
        if walked is not None and of_walk is not None:
            lines = walked_lines(plan, of_walk, walked.clock, words)
            yield from (f"   > {line}" for line in lines)


def _all_hours(
    place: str, plan: Plan, phase: Phase, kind: str, words: Words, terminal: Terminal
) -> str:
    """Return for each flow at how many hours of the week it gets through."""
    flows = [each.flow for each in listed_flows(plan, flows_of_catalogue(plan))]
    maps = week_maps(plan, phase.id, flows)
    if kind == "json":
        return _dumped(hours_json(place, plan, phase, maps, words), terminal)
    if kind != "text":
        raise RequestRefused(N_("With --all-hours the output is text or json."))
    title = words.tr(
        "{organisation}, {phase}: {what}",
        organisation=plan.organisation,
        phase=phase_name(phase, words),
        what=words.tr("Hours of a week by flow"),
    )
    lines = [title]
    for each in maps:
        counts = (
            f"{outcome_name(outcome, words)}: {words.tr('{n} h', n=each.count(outcome))}"
            for outcome in Outcome
        )
        lines += ["", words.local(each.flow.name), *(f"  {count}" for count in counts)]
    return "\n".join(lines)


def _dumped(answer: dict[str, object], terminal: Terminal) -> str:
    import json

    return json.dumps(answer, indent=2, ensure_ascii=not terminal.supports_unicode)
