"""A field for a time limit: a number and its unit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from socplanner.domain.durations import MINUTES_OF_UNIT, minutes_of, parts_of_duration
from socplanner.wording.language import Words

_MOST = 9_999
_UNITS = ("TM", "TH", "D", "W", "M", "Y")


class LimitField(QWidget):
    """Edits a duration after ISO 8601; 0 is no limit.

    A duration of several units is shown in the smallest of them, and kept as it is written until it
    is changed.
    """

    changed = Signal()

    def __init__(self, before: str, words: Words, parent: QWidget) -> None:
        """Begin with the duration `before`."""
        super().__init__(parent)
        self._before = before
        self.number, self.unit = QSpinBox(self), QComboBox(self)
        self.number.setRange(0, _MOST)
        self.number.setSpecialValueText(words.tr("none"))
        names = {
            "TM": words.tr("minutes"),
            "TH": words.tr("hours"),
            "D": words.tr("days"),
            "W": words.tr("weeks"),
            "M": words.tr("months"),
            "Y": words.tr("years"),
        }
        for unit in _UNITS:
            self.unit.addItem(names[unit], unit)
        self.number.setAccessibleName(words.tr("Number"))
        self.unit.setAccessibleName(words.tr("Unit"))
        number, unit = _shown(before)
        self.number.setValue(number)
        self.unit.setCurrentIndex(self.unit.findData(unit))
        self._first = (self.number.value(), unit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.number)
        row.addWidget(self.unit)
        row.addStretch(1)
        self.setFocusProxy(self.number)
        self.number.valueChanged.connect(self._on_changed)
        self.unit.currentIndexChanged.connect(self._on_changed)

    @property
    def duration(self) -> str:
        """The duration, empty for none."""
        number, unit = self.number.value(), str(self.unit.currentData())
        if (number, unit) == self._first:
            return self._before
        if not number:
            return ""
        return f"P{unit[0] if unit[0] == 'T' else ''}{number}{unit[-1]}"

    def _on_changed(self) -> None:
        self.changed.emit()


def _shown(duration: str) -> tuple[int, str]:
    """Return the number and the unit in which `duration` is shown."""
    parts = parts_of_duration(duration)
    minutes = minutes_of(duration)
    if not parts or minutes is None:
        return 0, "TM"
    if len(parts) == 1:
        return parts[0]
    unit = parts[-1][1]
    return minutes // MINUTES_OF_UNIT[unit], unit
