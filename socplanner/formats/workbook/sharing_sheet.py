"""The sheets of sharing and of reporting duties: every share of the plan's flows, every duty.

Parties are those of the phase of the workbook, as of its export. The import does not read these
sheets, nor those of agreements.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from socplanner.domain.sharing.duties import ListedDuty
from socplanner.domain.sharing.shares import Share, shares_of
from socplanner.domain.sharing.sharing_groups import SharingGroup, sharing_groups
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.duty_clock_words import advice_note, duty_binding, duty_law, term_text
from socplanner.wording.flow_words import receiver_name
from socplanner.wording.language import N_
from socplanner.wording.sharing_words import (
    share_content,
    share_limit,
    share_means,
    share_sender,
    share_target,
    short_label,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Columns = Sequence[tuple[str, float]]
"""The heading and the width of each column."""

_COLUMNS = (
    (N_("Sender"), 38.0),
    (N_("Receiver"), 44.0),
    (N_("What is handed on"), 40.0),
    (N_("TLP"), 16.0),
    (N_("Means"), 24.0),
    (N_("Limit"), 16.0),
    (N_("Flow"), 30.0),
    (N_("Leaves the organisation"), 16.0),
)
_DUTIES = (
    (N_("Reporting duty"), 36.0),
    (N_("Receiver"), 32.0),
    (N_("Condition"), 36.0),
    (N_("Kind"), 14.0),
    (N_("Term"), 26.0),
    (N_("As of"), 14.0),
    (N_("Law"), 38.0),
    (N_("Source"), 38.0),
)
_TITLE_ROW, _ABOUT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_HEADER_HEIGHT, _LEAST, _ABOVE = 30.0, 20.0, 60.0
_TEXT = (styles.BOX, styles.LEFT, styles.WRAP)


def has_sharing_sheet(draft: Draft) -> bool:
    """Return whether the plan has flows, agreements or duties, and the copy is for all parties."""
    plan = draft.plan
    return bool(plan.flows or plan.sharing or plan.reporting) and draft.marked_party is None


def shares_in(draft: Draft) -> tuple[Share, ...]:
    """Return the shares of the plan's own flows, those that leave the organisation first."""
    shares = shares_of(draft.plan, draft.matrix.phase.id, draft.plan.flows)
    return tuple(sorted(shares, key=_stays))


def groups_in(draft: Draft) -> tuple[SharingGroup, ...]:
    """Return the counterparts of the plan with what is shared with them."""
    plan = draft.plan
    return sharing_groups(plan, shares_in(draft), draft.facts.duties, plan.counterparts)


def write_sharing(sheet: Worksheet, draft: Draft) -> None:
    """Write the sheet of shares."""
    words = draft.words
    about = words.tr("What the flows of the plan hand on. The import does not read this sheet.")
    _begin(sheet, draft, words.tr("Sharing"), about, _COLUMNS)
    rows = [_share_texts(draft, share) for share in shares_in(draft)]
    _write_rows(sheet, draft, rows, _COLUMNS)
    set_page(sheet, draft, words.tr("Sharing"))
    _print(sheet, rows, _COLUMNS)


def write_reporting(sheet: Worksheet, draft: Draft) -> None:
    """Write the sheet of reporting duties."""
    words = draft.words
    _begin(sheet, draft, words.tr("Reporting duties"), advice_note(words), _DUTIES)
    rows = [_duty_texts(draft, listed) for listed in draft.facts.duties]
    _write_rows(sheet, draft, rows, _DUTIES)
    set_page(sheet, draft, words.tr("Reporting duties"))
    _print(sheet, rows, _DUTIES)


def has_reporting_sheet(draft: Draft) -> bool:
    """Return whether there are duties, and the sheet of shares is there too."""
    return has_sharing_sheet(draft) and bool(draft.facts.duties)


def _begin(sheet: Worksheet, draft: Draft, title: str, about: str, columns: Columns) -> None:
    """Write the title, what the sheet is about, and the headings."""
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, 0), title, styles.TITLE)
    draft.put(sheet, (_ABOUT_ROW, 0), about, styles.QUIET)
    look = styles.header(colours.PLAIN_HEADING)
    for column, (heading, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        draft.put(sheet, (_HEADER_ROW, column), draft.words.tr(heading), look, styles.WRAP)
    sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)
    sheet.freeze_panes(_FIRST_ROW, 1)


def _write_rows(
    sheet: Worksheet, draft: Draft, rows: Sequence[Sequence[str]], columns: Columns
) -> None:
    for row, texts in enumerate(rows, start=_FIRST_ROW):
        for column, text in enumerate(texts):
            draft.put(sheet, (row, column), text, *_TEXT)
        sheet.set_row(row, _height(texts, columns))
    if rows:
        sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + len(rows), len(columns) - 1)


def _print(sheet: Worksheet, rows: Sequence[Sequence[str]], columns: Columns) -> None:
    """Print the sheet with its headings on every page."""
    sheet.repeat_rows(_HEADER_ROW)
    height = _ABOVE + sum(_height(texts, columns) for texts in rows)
    print_over_pages(sheet, [width for _, width in columns], height, _HEADER_HEIGHT)


def _height(texts: Sequence[str], columns: Columns) -> float:
    """Return the height of a row in points."""
    needed = max(lines(text, columns[column][1] - 3) for column, text in enumerate(texts))
    return max(_LEAST, needed * LINE_HEIGHT + 4)


def _share_texts(draft: Draft, share: Share) -> tuple[str, ...]:
    plan, words = draft.plan, draft.words
    return (
        share_sender(plan, share, words),
        share_target(plan, share, plan.counterparts, words),
        share_content(share, words),
        short_label(share.step.tlp, words),
        share_means(share, words),
        share_limit(share, words),
        words.local(share.flow.name),
        words.tr("yes") if share.leaves else words.tr("no"),
    )


def _duty_texts(draft: Draft, listed: ListedDuty) -> tuple[str, ...]:
    plan, words, duty = draft.plan, draft.words, listed.duty
    counterparts = (*plan.counterparts, *draft.facts.flows.counterparts)
    return (
        words.local(duty.name),
        receiver_name(plan, duty.to, counterparts, words),
        words.local(duty.condition),
        duty_binding(duty, words),
        term_text(duty, words),
        duty.as_of,
        duty_law(duty, words),
        words.local(duty.source),
    )


def _stays(share: Share) -> bool:
    return not share.leaves
