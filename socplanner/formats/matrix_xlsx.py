"""The Excel responsibility matrix: from the matrix of one phase to the bytes of a workbook."""

import io
from collections.abc import Callable
from functools import partial
from typing import cast

from xlsxwriter import Workbook

from socplanner.domain.checks.run import check_phase
from socplanner.domain.matrix import Matrix, by_function
from socplanner.formats.record.keys import BASE_SHEET
from socplanner.formats.workbook.agreement_sheets import agreement_sheets, write_agreement
from socplanner.formats.workbook.base_sheet import write_base
from socplanner.formats.workbook.checks_sheet import write_checks
from socplanner.formats.workbook.cost_sheet import has_cost_sheet, write_cost
from socplanner.formats.workbook.cover import write_cover
from socplanner.formats.workbook.data_sheet import has_data_sheet, write_data
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.formats.workbook.flows_sheet import has_flows_sheet, write_flows
from socplanner.formats.workbook.history_sheet import write_history
from socplanner.formats.workbook.hours_sheet import has_hours_sheet, write_hours
from socplanner.formats.workbook.layout import layout_of
from socplanner.formats.workbook.lessons_sheet import has_lessons_sheet, write_lessons
from socplanner.formats.workbook.letter_counts import letter_counts_of
from socplanner.formats.workbook.lists_sheet import write_lists
from socplanner.formats.workbook.matrix_sheet import write_matrix
from socplanner.formats.workbook.maturity_sheet import has_maturity_sheet, write_maturity
from socplanner.formats.workbook.plain_sheet import PlainSheet
from socplanner.formats.workbook.roadmap_sheet import has_roadmap_sheet, write_roadmap
from socplanner.formats.workbook.roles_sheet import write_roles
from socplanner.formats.workbook.sharing_sheet import (
    has_reporting_sheet,
    has_sharing_sheet,
    write_reporting,
    write_sharing,
)
from socplanner.formats.workbook.sheet_names import sheet_names
from socplanner.formats.workbook.sources_sheet import write_sources
from socplanner.formats.workbook.staffing_sheet import has_staffing_sheet, write_staffing
from socplanner.formats.workbook.stored_values import keep_stored_values
from socplanner.formats.workbook.styles import Styles
from socplanner.formats.workbook.summary_sheet import has_summary_sheet, write_summary
from socplanner.formats.workbook.workload_sheet import write_workload
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_name

WriteSheet = Callable[[PlainSheet, Draft], None]
"""Writes the whole of one sheet."""


def render(matrix: Matrix, words: Words, facts: WorkbookFacts) -> bytes:
    """Return the workbook of `matrix`; the same bytes for the same plan, words and facts."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    matrix = by_function(matrix)
    layout = layout_of(matrix)
    names, styles = sheet_names(words), Styles(book, words.language)
    findings = check_phase(matrix.plan, matrix.phase.id)
    counts = letter_counts_of(matrix, layout, findings)
    draft = Draft(book, matrix, words, facts, layout, names, styles, counts, findings)
    title, subject = words.tr("Responsibility matrix"), phase_name(matrix.phase, words)
    book.set_properties(facts.properties(title, subject, matrix.plan.organisation))
    book.set_size(2400, 1350)
    keep_stored_values(book)
    sheets: tuple[tuple[str, WriteSheet, str], ...] = (
        (names.cover, write_cover, "#1F3A5F"),
        (names.matrix, write_matrix, "#BC4430"),
        (names.workload, write_workload, "#2B7648"),
        *([(names.summary, write_summary, "#1F3A5F")] if has_summary_sheet(draft) else []),
        *([(names.roadmap, write_roadmap, "#2B7648")] if has_roadmap_sheet(draft) else []),
        *([(names.hours, write_hours, "#2B7648")] if has_hours_sheet(draft) else []),
        *([(names.staffing, write_staffing, "#2B7648")] if has_staffing_sheet(draft) else []),
        *([(names.cost, write_cost, "#2B7648")] if has_cost_sheet(draft) else []),
        *([(names.maturity, write_maturity, "#2B7648")] if has_maturity_sheet(draft) else []),
        *([(names.flows, write_flows, "#2B7648")] if has_flows_sheet(draft) else []),
        *([(names.sharing, write_sharing, "#2B7648")] if has_sharing_sheet(draft) else []),
        *([(names.reporting, write_reporting, "#2B7648")] if has_reporting_sheet(draft) else []),
        *(
            (each.name, partial(write_agreement, group=each.group), "#466A87")
            for each in agreement_sheets(draft)
        ),
        *([(names.review, write_lessons, "#A4262C")] if has_lessons_sheet(draft) else []),
        (names.checks, write_checks, "#A4262C"),
        (names.roles, write_roles, "#466A87"),
        (names.sources, write_sources, "#94690A"),
        *([(names.data, write_data, "#466A87")] if has_data_sheet(matrix) else []),
        (names.lists, write_lists, "#57606A"),
        (names.history, write_history, "#57606A"),
    )
    created = [
        (cast(PlainSheet, book.add_worksheet(name, PlainSheet)), write, tab)
        for name, write, tab in sheets
    ]
    for sheet, write, tab in created:
        sheet.set_tab_color(tab)
        write(sheet, draft)
    write_base(book.add_worksheet(BASE_SHEET), draft)
    book.close()
    return target.getvalue()
