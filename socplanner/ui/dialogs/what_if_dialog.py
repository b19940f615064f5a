"""What if: sliders for leave, handover and seats, and what they make of the people needed."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QSlider, QWidget

from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.phase_staffing import PhaseStaffing, staffing_of
from socplanner.domain.staffing_edits import AdjustStaffing
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.staffing_words import fixed_number, short_number, symbol_name
from socplanner.wording.terms import party_name

_MOST_SEATS = 20
_WIDTH = 240


class _Range(NamedTuple):
    """An assumption that a slider sets, and the most that it reaches."""

    id: str
    symbol: str
    most: int


_RANGES = (
    _Range("leave", "leave", 60),
    _Range("handover-minutes", "handover_minutes", 120),
)
_RESULTS = (
    ("need_people", 0),
    ("need_fte", 2),
    ("today_fte", 2),
    ("gap", 2),
)


class WhatIfDialog(QuestionDialog):
    """Shows the totals of the phase in view as they are, and as the sliders make them.

    Nothing changes in the plan until it is applied; `edit` sets what differs.
    """

    def __init__(
        self, plan: Plan, phase: PhaseId, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begin with what `plan` states in `phase`."""
        super().__init__(words.tr("What if…"), words.tr("Apply"), words, parent)
        self._plan, self._phase = plan, phase
        self._present = staffing_of(plan, phase)
        self._seats: dict[str, int] = {}
        self.posts = QComboBox(self)
        self.sliders = {each.id: self._slider(0, each.most) for each in _RANGES}
        self.seats = self._slider(1, _MOST_SEATS)
        self._values = {name: PlainLabel(self) for name in (*self.sliders, "seats")}
        self._results = {symbol: PlainLabel(self) for symbol, _ in _RESULTS}
        self._fill()
        self._lay_out()
        for slider in self.sliders.values():
            slider.valueChanged.connect(self._show_result)
        self.seats.valueChanged.connect(self._on_seats_changed)
        self.posts.currentIndexChanged.connect(self._show_seats)
        self._show_seats()
        self._show_result()

    @property
    def edit(self) -> AdjustStaffing:
        """The edit that sets what the sliders have and the plan has not."""
        stated = {
            each.id: float(self.sliders[each.id].value())
            for each in _RANGES
            if self.sliders[each.id].value() != self._value_of(each)
        }
        return AdjustStaffing(tuple(stated.items()), tuple(self._seats.items()))

    @property
    def adjusted(self) -> PhaseStaffing:
        """The staffing of the phase as the sliders make it."""
        return staffing_of(self.edit.apply(self._plan), self._phase)

    def shown_total(self, symbol: str) -> str:
        """Return what is shown of a total: the value as it is, and as it would be."""
        return self._results[symbol].text()

    def _slider(self, least: int, most: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(least, most)
        slider.setMinimumWidth(_WIDTH)
        return slider

    def _value_of(self, each: _Range) -> int:
        """Return what the plan assumes, as far as the slider reaches."""
        return min(round(self._present.assumed[each.symbol].value or 0), each.most)

    def _fill(self) -> None:
        for each in _RANGES:
            self.sliders[each.id].setValue(self._value_of(each))
            self.sliders[each.id].setAccessibleName(symbol_name(each.symbol, self.words))
        self.seats.setAccessibleName(symbol_name("seats", self.words))
        for party in self._present.parties:
            for staffed in party.posts:
                name = self.words.local(staffed.post.name)
                about = f"{party_name(party.party, self.words)}: {name}"
                self.posts.addItem(about, staffed.post.id)
        self.posts.setAccessibleName(self.words.tr("Post"))
        self.seats.setEnabled(self.posts.count() > 0)
        self.posts.setEnabled(self.posts.count() > 0)

    def _lay_out(self) -> None:
        words, grid = self.words, QGridLayout()
        grid.setHorizontalSpacing(12)
        rows: list[tuple[str, QWidget, QWidget]] = [
            (symbol_name(each.symbol, words), self.sliders[each.id], self._values[each.id])
            for each in _RANGES
        ]
        rows.append((symbol_name("seats", words), self.seats, self._values["seats"]))
        for row, (title, slider, value) in enumerate(rows):
            grid.addWidget(PlainLabel(self, title), row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
        grid.addWidget(self.posts, len(rows), 1)
        first = len(rows) + 1
        total = PlainLabel(self, words.tr("Total of the internal parties"))
        grid.addWidget(total, first, 0, 1, 3)
        for row, (symbol, _) in enumerate(_RESULTS, start=first + 1):
            grid.addWidget(PlainLabel(self, symbol_name(symbol, words)), row, 0)
            grid.addWidget(self._results[symbol], row, 1, 1, 2)
        grid.setRowMinimumHeight(first, self.fontMetrics().height() * 2)
        self.column.addLayout(grid)
        self.finish_layout()

    def _show_seats(self) -> None:
        """Show the seats of the chosen post, those tried out before anything else."""
        post_id = self.posts.currentData()
        post = self._plan.staffing.post(post_id) if post_id else None
        if post is not None:
            seats = self._seats.get(post.id, post.seats)
            self.seats.setMaximum(max(_MOST_SEATS, post.seats))
            self.seats.setValue(seats)
        self._show_result()

    def _on_seats_changed(self, seats: int) -> None:
        post_id = self.posts.currentData()
        post = self._plan.staffing.post(post_id) if post_id else None
        if post is None:
            return
        self._seats.pop(post.id, None)
        if seats != post.seats:
            self._seats[post.id] = seats
        self._show_result()

    def _show_result(self) -> None:
        adjusted, words = self.adjusted, self.words
        for each in _RANGES:
            self._values[each.id].setText(short_number(self.sliders[each.id].value()))
        self._values["seats"].setText(short_number(self.seats.value()))
        for symbol, places in _RESULTS:
            now, then = self._present.total[symbol].value, adjusted.total[symbol].value
            text = fixed_number(now, places)
            if then != now:
                text = words.tr("{now} → {then}", now=text, then=fixed_number(then, places))
            self._results[symbol].setText(text)
        self.accept_button.setEnabled(self.edit.apply(self._plan) is not self._plan)
