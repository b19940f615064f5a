"""The choices of the board in the strip above it: kind of lanes, filter, and size of cards."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.domain.board_choices import CARD_SIZES, LANE_KINDS, CardSize, LaneKind
from socplanner.ui.kit.board_options import BoardOptions
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.wording.language import Words

_HEIGHT, _SPACING = 24, 8
_FIRST = 150
"""Milliseconds from the start until the window has surely been painted."""

_LEAST_LANES = 3
"""Fewer lanes side by side are not worth the row."""


class BoardStrip(QWidget):
    """Shows and sets how the board is shown; lanes that do not fit are in a menu."""

    def __init__(self, options: BoardOptions, context: PlanContext, parent: QWidget) -> None:
        """Begin empty; the choices are filled in when the window has been painted."""
        super().__init__(parent)
        self.hide()
        self._options = options
        self._context = context
        self._translator = context.translator
        self._is_filled = False
        self._fill_soon = QTimer(self, singleShot=True, interval=_FIRST)
        self._fill_soon.timeout.connect(self.fill)
        self._fill_soon.start()

    def fill(self) -> None:
        """Put the choices in a row, if they are not there yet."""
        if self._is_filled:
            return
        from socplanner.ui.filters.filter_chips import FilterChips

        self._is_filled = True
        self._fill_soon.stop()
        self._title = PlainLabel(self)
        self.lanes = Segments(self, _HEIGHT)
        self.menu_button = FlatButton(self, is_edged=True)
        self.filters = FilterChips(self._context, self)
        self.sizes = Segments(self, _HEIGHT)
        self._lay_out()
        self.lanes.chosen.connect(self._choose_lanes)
        self.sizes.chosen.connect(self._choose_size)
        self.filters.width_changed.connect(self._fit)
        self._options.changed.connect(self._show_choices)
        self._translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self._title.setText(words.tr("Lanes"))
        self.lanes.setAccessibleName(words.tr("Lanes"))
        self.sizes.setAccessibleName(words.tr("Size of cards"))
        names, choices = _lane_names(words), self._options.choices
        segments = (Segment(kind, names[kind]) for kind in LANE_KINDS)
        self.lanes.set_choices(segments, choices.lanes)
        letters, sizes = _size_letters(words), _size_names(words)
        segments = (Segment(size, letters[size]) for size in CARD_SIZES)
        self.sizes.set_choices(segments, choices.card_size)
        for size, button in self.sizes.buttons.items():
            button.setToolTip(tool_tip(sizes[cast("CardSize", size)]))
            button.setAccessibleName(sizes[cast("CardSize", size)])
        self._show_choices()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of the menu alone."""
        if not self._is_filled:
            return super().minimumSizeHint()
        wide = self.menu_button.sizeHint().width() + self.filters.least_width() + 3 * _SPACING
        return QSize(wide, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_filled:
            self._fit()

    def _lay_out(self) -> None:
        self.menu_button.least_height = _HEIGHT
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill_menu)
        menu.triggered.connect(self._on_triggered)
        self.menu_button.open_with(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SPACING, 0, 0, 0)
        row.setSpacing(_SPACING)
        for widget in (self._title, self.lanes, self.menu_button, self.filters):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.sizes)

    def _fit(self) -> None:
        """Show as many lanes side by side as fit, the others in a menu; few are all in the menu."""
        count = self._fitting_lanes()
        for place, button in enumerate(self.lanes.buttons.values()):
            button.setVisible(place < count)
        self._title.setVisible(count > 0)
        self.lanes.setVisible(count > 0)
        self.menu_button.setVisible(count < len(LANE_KINDS))
        self._show_menu_text(count)
        if count:
            self.sizes.show()
            self.filters.fit(self.filters.marked_width())
            return
        space = self.width() - self.menu_button.sizeHint().width() - 3 * _SPACING
        sizes = self.sizes.sizeHint().width() + _SPACING
        self.sizes.setVisible(self.filters.marked_width() + sizes <= space)
        self.filters.fit(space - (sizes if self.sizes.isVisibleTo(self) else 0))

    def _fitting_lanes(self) -> int:
        """Return how many lanes fit side by side, beside all else; none if these are too few."""
        widths = [button.sizeHint().width() for button in self.lanes.buttons.values()]
        others = self._title.sizeHint().width() + self.sizes.sizeHint().width()
        space = self.width() - others - self.filters.marked_width() - 6 * _SPACING
        if sum(widths) <= space:
            return len(widths)
        for count in range(len(widths) - 1, _LEAST_LANES - 1, -1):
            if sum(widths[:count]) < space:
                self._show_menu_text(count)
                if sum(widths[:count]) + self.menu_button.sizeHint().width() <= space:
                    return count
        return 0

    def _show_menu_text(self, count: int) -> None:
        """Name the menu of the lanes behind the first `count`, by the chosen one if it is there."""
        words, chosen = self._translator.words, self._options.choices.lanes
        name = _lane_names(words)[chosen]
        is_chosen = chosen in LANE_KINDS[count:]
        text = name if is_chosen else words.tr("More")
        if not count:
            text = words.tr("Lanes: {kind}", kind=name)
        self.menu_button.is_marked = is_chosen and count > 0
        self.menu_button.setText(text)
        self.menu_button.setAccessibleName(words.tr("Lanes: {kind}", kind=name))

    def _show_choices(self) -> None:
        choices = self._options.choices
        self.lanes.choose(choices.lanes)
        self.sizes.choose(choices.card_size)
        self._fit()

    def _fill_menu(self) -> None:
        menu, names = self.menu_button.menu(), _lane_names(self._translator.words)
        menu.clear()
        group = QActionGroup(menu)
        for kind in LANE_KINDS:
            action = menu.addAction(names[kind])
            action.setCheckable(True)
            action.setChecked(kind == self._options.choices.lanes)
            action.setData(kind)
            group.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        self._choose_lanes(str(action.data()))

    def _choose_lanes(self, kind: str) -> None:
        chosen = cast("LaneKind", kind)
        self._options.choose(replace(self._options.choices, lanes=chosen))

    def _choose_size(self, size: str) -> None:
        chosen = cast("CardSize", size)
        self._options.choose(replace(self._options.choices, card_size=chosen))


def _lane_names(words: Words) -> dict[LaneKind, str]:
    return {
        "area": words.tr("Area"),
        "function": words.tr("Function"),
        "sourcing": words.tr("Sourcing"),
        "accountable": words.tr("Accountable"),
        "responsible": words.tr("Responsible"),
        "finding": words.tr("Findings"),
        "hours": words.tr("Hours"),
        "change": words.tr("Changes"),
    }


def _size_letters(words: Words) -> dict[CardSize, str]:
    return {
        "automatic": words.tr("Auto"),
        "small": words.tr("S"),
        "medium": words.tr("M"),
        "large": words.tr("L"),
    }


def _size_names(words: Words) -> dict[CardSize, str]:
    return {
        "automatic": words.tr("As large as fit"),
        "small": words.tr("Small cards"),
        "medium": words.tr("Medium cards"),
        "large": words.tr("Large cards"),
    }
