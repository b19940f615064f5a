"""`socplanner import` with a workbook of others: what it says, and taking what is sure of it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socplanner.cli.arguments import APPLY, FORMAT, KEEP_COMMENTS, Request
from socplanner.cli.external_answer import ExternalAnswer, external_lines_of, has_open_names
from socplanner.cli.external_choices import allowed_of
from socplanner.cli.external_options import answers_of
from socplanner.cli.terminal import Terminal, answer_lost, joined_lines
from socplanner.domain.external.import_edit import ImportExternalMatrix
from socplanner.domain.external.mapping_policy import resolve_mapping
from socplanner.domain.ids import PhaseId
from socplanner.services.external_importer import proposed, understood_in
from socplanner.services.plan_files import OpenedPlan, save_plan
from socplanner.wording.language import Words

if TYPE_CHECKING:
    from socplanner.formats.sheets.grid import Sheets

CLEAR, UNCLEAR = 0, 3
UNREAD = frozenset({"formula-unread", "workbook-comments-unread", "workbook-styles-unread"})
"""The notes that something of the sheet was not read: a person has to look at it."""


class ExternalRequest(NamedTuple):
    """What was asked for: the plan that is open, the workbook, and the phase it is for."""

    request: Request
    opened: OpenedPlan
    path: Path
    phase: PhaseId


def import_external(
    wanted: ExternalRequest, sheets: "Sheets", words: Words, terminal: Terminal
) -> int:
    """Answer what a workbook of others says; raise RequestRefused, FileProblem, EditRejected."""
    request, opened = wanted.request, wanted.opened
    understood = understood_in(sheets, opened.plan, answers_of(request))
    proposal = proposed(understood, opened.plan)
    allowed = allowed_of(request, understood, opened.plan)
    mapping = resolve_mapping(proposal, allowed)
    is_clear = understood.is_clear and len(mapping.letters) == len(proposal.letters)
    imported = None
    if APPLY.name in request.options:
        keeps = KEEP_COMMENTS.name in request.options
        edit = ImportExternalMatrix(wanted.phase, understood, mapping, keeps_remarks=keeps)
        imported = _import(wanted, edit) if is_clear else 0
    answer = ExternalAnswer(
        opened.plan, wanted.phase, wanted.path, understood, proposal, mapping, allowed, imported
    )
    place = request.places[0]
    if request.options.get(FORMAT.name) == "json":
        from socplanner.cli.external_answer_json import json_of

        text = json_of(place, answer, words, ascii_only=not terminal.speaks_unicode)
    else:
        text = joined_lines(external_lines_of(place, answer, words))
    if imported:
        terminal.confirm(text, answer_lost(wanted.opened.path, words))
    else:
        terminal.answer(text)
    is_open = not is_clear or (imported is not None and has_open_names(answer))
    is_open = is_open or any(each.code in UNREAD for each in understood.notes)
    return UNCLEAR if is_open else CLEAR


def _import(wanted: ExternalRequest, edit: ImportExternalMatrix) -> int:
    """Save the plan with the sheet taken; return how many cells changed."""
    before = wanted.opened.plan
    changes = edit.changes(before)
    after = edit.apply(before)
    if after is not before:
        save_plan(after, wanted.opened.path, wanted.opened)
    return len(changes)
