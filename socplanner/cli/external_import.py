"""The step of an import for a workbook made elsewhere: it imports what is sure or allowed."""

from socplanner.cli.arguments import APPLY, KEEP_COMMENTS, Request
from socplanner.cli.external_answer import ExternalAnswer, external_lines_of, has_open_names
from socplanner.cli.external_answer_json import external_document
from socplanner.cli.external_choices import allowed_of
from socplanner.cli.external_options import answers_of
from socplanner.cli.import_step import ImportStep
from socplanner.domain.external.import_edit import ImportExternalMatrix
from socplanner.domain.external.mapping_policy import resolve_mapping
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.services.import_batch import ExternalWorkbook
from socplanner.wording.language import Words

UNREAD = frozenset({"formula-unread", "workbook-comments-unread", "workbook-styles-unread"})
"""Codes of notes that a part of the sheet was not read, so that a person must look at it."""


def external_step(
    request: Request, plan: Plan, workbook: ExternalWorkbook, phase: PhaseId | None, words: Words
) -> ImportStep:
    """Return the step: the plan with the workbook imported if no question about it is open.

    Without `phase` it is imported into the first one. Raise RequestRefused or EditRejected.
    """
    chosen = phase or plan.phases[0].id
    understood, proposal = workbook.file(plan).understand(answers_of(request))
    allowed = allowed_of(request, understood, plan)
    mapping = resolve_mapping(proposal, allowed)
    is_clear = understood.is_clear and len(mapping.letters) == len(proposal.letters)
    after, imported = plan, None
    if APPLY.name in request.options:
        keeps_remarks = KEEP_COMMENTS.name in request.options
        edit = ImportExternalMatrix(chosen, understood, mapping, keeps_remarks=keeps_remarks)
        imported = len(edit.changes(plan)) if is_clear else 0
        after = edit.apply(plan) if is_clear else plan
    answer = ExternalAnswer(
        plan, chosen, workbook.path, understood, proposal, mapping, allowed, imported
    )
    is_open = not is_clear or (imported is not None and has_open_names(answer))
    place = request.places[0]
    return ImportStep(
        after,
        tuple(external_lines_of(place, answer, words)),
        external_document(place, answer, words),
        not is_open and not any(each.code in UNREAD for each in understood.notes),
    )
