"""`socplanner review`: the prompts of the ten keys and of failures, as text or as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from socplanner.cli.arguments import FORMAT, Request, refused_choice
from socplanner.cli.figure_json import dumped
from socplanner.cli.review_arguments import CHAPTER, REVIEW_PHASE
from socplanner.cli.terminal import Terminal
from socplanner.domain.ids import PhaseId
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.evidence import Evidence
from socplanner.domain.lessons.prompts import CHAPTERS, Prompts
from socplanner.domain.lessons.reviewing import PromptReview, reviewed_prompts, verdict_counts
from socplanner.domain.plan import Phase, Plan
from socplanner.services import catalogues
from socplanner.services.plan_files import open_plan
from socplanner.wording.evidence_words import evidence_sentence
from socplanner.wording.language import Words
from socplanner.wording.lesson_words import (
    chapter_name,
    counts_text,
    evidence_lines,
    own_verdict_text,
    prompt_waiver_text,
    signed_verdict_words,
)
from socplanner.wording.terms import phase_name


def show_review(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the review of a phase; raise FileProblem as `open_plan`."""
    place = request.places[0]
    plan = open_plan(Path(place)).plan
    phase, today = _phase(request, plan), date.today().isoformat()  # noqa: DTZ011 the day here
    prompts, chapter = catalogues.prompts(), request.options.get(CHAPTER.name)
    reviews = [
        each
        for each in reviewed_prompts(plan, phase.id, prompts, today, catalogues.default_flows())
        if chapter in (None, each.prompt.chapter)
    ]
    if request.options.get(FORMAT.name) == "json":
        answer = _json(plan, phase, prompts, reviews, words) | {"plan": place, "day": today}
        terminal.answer(dumped(answer, terminal))
    else:
        terminal.answer("\n".join(_lines(plan, phase, reviews, today, words)))
    return 0


def _phase(request: Request, plan: Plan) -> Phase:
    """Return the requested phase, or else the first; raise RequestRefused if it is unknown."""
    wanted = request.options.get(REVIEW_PHASE.name)
    if wanted is None:
        return plan.phases[0]
    phase = plan.phase(PhaseId(wanted))
    if phase is None:
        raise refused_choice(REVIEW_PHASE.name, wanted, [each.id for each in plan.phases])
    return phase


def _lines(
    plan: Plan, phase: Phase, reviews: Sequence[PromptReview], today: str, words: Words
) -> Iterator[str]:
    yield words.tr(
        "{organisation}, {phase}: review of the ten keys",
        organisation=plan.organisation,
        phase=phase_name(phase, words),
    )
    yield counts_text(reviews, words)
    for chapter in CHAPTERS:
        of_chapter = [each for each in reviews if each.prompt.chapter == chapter]
        if of_chapter:
            yield ""
            yield chapter_name(chapter, words)
        for each in of_chapter:
            yield from _prompt_lines(plan, each, today, words)


def _prompt_lines(plan: Plan, review: PromptReview, today: str, words: Words) -> Iterator[str]:
    prompt, entry = review.prompt, review.entry
    yield f"{prompt.id} {words.local(prompt.question)}: {signed_verdict_words(review, words)}"
    if review.verdict is not LessonVerdict.MET:
        yield from (f"    {line}" for line in evidence_lines(review, plan, words))
        yield f"    → {words.local(prompt.remedy)}"
    for text in (
        own_verdict_text(entry, words),
        prompt_waiver_text(entry, today, words),
        *entry.comment.splitlines(),
    ):
        if text:
            yield f"    {text}"


def _json(
    plan: Plan, phase: Phase, prompts: Prompts, reviews: Sequence[PromptReview], words: Words
) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it."""
    counts = verdict_counts(reviews)
    return {
        "format": 1,
        "organisation": plan.organisation,
        "phase": phase.id,
        "language": words.language,
        "source": words.local(prompts.source),
        "counts": {
            **{each.value: counts[each] for each in LessonVerdict},
            "waived": sum(review.is_waived for review in reviews),
        },
        "prompts": [_prompt_json(plan, prompts, each, words) for each in reviews],
    }


def _prompt_json(
    plan: Plan, prompts: Prompts, review: PromptReview, words: Words
) -> dict[str, object]:
    prompt, entry = review.prompt, review.entry
    own = entry.verdict
    return {
        "id": prompt.id,
        "chapter": prompt.chapter,
        "key": prompt.key,
        "key_name": words.local(prompts.key_name(prompt)),
        "question": words.local(prompt.question),
        "verdict": review.verdict.value,
        "plan_verdict": review.answer.verdict.value,
        "own_verdict": None if own is None else own.value,
        "own_day": entry.day or None,
        "evidence": [_evidence_json(plan, each, words) for each in review.answer.evidence],
        "more_evidence": review.answer.more,
        "remedy": words.local(prompt.remedy),
        "comment": entry.comment or None,
        "waived": review.is_waived,
        "waiver": entry.waived or None,
        "until": entry.until or None,
    }


def _evidence_json(plan: Plan, evidence: Evidence, words: Words) -> dict[str, object]:
    return {
        "verdict": evidence.verdict.value,
        "code": evidence.code,
        "text": evidence_sentence(evidence, plan, words),
        "role": evidence.role,
        "parties": list(evidence.parties),
        "phase": evidence.phase,
        "values": dict(evidence.values),
    }
