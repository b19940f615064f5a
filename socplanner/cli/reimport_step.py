"""The step of an import for workbooks made by socplanner, which are reviewed together."""

from collections.abc import Sequence
from time import strftime

from socplanner.cli.arguments import (
    ACCEPT_UNKNOWN,
    ANSWER,
    APPLY,
    KEEP_COMMENTS,
    Request,
    refused_choice,
)
from socplanner.cli.external_options import values_of
from socplanner.cli.import_step import ImportStep
from socplanner.cli.reimport_answer import EffectOnFindings, answer_lines, answer_texts, json_answer
from socplanner.domain.checks.effect import effect_of
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.reimport.review import Review, accepted_of
from socplanner.domain.reimport.sheet_values import Reimport
from socplanner.services.import_batch import ImportBatch
from socplanner.wording.language import Words


def reimport_step(
    request: Request, plan: Plan, batch: ImportBatch, phase: PhaseId | None, words: Words
) -> ImportStep:
    """Return the step: the plan with changes that are sure or requested.

    Raise FileProblem, EditRejected, or RequestRefused for an answer that no question has.
    """
    review = batch.review(plan, phase, requested_answers(request, batch.reimports))
    accepted = _accepted(request, review)
    effect = _effect(plan, accepted)
    applied = len(accepted.accepted) + len(accepted.comments)
    imported = applied if APPLY.name in request.options else None
    place = request.places[0]
    return ImportStep(
        effect.after,
        tuple(answer_lines(place, review, effect, imported, words)),
        json_answer(place, review, effect, imported, words),
        is_decided(request, review),
    )


def requested_answers(request: Request, reimports: Sequence[Reimport]) -> dict[str, str]:
    """Return the option chosen for each question, by key; raise RequestRefused for another."""
    by_text = {
        answer: (question.key, option)
        for reimport in reimports
        for question in reimport.questions
        for answer, option in zip(answer_texts(question), question.options, strict=True)
    }
    answers = values_of(request, ANSWER)
    for answer in answers:
        if answer not in by_text:
            raise refused_choice(ANSWER.name, answer, list(by_text))
    return dict(by_text[answer] for answer in answers)


def is_decided(request: Request, review: Review) -> bool:
    """Return whether everything in `review` was read and is decided."""
    accepted = review.without_origin if ACCEPT_UNKNOWN.name in request.options else ()
    is_kept = not review.comments or KEEP_COMMENTS.name in request.options
    is_read = not review.open_questions and not review.unread
    return is_read and is_kept and len(accepted) == len(review.unsure)


def _accepted(request: Request, review: Review) -> AcceptReimport:
    """Return the edit that accepts the changes that are sure or requested."""
    of_unknown = review.without_origin if ACCEPT_UNKNOWN.name in request.options else ()
    comments = review.comments if KEEP_COMMENTS.name in request.options else ()
    return AcceptReimport(review.phase, accepted_of([*review.sure, *of_unknown]), comments)


def _effect(plan: Plan, edit: AcceptReimport) -> EffectOnFindings:
    after = edit.apply(plan)
    return EffectOnFindings(after, *effect_of(plan, after, strftime("%Y-%m-%d")))
