"""What is below the boards on the sheet for the directors: gaps, risks, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.maturity.gaps import Gap, owners
from socplanner.domain.summary import RISKS, Summary
from socplanner.formats.workbook import styles
from socplanner.formats.workbook.draft import Draft
from socplanner.wording.summary_words import approval_text, period_and_budget, risk_texts
from socplanner.wording.terms import party_initials, role_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_GAPS, _RISKS = (0, 7), (9, 16)
"""The first and the last column of each list: those of the boards above them."""

_TERMS, _SPACE, _SIGNED = (0, 7), (9, 16), (18, 24)
"""The columns of period and budget, of the space for the decision, and of the approval."""

_MOST_GAPS = 6
_CELL = (styles.BOX, styles.LEFT, styles.SMALL)
_WRAPPED = (*_CELL, styles.WRAP, styles.TOP)
_SHRUNK: styles.Part = {"shrink": True}


def write_gaps_and_risks(sheet: Worksheet, draft: Draft, summary: Summary, row: int) -> int:
    """Write the largest gaps and the risks at `row`; return the next free row."""
    words = draft.words
    _write_heading(sheet, draft, row, _GAPS, words.tr("Largest gaps"))
    _write_heading(sheet, draft, row, _RISKS, words.tr("Risks that remain"))
    for at, gap in enumerate(summary.gaps[:_MOST_GAPS], start=1):
        _write_gap(sheet, draft, row + at, gap)
    if not summary.gaps:
        _write(sheet, draft, row + 1, _GAPS, words.tr("No gap: there is no aim above a score."))
    _write_risks(sheet, draft, summary, row + 1)
    return row + _MOST_GAPS + 1


def write_decision(sheet: Worksheet, draft: Draft, summary: Summary, row: int) -> int:
    """Write period and budget, space for the decision, and who approved; return the next row."""
    words, phase = draft.words, summary.target.phase
    _write_heading(sheet, draft, row, (_TERMS[0], _SIGNED[1]), words.tr("Decision asked for"))
    for at, text in enumerate(period_and_budget(phase, words), start=1):
        _write(sheet, draft, row + at, _TERMS, text)
    draft.merge(sheet, (row + 1, _SPACE[0], row + 3, _SPACE[1]), styles.BOX, styles.ENTRY)
    options = (words.tr("Approved"), words.tr("Postponed"), words.tr("Rejected"))
    first, last = _SIGNED
    for at, option in enumerate(options):
        is_approved = bool(phase.terms.approval_day) and option == options[0]
        start = first + 2 * at
        end = last if option == options[-1] else start + 1
        _write(sheet, draft, row + 1, (start, end), f"{'☑' if is_approved else '☐'} {option}")
    _write(sheet, draft, row + 2, _SIGNED, words.tr("Approved by, on"))
    _write(sheet, draft, row + 3, _SIGNED, approval_text(phase))
    return row + 4


def _write_heading(
    sheet: Worksheet, draft: Draft, row: int, columns: tuple[int, int], title: str
) -> None:
    first, last = columns
    draft.merge(sheet, (row, first, row, last), styles.HEADING)
    draft.put(sheet, (row, first), title, styles.HEADING)


def _write_gap(sheet: Worksheet, draft: Draft, row: int, gap: Gap) -> None:
    """Write role, score and aim, owner and day of one gap."""
    plan, words, each = draft.plan, draft.words, gap.role
    parties = map(plan.party, owners(plan, each))
    owner = " ".join(party_initials(party, words) for party in parties if party)
    texts = (
        ((0, 0), each.role.code),
        ((1, 3), role_name(each.role, words)),
        ((4, 4), f"{each.score} → {each.aim}"),
        ((5, 5), owner or words.tr("no owner")),
        ((6, 7), each.until or words.tr("no date")),
    )
    for columns, text in texts:
        _write(sheet, draft, row, columns, text)


def _write_risks(sheet: Worksheet, draft: Draft, summary: Summary, row: int) -> None:
    """Write the risks, each over two rows."""
    first, last = _RISKS
    texts = [": ".join(risk_texts(risk, draft.plan, draft.words)) for risk in summary.risks]
    if not texts:
        texts = [
            draft.words.tr(
                "No error or warning is open, and incident response has someone on Sunday at 3:00."
            )
        ]
    for at, text in enumerate(texts[:RISKS]):
        top = row + 2 * at
        draft.merge(sheet, (top, first, top + 1, last), *_WRAPPED)
        draft.put(sheet, (top, first), text, *_WRAPPED)


def _write(sheet: Worksheet, draft: Draft, row: int, columns: tuple[int, int], text: str) -> None:
    """Write `text` into the cells of `row` from the first to the last of `columns`."""
    first, last = columns
    draft.merge(sheet, (row, first, row, last), *_CELL, _SHRUNK)
    draft.put(sheet, (row, first), text, *_CELL, _SHRUNK)
