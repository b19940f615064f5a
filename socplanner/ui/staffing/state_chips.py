"""How many roles have each state at the moment; a chip shows its roles alone."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socplanner.domain.coverage import STATE_OF_MODE, CoverageState
from socplanner.services.translator import Translator
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.staffing.hours_model import HoursModel
from socplanner.ui.staffing.week_strip import draw_sample
from socplanner.wording.coverage_words import state_name

_MODES = {state: mode for mode, state in STATE_OF_MODE.items()}
_SAMPLE, _LEFT, _LEAST = 12, 8, 40


class StateChip(FlatButton):
    """A state with its sign and the count of its roles."""

    def __init__(self, state: CoverageState, parent: QWidget) -> None:
        """Show the sign of `state`."""
        super().__init__(parent, is_edged=True)
        self.state = state
        self.setCheckable(True)
        self.least_height, self.air, self.rounding = 26, 22, 13

    def show_count(self, name: str, count: int) -> None:
        """Show `name` and `count` behind the sign."""
        gap = "" if self.state is CoverageState.NOT_STATED else "   "
        self.setText(f"{gap}{name}  {count}" if name else f"{gap or '?'} {count}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.state is CoverageState.NOT_STATED:
            return
        painter, side = QPainter(self), scaled_pixels(self.font(), _SAMPLE)
        place = QRectF(_LEFT, (self.height() - side) / 2, side / 2, side)
        draw_sample(painter, place, _MODES.get(self.state), self.palette())
        painter.end()


class StateChips(QWidget):
    """One chip for each state, what needs attention first."""

    chosen = Signal(object)
    """The state whose roles are to be shown alone, or None for all."""

    def __init__(self, model: HoursModel, translator: Translator, parent: QWidget) -> None:
        """Show the counts of `model`."""
        super().__init__(parent)
        self._hours = model
        self._translator = translator
        self._is_short = False
        order = (CoverageState.UNMANNED, *STATE_OF_MODE.values(), CoverageState.NOT_STATED)
        self.chips = {state: StateChip(state, self) for state in order}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for chip in self.chips.values():
            chip.clicked.connect(self._on_clicked)
            row.addWidget(chip)
        row.addStretch(1)
        model.figures_changed.connect(self.show_counts)
        translator.language_changed.connect(self.show_counts)
        self.show_counts()

    def show_counts(self) -> None:
        """Show the counts of now; states that no role has are hidden, but never the chosen one."""
        words, counts = self._translator.words, self._hours.counts()
        self.setAccessibleName(words.tr("States at this moment"))
        for state, chip in self.chips.items():
            name = state_name(state, words)
            chip.show_count("" if self._is_short else name, counts[state])
            chip.setToolTip(tool_tip(name if self._is_short else ""))
            chip.setAccessibleName(
                words.count("{state}: {n} role", "{state}: {n} roles", counts[state], state=name)
            )
            chip.setChecked(state is self._hours.state)
            is_always = state in (CoverageState.UNMANNED, CoverageState.ON_DUTY)
            chip.setVisible(is_always or bool(counts[state]) or chip.isChecked())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size with counts alone, which `fit` falls back to."""
        return QSize(_LEAST * len(self.chips), super().minimumSizeHint().height())

    def fit(self, width: int) -> None:
        """Show the names of the states where they fit into `width` pixels, else counts alone."""
        for is_short in (False, True):
            if self._is_short != is_short:
                self._is_short = is_short
                self.show_counts()
            if self.sizeHint().width() <= width:
                break

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, StateChip):
            self.chosen.emit(chip.state if chip.isChecked() else None)
