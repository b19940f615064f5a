"""The moment that is looked at: three that decide, and a slider through the week."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QWidget

from socplanner.domain.coverage import DayKind
from socplanner.domain.coverage_week import DAY_KINDS
from socplanner.domain.role_coverage import SUNDAY_NIGHT, Moment
from socplanner.services.translator import Translator
from socplanner.ui.kit.announcing import announce, has_screen_reader
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.ui.staffing.week_strip import STEP, STEPS_A_DAY
from socplanner.wording.coverage_words import moment_name

_PRESETS = {
    "sunday": SUNDAY_NIGHT,
    "weekday": Moment(DayKind.WEDNESDAY, 14 * 60),
    "new-year": Moment(DayKind.HOLIDAY, 10 * 60),
}
_SPACING = 10
_LEAST_SLIDER = 80


class MomentBar(QWidget):
    """Shows and sets the moment; the holiday follows Sunday on the slider."""

    moment_chosen = Signal(object)

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Begin on Sunday night."""
        super().__init__(parent)
        self._translator = translator
        self.moment = SUNDAY_NIGHT
        self.presets = Segments(self, 26)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, len(DAY_KINDS) * STEPS_A_DAY - 1)
        self.slider.setPageStep(STEPS_A_DAY)
        self.slider.setMinimumWidth(_LEAST_SLIDER)
        self.label = PlainLabel(self)
        self.button = FlatButton(self, is_edged=True)
        """The moment with the presets as a menu, where there is no space for both."""

        self.button.open_with(QMenu(self))
        self.button.menu().triggered.connect(self._on_action_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(_SPACING)
        row.addWidget(self.presets)
        row.addWidget(self.slider, 1)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self.presets.chosen.connect(self._on_preset_chosen)
        self.slider.valueChanged.connect(self._on_slid)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        names = {
            "sunday": moment_name(SUNDAY_NIGHT, words),
            "weekday": words.tr("Weekday 14:00"),
            "new-year": words.tr("New Year"),
        }
        choices = [Segment(preset, name) for preset, name in names.items()]
        self.presets.set_choices(choices, self._preset())
        self.button.menu().clear()
        for preset, name in names.items():
            self.button.menu().addAction(name).setData(preset)
        self.presets.setAccessibleName(words.tr("Moments that decide"))
        self.slider.setAccessibleName(words.tr("Moment of the week"))
        widest = max(
            self.label.fontMetrics().horizontalAdvance(moment_name(Moment(day, 0), words))
            for day in DAY_KINDS
        )
        self.label.setMinimumWidth(widest)
        self._show()
        self._fit()

    def show_moment(self, moment: Moment) -> None:
        """Show `moment`."""
        self.moment = moment
        self._show()

    def step(self, steps: int) -> None:
        """Go `steps` onward or back through the week; it has no ends."""
        count = len(DAY_KINDS) * STEPS_A_DAY
        self.slider.setValue((self.slider.value() + steps) % count)

    def least_width(self) -> int:
        """Return how many pixels the slider and the button need."""
        return self.button.sizeHint().width() + _LEAST_SLIDER + _SPACING

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_SLIDER, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the presets side by side, or where they do not fit, the button with the menu."""
        parts = (self.presets.sizeHint(), self.slider.minimumSize(), self.label.minimumSize())
        fits = sum(part.width() + _SPACING for part in parts) <= self.width()
        self.presets.setVisible(fits)
        self.label.setVisible(fits)
        self.button.setVisible(not fits)

    def _show(self) -> None:
        name = moment_name(self.moment, self._translator.words)
        self.label.setText(name)
        self.button.setText(name)
        self.slider.setAccessibleDescription(name)
        self.slider.blockSignals(True)
        place = DAY_KINDS.index(self.moment.day) * STEPS_A_DAY + self.moment.minute // STEP
        self.slider.setValue(place)
        self.slider.blockSignals(False)
        self.presets.choose(self._preset())

    def _preset(self) -> str:
        """Return the preset that is the moment, or an empty text."""
        return next((each for each, moment in _PRESETS.items() if moment == self.moment), "")

    def _on_action_chosen(self, action: QAction) -> None:
        self.moment_chosen.emit(_PRESETS[str(action.data())])

    def _on_preset_chosen(self, preset: str) -> None:
        self.moment_chosen.emit(_PRESETS[preset])

    def _on_slid(self, value: int) -> None:
        day, step = divmod(value, STEPS_A_DAY)
        self.moment_chosen.emit(Moment(DAY_KINDS[day], step * STEP))
        if has_screen_reader():
            announce(self.slider, self.label.text())
