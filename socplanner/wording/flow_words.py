"""Business flows in words: limits, states, times, receivers, hand-overs and what a walk shows."""

from collections.abc import Iterable, Iterator, Mapping

from socplanner.domain.durations import minutes_of, parts_of_duration
from socplanner.domain.flow_inputs import (
    FROM_BEFORE,
    FROM_EVENT,
    FROM_START,
    BusinessFlow,
    Counterpart,
    CounterpartKind,
    FlowStep,
    Means,
    Receiver,
)
from socplanner.domain.flows.covered_hours import StartedClock
from socplanner.domain.flows.handovers import HandOver
from socplanner.domain.flows.walk import FlowWalk, Outcome, StepState, WalkedStep
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.plan import Plan
from socplanner.wording.calendar_words import clock
from socplanner.wording.coverage_words import day_name, short_day_name
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import (
    listed,
    parties_in_words,
    party_initials,
    party_label,
    role_code,
    role_label,
)

_HOUR, _DAY = 60, 24 * 60
_STATES: Mapping[StepState, str] = {
    StepState.ON_DUTY: N_("On duty"),
    StepState.ON_CALL: N_("On call"),
    StepState.PRE_APPROVED: N_("Pre-approved action"),
    StepState.LATER: N_("Later, in time"),
    StepState.BEST_EFFORT: N_("Best effort"),
    StepState.NOT_STATED: N_("Hours not stated"),
    StepState.UNMANNED: N_("Unmanned"),
    StepState.NO_PARTY: N_("No party performs it"),
    StepState.LEFT_OUT: N_("Not performed"),
}
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.THROUGH: N_("Gets through"),
    Outcome.UNSURE: N_("Gets through as far as hours are stated"),
    Outcome.STOPS: N_("Stops"),
}
_MEANS: Mapping[Means, str] = {
    "phone": N_("Phone"),
    "mail": N_("Mail"),
    "meeting": N_("Meeting"),
    "chat": N_("Chat"),
    "portal": N_("Portal"),
    "machine": N_("Machine to machine"),
    "paper": N_("Paper"),
}
_COUNTERPART_KINDS: Mapping[CounterpartKind, str] = {
    "authority": N_("Authority"),
    "community": N_("Sharing community"),
    "partner": N_("Customers and partners"),
    "public": N_("The public"),
    "staff": N_("Staff"),
}


def step_state_name(state: StepState, words: Words) -> str:
    """Return the name of `state`."""
    return words.tr(_STATES[state])


def step_state_short(state: StepState, words: Words) -> str:
    """Return the name of `state` for a narrow place."""
    if state is StepState.NOT_STATED:
        return words.tr("not stated")
    if state is StepState.PRE_APPROVED:
        return words.tr("Pre-approved")
    return words.tr("Later") if state is StepState.LATER else step_state_name(state, words)


def outcome_name(outcome: Outcome, words: Words) -> str:
    """Return the name of `outcome`."""
    return words.tr(_OUTCOMES[outcome])


def means_name(means: Means, words: Words) -> str:
    """Return the name of `means`."""
    return words.tr(_MEANS[means])


def counterpart_kind_name(kind: CounterpartKind, words: Words) -> str:
    """Return the name of `kind`."""
    return words.tr(_COUNTERPART_KINDS[kind])


def duration_text(duration: str, words: Words) -> str:
    """Return a duration after ISO 8601 as `15 min` or `1 day 2 h`; itself if it is none."""
    parts = parts_of_duration(duration)
    if not parts or minutes_of(duration) is None:
        return duration
    return _joined([_amount(number, unit, words) for number, unit in parts], words)


