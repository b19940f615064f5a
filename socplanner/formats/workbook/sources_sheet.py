"""The sheet of sources: edition, published facts, defaults of this tool, and the date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from socplanner.domain.catalogue import Mark
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import mark_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (40.0, 52.0, 84.0)
_DEFAULTS = (
    (N_("English names"), N_("Working translations.")),
    (
        N_("Default area of a role"),
        N_("One example; it varies by organisation, and this plan takes precedence."),
    ),
    (N_("Standard parties"), N_("A starting list; rename, remove and add as you need.")),
    (
        N_("Standard letters"),
        N_("Derived from role and sourcing; every letter can be changed and should be judged."),
    ),
    (N_("Description of a role"), N_("Written for this tool; not quoted from the textbook.")),
    (N_("Rules of the column “Check”"), N_("Common practice of responsibility charting.")),
)


def write_sources(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    words = draft.words
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 28)
    draft.put(sheet, (0, 0), words.tr("Sources and defaults"), styles.TITLE)
    line = _write_edition(sheet, draft, 2)
    _write_facts(sheet, draft, line + 1)
    set_page(sheet, draft, words.tr("Sources and defaults"))


def _write_edition(sheet: Worksheet, draft: Draft, line: int) -> int:
    """Write edition, source, date and program; return the next free line."""
    words, catalogue = draft.words, draft.plan.catalogue
    draft.merge(sheet, (line, 0, line, 2), styles.HEADING)
    draft.put(sheet, (line, 0), words.tr("This workbook"), styles.HEADING)
    facts = (
        (words.tr("Catalogue"), words.local(catalogue.name)),
        (words.tr("Edition"), catalogue.edition),
        (words.tr("Source"), words.local(catalogue.source)),
        (words.tr("Created with"), f"socplanner {draft.facts.version}"),
        (
            words.tr("Not endorsed"),
            words.tr(
                "The authors of the textbook have neither made nor approved this workbook. It "
                "uses only codes, names and counts of the textbook."
            ),
        ),
    )
    for heading, text in facts:
        line += 1
        _write_pair(sheet, draft, line, heading, text)
    line += 1
    sheet.set_row(line, LINE_HEIGHT + 6)
    draft.put(sheet, (line, 0), words.tr("Date"), styles.BOX, styles.LEFT, styles.SHADED)
    draft.merge(sheet, (line, 1, line, 2), styles.BOX, styles.LEFT, styles.DAY)
    day = draft.styles.of(styles.BOX, styles.LEFT, styles.DAY)
    sheet.write_datetime(line, 1, draft.day, day)
    return line + 1


def _write_pair(sheet: Worksheet, draft: Draft, line: int, heading: str, text: str) -> None:
    look = (styles.BOX, styles.LEFT, styles.WRAP)
    draft.put(sheet, (line, 0), heading, *look, styles.SHADED)
    draft.merge(sheet, (line, 1, line, 2), *look)
    draft.put(sheet, (line, 1), text, *look)
    sheet.set_row(line, lines(text, _WIDTHS[1] + _WIDTHS[2] - 4) * LINE_HEIGHT + 6)


def _write_facts(sheet: Worksheet, draft: Draft, line: int) -> None:
    """Write the source of each kind of fact."""
    words, catalogue = draft.words, draft.plan.catalogue
    draft.merge(sheet, (line, 0, line, 2), styles.HEADING)
    draft.put(sheet, (line, 0), words.tr("Verified facts and defaults"), styles.HEADING)
    line += 1
    headings = (words.tr("Fact"), words.tr("Basis"), words.tr("Remark"))
    for column, heading in enumerate(headings):
        draft.put(sheet, (line, column), heading, styles.header(colours.PLAIN_HEADING), styles.LEFT)
    sheet.set_row(line, 22)
    custom = len(draft.plan.custom_roles) - len(draft.plan.custom_roles.hidden)
    added = words.tr("Added in this plan: {n}", n=custom)
    facts = [
        (
            words.tr("Functions: code and Japanese name"),
            _by_mark((each.mark for each in catalogue.functions), words),
            "",
        ),
        (
            words.tr("Roles: code and Japanese name"),
            _by_mark((each.mark for each in catalogue.roles), words),
            added if custom else "",
        ),
        (
            words.tr("Areas: names and axes"),
            _by_mark((each.mark for each in catalogue.areas), words),
            "",
        ),
        (
            words.tr("Patterns: which areas are in-house"),
            mark_name(Mark.RECALLED, words),
            words.tr("A starting point; the sourcing of each role can be changed."),
        ),
    ]
    default = mark_name(Mark.DEFAULT, words)
    facts += [(words.tr(fact), default, words.tr(remark)) for fact, remark in _DEFAULTS]
    for texts in facts:
        line += 1
        _write_fact(sheet, draft, line, texts)


def _write_fact(sheet: Worksheet, draft: Draft, line: int, texts: tuple[str, str, str]) -> None:
    look = (styles.BOX, styles.LEFT, styles.WRAP)
    for column, text in enumerate(texts):
        draft.put(sheet, (line, column), text, *look)
    needed = max(lines(text, _WIDTHS[column] - 3) for column, text in enumerate(texts))
    sheet.set_row(line, needed * LINE_HEIGHT + 6)


def _by_mark(marks: Iterable[Mark], words: Words) -> str:
    """Return the number of facts by source, one source a line."""
    counted = Counter(marks)
    lines = (
        words.tr("{n}: {mark}", n=counted[mark], mark=mark_name(mark, words))
        for mark in Mark
        if counted[mark]
    )
    return "\n".join(lines)
