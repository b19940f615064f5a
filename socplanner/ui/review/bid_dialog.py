"""The import of a returned tender pack: its answers, and cells that cannot be read."""

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.tender.comparison import performed_roles
from socplanner.domain.tender.returned_bid import ReturnedBid
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import NO_BID_ANSWER, NO_TENDER
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.day_field import DayField
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.review.import_dialog import ImportDialog
from socplanner.wording import errors
from socplanner.wording.bid_words import bid_notes, cell_problem_text, pack_origin
from socplanner.wording.comparison_words import price_text
from socplanner.wording.language import Words
from socplanner.wording.tender_words import answer_name
from socplanner.wording.terms import party_label, role_label

_SIZE = (860, 620)
_ROW_SPACE = 8


class BidDialog(ImportDialog):
    """Shows the answers of a vendor; `edit` stores the bid in the plan."""

    def __init__(
        self,
        plan: Plan,
        returned: ReturnedBid,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Show `returned`, a bid for a provider of `plan`."""
        super().__init__(parent)
        self._plan, self._returned, self._words = plan, returned, words
        self.setWindowTitle(words.tr("Import bid"))
        self.summary = PlainLabel(self)
        self.summary.setWordWrap(True)
        self.vendor = QLineEdit(returned.bid.vendor, self)
        keep_clean(self.vendor, words)
        self.day = DayField(returned.bid.day, words, self)
        self.answers = QTableWidget(0, 4, self)
        self.unread = QListWidget(self)
        self.unread.setWordWrap(True)
        self.unread.setAccessibleName(words.tr("Not read"))
        self.tabs = QTabWidget(self)
        self.problem = InkLabel(self, "error", "body")
        self.problem.setWordWrap(True)
        self.problem.setAccessibleName(words.tr("What must be corrected"))
        self._show_answers()
        self._show_unread()
        self._lay_out()
        self.vendor.textChanged.connect(self._show_outcome)
        self.day.textChanged.connect(self._show_outcome)
        self.resize(*_SIZE)
        self._show_outcome()

    @property
    def edit(self) -> StoreBid:
        """The edit that stores the bid under the name of its vendor."""
        bid = self._returned.named(self._plan, self.vendor.text().strip(), self.day.day)
        return StoreBid(self._returned.party, bid)

    def _lay_out(self) -> None:
        words, form = self._words, QFormLayout()
        form.addRow(words.tr("&Vendor"), self.vendor)
        form.addRow(words.tr("&Date of the bid"), self.day)
        self.tabs.addTab(self.answers, words.tr("Ans&wers ({n})", n=self._answered))
        self.tabs.addTab(self.unread, words.tr("&Not read ({n})", n=self.unread.count()))
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.accept_button = buttons.addButton(words.tr("Store the bid"), role.AcceptRole)
        buttons.addButton(words.tr("Cancel"), role.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addLayout(form)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.problem)
        column.addWidget(buttons)

    @property
    def _answered(self) -> int:
        return sum(each.answer is not None for each in self._returned.bid.answers.values())

    def _show_answers(self) -> None:
        """List the roles of the tender, those without an answer too, and then the whole."""
        words, plan, bid = self._words, self._plan, self._returned.bid
        phase = plan.phases[0].id if bid.phase is None else bid.phase
        performed = performed_roles(plan, phase, self._returned.party)
        ids = {role.id for role in performed}
        others = (role for role in plan.all_roles() if role.id in bid.answers)
        roles = [*performed, *(role for role in others if role.id not in ids)]
        rows = []
        for role in roles:
            each = bid.answers.get(role.id, NO_BID_ANSWER)
            name = "–" if each.answer is None else answer_name(each.answer, words)
            price = price_text(each.price, plan.cost.currency)
            rows.append((role_label(role, words), name, price, each.comment))
        flat, once = (price_text(each, plan.cost.currency) for each in (bid.flat, bid.once))
        rows.append((words.tr("Flat price a month"), "", flat, ""))
        rows.append((words.tr("Paid once"), "", once, ""))
        rows.append((words.tr("Comment on the whole bid"), "", "", bid.comment))
        table = self.answers
        table.setAccessibleName(words.tr("Answers"))
        table.setHorizontalHeaderLabels(
            [words.tr("Role"), words.tr("Answer"), words.tr("Price a month"), words.tr("Comment")]
        )
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.setWordWrap(False)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_SPACE)
        table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(tool_tip(text))
                table.setItem(row, place, item)

    def _show_unread(self) -> None:
        words, returned = self._words, self._returned
        self.unread.addItems(bid_notes(returned, self._plan, words))
        self.unread.addItems([cell_problem_text(each, words) for each in returned.problems])

    def _show_outcome(self) -> None:
        """Show what is stored, and whether it replaces a bid; or why nothing can be."""
        words, plan, edit = self._words, self._plan, self.edit
        party = edit.party
        before = plan.tenders.get(party, NO_TENDER).bid(edit.bid.id)
        text = words.tr(
            "{file}: a bid for {party}. Nothing is stored until you have reviewed it.",
            file=self._returned.origin,
            party=party_label(plan, party, words),
        )
        origin = pack_origin(self._returned, plan, words)
        text = f"{text} {origin}".rstrip()
        if before is not None:
            replaced = words.tr("It replaces the bid of {vendor}.", vendor=before.vendor)
            text = f"{text} {replaced}"
        self.summary.setText(text)
        problem = None
        try:
            edit.apply(plan)
        except EditRejected as rejection:
            problem = rejection.problem
        self.problem.setText("" if problem is None else errors.message(problem, words))
        self.problem.setVisible(problem is not None)
        self.accept_button.setEnabled(problem is None)
