"""`socplanner import`: print what workbooks would change in a plan, and import what is clear."""

import json
from functools import partial
from pathlib import Path

from socplanner.cli.arguments import (
    ANSWER,
    APPLY,
    FORMAT,
    IMPORT_PHASE,
    OTHER_PLAN,
    Request,
    RequestRefused,
    refused_choice,
)
from socplanner.cli.bid_step import bid_step
from socplanner.cli.external_arguments import EXTERNAL_OPTIONS
from socplanner.cli.external_import import external_step
from socplanner.cli.import_step import ImportStep
from socplanner.cli.reimport_step import reimport_step
from socplanner.cli.saved_plan import save_changed
from socplanner.cli.terminal import Terminal, answer_lost, joined_lines
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.services.file_problem import FileProblem
from socplanner.services.import_batch import ImportBatch, read_batch
from socplanner.services.plan_files import open_plan
from socplanner.wording.language import N_, Words

CLEAR = 0
UNCLEAR = 3
"""Exit codes: everything is decided, or something is left to a person."""


def import_workbooks(request: Request, words: Words, terminal: Terminal) -> int:
    """Print what the workbooks would change, import it with `--apply`; return the exit code.

    Raise RequestRefused, FileProblem or EditRejected; the file of the plan is unchanged then.
    """
    place, *others = request.places
    opened = open_plan(Path(place))
    phase = _phase(request, opened.plan)
    batch = read_batch(map(Path, others), opened.plan, partial(_is_accepted, request))
    _refuse_options(request, batch)
    steps = _steps(request, opened.plan, batch, phase, words)
    after = steps[-1].plan
    is_saved = APPLY.name in request.options and after is not opened.plan
    if is_saved:
        save_changed(after, opened)
    text = _text(request, steps, ascii_only=not terminal.supports_unicode)
    if is_saved:
        terminal.confirm(text, answer_lost(opened.path, words))
    else:
        terminal.answer(text)
    return CLEAR if all(step.is_clear for step in steps) else UNCLEAR


def _steps(
    request: Request, plan: Plan, batch: ImportBatch, phase: PhaseId | None, words: Words
) -> list[ImportStep]:
    """Return the steps of the import, each into the plan after the one before."""
    steps = []
    if batch.reimports:
        steps.append(reimport_step(request, plan, batch, phase, words))
    for bid in batch.bids:
        current = steps[-1].plan if steps else plan
        steps.append(bid_step(request, current, bid, words))
    for workbook in batch.external:
        current = steps[-1].plan if steps else plan
        steps.append(external_step(request, current, workbook, phase, words))
    return steps


def _text(request: Request, steps: list[ImportStep], *, ascii_only: bool) -> str:
    if request.options.get(FORMAT.name) != "json":
        return joined_lines(line for step in steps for line in step.lines)
    documents = [step.document for step in steps]
    document = documents[0] if len(documents) == 1 else {"format": 1, "imports": documents}
    return json.dumps(document, indent=2, ensure_ascii=ascii_only)


def _is_accepted(request: Request, problem: FileProblem) -> bool:
    """Return True if workbooks of another plan are requested, else raise `problem`."""
    if OTHER_PLAN.name not in request.options:
        raise problem
    return True


def _refuse_options(request: Request, batch: ImportBatch) -> None:
    """Raise RequestRefused for an option about a kind of workbook that is not imported."""
    if len(batch.external) != 1:
        for option in EXTERNAL_OPTIONS:
            if option.name in request.options:
                raise RequestRefused(
                    N_("“{option}” is for one workbook made elsewhere."), option=option.name
                )
    if not batch.reimports and ANSWER.name in request.options:
        raise RequestRefused(
            N_("“{option}” is for workbooks made by socplanner."), option=ANSWER.name
        )


def _phase(request: Request, plan: Plan) -> PhaseId | None:
    """Return the requested phase, or None; raise RequestRefused if the plan does not have it."""
    wanted = request.options.get(IMPORT_PHASE.name)
    phase_ids = [phase.id for phase in plan.phases]
    if wanted is not None and wanted not in phase_ids:
        raise refused_choice(IMPORT_PHASE.name, wanted, phase_ids)
    return None if wanted is None else PhaseId(wanted)
