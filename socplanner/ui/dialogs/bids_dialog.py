"""The dialog that compares bids: roles down, vendors across, with coverage, totals and gaps.

Removing a bid is a step that can be undone; the comparison can be exported as a workbook.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.tender.comparison import BidColumn, Comparison, comparison_of
from socplanner.domain.tender_edits import RemoveBid
from socplanner.domain.tender_inputs import VENDOR_ANSWERS, BidAnswer
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.plain_table import set_up
from socplanner.ui.dialogs.provider_choice import ProviderChoice
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.notice_bar import NoticeBar
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.theme import severity_colour
from socplanner.wording.comparison_words import comparison_notes, price_text, priced_answer
from socplanner.wording.tender_words import answer_name
from socplanner.wording.terms import phase_name, role_label

_SIZE = (940, 720)
_NOTES_SHOWN = 5
_ROW_SPACE, _CELL_SPACE = 8, 16
_WIDEST = BidAnswer("conditions", 12_345_678)
"""An answer that is readable in a column of any width."""


class BidsDialog(QuestionDialog):
    """Shows the bids for one provider in one phase."""

    edit = None
    """What is removed is removed at once; closing changes nothing more."""

    def __init__(
        self,
        document: Document,
        translator: Translator,
        subject: tuple[PartyId | None, PhaseId],
        export: Callable[[PartyId, PhaseId], object],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with provider and phase of `subject`; `export` writes the comparison to a file."""
        words = translator.words
        super().__init__(words.tr("Bids"), words.tr("Close"), words, parent)
        self._document = document
        self._export = export
        party, phase = subject
        self.parties = ProviderChoice(document.plan, party, words, self)
        self.phases = QComboBox(self)
        for each in document.plan.phases:
            self.phases.addItem(phase_name(each, words), each.id)
        self.phases.setCurrentIndex(max(0, self.phases.findData(phase)))
        self.table = QTableWidget(0, 0, self)
        self.notes = QListWidget(self)
        self.bids = QComboBox(self)
        self.remove_button = QPushButton(words.tr("Re&move the bid"), self)
        self.export_button = QPushButton(words.tr("&Export the comparison…"), self)
        self.notices = NoticeBar(self)
        self._lay_out()
        self.parties.currentIndexChanged.connect(self.show_bids)
        self.phases.currentIndexChanged.connect(self.show_bids)
        self.remove_button.clicked.connect(self._remove)
        self.export_button.clicked.connect(self._on_export)
        self.show_bids()

    def _lay_out(self) -> None:
        words = self.words
        top, below = QHBoxLayout(), QHBoxLayout()
        for title, box in (
            (words.tr("P&rovider"), self.parties),
            (words.tr("&Phase"), self.phases),
        ):
            label = PlainLabel(self, title)
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
        top.addStretch(1)
        self.table.setWordWrap(False)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_SPACE)
        self.notes.setAccessibleName(words.tr("What is missing"))
        self.notes.setWordWrap(True)
        self.notes.setFixedHeight(_NOTES_SHOWN * self.fontMetrics().lineSpacing() + 12)
        self.bids.setAccessibleName(words.tr("Bid"))
        for widget in (self.bids, self.remove_button):
            below.addWidget(widget)
        below.addStretch(1)
        below.addWidget(self.export_button)
        for button in (self.remove_button, self.export_button):
            button.setAutoDefault(False)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.notes)
        self.column.addLayout(below)
        self.column.addWidget(self.notices)
        self.finish_layout()
        self.cancel_button.hide()
        resize_for_texts(self, *_SIZE)

    @property
    def _phase(self) -> PhaseId:
        return PhaseId(str(self.phases.currentData()))

    def show_bids(self) -> None:
        """Show the bids as the plan has them."""
        shown = comparison_of(self._document.plan, self._phase, self.parties.party)
        words, columns = self.words, shown.columns
        self.table.clear()
        self.table.setColumnCount(1 + len(columns))
        headings = (words.tr("Role"), *(_vendor(each) for each in columns))
        set_up(self.table, words.tr("Bids side by side"), headings)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self._set_up_header(headings)
        rows = self._rows(shown)
        self.table.setRowCount(len(rows))
        gaps = {row for row, role in enumerate(shown.roles) if role in shown.gaps}
        for row, (texts, tips) in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(tool_tip(tips[column]))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                if column == 0 and row in gaps:
                    item.setForeground(severity_colour(Severity.WARNING, self.palette()))
                self.table.setItem(row, column, item)
        self.notes.clear()
        empty = words.tr("There are no bids yet: import the returned tender packs.")
        notes = list(comparison_notes(shown, words))
        self.notes.addItems(notes if columns or shown.elsewhere else [empty])
        self.bids.clear()
        for each in columns:
            self.bids.addItem(_vendor(each), each.bid.id)
        for widget in (self.bids, self.remove_button, self.export_button):
            widget.setEnabled(bool(columns))

    def _set_up_header(self, headings: Sequence[str]) -> None:
        """Let columns fill the table, and scroll where they would be too narrow for an answer."""
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        widest = priced_answer(_WIDEST, "JPY", self.words)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance(widest) + _CELL_SPACE)
        for column, heading in enumerate(headings):
            item = self.table.horizontalHeaderItem(column)
            if item is not None:
                item.setToolTip(tool_tip(heading))

    def _rows(self, shown: Comparison) -> list[tuple[list[str], list[str]]]:
        """Return the texts of each row, and the tooltips: comments, where there are any."""
        words, columns = self.words, shown.columns
        rows = []
        for place, role in enumerate(shown.roles):
            answers = [each.answers[place] for each in columns]
            texts = [role_label(role, words), *(self._answer(each, shown) for each in answers)]
            tips = [
                "",
                *(each.comment or text for each, text in zip(answers, texts[1:], strict=True)),
            ]
            rows.append((texts, tips))
        sums = [
            [answer_name(answer, words), *(str(each.count(answer)) for each in columns)]
            for answer in VENDOR_ANSWERS
        ]
        sums.append([words.tr("Not answered"), *(str(len(each.unanswered)) for each in columns)])
        prices = (
            (words.tr("Flat price a month"), [each.bid.flat for each in columns]),
            (words.tr("Total a month"), [each.total for each in columns]),
            (words.tr("Paid once"), [each.bid.once for each in columns]),
        )
        sums += [
            [name, *(price_text(price, shown.currency) for price in stated)]
            for name, stated in prices
        ]
        sums.append([words.tr("Comment"), *(each.bid.comment for each in columns)])
        return [*rows, *((texts, texts) for texts in sums)]

    def _answer(self, answer: BidAnswer, shown: Comparison) -> str:
        """Return answer, price and comment of a vendor for a role."""
        text = priced_answer(answer, shown.currency, self.words)
        return f"{text} · {answer.comment}" if answer.comment else text

    def _remove(self) -> None:
        party, bid = self.parties.party, str(self.bids.currentData())
        vendor = self.bids.currentText()
        if self._document.try_perform(RemoveBid(party, bid)):
            self.show_bids()
            text = self.words.tr("The bid of {vendor} was removed.", vendor=vendor)
            undo = Remedy(self.words.tr("Undo"), self._undo)
            self.notices.show_notice(Notice(NoticeKind.DONE, text, undo), self.words)

    def _undo(self) -> None:
        self._document.undo()
        self.show_bids()

    def _on_export(self) -> None:
        self._export(self.parties.party, self._phase)


def _vendor(each: BidColumn) -> str:
    return " · ".join(part for part in (each.bid.vendor, each.bid.day) if part)
