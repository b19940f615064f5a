"""`socplanner sharing`: who shares what with whom in a phase, agreements and reporting duties."""

from collections.abc import Iterator
from pathlib import Path

from socplanner.cli.arguments import FORMAT, Request, refused_choice
from socplanner.cli.figure_arguments import COVERAGE_PHASE, DETECTED_AT
from socplanner.cli.figure_json import dumped
from socplanner.cli.started_clock import started_clock
from socplanner.cli.terminal import Terminal
from socplanner.domain.flows.covered_hours import StartedClock
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.sharing.duties import ListedDuty
from socplanner.domain.sharing.duty_clock import DutyOnClock, duties_on_clock
from socplanner.domain.sharing.shares import Share
from socplanner.domain.sharing.sharing_groups import SharingGroup
from socplanner.domain.sharing_inputs import Agreement, ReportingDuty, SharingSide
from socplanner.services.plan_files import open_plan
from socplanner.services.plan_sharing import PlanSharing
from socplanner.wording.duty_clock_words import (
    advice_note,
    cover_text,
    due_text,
    duty_binding,
    duty_law,
    term_text,
)
from socplanner.wording.flow_words import full_moment_text, receiver_name
from socplanner.wording.language import Words
from socplanner.wording.marking import tlp_label
from socplanner.wording.sharing_words import (
    group_sentence,
    share_content,
    share_means,
    share_sender,
    share_target,
    sharing_side_name,
    short_label,
    side_lines,
    types_text,
)
from socplanner.wording.terms import listed, phase_name


def show_sharing(request: Request, words: Words, terminal: Terminal) -> int:
    """Print what a phase shares; raise FileProblem as `open_plan`."""
    plan = open_plan(Path(request.places[0])).plan
    sharing = PlanSharing(plan, _phase(request, plan).id)
    at = request.options.get(DETECTED_AT.name)
    clock = None if at is None else started_clock(at, plan)
    if request.options.get(FORMAT.name) == "json":
        terminal.answer(dumped(_json(request.places[0], sharing, clock, words), terminal))
    else:
        terminal.answer("\n".join(_lines(sharing, clock, words)))
    return 0


def _phase(request: Request, plan: Plan) -> Phase:
    wanted = request.options.get(COVERAGE_PHASE.name)
    phase = plan.phases[0] if wanted is None else plan.phase(PhaseId(wanted))
    if phase is None:
        raise refused_choice(COVERAGE_PHASE.name, str(wanted), [each.id for each in plan.phases])
    return phase


def _lines(sharing: PlanSharing, clock: StartedClock | None, words: Words) -> Iterator[str]:
    plan = sharing.plan
    phase = next(each for each in plan.phases if each.id == sharing.phase)
    yield words.tr(
        "{organisation}, {phase}: {what}",
        organisation=plan.organisation,
        phase=phase_name(phase, words),
        what=words.tr("information sharing"),
    )
    if sharing.is_of_defaults:
        yield words.tr(
            "The plan has no flow of its own: what is shared is that of the default flows."
        )
    for group in sharing.groups:
        yield ""
        yield group_sentence(plan, group, sharing.counterparts, words)
        if group.agreement is not None:
            yield from (f"   {line}" for line in _agreement_lines(group.agreement, words))
        for share in group.sent:
            yield "   → " + _share_line(sharing, share, words)
        for share in group.received:
            yield "   ← " + _share_line(sharing, share, words)
    yield ""
    yield from _all_duty_lines(sharing, clock, words)
    yield advice_note(words)


def _all_duty_lines(
    sharing: PlanSharing, clock: StartedClock | None, words: Words
) -> Iterator[str]:
    """Yield the reporting duties; with a clock when each is due, and who is there then."""
    if clock is None:
        yield words.tr("Reporting duties")
        for each in sharing.duties:
            yield from (f"   {line}" for line in _duty_lines(sharing, each, words))
        return
    detected = full_moment_text(clock, 0, words)
    yield words.tr("Reporting duties of an incident that is detected {moment}", moment=detected)
    for on_clock in duties_on_clock(sharing.plan, sharing.phase, sharing.duties, clock):
        yield from (f"   {line}" for line in _duty_lines(sharing, on_clock.listed, words))
        due = due_text(on_clock, clock, words)
        parts = (due, cover_text(sharing.plan, on_clock, clock, words))
        text = listed(filter(None, parts), words)
        if text and on_clock.duty.applies:
            yield f"      {text}"


def _agreement_lines(agreement: Agreement, words: Words) -> Iterator[str]:
    label = "" if agreement.tlp is None else tlp_label(agreement.tlp)
    parts = (label, types_text(agreement, words), words.local(agreement.note))
    stated = listed(filter(None, parts), words)
    if stated:
        yield words.tr("Agreement: {text}", text=stated)
    for name, side in (("send", agreement.send), ("receive", agreement.receive)):
        answers = list(side_lines(side, words))
        if answers:
            yield sharing_side_name(name, words)
            yield from (f"   {answer}" for answer in answers)


