"""The duties of one party as a document: by function, to be read, printed and annexed.

Notes are left out: they are internal to the planner, and may be about the readers of an annex.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from socplanner.domain.letters import symbols_in
from socplanner.domain.party_duties import Assignment, PartyDuty
from socplanner.domain.plan import Party
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.legend import meaning
from socplanner.formats.workbook.matrix_header import function_label
from socplanner.formats.workbook.page import A4, print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.language import N_, Words
from socplanner.wording.marking import marking_label
from socplanner.wording.terms import (
    letter_name,
    letters_in_words,
    listed,
    party_kind_name,
    party_name,
    phase_name,
    role_name,
    sourcing_name,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _ABOUT_ROW, _COUNT_ROW, _MARKING_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 2, 3, 5, 6
_FUNCTION, _CODE, _ROLE, _TASK, _LETTERS, _SOURCING = range(6)
_ANSWERING = 7
_COLUMNS = (
    (N_("Function"), 15.0),
    (N_("Code"), 8.5),
    (N_("Role"), 25.0),
    (N_("What the role does"), 52.0),
    (N_("Your responsibility"), 13.0),
    (N_("Sourcing"), 13.0),
    (N_("Coverage"), 11.0),
    (N_("Accountable inside"), 17.0),
    (N_("Shared with (also responsible)"), 19.0),
    (N_("Consult"), 18.0),
    (N_("Inform"), 18.0),
)
_TALLEST = 400.0
_ALARM = {**styles.filled(colours.ALARM_SHADE, colours.ALARM), **styles.BOLD}


def write_duties(sheet: Worksheet, draft: Draft, party: Party, duties: list[PartyDuty]) -> None:
    """Write the whole sheet with the `duties` of `party`, in their order."""
    words = draft.words
    title = words.tr("Duties of {party}", party=party_name(party, words))
    for column, (heading, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        look = (styles.header(colours.PLAIN_HEADING), styles.WRAP)
        draft.put(sheet, (_HEADER_ROW, column), words.tr(heading), *look)
    sheet.set_row(_HEADER_ROW, 32)
    _write_top(sheet, draft, party, duties, title)
    line, before, height = _FIRST_ROW, "", 200.0
    for duty in duties:
        height += _write_duty(sheet, draft, line, duty, begins=duty.row.role.function != before)
        line, before = line + 1, duty.row.role.function
    if duties:
        sheet.autofilter(_HEADER_ROW, 0, line - 1, len(_COLUMNS) - 1)
    else:
        draft.put(sheet, (line, 0), words.tr("No duties in this phase."), styles.QUIET)
        line += 1
    last = _write_legend(sheet, draft, line + 1)
    sheet.freeze_panes(_FIRST_ROW, _TASK)
    set_page(sheet, draft, title, paper=A4)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.print_area(0, 0, last, len(_COLUMNS) - 1)
    print_over_pages(sheet, [width for _, width in _COLUMNS], height, 32, A4)


def _write_top(
    sheet: Worksheet, draft: Draft, party: Party, duties: list[PartyDuty], title: str
) -> None:
    """Write title, organisation, phase, day, counts of letters, and the marking of the plan."""
    words = draft.words
    sheet.set_row(_TITLE_ROW, 30)
    draft.put(sheet, (_TITLE_ROW, 0), title, styles.TITLE)
    about = (
        draft.plan.organisation,
        phase_name(draft.matrix.phase, words),
        party_kind_name(party.kind, words),
        draft.facts.date.isoformat(),
    )
    draft.put(sheet, (_ABOUT_ROW, 0), " · ".join(about), styles.QUIET)
    counts = Counter(symbol for duty in duties for symbol in symbols_in(duty.cell))
    counted = (
        words.tr("{letter}: {n}", letter=letter.symbol, n=counts[letter.symbol])
        for letter in draft.layout.letters
        if counts[letter.symbol]
    )
    n = words.count("{n} duty", "{n} duties", len(duties))
    text = " · ".join((n, *counted))
    draft.put(sheet, (_COUNT_ROW, 0), text, styles.BOLD, {"font_size": 12})
    draft.put(sheet, (_MARKING_ROW, 0), marking_label(draft.plan.marking), styles.BOLD)


def _write_duty(
    sheet: Worksheet, draft: Draft, line: int, duty: PartyDuty, *, begins: bool
) -> float:
    """Write one role and return its height in points; `begins` is whether it begins a function."""
    texts = _texts(draft, duty)
    looks = _looks(draft, duty, begins=begins)
    edge = {"top_color": colours.GROUP_LINE, "top": 2} if begins else {}
    left = (styles.BOX, styles.WRAP, styles.LEFT, styles.TOP, edge)
    for column, text in enumerate(texts):
        draft.put(sheet, (line, column), text, *left, *looks.get(column, ()))
    needed = max(lines(text, _COLUMNS[column][1] - 3) for column, text in enumerate(texts))
    height = min(_TALLEST, needed * LINE_HEIGHT + 6)
    sheet.set_row(line, height)
    return height


def _texts(draft: Draft, duty: PartyDuty) -> tuple[str, ...]:
    words, role = draft.words, duty.row.role
    about = draft.facts.descriptions.get(role.id)
    names = letters_in_words(draft.plan.letter_set, duty.cell, words)
    return (
        function_label(draft, role.function),
        role.code,
        role_name(role, words),
        "" if about is None else words.local(about),
        f"{duty.cell}\n{names}",
        sourcing_name(duty.row.duty.sourcing, words),
        duty.row.duty.coverage,
        _parties(duty.accountable, words) or words.tr("Nobody"),
        _workers(duty.working, words),
        _parties(duty.consulted, words),
        _parties(duty.informed, words),
    )


def _looks(draft: Draft, duty: PartyDuty, *, begins: bool) -> dict[int, tuple[styles.Part, ...]]:
    """Return the styles of columns that differ from the others."""
    catalogue, letters = draft.plan.catalogue, draft.plan.letter_set.letters_in(duty.cell)
    codes = [each.code for each in catalogue.functions]
    code = duty.row.role.function
    place = codes.index(code) if code in codes else 0
    ground = colours.tint(colours.FUNCTIONS[place % len(colours.FUNCTIONS)])
    fill = letters[0].colour if letters else colours.PAPER
    return {
        _FUNCTION: ({"bg_color": ground}, styles.BOLD if begins else styles.QUIET),
        _CODE: (styles.BOLD,),
        _ROLE: (styles.BOLD,),
        _LETTERS: (styles.BOLD, styles.filled(fill, colours.ink_on(fill))),
        _SOURCING: ({"bg_color": colours.SOURCINGS[duty.row.duty.sourcing]},),
        _ANSWERING: () if duty.accountable else (_ALARM,),
    }


def _write_legend(sheet: Worksheet, draft: Draft, line: int) -> int:
    """Write the meanings of the letters; return the last line."""
    words = draft.words
    boxed = (styles.BOX, styles.LEFT)
    draft.put(sheet, (line, 0), words.tr("What the letters mean"), styles.BOLD)
    for letter in draft.layout.letters:
        line += 1
        chip = styles.filled(letter.colour, colours.ink_on(letter.colour))
        draft.put(sheet, (line, _CODE), letter.symbol, styles.BOX, styles.MIDDLE, chip)
        draft.put(sheet, (line, _ROLE), letter_name(letter, words), *boxed, styles.BOLD)
        draft.put(sheet, (line, _TASK), meaning(letter, words), *boxed, styles.WRAP)
        needed = lines(meaning(letter, words), _COLUMNS[_TASK][1] - 2)
        sheet.set_row(line, needed * LINE_HEIGHT + 4)
    return line


def _parties(parties: Iterable[Party], words: Words) -> str:
    return listed((party_name(party, words) for party in parties), words)


def _workers(assignments: Iterable[Assignment], words: Words) -> str:
    """Return the names of the parties that work on a role, each with its letters."""
    return listed(
        (
            words.tr("{party} ({letters})", party=party_name(party, words), letters=cell)
            for party, cell in assignments
        ),
        words,
    )
