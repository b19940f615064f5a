"""`socplanner import` with a workbook of others: what it says, and taking what is sure of it."""

import re
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from socplanner.cli.arguments import (
    APPLY,
    FORMAT,
    HEADER,
    HEADINGS,
    LEAVE_OUT,
    LETTERS,
    NEW_PARTIES,
    OWN_ROLES,
    PARTIES,
    SHEET,
    SIMILAR,
    TASK_COLUMN,
    TASKS,
    Request,
    RequestRefused,
    refused_choice,
)
from socplanner.cli.foreign_answer import (
    ForeignAnswer,
    foreign_json,
    foreign_lines,
    has_open_names,
)
from socplanner.cli.terminal import Terminal
from socplanner.domain.foreign.deciding import Allowed, decided
from socplanner.domain.foreign.sheet_places import column_number
from socplanner.domain.foreign.taking import TakeForeign
from socplanner.domain.foreign.understood import Answers
from socplanner.domain.ids import PhaseId
from socplanner.services.foreign_importer import proposed, understood_in
from socplanner.services.plan_files import OpenedPlan, save_plan
from socplanner.wording.language import N_, Words

if TYPE_CHECKING:
    from socplanner.formats.sheets.grid import Sheets

CLEAR, UNCLEAR = 0, 3
_COLUMN = re.compile(r"[A-Za-z]{1,3}")


class ForeignWish(NamedTuple):
    """What was asked for: the plan that is open, the workbook, and the phase it is for."""

    request: Request
    opened: OpenedPlan
    path: Path
    phase: PhaseId


def import_foreign(wish: ForeignWish, sheets: "Sheets", words: Words, terminal: Terminal) -> int:
    """Answer what a workbook of others says; raise RequestRefused, FileProblem, EditRejected."""
    request, opened = wish.request, wish.opened
    understood = understood_in(sheets, opened.plan, _answers(request))
    proposal = proposed(understood, opened.plan)
    mapping = decided(proposal, _allowed(request, opened))
    is_clear = understood.is_clear and len(mapping.letters) == len(proposal.letters)
    taken = None
    if APPLY.name in request.options:
        edit = TakeForeign(wish.phase, understood, mapping)
        taken = _take(wish, edit) if is_clear else 0
    answer = ForeignAnswer(opened.plan, wish.phase, wish.path, understood, proposal, mapping, taken)
    place = request.places[0]
    if request.options.get(FORMAT.name) == "json":
        terminal.answer(foreign_json(place, answer, words, ascii_only=not terminal.speaks_unicode))
    else:
        terminal.answer("\n".join(foreign_lines(place, answer, words)))
    is_open = not is_clear or (taken is not None and has_open_names(answer))
    return UNCLEAR if is_open else CLEAR


def _take(wish: ForeignWish, edit: TakeForeign) -> int:
    """Save the plan with the sheet taken; return how many cells changed."""
    before = wish.opened.plan
    changes = edit.changes(before)
    after = edit.apply(before)
    if after is not before:
        save_plan(after, wish.opened.path, wish.opened)
    return len(changes)


def _allowed(request: Request, opened: OpenedPlan) -> Allowed:
    function = request.options.get(OWN_ROLES.name)
    known = tuple(opened.plan.catalogue.function_by_code)
    if function is not None and function not in known:
        raise refused_choice(OWN_ROLES.name, function, known)
    return Allowed(SIMILAR.name in request.options, function, NEW_PARTIES.name in request.options)


def _answers(request: Request) -> Answers:
    """Return what was said of the sheet; raise RequestRefused for what cannot be followed."""
    options = request.options
    tasks, headings = options.get(TASKS.name), options.get(HEADINGS.name)
    header, column = options.get(HEADER.name), options.get(TASK_COLUMN.name)
    return Answers(
        options.get(SHEET.name),
        None if header is None else _row(HEADER.name, header),
        None if column is None else _column(TASK_COLUMN.name, column),
        None if tasks is None else tasks == "across",
        MappingProxyType(_letters(options.get(LETTERS.name, ""))),
        None if headings is None else _rows(headings),
        _columns(LEAVE_OUT.name, options.get(LEAVE_OUT.name)),
        _columns(PARTIES.name, options.get(PARTIES.name)),
    )


def _parts(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def _rows(text: str) -> frozenset[int]:
    if text == "none":
        return frozenset()
    return frozenset(_row(HEADINGS.name, each) for each in _parts(text))


def _row(option: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise RequestRefused(
            N_("“{option}” wants numbers of rows, not “{value}”."), option=option, value=text
        )
    return int(text)


def _columns(option: str, text: str | None) -> frozenset[int]:
    return frozenset(_column(option, each) for each in _parts(text))


def _column(option: str, text: str) -> int:
    if not _COLUMN.fullmatch(text):
        raise RequestRefused(
            N_("“{option}” wants letters of columns, not “{value}”."), option=option, value=text
        )
    return column_number(text)


def _letters(text: str) -> dict[str, str]:
    """Return what `V=R,N=` says; raise RequestRefused where a part is no such pair."""
    said = {}
    for part in _parts(text):
        letter, equals, meaning = part.partition("=")
        if not equals or not letter.strip():
            raise RequestRefused(
                N_("“{option}” wants pairs such as V=R, not “{value}”."),
                option=LETTERS.name,
                value=part,
            )
        said[letter.strip().upper()] = meaning.strip().upper()
        said[letter.strip()] = meaning.strip().upper()
    return said