def _share_line(sharing: PlanSharing, share: Share, words: Words) -> str:
    sender = share_sender(sharing.plan, share, words)
    target = share_target(sharing.plan, share, sharing.counterparts, words)
    parts = (
        words.tr("{sender} to {receiver}", sender=sender, receiver=target),
        share_content(share, words),
        short_label(share.step.tlp, words),
        share_means(share, words),
    )
    return listed(filter(None, parts), words)


def _duty_lines(sharing: PlanSharing, each: ListedDuty, words: Words) -> Iterator[str]:
    duty = each.duty
    to = receiver_name(sharing.plan, duty.to, sharing.counterparts, words)
    yield words.tr(
        "{duty} ({binding}), to {receiver}: {term}",
        duty=words.local(duty.name),
        binding=duty_binding(duty, words),
        receiver=to,
        term=term_text(duty, words),
    )
    law, source = duty_law(duty, words), words.local(duty.source)
    day = words.tr("as of {day}", day=duty.as_of) if duty.as_of else ""
    text = listed(filter(None, (law, source, day)), words)
    if text:
        yield f"   {text}"


def _json(
    place: str, sharing: PlanSharing, clock: StartedClock | None, words: Words
) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it."""
    duties: list[dict[str, object]] = [_duty_json(each, words) for each in sharing.duties]
    if clock is not None:
        on_clock = duties_on_clock(sharing.plan, sharing.phase, sharing.duties, clock)
        clocks = [_clock_json(each, clock, words) for each in on_clock]
        duties = [duty | added for duty, added in zip(duties, clocks, strict=True)]
    return {
        "format": 1,
        "plan": place,
        "organisation": sharing.plan.organisation,
        "language": words.language,
        "phase": sharing.phase,
        "default_flows": sharing.is_of_defaults,
        "counterparts": [_group_json(sharing, group, words) for group in sharing.groups],
        "inside": [_share_json(share, words) for share in sharing.shares if not share.leaves],
        "detected": None if clock is None else _moment_json(clock),
        "duties": duties,
    }


def _moment_json(clock: StartedClock) -> dict[str, object]:
    return {"day": clock.start.day.value, "minute": clock.start.minute}


def _clock_json(each: DutyOnClock, clock: StartedClock, words: Words) -> dict[str, object]:
    return {
        "due": due_text(each, clock, words) or None,
        "due_minutes": each.latest,
        "state": None if each.state is None else each.state.value,
        "first_there_minutes": each.first_there,
        "missed": each.is_missed,
        "reporting": list(each.reporting),
    }


def _group_json(sharing: PlanSharing, group: SharingGroup, words: Words) -> dict[str, object]:
    agreement = group.agreement
    return {
        "counterpart": group.counterpart.text,
        "name": receiver_name(sharing.plan, group.counterpart, sharing.counterparts, words),
        "kind": group.kind,
        "sent": [_share_json(share, words) for share in group.sent],
        "received": [_share_json(share, words) for share in group.received],
        "agreement": None if agreement is None else _agreement_json(agreement, words),
        "duties": [duty.id for duty in group.duties],
    }


def _share_json(share: Share, words: Words) -> dict[str, object]:
    step = share.step
    return {
        "from": share.sender,
        "to": share.to.text,
        "receiving_role": share.role,
        "leaves": share.leaves,
        "flow": share.flow.id,
        "step": step.id,
        "role": step.role,
        "sends": share_content(share, words),
        "tlp": None if step.tlp is None else step.tlp.value,
        "means": list(step.means),
        "limit": step.limit or None,
    }


def _agreement_json(agreement: Agreement, words: Words) -> dict[str, object]:
    return {
        "tlp": None if agreement.tlp is None else agreement.tlp.value,
        "types": list(agreement.types),
        "send": _side_json(agreement.send, words),
        "receive": _side_json(agreement.receive, words),
        "note": words.local(agreement.note) or None,
    }


def _side_json(side: SharingSide, words: Words) -> dict[str, object]:
    return {
        question: {"picks": list(answer.picks), "text": words.local(answer.text) or None}
        for question, answer in side.answers().items()
    }


def _duty_json(each: ListedDuty, words: Words) -> dict[str, object]:
    duty: ReportingDuty = each.duty
    return {
        "duty": duty.id,
        "name": words.local(duty.name),
        "to": duty.to.text,
        "default": each.is_default,
        "applies": duty.applies,
        "voluntary": duty.is_voluntary,
        "role": duty.role,
        "law": words.local(duty.law) or None,
        "article": words.local(duty.article) or None,
        "as_of": duty.as_of or None,
        "source": words.local(duty.source) or None,
        "from": words.local(duty.begins) or None,
        "term": words.local(duty.term) or None,
        "earliest": duty.earliest or None,
        "latest": duty.latest or None,
        "condition": words.local(duty.condition) or None,
    }
