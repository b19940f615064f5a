"""Reporting duties in words: terms, moments, who reports, law and source."""

from collections.abc import Iterable, Iterator

from socplanner.domain.coverage import CoverageState
from socplanner.domain.flow_inputs import Counterpart
from socplanner.domain.flows.covered_hours import StartedClock
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.duty_clock import DutyOnClock
from socplanner.domain.sharing_inputs import ReportingDuty
from socplanner.wording.coverage_words import state_name
from socplanner.wording.flow_words import duration_text, full_moment_text, receiver_name
from socplanner.wording.language import Words
from socplanner.wording.terms import listed, parties_in_words, role_code, role_label


def term_text(duty: ReportingDuty, words: Words) -> str:
    """Return the term of `duty` as `3 days to 5 days`, in words, or that none is stated."""
    if duty.earliest and duty.latest:
        earliest, latest = duration_text(duty.earliest, words), duration_text(duty.latest, words)
        return words.tr("{earliest} to {latest}", earliest=earliest, latest=latest)
    if duty.latest:
        return words.tr("within {limit}", limit=duration_text(duty.latest, words))
    return words.local(duty.term) or words.tr("no term stated")


def due_text(duty: DutyOnClock, clock: StartedClock, words: Words) -> str:
    """Return the moment by which `duty` is done, empty without a term."""
    if duty.latest is None:
        return ""
    return words.tr("by {moment}", moment=full_moment_text(clock, duty.latest, words))


def duty_law(duty: ReportingDuty, words: Words) -> str:
    """Return law and article of `duty`, empty where neither is stated."""
    return listed(filter(None, (words.local(duty.law), words.local(duty.article))), words)


def duty_binding(duty: ReportingDuty, words: Words) -> str:
    """Return whether `duty` is a duty, voluntary, or not one of this organisation."""
    if not duty.applies:
        return words.tr("does not apply")
    return words.tr("voluntary") if duty.is_voluntary else words.tr("duty")


def cover_text(plan: Plan, duty: DutyOnClock, clock: StartedClock, words: Words) -> str:
    """Return whether the role that reports is there at the end of the term, or when it is first."""
    role = duty.duty.role
    if role is None or duty.state is None:
        return ""
    code, state = role_code(plan, role), state_name(duty.state, words)
    text = words.tr("{role}: {state}", role=code, state=state)
    if duty.state is not CoverageState.UNMANNED:
        return text
    if duty.first_there is None:
        return words.tr("{role}: {state}, there at no hour", role=code, state=state)
    first = full_moment_text(clock, duty.first_there, words)
    return words.tr("{role}: {state}, first there {moment}", role=code, state=state, moment=first)


def duty_lines(
    plan: Plan,
    duty: DutyOnClock,
    clock: StartedClock,
    counterparts: Iterable[Counterpart],
    words: Words,
) -> Iterator[str]:
    """Yield everything about `duty`, a line for each thing."""
    stated = duty.duty
    to = receiver_name(plan, stated.to, counterparts, words)
    yield words.tr("To: {receiver} ({binding})", receiver=to, binding=duty_binding(stated, words))
    due, term = due_text(duty, clock, words), term_text(stated, words)
    term = listed(dict.fromkeys(filter(None, (term, words.local(stated.term), due))), words)
    yield words.tr("Term: {term}", term=term)
    begins, condition = words.local(stated.begins), words.local(stated.condition)
    if begins:
        yield words.tr("From: {text}", text=begins)
    if condition:
        yield words.tr("Condition: {text}", text=condition)
    yield from _role_lines(plan, duty, clock, words)
    law, source = duty_law(stated, words), words.local(stated.source)
    if law:
        yield words.tr("Law: {text}", text=law)
    if source:
        yield words.tr("Source: {text}", text=source)
    if stated.as_of:
        yield words.tr("As of {day}; check it before you rely on it.", day=stated.as_of)


def _role_lines(plan: Plan, duty: DutyOnClock, clock: StartedClock, words: Words) -> Iterator[str]:
    role = None if duty.duty.role is None else plan.role(duty.duty.role)
    if role is None:
        return
    parties = parties_in_words(plan, duty.reporting, words) or words.tr("no party")
    yield words.tr("Reports: {role}, {parties}", role=role_label(role, words), parties=parties)
    cover = cover_text(plan, duty, clock, words)
    if cover:
        yield words.tr("At the end of the term: {cover}", cover=cover)


def advice_note(words: Words) -> str:
    """Return the sentence that law has to be checked."""
    return words.tr(
        "Terms count from detection here; the law counts from when it became known that the case "
        "must be reported. No legal advice: check law, guidelines and contracts."
    )
