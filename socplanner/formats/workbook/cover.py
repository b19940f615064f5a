"""The cover: facts about the workbook, how to fill it in, the letters, links to the sheets."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from socplanner.domain.checks.row_conditions import SOURCING_ORDER
from socplanner.domain.letters import UNDECIDED_LETTER
from socplanner.formats.record.cell_references import on_sheet
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.approval import write_approval
from socplanner.formats.workbook.cost_sheet import has_cost_sheet
from socplanner.formats.workbook.data_sheet import has_data_sheet
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.filling_in import steps_of
from socplanner.formats.workbook.flows_sheet import has_flows_sheet
from socplanner.formats.workbook.hours_sheet import has_hours_sheet
from socplanner.formats.workbook.layout import ID, SOURCING, STATUS
from socplanner.formats.workbook.legend import meaning
from socplanner.formats.workbook.lessons_sheet import has_lessons_sheet
from socplanner.formats.workbook.maturity_sheet import has_maturity_sheet
from socplanner.formats.workbook.page import set_page
from socplanner.formats.workbook.roadmap_sheet import has_roadmap_sheet
from socplanner.formats.workbook.row_state import GOOD, OPEN
from socplanner.formats.workbook.sharing_sheet import has_reporting_sheet, has_sharing_sheet
from socplanner.formats.workbook.staffing_sheet import has_staffing_sheet
from socplanner.formats.workbook.summary_sheet import has_summary_sheet
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines, shortened
from socplanner.formats.workbook.text_room import width as text_width
from socplanner.wording.marking import tlp_label, tlp_meaning
from socplanner.wording.terms import (
    letter_name,
    party_name,
    pattern_name,
    phase_name,
    sourcing_name,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LEFT, _LEFT_TEXT, _GAP, _RIGHT, _RIGHT_NAME, _RIGHT_TEXT, _SECOND, _THIRD = range(1, 9)
_WIDTHS = (2.5, 24.0, 44.0, 4.0, 12.0, 22.0, 28.0, 28.0, 28.0, 2.5)
_LEFT_PANEL, _RIGHT_PANEL = range(_LEFT, _GAP), range(_RIGHT, _THIRD + 1)
_HEADER = (styles.BOX, styles.LEFT, styles.SHADED)
_VALUE = (styles.BOX, styles.LEFT)
_LONGEST_NAME = 150
_BANNER_SIZE, _BANNER_HEIGHT = 22, 84
_TOP = 3
_ROW_HEIGHT = 22.0


def write_cover(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_default_row(_ROW_HEIGHT)
    _write_banner(sheet, draft)
    _set_row_heights(sheet, draft)
    left = _write_workbook_copy(sheet, draft, _TOP)
    left = _write_facts(sheet, draft, left + 1)
    left = _write_figures(sheet, draft, left + 1)
    right = _write_steps(sheet, draft, _TOP)
    right = _write_letters(sheet, draft, right + 1)
    right = write_approval(sheet, draft, right + 1, _RIGHT_PANEL)
    last = _write_sheets(sheet, draft, max(left, right) + 1)
    sheet.activate()
    set_page(sheet, draft, draft.words.tr("Responsibility matrix"))
    sheet.print_area(0, 0, last, len(_WIDTHS) - 1)
    sheet.fit_to_pages(1, 1)


def _write_banner(sheet: Worksheet, draft: Draft) -> None:
    """Write organisation and phase in large text across the sheet."""
    words = draft.words
    ground = styles.filled(colours.HEADLINE, colours.PAPER)
    for row, height in enumerate((30, 44)):
        sheet.set_row(row, height)
        for column in range(len(_WIDTHS)):
            sheet.write_blank(row, column, None, draft.styles.of(ground))
    small: styles.Part = {"font_size": 12, "valign": "bottom"}
    organisation = shortened(draft.plan.organisation, _LONGEST_NAME)
    size = min(_BANNER_SIZE, int(_BANNER_SIZE * _BANNER_HEIGHT / max(1, text_width(organisation))))
    large: styles.Part = {"font_size": size, "bold": True, "valign": "top"}
    title = words.tr("Responsibility matrix, {phase}", phase=phase_name(draft.matrix.phase, words))
    draft.put(sheet, (0, _LEFT), title, ground, small)
    draft.put(sheet, (1, _LEFT), organisation, ground, large)
    _write_marking(sheet, draft)


def _write_marking(sheet: Worksheet, draft: Draft) -> None:
    """Write label and classification into the banner, the label in the protocol's colours."""
    marking = draft.plan.marking
    if marking.tlp is not None:
        label_colours = styles.filled(*colours.TLPS[marking.tlp])
        look: styles.Part = {**label_colours, **styles.MIDDLE, "font_size": 14, "bold": True}
        draft.merge(sheet, (0, _RIGHT, 0, _RIGHT_NAME), look)
        draft.put(sheet, (0, _RIGHT), tlp_label(marking.tlp), look)
    text = shortened(marking.classification, _WIDTHS[_RIGHT_TEXT] * 3 - 4)
    ground = styles.filled(colours.HEADLINE, colours.PAPER)
    draft.put(sheet, (0, _RIGHT_TEXT), text, ground, styles.LEFT, {"font_size": 12, "bold": True})


