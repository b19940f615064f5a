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
from socplanner.cli.external_import import ForeignWish, import_foreign
from socplanner.cli.external_options import values_of
from socplanner.cli.reimport_answer import Effected, answer_lines, answer_texts, json_answer
from socplanner.cli.terminal import Terminal, answer_lost, joined_lines
from socplanner.domain.checks.effect import effect_of
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.accept_edit import AcceptReturned
from socplanner.domain.reimport.review import Review, accepted_of
from socplanner.domain.reimport.sheet_values import Returned
from socplanner.services.file_problem import refused
from socplanner.services.importer import is_returned, origins_of, returned_in, reviewed, sheets_in
from socplanner.services.plan_files import OpenedPlan, open_plan, save_plan
from socplanner.wording.language import N_, Words

CLEAR = 0
UNCLEAR = 3


def import_returned(request: Request, words: Words, terminal: Terminal) -> int:
    """Answer what the workbooks would change; raise RequestRefused, FileProblem, EditRejected."""
    place, *others = request.places
    opened = open_plan(Path(place))
    paths = [Path(each) for each in dict.fromkeys(others)]
    phase = _phase(request, opened.plan)
    if len(paths) == 1 and not is_returned(sheets := sheets_in(paths[0]), opened.plan):
        wish = ForeignWish(request, opened, paths[0], phase or opened.plan.phases[0].id)
        return import_foreign(wish, sheets, words, terminal)
    _refuse_options_of_others(request)
    returned = _returned(request, paths, opened.plan)
    found = reviewed(opened.plan, paths, returned, phase, answers_given(request, returned))
    accepted = _accepted(request, found)
    effect = _effect(opened.plan, accepted)
    taken = _take(opened, accepted) if APPLY.name in request.options else None
    if request.options.get(FORMAT.name) == "json":
        text = json_answer(
            place, found, effect, taken, words, ascii_only=not terminal.speaks_unicode
        )
    else:
        text = joined_lines(answer_lines(place, found, effect, taken, words))
    if taken:
        terminal.confirm(text, answer_lost(opened.path, words))
    else:
        terminal.answer(text)
    return CLEAR if is_settled(request, found) else UNCLEAR


def answers_given(request: Request, returned: Sequence[Returned]) -> dict[str, str]:
    """Return what was answered to questions; raise RequestRefused for what no question offers."""
    offered = {
        answer: (question.key, option)
        for each in returned
        for question in each.questions
        for answer, option in zip(answer_texts(question), question.options, strict=True)
    }
    given = values_of(request, ANSWER)
    for answer in given:
        if answer not in offered:
            raise refused_choice(ANSWER.name, answer, list(offered))
    return dict(offered[answer] for answer in given)


def is_settled(request: Request, found: Review) -> bool:
    """Tell whether nothing of `found` is left to a person: all was read, and all is decided."""
    decided = found.without_origin if ACCEPT_UNKNOWN.name in request.options else ()
    is_kept = not found.comments or KEEP_COMMENTS.name in request.options
    is_read = not found.open_questions and not found.unread
    return is_read and is_kept and len(decided) == len(found.unsure)


def _refuse_options_of_others(request: Request) -> None:
    for option in OF_OTHERS:
        if option.name in request.options:
            raise RequestRefused(
                N_("“{option}” is for one workbook that others made."), option=option.name
            )


def _returned(request: Request, paths: list[Path], plan: Plan) -> list[Returned]:
    """Return what each workbook says; raise FileProblem if one of them cannot be read."""
    of_any_plan = OTHER_PLAN.name in request.options
    found = []
    for path, origin in zip(paths, origins_of(paths), strict=True):
        sheets = sheets_in(path)
        if not is_returned(sheets, plan):
            raise refused(path, "workbook-not-ours")
        found.append(returned_in(path, sheets, origin, plan, of_any_plan=of_any_plan))
    return found


def _phase(request: Request, plan: Plan) -> PhaseId | None:
    """Return the phase asked for; raise RequestRefused if the plan has none such."""
    wanted = request.options.get(IMPORT_PHASE.name)
    known = [phase.id for phase in plan.phases]
    if wanted is not None and wanted not in known:
        raise refused_choice(IMPORT_PHASE.name, wanted, known)
    return None if wanted is None else PhaseId(wanted)


def _accepted(request: Request, found: Review) -> AcceptReturned:
    """Return the edit that takes what is sure or asked for."""
    of_unknown = found.without_origin if ACCEPT_UNKNOWN.name in request.options else ()
    comments = found.comments if KEEP_COMMENTS.name in request.options else ()
    return AcceptReturned(found.phase, accepted_of([*found.sure, *of_unknown]), comments)


def _effect(plan: Plan, edit: AcceptReturned) -> Effected:
    from time import strftime

    after = edit.apply(plan)
    return Effected(after, *effect_of(plan, after, strftime("%Y-%m-%d")))


def _take(opened: OpenedPlan, edit: AcceptReturned) -> int:
    """Save the plan with what is accepted; return how many changes that were."""
    after = edit.apply(opened.plan)
    if after is not opened.plan:
        save_plan(after, opened.path, opened)
    return len(edit.accepted) + len(edit.comments)
