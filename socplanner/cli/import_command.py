"""`socplanner import`: what workbooks that came back would change, and taking what is clear."""

from collections.abc import Sequence
from pathlib import Path

from socplanner.cli.arguments import (
    ACCEPT_UNKNOWN,
    ANSWER,
    APPLY,
    FORMAT,
    IMPORT_PHASE,
    KEEP_COMMENTS,
    OF_OTHERS,
    OTHER_PLAN,
    Request,
    RequestRefused,
    refused_choice,
)
from socplanner.cli.external_import import ExternalRequest, import_external
from socplanner.cli.external_options import values_of
from socplanner.cli.reimport_answer import Effected, answer_lines, answer_texts, json_answer
from socplanner.cli.terminal import Terminal, answer_lost, joined_lines
from socplanner.domain.checks.effect import effect_of
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.reimport.review import Review, accepted_of
from socplanner.domain.reimport.sheet_values import Reimport
from socplanner.services.file_problem import refused
from socplanner.services.importer import is_reimport, origins_of, reimport_in, reviewed, sheets_in
from socplanner.services.plan_files import OpenedPlan, open_plan, save_plan
from socplanner.wording.language import N_, Words

CLEAR = 0
UNCLEAR = 3


def import_reimport(request: Request, words: Words, terminal: Terminal) -> int:
    """Answer what the workbooks would change; raise RequestRefused, FileProblem, EditRejected."""
    place, *others = request.places
    opened = open_plan(Path(place))
    paths = [Path(each) for each in dict.fromkeys(others)]
    phase = _phase(request, opened.plan)
    if len(paths) == 1 and not is_reimport(sheets := sheets_in(paths[0]), opened.plan):
        external = ExternalRequest(request, opened, paths[0], phase or opened.plan.phases[0].id)
        return import_external(external, sheets, words, terminal)
    _refuse_options_of_others(request)
    reimports = _reimports(request, paths, opened.plan)
    review = reviewed(opened.plan, paths, reimports, phase, stated_answers(request, reimports))
    accepted = _accepted(request, review)
    effect = _effect(opened.plan, accepted)
    applied = _apply(opened, accepted) if APPLY.name in request.options else None
    if request.options.get(FORMAT.name) == "json":
        text = json_answer(
            place, review, effect, applied, words, ascii_only=not terminal.speaks_unicode
        )
    else:
        text = joined_lines(answer_lines(place, review, effect, applied, words))
    if applied:
        terminal.confirm(text, answer_lost(opened.path, words))
    else:
        terminal.answer(text)
    return CLEAR if is_decided(request, review) else UNCLEAR


def stated_answers(request: Request, reimports: Sequence[Reimport]) -> dict[str, str]:
    """Return what was answered to questions; raise RequestRefused for what no question offers."""
    suggested = {
        answer: (question.key, option)
        for each in reimports
        for question in each.questions
        for answer, option in zip(answer_texts(question), question.options, strict=True)
    }
    stated = values_of(request, ANSWER)
    for answer in stated:
        if answer not in suggested:
            raise refused_choice(ANSWER.name, answer, list(suggested))
    return dict(suggested[answer] for answer in stated)


def is_decided(request: Request, review: Review) -> bool:
    """Tell whether nothing of `review` is left to a person: all was read, and all is decided."""
    resolve_mapping = review.without_origin if ACCEPT_UNKNOWN.name in request.options else ()
    is_kept = not review.comments or KEEP_COMMENTS.name in request.options
    is_read = not review.open_questions and not review.unread
    return is_read and is_kept and len(resolve_mapping) == len(review.unsure)


def _refuse_options_of_others(request: Request) -> None:
    for option in OF_OTHERS:
        if option.name in request.options:
            raise RequestRefused(
                N_("“{option}” is for one workbook made elsewhere."), option=option.name
            )


def _reimports(request: Request, paths: list[Path], plan: Plan) -> list[Reimport]:
    """Return what each workbook says; raise FileProblem if one of them cannot be read."""
    of_any_plan = OTHER_PLAN.name in request.options
    reimports = []
    for path, origin in zip(paths, origins_of(paths), strict=True):
        sheets = sheets_in(path)
        if not is_reimport(sheets, plan):
            raise refused(path, "workbook-not-ours")
        reimports.append(reimport_in(path, sheets, origin, plan, of_any_plan=of_any_plan))
    return reimports


def _phase(request: Request, plan: Plan) -> PhaseId | None:
    """Return the phase asked for; raise RequestRefused if the plan has none such."""
    wanted = request.options.get(IMPORT_PHASE.name)
    phase_ids = [phase.id for phase in plan.phases]
    if wanted is not None and wanted not in phase_ids:
        raise refused_choice(IMPORT_PHASE.name, wanted, phase_ids)
    return None if wanted is None else PhaseId(wanted)


def _accepted(request: Request, review: Review) -> AcceptReimport:
    """Return the edit that takes what is sure or asked for."""
    of_unknown = review.without_origin if ACCEPT_UNKNOWN.name in request.options else ()
    comments = review.comments if KEEP_COMMENTS.name in request.options else ()
    return AcceptReimport(review.phase, accepted_of([*review.sure, *of_unknown]), comments)


def _effect(plan: Plan, edit: AcceptReimport) -> Effected:
    from time import strftime

    after = edit.apply(plan)
    return Effected(after, *effect_of(plan, after, strftime("%Y-%m-%d")))


def _apply(opened: OpenedPlan, edit: AcceptReimport) -> int:
    """Save the plan with what is accepted; return how many changes that were."""
    after = edit.apply(opened.plan)
    if after is not opened.plan:
        save_plan(after, opened.path, opened)
    return len(edit.accepted) + len(edit.comments)
