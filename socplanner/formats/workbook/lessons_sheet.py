"""The sheet of the review: every prompt with verdict, evidence, remedy, comment and waiver.

Verdicts are those of the day of export, and of the phase of the workbook; the numbers above count
them by live formulas, so that a filtered copy can be edited. The import does not read this sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.prompts import CHAPTERS, Prompts
from socplanner.domain.lessons.reviewing import PromptReview, reviewed_prompts, verdict_counts
from socplanner.formats.record.cell_references import cell
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.language import N_
from socplanner.wording.lesson_words import (
    chapter_name,
    evidence_lines,
    key_title,
    own_verdict_text,
    prompt_waiver_text,
    signed_verdict,
    signed_verdict_words,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ID, _CHAPTER, _KEY, _QUESTION, _VERDICT, _EVIDENCE, _REMEDY, _COMMENT = range(8)
_COLUMNS = (
    (N_("Prompt"), 8.0),
    (N_("Chapter"), 13.0),
    (N_("Key"), 26.0),
    (N_("Question"), 36.0),
    (N_("Verdict"), 16.0),
    (N_("Evidence"), 52.0),
    (N_("Remedy"), 34.0),
    (N_("Comment, own verdict and waiver"), 36.0),
)
_TITLE_ROW, _HINT_ROW, _SOURCE_ROW, _NAMES_ROW, _COUNTS_ROW, _HEADER_ROW, _FIRST_ROW = (
    *(0, 1, 2),
    *(4, 5),
    *(7, 8),
)
_HEADER_HEIGHT, _LEAST = 24.0, 24.0
_COUNTED = (_CHAPTER, _KEY, _QUESTION, _VERDICT)
"""The columns above the table that have the number of each verdict."""

_WAIVED = _EVIDENCE
"""The column after them, with the number of waived prompts."""

_LOOKS: Mapping[LessonVerdict, styles.Part] = {
    LessonVerdict.NOT_MET: {"font_color": colours.ALARM, "bg_color": colours.ALARM_SHADE},
    LessonVerdict.DOUBTFUL: styles.filled("#FCF2DC", "#6B4700"),
    LessonVerdict.UNCLEAR: styles.filled(colours.GREY, colours.MUTED),
    LessonVerdict.MET: styles.filled("#E7F4EC", "#175634"),
}


def has_lessons_sheet(draft: Draft) -> bool:
    """Return whether the review is wanted, or something of it is stated, for all parties."""
    is_wanted = draft.facts.workbook_copy.with_review or bool(draft.plan.lessons)
    return is_wanted and draft.facts.prompts is not None and draft.marked_party is None


def write_lessons(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    prompts = draft.facts.prompts
    if prompts is None:
        return
    words, title = draft.words, draft.words.tr("Review")
    reviews = _in_chapters(draft, prompts)
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, _ID), title, styles.TITLE)
    hint = words.tr(
        "Verdicts as of {day}; their numbers are live formulas. The import does not read this "
        "sheet.",
        day=draft.facts.date.isoformat(),
    )
    draft.put(sheet, (_HINT_ROW, _ID), hint, styles.QUIET)
    draft.put(sheet, (_SOURCE_ROW, _ID), words.local(prompts.source), styles.QUIET)
    for column, (heading, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        look = styles.header(colours.PLAIN_HEADING)
        draft.put(sheet, (_HEADER_ROW, column), words.tr(heading), look)
    sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)
    height = sum(
        _write_prompt(sheet, draft, line, prompts, review)
        for line, review in enumerate(reviews, start=_FIRST_ROW)
    )
    last = _FIRST_ROW + max(len(reviews), 1) - 1
    _write_counts(sheet, draft, last, reviews)
    sheet.autofilter(_HEADER_ROW, _ID, last, _COMMENT)
    sheet.freeze_panes(_FIRST_ROW, 0)
    set_page(sheet, draft, title)
    sheet.repeat_rows(_HEADER_ROW)
    print_over_pages(sheet, [width for _, width in _COLUMNS], height + 150, _HEADER_HEIGHT)


def _in_chapters(draft: Draft, prompts: Prompts) -> list[PromptReview]:
    """Return the review of the phase, chapter by chapter."""
    phase, today = draft.matrix.phase.id, draft.facts.date.isoformat()
    reviews = reviewed_prompts(draft.plan, phase, prompts, today, draft.facts.flows)
    return [each for chapter in CHAPTERS for each in reviews if each.prompt.chapter == chapter]


def _write_counts(sheet: Worksheet, draft: Draft, last: int, reviews: list[PromptReview]) -> None:
    """Write how many prompts have each verdict, and how many are waived, by formulas.

    The verdict of a waived prompt has a remark, so that it equals none of the names.
    """
    span = f"{cell(_FIRST_ROW, _VERDICT)}:{cell(last, _VERDICT)}"
    counts = verdict_counts(reviews)
    number = draft.styles.of(styles.BOX, styles.MIDDLE, styles.BOLD)
    sheet.set_row(_COUNTS_ROW, _HEADER_HEIGHT)
    for verdict, column in zip(LessonVerdict, _COUNTED, strict=True):
        text = signed_verdict(verdict, draft.words)
        parts = (styles.BOX, styles.MIDDLE, styles.WRAP, styles.BOLD, _LOOKS[verdict])
        draft.put(sheet, (_NAMES_ROW, column), text, *parts)
        formula = f"COUNTIF({span},{cell(_NAMES_ROW, column)})"
        sheet.write_formula(_COUNTS_ROW, column, formula, number, counts[verdict])
    parts = (styles.BOX, styles.MIDDLE, styles.WRAP, styles.BOLD, styles.QUIET)
    draft.put(sheet, (_NAMES_ROW, _WAIVED), draft.words.tr("Waived"), *parts)
    counted = f"{cell(_COUNTS_ROW, _COUNTED[0])}:{cell(_COUNTS_ROW, _COUNTED[-1])}"
    formula = f"COUNTA({span})-SUM({counted})"
    waived = sum(review.is_waived for review in reviews)
    sheet.write_formula(_COUNTS_ROW, _WAIVED, formula, number, waived)
    sheet.set_row(_NAMES_ROW, 30)


def _write_prompt(
    sheet: Worksheet, draft: Draft, line: int, prompts: Prompts, review: PromptReview
) -> float:
    """Write one prompt; return the height of its row in points."""
    words, prompt, entry = draft.words, review.prompt, review.entry
    today = draft.facts.date.isoformat()
    stated = (
        entry.comment,
        own_verdict_text(entry, words),
        prompt_waiver_text(entry, today, words),
    )
    verdict = signed_verdict(review.verdict, words)
    verdict = signed_verdict_words(review, words) if review.is_waived else verdict
    texts = (
        prompt.id,
        chapter_name(prompt.chapter, words),
        key_title(prompts, prompt, words),
        words.local(prompt.question),
        verdict,
        "\n".join(evidence_lines(review, draft.plan, words)),
        words.local(prompt.remedy),
        "\n".join(filter(None, stated)),
    )
    for column, text in enumerate(texts):
        place = styles.MIDDLE if column in {_ID, _CHAPTER, _VERDICT} else styles.LEFT
        parts = [styles.BOX, styles.WRAP, place]
        if column == _ID:
            parts.append(styles.BOLD)
        if column == _VERDICT:
            parts += [styles.BOLD, styles.QUIET if review.is_waived else _LOOKS[review.verdict]]
        draft.put(sheet, (line, column), text, *parts)
    needed = max(lines(text, _COLUMNS[column][1] - 3) for column, text in enumerate(texts))
    height = max(_LEAST, needed * LINE_HEIGHT + 8)
    sheet.set_row(line, height)
    return height
