"""A field for an amount of money, which can be left open."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from socplanner.domain.limits import MOST_MONEY
from socplanner.ui.kit.overriding import override
from socplanner.wording.staffing_words import short_number

_OPEN = -1.0


class MoneyField(QDoubleSpinBox):
    """Shows an amount with its decimals only where it has some; below 0 it is not stated."""

    def __init__(self, stated: float | None, open_text: str, parent: QWidget) -> None:
        """Begin with what is `stated`; `open_text` is shown while nothing is."""
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.English))  # as amounts are shown elsewhere
        self.setDecimals(2)
        self.setRange(_OPEN, MOST_MONEY)
        self.setGroupSeparatorShown(True)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setSpecialValueText(open_text)
        self.setValue(_OPEN if stated is None else stated)

    @property
    def amount(self) -> float | None:
        """The amount, or None."""
        return None if self.value() < 0 else self.value()

    @override
    def textFromValue(self, value: float) -> str:
        return short_number(value)
