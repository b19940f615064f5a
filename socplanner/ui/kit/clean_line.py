"""Fields of one line: what is pasted is cleaned at once, and the planner is told."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QToolTip

from socplanner.domain.names import LONGEST_NAME, clean_line, removed_from
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.wording.language import Words


class CleanLine(QValidator):
    """Takes out of a line what no plan may hold, as soon as it is typed or pasted."""

    removed = Signal(int)
    """So many invisible characters were taken out."""

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        clean = clean_line(text)
        if clean == text:
            return QValidator.State.Acceptable, text, position
        number = removed_from(text)
        if number:
            self.removed.emit(number)
        return QValidator.State.Acceptable, clean, len(clean_line(text[:position]))


class FieldNotices(QObject):
    """Tells beside a field what happened to what was pasted into it."""

    def __init__(self, field: QLineEdit, words: Words) -> None:
        """Tell of `field` in the language of `words`."""
        super().__init__(field)
        self._field = field
        self._words = words

    def tell_removed(self, number: int) -> None:
        """Tell that `number` characters were taken out."""
        self._tell(removed_characters(number, self._words))

    def tell_full(self) -> None:
        """Tell that the field takes no more."""
        most = self._field.maxLength()
        self._tell(self._words.tr("This field takes at most {most} characters.", most=most))

    def _tell(self, text: str) -> None:
        if not self._field.isVisible():
            return
        place = self._field.mapToGlobal(QPoint(0, self._field.height()))
        QToolTip.showText(place, tool_tip(text), self._field)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, text))


def removed_characters(number: int, words: Words) -> str:
    """Return in words that `number` characters were taken out of a text."""
    return words.count(
        "{n} invisible character was removed from the text.",
        "{n} invisible characters were removed from the text.",
        number,
    )


def keep_clean(field: QLineEdit, words: Words, longest: int = LONGEST_NAME) -> None:
    """Have `field` hold no more than a plan may, and tell in `words` what it leaves out."""
    field.setMaxLength(longest)
    validator, notices = CleanLine(field), FieldNotices(field, words)
    validator.removed.connect(notices.tell_removed)
    field.inputRejected.connect(notices.tell_full)
    field.setValidator(validator)
