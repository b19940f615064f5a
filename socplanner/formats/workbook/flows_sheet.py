"""The sheet of flows: every step with who performs it, what it hands on, and Sunday 03:00.

Performing parties and states are those of the phase of the workbook, as of its export: which party
performs is edited in the matrix. The import does not read this sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.flow_inputs import BusinessFlow, FlowStep
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.lanes import parties_of_steps
from socplanner.domain.flows.walk import FlowWalk, StepState, walk
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.coverage_words import moment_name
from socplanner.wording.flow_lines import after_text, receivers_text
from socplanner.wording.flow_words import (
    limit_sentence,
    means_name,
    moment_text,
    step_state_name,
    walk_sentences,
)
from socplanner.wording.language import N_
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import listed, parties_in_words, role_code

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_COLUMNS = (
    (N_("No."), 6.0),
    (N_("Role"), 8.0),
    (N_("What is done"), 36.0),
    (N_("Performed by"), 26.0),
    (N_("After"), 16.0),
    (N_("Hands on"), 24.0),
    (N_("Receivers"), 34.0),
    (N_("Means"), 16.0),
    (N_("TLP"), 18.0),
    (N_("Limit"), 26.0),
    (N_("Condition and note"), 34.0),
    (N_("State"), 18.0),
    (N_("Ends"), 14.0),
)
_STATE = 11
_TITLE_ROW, _ABOUT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_HEADER_HEIGHT = 26.0
_TEXT = (styles.BOX, styles.LEFT, styles.WRAP)
_STOPS = frozenset({StepState.UNMANNED, StepState.NO_PARTY})


def has_flows_sheet(draft: Draft) -> bool:
    """Return whether the plan has flows of its own, and the copy is for all parties."""
    return bool(draft.plan.flows) and draft.marked_party is None


def write_flows(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet, flow by flow."""
    words = draft.words
    title = words.tr("Flows")
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, 0), title, styles.TITLE)
    about = words.tr(
        "State and end are those of a walk that begins {moment}. Who performs a step is the party "
        "responsible in the matrix. The import does not read this sheet.",
        moment=moment_name(SUNDAY_NIGHT, words),
    )
    draft.put(sheet, (_ABOUT_ROW, 0), about, styles.QUIET)
    for column, (heading, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        look = styles.header(colours.PLAIN_HEADING)
        draft.put(sheet, (_HEADER_ROW, column), words.tr(heading), look, styles.WRAP)
    sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)
    row, height = _FIRST_ROW, 80.0
    for flow in draft.plan.flows:
        row, used = _write_flow(sheet, draft, row, flow)
        height += used
    sheet.freeze_panes(_FIRST_ROW, 2)
    set_page(sheet, draft, title)
    sheet.repeat_rows(_HEADER_ROW)
    print_over_pages(sheet, [width for _, width in _COLUMNS], height, _HEADER_HEIGHT)


def _write_flow(sheet: Worksheet, draft: Draft, row: int, flow: BusinessFlow) -> tuple[int, float]:
    """Write the line of a flow and its steps; return the next row and the height in points."""
    plan, words, phase = draft.plan, draft.words, draft.matrix.phase.id
    walked = walk(plan, phase, flow, started_at(SUNDAY_NIGHT))
    sentences = " ".join(walk_sentences(plan, walked, words))
    draft.put(sheet, (row, 0), words.local(flow.name), styles.BOLD)
    draft.put(sheet, (row, 3), sentences, styles.QUIET)
    height = LINE_HEIGHT * 1.4
    sheet.set_row(row, height)
    parties = parties_of_steps(plan, phase, flow)
    for number, step in enumerate(flow.steps, start=1):
        row += 1
        performing = parties_in_words(plan, parties[step.id].performing, words)
        texts = _texts(draft, flow, step, number, performing, walked)
        for column, text in enumerate(texts):
            look = styles.BOLD if column == _STATE and _is_stopping(walked, step) else {}
            draft.put(sheet, (row, column), text, *_TEXT, look)
        needed = max(lines(text, width) for text, (_, width) in zip(texts, _COLUMNS, strict=True))
        used = max(needed * LINE_HEIGHT + 4, LINE_HEIGHT * 1.4)
        sheet.set_row(row, used)
        height += used
    return row + 2, height + LINE_HEIGHT


def _texts(
    draft: Draft,
    flow: BusinessFlow,
    step: FlowStep,
    number: int,
    performing: str,
    walked: FlowWalk,
) -> tuple[str, ...]:
    plan, words = draft.plan, draft.words
    of_walk = walked.walked(step.id)
    remarks = (words.local(step.condition), words.local(step.note))
    return (
        str(number),
        role_code(plan, step.role),
        words.local(step.does),
        performing or "–",
        after_text(plan, flow, step, words),
        words.local(step.sends),
        receivers_text(plan, step, plan.counterparts, words),
        listed((means_name(each, words) for each in step.means), words),
        "" if step.tlp is None else tlp_label(step.tlp),
        limit_sentence(plan, flow, step, words),
        listed(filter(None, remarks), words),
        "" if of_walk is None else step_state_name(of_walk.state, words),
        "" if of_walk is None else moment_text(walked.clock, of_walk.ends, words),
    )


def _is_stopping(walked: FlowWalk, step: FlowStep) -> bool:
    of_walk = walked.walked(step.id)
    return of_walk is not None and of_walk.state in _STOPS
