"""Exercises in words: their times, and a line for each."""

from collections.abc import Iterator

from socplanner.domain.exercise_inputs import Exercise
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import moment_of
from socplanner.wording.coverage_words import moment_name
from socplanner.wording.language import Words
from socplanner.wording.terms import listed, phase_label, role_code


def clock_text(seconds: int) -> str:
    """Return `seconds` as `3:05`, from an hour on as `1:02:05`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def exercise_name(exercise: Exercise, words: Words) -> str:
    """Return day and flow of `exercise`."""
    return f"{exercise.day}  {words.local(exercise.name)}"


def exercise_lines(plan: Plan, exercise: Exercise, words: Words) -> Iterator[str]:
    """Yield what was played, how long it took, and the notes of its steps."""
    moment = moment_of(exercise.moment)
    phase = "" if exercise.phase is None else phase_label(plan, exercise.phase, words)
    played = listed(filter(None, (phase, moment and moment_name(moment, words))), words)
    yield words.tr("Played: {what}", what=played or "–")
    yield words.tr("Time: {time}", time=clock_text(exercise.seconds))
    if exercise.note:
        yield exercise.note
    for step in exercise.steps:
        time = clock_text(step.seconds)
        note = f": {step.note}" if step.note else ""
        yield f"{role_code(plan, step.role)}  {time}{note}"