def _write_heading(sheet: Worksheet, draft: Draft, row: int, columns: range, text: str) -> int:
    draft.merge(sheet, (row, columns[0], row, columns[-1]), styles.HEADING)
    draft.put(sheet, (row, columns[0]), text, styles.HEADING)
    return row + 1


def _facts(draft: Draft) -> list[tuple[str, str]]:
    """Return headings and texts of the facts about this workbook."""
    words, plan = draft.words, draft.plan
    pattern = plan.catalogue.pattern(draft.matrix.phase.pattern or "")
    return [
        (words.tr("Organisation"), plan.organisation),
        (words.tr("Phase"), phase_name(draft.matrix.phase, words)),
        (words.tr("Pattern"), "–" if pattern is None else pattern_name(pattern, words)),
        (words.tr("Catalogue"), words.local(plan.catalogue.name)),
        (words.tr("Created with"), f"socplanner {draft.facts.version}"),
        (words.tr("TLP label"), _label(draft)),
        (words.tr("Classification"), plan.marking.classification or "–"),
    ]


def _write_workbook_copy(sheet: Worksheet, draft: Draft, row: int) -> int:
    """Write addressee and return of this copy, empty lines to fill in; return the next free row."""
    words = draft.words
    row = _write_heading(sheet, draft, row, _LEFT_PANEL, words.tr("This copy"))
    for heading, text in _workbook_copy(draft):
        draft.put(sheet, (row, _LEFT), heading, *_HEADER)
        ground = {} if text else styles.ENTRY
        draft.put(sheet, (row, _LEFT_TEXT), text, *_VALUE, styles.WRAP, styles.BOLD, ground)
        row += 1
    return row


def _workbook_copy(draft: Draft) -> list[tuple[str, str]]:
    """Return headings and texts that the planner entered about this copy, "" where none."""
    words, workbook_copy, party = draft.words, draft.facts.workbook_copy, draft.marked_party
    addressee = words.tr("All parties") if party is None else party_name(party, words)
    return [
        (words.tr("For"), addressee),
        (words.tr("Return by"), workbook_copy.deadline),
        (words.tr("Return to"), workbook_copy.return_to),
        (words.tr("Contact"), workbook_copy.contact),
        (words.tr("Status"), workbook_copy.status),
    ]


def _label(draft: Draft) -> str:
    """Return the TLP label of the plan with its meaning, a dash for none."""
    tlp = draft.plan.marking.tlp
    return "–" if tlp is None else f"{tlp_label(tlp)}\n{tlp_meaning(tlp, draft.words)}"


