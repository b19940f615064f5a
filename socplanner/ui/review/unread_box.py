"""The list above a review: what could not be read of the workbooks, then other notices."""

from collections.abc import Iterable

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from socplanner.domain.checks.finding import Severity
from socplanner.domain.reimport.sheet_values import Reimport
from socplanner.ui.kit.icons import severity_icon
from socplanner.ui.kit.text_icon import TextIcon
from socplanner.ui.kit.theme import severity_colour
from socplanner.ui.review.review_texts import ReviewTexts
from socplanner.wording.language import Words

_HIGHEST, _SPACE = 104, 4


class UnreadBox(QWidget):
    """Lists unread parts, then other notices; hidden if there are none."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._heading = TextIcon("info", self)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setAccessibleName(words.tr("Not read, and notices"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self.list)

    def show_remarks(self, reimports: Iterable[Reimport], texts: ReviewTexts) -> None:
        """Replace the list by the remarks of `reimports`."""
        workbooks = tuple(reimports)
        unread = [(each.origin, remark) for each in workbooks for remark in each.unread]
        others = [(each.origin, remark) for each in workbooks for remark in each.information]
        self.list.clear()
        self.list.addItems([f"{origin}: {texts.remark(each)}" for origin, each in unread])
        self.list.addItems([f"{origin}: {texts.remark(each)}" for origin, each in others])
        n = len(unread)
        heading = self._words.tr("Could not be read: {n}", n=n) if n else self._words.tr("Notices")
        severity = Severity.WARNING if n else Severity.INFO
        self._heading.show_icon(severity_icon(severity))
        self._heading.show_colour(severity_colour(severity, self.palette()))
        self._heading.show_text(heading)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(min(rows + 2 * self.list.frameWidth() + _SPACE, _HIGHEST))
        self.setVisible(self.list.count() > 0)
