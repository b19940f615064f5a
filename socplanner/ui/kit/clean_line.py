"""Text fields of one line that remove invalid characters and show a notice about it."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QToolTip

from socplanner.domain.names import LONGEST_NAME, clean_line, removed_from
from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.wording.language import Words


class CleanLine(QValidator):
    """Removes from a text what a plan does not accept, as soon as it is typed or pasted."""

    removed = Signal(int)
    """The number of invisible characters that were removed."""

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
    """Shows a notice below a field when it changed or refused a text."""

    def __init__(self, field: QLineEdit, words: Words) -> None:
        """Show notices below `field` in the language of `words`."""
        super().__init__(field)
        self._field = field
        self._words = words

    def show_removed(self, number: int) -> None:
        """Show that `number` characters were removed."""
        self._show(removed_characters(number, self._words))

    def show_full(self) -> None:
        """Show that the field has reached its maximum length."""
        most = self._field.maxLength()
        self._show(self._words.tr("This field takes at most {most} characters.", most=most))

    def _show(self, text: str) -> None:
        if not self._field.isVisible():
            return
        place = self._field.mapToGlobal(QPoint(0, self._field.height()))
        QToolTip.showText(place, tool_tip(text), self._field)
        announce(self._field, text)


def removed_characters(number: int, words: Words) -> str:
    """Return the sentence that `number` characters were removed from a text."""
    return words.count(
        "{n} invisible character was removed from the text.",
        "{n} invisible characters were removed from the text.",
        number,
    )


def keep_clean(field: QLineEdit, words: Words, longest: int = LONGEST_NAME) -> None:
    """Limit `field` to what a plan accepts, with notices in the language of `words`."""
    field.setMaxLength(longest)
    validator, notices = CleanLine(field), FieldNotices(field, words)
    validator.removed.connect(notices.show_removed)
    field.inputRejected.connect(notices.show_full)
    field.setValidator(validator)
