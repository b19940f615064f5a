"""The moment that is looked at: three that decide, a slider through the week, and a date."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QWidget

from socplanner.domain.calendar_days import CalendarDay
from socplanner.domain.coverage import DAY
from socplanner.domain.coverage_week import DAY_KINDS
from socplanner.domain.role_coverage import DECISIVE_MOMENTS, SUNDAY_NIGHT, Moment
from socplanner.services.translator import Translator
from socplanner.ui.kit.announcing import announce, has_screen_reader
from socplanner.ui.kit.date_field import DateField
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.wording.calendar_words import clock, dated_moment_name, name_of_day
from socplanner.wording.coverage_words import decisive_names, moment_name

_PRESETS = dict(zip(("sunday", "weekday", "new-year"), DECISIVE_MOMENTS, strict=True))
_DATE = "date"
STEP = 30
"""Minutes from one moment of the slider to the next."""

STEPS_A_DAY = DAY // STEP
_SPACING = 10
_LEAST_SLIDER = 80


class MomentBar(QWidget):
    """Shows and sets the moment; the holiday follows Sunday on the slider."""

    moment_chosen = Signal(object)
    preset_chosen = Signal(object)
    """A moment of any week."""

    width_needed = Signal()
    """What is shown needs another width than before."""

    calendar_opened = Signal(QWidget)
    """The planner wants to see the calendar, below a widget."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Begin on Sunday night."""
        super().__init__(parent)
        self._translator = translator
        self.moment = SUNDAY_NIGHT
        self._day: CalendarDay | None = None
        self.presets = Segments(self, 26)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, len(DAY_KINDS) * STEPS_A_DAY - 1)
        self.slider.setPageStep(STEPS_A_DAY)
        self.slider.setMinimumWidth(_LEAST_SLIDER)
        self.date = DateField(translator.words, self)
        self.label = PlainLabel(self)
        self.button = FlatButton(self, is_edged=True)
        """The moment with the presets as a menu, where there is no space for both."""

        self.opener = FlatButton(self, "calendar", is_edged=True)
        """Opens the calendar, where there is no space for the field of the date."""

        self.button.let_shrink()
        self.button.open_with(QMenu(self))
        self.button.menu().triggered.connect(self._on_action_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(_SPACING)
        row.addWidget(self.presets)
        row.addWidget(self.slider, 1)
        row.addWidget(self.date)
        row.addWidget(self.opener)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self.presets.chosen.connect(self._on_preset_chosen)
        self.slider.valueChanged.connect(self._on_slid)
        self.date.calendar_requested.connect(self._open_calendar)
        self.opener.clicked.connect(self._open_calendar)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        names = dict(zip(_PRESETS, decisive_names(words), strict=True))
        choices = [Segment(preset, name) for preset, name in names.items()]
        self.presets.set_choices(choices, self._preset())
        self.button.menu().clear()
        for preset, name in names.items():
            self.button.menu().addAction(name).setData(preset)
        self.button.menu().addAction(words.tr("Date…")).setData(_DATE)
        self.date.retranslate(words)
        self.opener.setText(words.tr("Choose a date…"))
        self.presets.setAccessibleName(words.tr("Moments that decide"))
        self.slider.setAccessibleName(words.tr("Moment of the week"))
        self._widest = max(self._width_of(moment_name(Moment(day, 0), words)) for day in DAY_KINDS)
        self._show()
        self._fit()

    def show_moment(self, moment: Moment, day: CalendarDay | None) -> None:
        """Show `moment`, one of `day` or of any week."""
        before = self.least_width()
        self.moment, self._day = moment, day
        self._show()
        if self.least_width() != before:
            self.width_needed.emit()
        self._fit()

    def step(self, steps: int) -> None:
        """Go `steps` onward or back through the week; it has no ends."""
        count = len(DAY_KINDS) * STEPS_A_DAY
        self.slider.setValue((self.slider.value() + steps) % count)

    def least_width(self) -> int:
        """Return how many pixels the slider and the button need."""
        return self._button_width(self._full_name()) + _LEAST_SLIDER + _SPACING

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_SLIDER, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what fits: presets and field of the date; one of the two; or the button alone."""
        name, short = self._full_name(), self._short_name()
        presets, date = self.presets.sizeHint().width(), self.date.sizeHint().width()
        opener = self.opener.sizeHint().width()
        choices = (
            (True, True, (presets, date, max(self._widest, self._width_of(short)))),
            (True, False, (presets, opener, max(self._widest, self._width_of(name)))),
            (False, True, (date, self._button_width(short))),
        )
        fitting = (
            (presets, date)
            for presets, date, widths in choices
            if sum(widths) + _LEAST_SLIDER + (len(widths) + 1) * _SPACING <= self.width()
        )
        has_presets, has_date = next(fitting, (False, False))
        shown = short if has_date else name
        self.label.setText(shown)
        self.label.setMinimumWidth(max(self._widest, self._width_of(shown)))
        self.button.setText(shown)
        self.presets.setVisible(has_presets)
        self.date.setVisible(has_date)
        self.opener.setVisible(has_presets and not has_date)
        self.label.setVisible(has_presets)
        self.button.setVisible(not has_presets)

    def _show(self) -> None:
        day, name = self._day, self._full_name()
        self.date.show_day("" if day is None else day.day, "" if day is None else name)
        self.slider.setAccessibleDescription(name)
        self.slider.blockSignals(True)
        place = DAY_KINDS.index(self.moment.day) * STEPS_A_DAY + self.moment.minute // STEP
        self.slider.setValue(place)
        self.slider.blockSignals(False)
        self.presets.choose(self._preset())

    def _full_name(self) -> str:
        """Return the moment with its date, where it has one."""
        words = self._translator.words
        if self._day is None:
            return moment_name(self.moment, words)
        return dated_moment_name(self._day, self.moment.minute, words)

    def _short_name(self) -> str:
        """Return the moment as it stands beside the field of the date."""
        words = self._translator.words
        if self._day is None:
            return moment_name(self.moment, words)
        return f"{name_of_day(self._day, words)} {clock(self.moment.minute)}"

    def _button_width(self, text: str) -> int:
        """Return how wide the button is with `text`."""
        frame = self.button.sizeHint().width() - self._width_of(self.button.text())
        return frame + self._width_of(text)

    def _width_of(self, text: str) -> int:
        return self.label.fontMetrics().horizontalAdvance(text)

    def _preset(self) -> str:
        """Return the preset that is the moment, or an empty text."""
        return next((each for each, moment in _PRESETS.items() if moment == self.moment), "")

    def _on_action_chosen(self, action: QAction) -> None:
        chosen = str(action.data())
        if chosen == _DATE:
            self._open_calendar()
        else:
            self._on_preset_chosen(chosen)

    def _on_preset_chosen(self, preset: str) -> None:
        self.preset_chosen.emit(_PRESETS[preset])

    def _open_calendar(self) -> None:
        shown = (each for each in (self.date, self.opener, self.button) if each.isVisible())
        self.calendar_opened.emit(next(shown, self))

    def _on_slid(self, value: int) -> None:
        day, step = divmod(value, STEPS_A_DAY)
        self.moment_chosen.emit(Moment(DAY_KINDS[day], step * STEP))
        if has_screen_reader():
            announce(self.slider, self._full_name())