def _write_facts(sheet: Worksheet, draft: Draft, row: int) -> int:
    """Write the facts about this workbook; return the next free row."""
    words = draft.words
    row = _write_heading(sheet, draft, row, _LEFT_PANEL, words.tr("This workbook"))
    for heading, text in _facts(draft):
        draft.put(sheet, (row, _LEFT), heading, *_HEADER)
        draft.put(sheet, (row, _LEFT_TEXT), text, *_VALUE, styles.WRAP)
        row += 1
    draft.put(sheet, (row, _LEFT), words.tr("Date"), *_HEADER)
    day = draft.styles.of(*_VALUE, styles.DAY)
    sheet.write_datetime(row, _LEFT_TEXT, draft.day, day)
    return row + 1


def _set_row_heights(sheet: Worksheet, draft: Draft) -> None:
    """Set the heights of the rows of the upper panels to fit the longer text of the two."""
    texts = [text for _, text in _workbook_copy(draft)]
    # An empty row and a heading are between the two panels.
    texts += ["", "", *(text for _, text in _facts(draft))]
    left = [lines(text, _WIDTHS[_LEFT_TEXT] - 3) for text in texts]
    width = sum(_WIDTHS[_RIGHT_NAME : _THIRD + 1]) - 3
    steps = [lines(text, width) for text in steps_of(draft)]
    for place, needed in enumerate(zip_longest(left, steps, fillvalue=1), start=_TOP + 1):
        if max(needed) > 1:
            sheet.set_row(place, max(needed) * LINE_HEIGHT + 8)


def _write_figures(sheet: Worksheet, draft: Draft, row: int) -> int:
    """Write live figures of how complete the matrix is; return the next free row."""
    words, layout, counts = draft.words, draft.layout, draft.counts
    row = _write_heading(sheet, draft, row, _LEFT_PANEL, words.tr("At a glance"))
    by_sourcing = Counter(each.duty.sourcing for each in draft.matrix.rows)
    sourcing = _body(draft, SOURCING)
    figures = [(words.tr("Roles"), f'COUNTIF({_body(draft, ID)},"?*")', layout.roles)]
    for place, each in enumerate(SOURCING_ORDER, start=1):
        formula = f"COUNTIF({sourcing},INDEX(Sourcings,{place}))"
        figures.append((sourcing_name(each, words), formula, by_sourcing[each]))
    checks = _body(draft, STATUS)
    without_error = "+".join(f"COUNTIF({checks},INDEX(Checks,{each}))" for each in (GOOD, OPEN))
    with_error = sum(state.number not in {GOOD, OPEN} for state in counts.states)
    figures.append(
        (words.tr("Roles to fix"), f'COUNTIF({checks},"?*")-({without_error})', with_error)
    )
    undecided = layout.count_column(UNDECIDED_LETTER)
    figures.append(
        (words.tr("Cells still marked ?"), f"SUM({_body(draft, undecided)})", counts.open_cells)
    )
    for name, formula, value in figures:
        draft.put(sheet, (row, _LEFT), name, *_HEADER)
        sheet.write_formula(row, _LEFT_TEXT, formula, draft.styles.of(*_VALUE, styles.BOLD), value)
        row += 1
    return row


def _write_steps(sheet: Worksheet, draft: Draft, row: int) -> int:
    """Write how to fill the matrix in; return the next free row."""
    row = _write_heading(sheet, draft, row, _RIGHT_PANEL, draft.words.tr("How to fill it in"))
    for number, text in enumerate(steps_of(draft), start=1):
        sheet.write_number(row, _RIGHT, number, draft.styles.of(*_HEADER, styles.MIDDLE))
        draft.merge(sheet, (row, _RIGHT_NAME, row, _THIRD), *_VALUE, styles.WRAP)
        draft.put(sheet, (row, _RIGHT_NAME), text, *_VALUE, styles.WRAP)
        row += 1
    return row