def minutes_text(minutes: int, words: Words) -> str:
    """Return `minutes` as `28 h 15 min`, from two days on as `3 days 4 h`."""
    if minutes >= 2 * _DAY:
        days, rest = divmod(minutes, _DAY)
        parts = ((days, "D"), (rest // _HOUR, "TH"))
    else:
        parts = ((minutes // _HOUR, "TH"), (minutes % _HOUR, "TM"))
    shown = [_amount(number, unit, words) for number, unit in parts if number]
    return _joined(shown, words) if shown else _amount(0, "TM", words)


def _joined(amounts: list[str], words: Words) -> str:
    """Return `1 day 2 h` of `1 day` and `2 h`."""
    first, *others = amounts
    for other in others:
        first = words.tr("{amount} {smaller}", amount=first, smaller=other)
    return first


def _amount(number: int, unit: str, words: Words) -> str:
    match unit:
        case "Y":
            return words.count("{n} year", "{n} years", number)
        case "M":
            return words.count("{n} month", "{n} months", number)
        case "W":
            return words.count("{n} week", "{n} weeks", number)
        case "D":
            return words.count("{n} day", "{n} days", number)
        case "TH":
            return words.tr("{n} h", n=number)
        case _:
            return words.tr("{n} min", n=number)


def limit_text(step: FlowStep, words: Words) -> str:
    """Return the limit of `step` as `≤ 15 min`, empty without one."""
    return f"≤ {duration_text(step.limit, words)}" if step.limit else ""


def limit_sentence(plan: Plan, flow: BusinessFlow, step: FlowStep, words: Words) -> str:
    """Return by when `step` is done, and from when that counts; empty without a limit."""
    if not step.limit:
        return ""
    limit, event = duration_text(step.limit, words), words.local(step.event)
    if event:
        return words.tr("within {limit}, from: {event}", limit=limit, event=event)
    match step.limit_from:
        case start if start == FROM_START:
            return words.tr("within {limit} of the start of the flow", limit=limit)
        case start if start == FROM_BEFORE:
            return words.tr("within {limit} of the step before", limit=limit)
        case start if start == FROM_EVENT:
            return words.tr("within {limit} of an event outside the flow", limit=limit)
    other = flow.step(step.limit_from)
    name = step.limit_from if other is None else role_code(plan, other.role)
    return words.tr("within {limit} of the end of {step}", limit=limit, step=name)


def receiver_name(
    plan: Plan, receiver: Receiver, counterparts: Iterable[Counterpart], words: Words
) -> str:
    """Return the name of `receiver`: a role by code and name, others by their names."""
    if receiver.kind == "role":
        role = plan.role(RoleId(receiver.id))
        return receiver.id if role is None else role_label(role, words)
    if receiver.kind == "party":
        return party_label(plan, PartyId(receiver.id), words)
    names = (words.local(each.name) for each in counterparts if each.id == receiver.id)
    return next(names, receiver.id)


def receiver_short(
    plan: Plan, receiver: Receiver, counterparts: Iterable[Counterpart], words: Words
) -> str:
    """Return the code of a role, the initials of a party, the name of a counterpart."""
    if receiver.kind == "role":
        return role_code(plan, RoleId(receiver.id))
    party = plan.party(PartyId(receiver.id)) if receiver.kind == "party" else None
    if party is not None:
        return party_initials(party, words)
    return receiver_name(plan, receiver, counterparts, words)


def moment_text(started: StartedClock, minutes: int, words: Words) -> str:
    """Return the moment `minutes` after the start: `03:15`, `Mon 08:30`, or `+8 days`."""
    moment = started.moment(minutes)
    time = clock(moment.minute)
    days = (started.start.minute + minutes) // _DAY
    if days == 0:
        return time
    if days < 7:
        return f"{short_day_name(moment.day, words)} {time}"
    return words.tr("+{n} days", n=days)


def full_moment_text(started: StartedClock, minutes: int, words: Words) -> str:
    """Return the moment `minutes` after the start in a sentence: `Monday 08:30`."""
    moment = started.moment(minutes)
    days = (started.start.minute + minutes) // _DAY
    name = f"{day_name(moment.day, words)} {clock(moment.minute)}"
    return name if days < 7 else words.tr("{moment} (+{n} days)", moment=name, n=days)


def hand_over_sentence(hand_overs: Iterable[HandOver], words: Words) -> str:
    """Return how often the work changes hands, and how often it leaves an organisation."""
    listed_ones = tuple(hand_overs)
    across = sum(each.leaves for each in listed_ones)
    return words.count(
        "{n} hand-over, {across} across organisations",
        "{n} hand-overs, {across} across organisations",
        len(listed_ones),
        across=across,
    )


def step_name(plan: Plan, step: FlowStep, words: Words) -> str:
    """Return the code of the role of `step` and what it does."""
    return f"{role_code(plan, step.role)} {words.local(step.does)}"


def walk_text(plan: Plan, walk: FlowWalk, words: Words) -> str:
    """Return the sentences of a walk as one text."""
    first, *others = walk_sentences(plan, walk, words)
    for other in others:
        first = words.tr("{sentence} {next}", sentence=first, next=other)
    return first


def walk_sentences(plan: Plan, walk: FlowWalk, words: Words) -> Iterator[str]:
    """Yield what a walk shows: where the flow stops first, what else stops, or that it ends."""
    stops = walk.stops
    if stops:
        yield stop_sentence(plan, walk, stops[0], words)
        if len(stops) > 1:
            rest = listed((role_code(plan, each.step.role) for each in stops[1:]), words)
            yield words.tr("It also stops at: {steps}.", steps=rest)
        return
    if walk.outcome is Outcome.UNSURE:
        unsure = dict.fromkeys(
            role_code(plan, each.step.role)
            for each in walk.steps
            if each.state in (StepState.NOT_STATED, StepState.BEST_EFFORT)
        )
        yield words.tr(
            "The flow gets through as far as hours are stated; nothing is certain of: {steps}.",
            steps=listed(unsure, words),
        )
        return
    yield words.tr(
        "The flow gets through. Its last step ends {moment}, {duration} after the start.",
        moment=full_moment_text(walk.clock, walk.minutes, words),
        duration=minutes_text(walk.minutes, words),
    )


def stop_sentence(plan: Plan, walk: FlowWalk, stop: WalkedStep, words: Words) -> str:
    """Return why the flow stops at `stop`, and for how long."""
    role = role_code(plan, stop.step.role)
    if stop.state is StepState.NO_PARTY:
        return words.tr("The flow stops at {role}: no party performs it.", role=role)
    parties = parties_in_words(plan, stop.parties.performing, words)
    if stop.acts is None:
        return words.tr(
            "The flow stops at {role}: {parties} is not there at any hour of a week.",
            role=role,
            parties=parties,
        )
    wait, acts = minutes_text(stop.waits, words), full_moment_text(walk.clock, stop.acts, words)
    if stop.times.due is None:
        return words.tr(
            "{role} waits {wait}: {parties} is off until {acts}.",
            role=role,
            wait=wait,
            parties=parties,
            acts=acts,
        )
    return words.tr(
        "{role} waits {wait}: it is due {due}, and {parties} is off until {acts}.",
        role=role,
        wait=wait,
        due=full_moment_text(walk.clock, stop.times.due, words),
        parties=parties,
        acts=acts,
    )


def acting_text(plan: Plan, walked: WalkedStep, words: Words) -> str:
    """Return who acts in a step of a walk: on duty, called, or no one."""
    parties = parties_in_words(plan, walked.acting, words)
    match walked.state:
        case StepState.ON_CALL if walked.answer_within is not None:
            return words.tr(
                "{parties} is called and answers within {n} min",
                parties=parties,
                n=walked.answer_within,
            )
        case StepState.ON_CALL:
            return words.tr("{parties} is called", parties=parties)
        case StepState.ON_DUTY:
            return words.tr("{parties} is on duty", parties=parties)
        case StepState.PRE_APPROVED:
            return words.tr("{parties} acts as approved in advance", parties=parties)
        case StepState.LATER | StepState.UNMANNED if parties:
            return words.tr("{parties} is off", parties=parties)
    return step_state_name(walked.state, words)
