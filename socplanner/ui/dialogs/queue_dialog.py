"""The dialog for the queue of a post: calls, how long each takes, and how soon they are answered.

Below the fields stands what some numbers of seats give, by Erlang C, and what that does not know.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QTableWidgetItem, QWidget

from socplanner.domain.plan import Plan
from socplanner.domain.staffing.needs import agents_of
from socplanner.domain.staffing_edits import ChangePost
from socplanner.domain.staffing_inputs import QUEUE_LIMITS, Post, Queue
from socplanner.domain.staffing_validation import queue_faults
from socplanner.ui.dialogs.plain_table import plain_table, rows_high
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.language import N_, Words
from socplanner.wording.queue_words import CAVEATS, is_too_busy, queue_figures
from socplanner.wording.terms import party_name

_TITLES = {
    "calls": N_("&Calls in the busiest hour"),
    "minutes": N_("&Minutes of each"),
    "within": N_("Answered &within seconds"),
    "answered": N_("&Share answered in that time, in percent"),
}
_LEAST_ROWS, _WIDE = 4, 84
_USUAL = Queue(calls=20, minutes=10, within=60, answered=80)
_FEWER, _MORE = 1, 2
"""How many numbers of seats are listed below and above the needed one."""


class QueueDialog(QuestionDialog):
    """Edits the queue of one post; `edit` gives the post its queue."""

    def __init__(
        self, plan: Plan, post_id: str, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begin with the queue of the post `post_id`, or of the first post of `plan`."""
        super().__init__(words.tr("Seats for a queue"), words.tr("Apply"), words, parent)
        self._plan = plan
        self.posts = QComboBox(self)
        self.fields = {name: self._amount(name) for name in _TITLES}
        self.needed_label = PlainLabel(self)
        headings = (
            words.tr("Seats"),
            words.tr("Answered in time"),
            words.tr("Mean wait in seconds"),
            words.tr("Busy"),
        )
        self.table = plain_table(words.tr("What each number of seats gives"), headings, self)
        self._fill(post_id)
        self._lay_out()
        self.posts.currentIndexChanged.connect(self._show_queue)
        for field in self.fields.values():
            field.valueChanged.connect(self._show_result)
        self.errors.find_by(self._problems)
        self._show_queue()
        resize_for_texts(self, self.fontMetrics().averageCharWidth() * _WIDE, 0)

    @property
    def queue(self) -> Queue:
        """The queue as the fields have it."""
        return Queue(**{name: field.value() for name, field in self.fields.items()})

    @property
    def edit(self) -> ChangePost:
        """The edit that gives the chosen post its queue."""
        return ChangePost(self._post._replace(queue=self.queue))

    @property
    def _post(self) -> Post:
        chosen = self._plan.staffing.post(self.posts.currentData())
        return chosen or self._plan.staffing.posts[0]

    def _amount(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        least, most = QUEUE_LIMITS[name]
        box.setDecimals(2)
        box.setRange(least, most)
        return box

    def _fill(self, post_id: str) -> None:
        for post in self._plan.staffing.posts:
            party = self._plan.party(post.party)
            owner = "" if party is None else party_name(party, self.words)
            self.posts.addItem(f"{owner}: {self.words.local(post.name)}", post.id)
        self.posts.setCurrentIndex(max(self.posts.findData(post_id), 0))

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        form.addRow(words.tr("&Post"), self.posts)
        for name, title in _TITLES.items():
            self.errors.add_row(form, words.tr(title), self.fields[name])
        self.column.addLayout(form)
        self.needed_label.setWordWrap(True)
        self.column.addWidget(self.needed_label)
        rows_high(self.table, _LEAST_ROWS)
        self.column.addWidget(self.table)
        for caveat in CAVEATS:
            label = PlainLabel(self, words.tr(caveat))
            label.setWordWrap(True)
            self.column.addWidget(label)
        self.finish_layout()

    def _show_queue(self) -> None:
        """Show the queue of the chosen post, or a usual one."""
        for name, value in (self._post.queue or _USUAL)._asdict().items():
            self.fields[name].setValue(value)
        self._show_result()

    def _show_result(self) -> None:
        words, queue = self.words, self.queue
        needed = None if any(queue_faults(queue)) else agents_of(queue)
        self.table.setRowCount(0)
        if needed is None:
            self.needed_label.setText(words.tr("No number of seats can be given for this queue."))
            return
        least = max(1, needed - _FEWER)
        for row, seats in enumerate(range(least, needed + _MORE + 1)):
            self.table.insertRow(row)
            busy = words.tr(" (too much)") if is_too_busy(queue, seats) else ""
            *texts, share = (str(seats), *queue_figures(queue, seats))
            for column, text in enumerate((*texts, f"{share}{busy}")):
                self.table.setItem(row, column, _item(text, is_needed=seats == needed))
        self.needed_label.setText(self._result_text(needed))

    def _result_text(self, needed: int) -> str:
        """Return how many seats the queue needs, and whether the post has them."""
        words, stated = self.words, self._post.seats
        values = {"needed": needed, "stated": stated}
        if stated >= needed:
            text = words.tr(
                "Seats that the queue needs: {needed}. The post states {stated}: enough.", **values
            )
        else:
            text = words.tr(
                "Seats that the queue needs: {needed}. The post states {stated}: all that follows "
                "counts with {needed}.",
                **values,
            )
        return text

    def _problems(self) -> dict[QWidget, str]:
        return {
            self.fields[field or "calls"]: errors.message(problem, self.words)
            for field, problem in queue_faults(self.queue)
        }


def _item(text: str, *, is_needed: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if is_needed:
        font = QFont(item.font())
        font.setBold(True)
        item.setFont(font)
    return item