def _write_letters(sheet: Worksheet, draft: Draft, row: int) -> int:
    """Write the meaning of each letter; return the next free row."""
    words = draft.words
    row = _write_heading(sheet, draft, row, _RIGHT_PANEL, words.tr("What the letters mean"))
    for letter in draft.layout.letters:
        chip = styles.filled(letter.colour, colours.ink_on(letter.colour))
        parts = (styles.BOX, styles.MIDDLE, styles.BOLD, {"font_size": 12})
        draft.put(sheet, (row, _RIGHT), letter.symbol, *parts, chip)
        draft.put(sheet, (row, _RIGHT_NAME), letter_name(letter, words), *_VALUE, styles.BOLD)
        _write_wide(sheet, draft, row, meaning(letter, words))
        row += 1
    draft.put(sheet, (row, _RIGHT), "", styles.BOX)
    draft.put(sheet, (row, _RIGHT_NAME), words.tr("Empty"), *_VALUE, styles.BOLD)
    _write_wide(sheet, draft, row, words.tr("Not involved in this role."))
    return row + 1


def _write_wide(sheet: Worksheet, draft: Draft, row: int, text: str) -> None:
    draft.merge(sheet, (row, _RIGHT_TEXT, row, _THIRD), *_VALUE)
    draft.put(sheet, (row, _RIGHT_TEXT), text, *_VALUE)


def _listed_sheets(draft: Draft) -> list[tuple[str, str]]:
    """Return the name and the purpose of each sheet after this one, in their order."""
    words, names = draft.words, draft.names
    about_summary = words.tr("One page for the board of directors; not used by the import")
    about_moves = words.tr("What changes when, with a bar for each move; not used by the import")
    about_hours = words.tr("Who is there when, hour by hour; not used by the import")
    about_staff = words.tr("People needed and there, with live formulas; not used by the import")
    about_cost = words.tr("Cost of the parties, with live formulas; not used by the import")
    about_scores = words.tr("Scores, aims and gaps with a radar; not used by the import")
    about_flows = words.tr("Who does what after whom, and Sunday 03:00; not used by the import")
    about_sharing = words.tr("Who shares what with whom, by agreement; not used by the import")
    about_duties = words.tr("What is to be reported by when; not used by the import")
    about_keys = words.tr("Ten keys and known failures, with verdicts; not used by the import")
    about_data = words.tr("The letters as a list, for pivot tables; not used by the import")
    listed = [
        (True, names.matrix, words.tr("Who does what: please fill in")),
        (True, names.workload, words.tr("Load and share of each party")),
        (has_summary_sheet(draft), names.summary, about_summary),
        (has_roadmap_sheet(draft), names.roadmap, about_moves),
        (has_hours_sheet(draft), names.hours, about_hours),
        (has_staffing_sheet(draft), names.staffing, about_staff),
        (has_cost_sheet(draft), names.cost, about_cost),
        (has_maturity_sheet(draft), names.maturity, about_scores),
        (has_flows_sheet(draft), names.flows, about_flows),
        (has_sharing_sheet(draft), names.sharing, about_sharing),
        (has_reporting_sheet(draft), names.reporting, about_duties),
        (has_lessons_sheet(draft), names.review, about_keys),
        (True, names.checks, words.tr("What the rules require, and how many roles break them")),
        (True, names.roles, words.tr("Descriptions of the roles")),
        (True, names.sources, words.tr("Sources, defaults and date")),
        (has_data_sheet(draft.matrix), names.data, about_data),
        (True, names.history, words.tr("Who changed what, and when")),
    ]
    return [(name, about) for is_there, name, about in listed if is_there]


def _write_sheets(sheet: Worksheet, draft: Draft, row: int) -> int:
    """Write the sheets with their purposes and links; return the last row."""
    row = _write_heading(sheet, draft, row, _LEFT_PANEL, draft.words.tr("Sheets"))
    listed = _listed_sheets(draft)
    look = draft.styles.of(*_HEADER, styles.LINKED)
    for name, about in listed:
        sheet.write_url(row, _LEFT, f"internal:{on_sheet(name, 'A1')}", look, name)
        draft.put(sheet, (row, _LEFT_TEXT), about, *_VALUE)
        row += 1
    return row


def _body(draft: Draft, column: int) -> str:
    """Return the reference to a column of the matrix over all roles."""
    return on_sheet(draft.names.matrix, draft.layout.body_of(column))
