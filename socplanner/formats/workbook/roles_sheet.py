"""The sheet of roles: what each one does, and its area in the plan and in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socplanner.domain.catalogue import Role
from socplanner.domain.matrix import Row
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.language import N_
from socplanner.wording.terms import area_short, function_name, mark_name, role_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _HINT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_HEADINGS = (
    (N_("Function"), 34.0),
    (N_("Code"), 9.0),
    (N_("Role"), 36.0),
    (N_("What it does, and what it hands on"), 84.0),
    (N_("Default area"), 13.0),
    (N_("Area in this plan"), 13.0),
    (N_("Basis of code and name"), 30.0),
)
_TEXT = 3


def write_roles(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    words = draft.words
    title = words.tr("Role list")
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, 0), title, styles.TITLE)
    hint = words.tr("The default area is set by this tool; the area in this plan takes precedence.")
    draft.put(sheet, (_HINT_ROW, 0), hint, styles.QUIET)
    look = styles.header(colours.PLAIN_HEADING)
    sheet.set_row(_HEADER_ROW, 36)
    for column, (heading, available) in enumerate(_HEADINGS):
        draft.put(sheet, (_HEADER_ROW, column), words.tr(heading), look, styles.WRAP)
        sheet.set_column(column, column, available)
    height, looks = 0.0, _looks_of(draft)
    for line, row in enumerate(draft.matrix.rows, start=_FIRST_ROW):
        height += _write_role(sheet, draft, line, row, looks)
    last = max(_FIRST_ROW, _FIRST_ROW + len(draft.matrix.rows) - 1)
    sheet.autofilter(_HEADER_ROW, 0, last, len(_HEADINGS) - 1)
    sheet.freeze_panes(_FIRST_ROW, _TEXT)
    set_page(sheet, draft, title)
    sheet.repeat_rows(_HEADER_ROW)
    print_over_pages(sheet, [available for _, available in _HEADINGS], height + 74, 36)


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of a row, made once for all rows."""

    text: Format
    quiet: Format
    strong: Format
    code: Format
    area: Format
    moved: Format


def _looks_of(draft: Draft) -> _Looks:
    style = draft.styles.of
    left, middle = (styles.BOX, styles.LEFT, styles.WRAP), (styles.BOX, styles.MIDDLE)
    return _Looks(
        style(*left),
        style(*left, styles.QUIET),
        style(*left, styles.BOLD),
        style(*middle, styles.BOLD),
        style(*middle),
        style(*middle, styles.BOLD, styles.filled(colours.MOVED)),
    )


def _write_role(sheet: Worksheet, draft: Draft, line: int, row: Row, looks: _Looks) -> float:
    words, role = draft.words, row.role
    about = draft.facts.descriptions.get(role.id)
    text = "" if about is None else words.local(about)
    usual, here = area_short(role.default_area, words), area_short(row.duty.area, words)
    function, name = _function(role, draft), role_name(role, words)
    is_moved = role.usual is not None and usual != here
    cells = (
        (function, looks.quiet),
        (role.code, looks.code),
        (name, looks.strong),
        (text, looks.text),
        (usual if role.usual else "", looks.area),
        (here, looks.moved if is_moved else looks.area),
        (_provenance_text(role, draft), looks.quiet),
    )
    for column, (content, look) in enumerate(cells):
        if content:
            sheet.write_string(line, column, content, draft.styles.guarded(content, look))
        else:
            sheet.write_blank(line, column, None, look)
    spaces = ((text, _TEXT), (function, 0), (name, 2))
    needed = max(lines(content, _HEADINGS[column][1] - 3) for content, column in spaces)
    height = max(18.0, needed * LINE_HEIGHT + 4)
    sheet.set_row(line, height)
    return height


def _function(role: Role, draft: Draft) -> str:
    """Return code and full name of the function of `role`."""
    name = function_name(role.function, draft.plan.catalogue, draft.words)
    return name if name == role.function else f"{role.function} {name}"


def _provenance_text(role: Role, draft: Draft) -> str:
    """Return the source of code and name of `role`: its mark in the catalogue, or the plan."""
    if role.id not in draft.plan.catalogue.role_by_id:
        return draft.words.tr("Added in this plan")
    return mark_name(role.mark, draft.words)
