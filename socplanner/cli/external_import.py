"""`socplanner import` with a workbook of others: what it says, and taking what is sure of it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socplanner.cli.arguments import APPLY, FORMAT, KEEP_COMMENTS, Request
from socplanner.cli.external_answer import ForeignAnswer, foreign_lines, has_open_names
from socplanner.cli.external_choices import allowed_of
from socplanner.cli.external_options import answers_of
from socplanner.cli.terminal import Terminal, answer_lost, joined_lines
from socplanner.domain.external.import_edit import TakeForeign
from socplanner.domain.external.mapping_policy import decided
from socplanner.domain.ids import PhaseId
from socplanner.services.external_importer import proposed, understood_in
from socplanner.services.plan_files import OpenedPlan, save_plan
from socplanner.wording.language import Words

if TYPE_CHECKING:
    from socplanner.formats.sheets.grid import Sheets

CLEAR, UNCLEAR = 0, 3
UNREAD = frozenset({"formula-unread", "workbook-comments-unread", "workbook-styles-unread"})
"""The notes that something of the sheet was not read: a person has to look at it."""


class ForeignWish(NamedTuple):
    """What was asked for: the plan that is open, the workbook, and the phase it is for."""

    request: Request
    opened: OpenedPlan
    path: Path
    phase: PhaseId


def import_foreign(wish: ForeignWish, sheets: "Sheets", words: Words, terminal: Terminal) -> int:
    """Answer what a workbook of others says; raise RequestRefused, FileProblem, EditRejected."""
    request, opened = wish.request, wish.opened
    understood = understood_in(sheets, opened.plan, answers_of(request))
    proposal = proposed(understood, opened.plan)
    allowed = allowed_of(request, understood, opened.plan)
    mapping = decided(proposal, allowed)
    is_clear = understood.is_clear and len(mapping.letters) == len(proposal.letters)
    taken = None
    if APPLY.name in request.options:
        keeps = KEEP_COMMENTS.name in request.options
        edit = TakeForeign(wish.phase, understood, mapping, keeps_remarks=keeps)
        taken = _take(wish, edit) if is_clear else 0
    answer = ForeignAnswer(
        opened.plan, wish.phase, wish.path, understood, proposal, mapping, allowed, taken
    )
    place = request.places[0]
    if request.options.get(FORMAT.name) == "json":
        from socplanner.cli.external_answer_json import json_of

        text = json_of(place, answer, words, ascii_only=not terminal.speaks_unicode)
    else:
        text = joined_lines(foreign_lines(place, answer, words))
    if taken:
        terminal.confirm(text, answer_lost(wish.opened.path, words))
    else:
        terminal.answer(text)
    is_open = not is_clear or (taken is not None and has_open_names(answer))
    is_open = is_open or any(each.code in UNREAD for each in understood.notes)
    return UNCLEAR if is_open else CLEAR


def _take(wish: ForeignWish, edit: TakeForeign) -> int:
    """Save the plan with the sheet taken; return how many cells changed."""
    before = wish.opened.plan
    changes = edit.changes(before)
    after = edit.apply(before)
    if after is not before:
        save_plan(after, wish.opened.path, wish.opened)
    return len(changes)
