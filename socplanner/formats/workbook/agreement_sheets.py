"""A sheet for each counterpart: both tables of the agreement, what is shared, what is reported.

At most `MOST_AGREEMENT_SHEETS` are written, those with an agreement first; the sheet of sharing has
all shares. A question without an answer is an empty cell, to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING, NamedTuple

from socplanner.domain.sharing.shares import Share
from socplanner.domain.sharing.sharing_groups import SharingGroup
from socplanner.domain.sharing_inputs import NO_SHARING_SIDE, Agreement
from socplanner.formats.record.keys import BASE_SHEET
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import A4, print_over_pages, set_page
from socplanner.formats.workbook.sharing_sheet import groups_in, has_sharing_sheet
from socplanner.formats.workbook.sheet_names import legal_name
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.duty_clock_words import duty_binding, duty_law, term_text
from socplanner.wording.flow_words import receiver_name
from socplanner.wording.marking import tlp_label
from socplanner.wording.sharing_words import (
    answer_text,
    counterpart_kind_text,
    question_name,
    share_content,
    share_means,
    share_sender,
    share_target,
    sharing_side_name,
    short_label,
    types_text,
)
from socplanner.wording.terms import listed

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_AGREEMENT_SHEETS = 12
_WIDTHS = (22.0, 56.0, 56.0)
_LEAST, _ANSWER_LEAST = 20.0, 30.0
_TEXT = (styles.BOX, styles.LEFT, styles.WRAP)


class AgreementSheet(NamedTuple):
    """The name of a sheet and the counterpart that it is about."""

    name: str
    group: SharingGroup


def agreement_sheets(draft: Draft) -> tuple[AgreementSheet, ...]:
    """Return the sheets of agreements, none for a copy for one party."""
    if not has_sharing_sheet(draft):
        return ()
    groups = sorted(groups_in(draft), key=_is_open)
    names = [*astuple(draft.names), BASE_SHEET]
    result = []
    for group in groups[:MOST_AGREEMENT_SHEETS]:
        name = receiver_name(draft.plan, group.counterpart, draft.plan.counterparts, draft.words)
        names.append(legal_name(draft.words.tr("Agreement {name}", name=name), names))
        result.append(AgreementSheet(names[-1], group))
    return tuple(result)


def write_agreement(sheet: Worksheet, draft: Draft, group: SharingGroup) -> None:
    """Write the sheet of one counterpart."""
    plan, words = draft.plan, draft.words
    name = receiver_name(plan, group.counterpart, plan.counterparts, words)
    title = words.tr("Sharing with {counterpart}", counterpart=name)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 28)
    draft.put(sheet, (0, 0), title, styles.TITLE)
    draft.put(sheet, (1, 0), _about(draft, group), styles.QUIET)
    row, height = 3, 70.0
    agreement = group.agreement or Agreement(group.counterpart)
    facts = (
        (words.tr("TLP"), "" if agreement.tlp is None else tlp_label(agreement.tlp)),
        (words.tr("Types of threat information"), types_text(agreement, words)),
        (words.tr("Note"), words.local(agreement.note)),
    )
    for caption, text in facts:
        draft.put(sheet, (row, 0), caption, *_TEXT, styles.BOLD)
        draft.merge(sheet, (row, 1, row, 2), *_TEXT)
        draft.put(sheet, (row, 1), text, *_TEXT)
        sheet.set_row(row, _LEAST)
        row, height = row + 1, height + _LEAST
    row += 1
    headings = (
        words.tr("Question"),
        sharing_side_name("send", words),
        sharing_side_name("receive", words),
    )
    row, height = _write_table(sheet, draft, row, headings, _answers(draft, agreement), height)
    headings = (words.tr("Direction"), words.tr("What is handed on"), words.tr("From and to"))
    row, height = _write_table(sheet, draft, row, headings, _shares(draft, group), height)
    headings = (words.tr("Kind"), words.tr("Reporting duty"), words.tr("Law"))
    row, height = _write_table(sheet, draft, row, headings, list(_duty_rows(draft, group)), height)
    rows = [(words.tr("Agreed on, by"), "", "")]
    _, height = _write_table(sheet, draft, row, ("", plan.organisation, name), rows, height)
    set_page(sheet, draft, title, A4)
    print_over_pages(sheet, _WIDTHS, height, 0, A4)


def _about(draft: Draft, group: SharingGroup) -> str:
    words = draft.words
    kind = counterpart_kind_text(group.kind, words)
    parts = [kind] if group.agreement is not None else [kind, words.tr("no agreement yet")]
    return listed((*parts, words.tr("not used by the import")), words)


def _write_table(
    sheet: Worksheet,
    draft: Draft,
    row: int,
    headings: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    height: float,
) -> tuple[int, float]:
    """Write a table, none without rows; return the row after a gap, and the height so far."""
    if not rows:
        return row, height
    look = styles.header(colours.PLAIN_HEADING)
    for column, heading in enumerate(headings):
        draft.put(sheet, (row, column), heading, look, styles.WRAP)
    sheet.set_row(row, _LEAST)
    for texts in rows:
        row += 1
        for column, text in enumerate(texts):
            part = styles.BOLD if column == 0 else {}
            draft.put(sheet, (row, column), text, *_TEXT, part)
        needed = max(lines(text, _WIDTHS[column] - 3) for column, text in enumerate(texts))
        least = _LEAST if any(texts[1:]) else _ANSWER_LEAST
        used = max(least, needed * LINE_HEIGHT + 4)
        sheet.set_row(row, used)
        height += used
    return row + 2, height + _LEAST + LINE_HEIGHT


def _answers(draft: Draft, agreement: Agreement) -> list[tuple[str, ...]]:
    words = draft.words
    send, receive = agreement.send.answers(), agreement.receive.answers()
    return [
        (
            question_name(question, words),
            answer_text(question, send[question], words),
            answer_text(question, receive[question], words),
        )
        for question in NO_SHARING_SIDE.answers()
    ]


def _shares(draft: Draft, group: SharingGroup) -> list[tuple[str, ...]]:
    words = draft.words
    return [
        *(_share(draft, share, words.tr("we send")) for share in group.sent),
        *(_share(draft, share, words.tr("we receive")) for share in group.received),
    ]


def _share(draft: Draft, share: Share, direction: str) -> tuple[str, ...]:
    plan, words = draft.plan, draft.words
    what = (
        share_content(share, words),
        short_label(share.step.tlp, words),
        share_means(share, words),
    )
    sender = share_sender(plan, share, words)
    target = share_target(plan, share, plan.counterparts, words)
    who = words.tr("{sender} to {receiver}", sender=sender, receiver=target)
    return direction, listed(filter(None, what), words), who


def _duty_rows(draft: Draft, group: SharingGroup) -> Iterator[tuple[str, ...]]:
    words = draft.words
    for duty in group.duties:
        name, term = words.local(duty.name), term_text(duty, words)
        source, law = words.local(duty.source), duty_law(duty, words)
        day = words.tr("as of {day}", day=duty.as_of) if duty.as_of else ""
        yield (
            duty_binding(duty, words),
            words.tr("{duty}: {term}", duty=name, term=term),
            listed(filter(None, (law, source, day)), words),
        )


def _is_open(group: SharingGroup) -> bool:
    return group.agreement is None
