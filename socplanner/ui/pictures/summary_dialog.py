"""The page for the directors on the screen: each number above it leads to where it is from."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.summary import summary_of
from socplanner.ui.kit.number_card import NumberCard
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.pictures.picture import Picture, paper_size
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.wording.summary_words import SummaryNumber, summary_numbers

_MARGIN, _SPACE = 12, 8
_SHARE = 0.9
"""The part of the window that the dialog covers at first."""


class PageView(QWidget):
    """One page of a picture, as wide as there is space; drawn again only for another width."""

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        """Show the first page of `picture`."""
        super().__init__(parent)
        self._picture = picture
        self._drawn = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def heightForWidth(self, width: int) -> int:
        size = self._picture.size
        return round(width * size.height() / size.width())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatio()
        if self._drawn.size() != self.size() * ratio:
            self._draw(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, ratio: float) -> None:
        self._drawn = QPixmap(self.size() * ratio)
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(Qt.GlobalColor.white)
        painter = QPainter(self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / self._picture.size.width()
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, *self._picture.size.toTuple()))
        self._picture.draw(painter, 0)
        painter.end()


class SummaryDialog(QDialog):
    """The numbers as buttons, and below them the page."""

    def __init__(self, facts: PictureFacts, parent: QWidget | None = None) -> None:
        """Show the page of `facts`, whose subject is the summary."""
        super().__init__(parent)
        words = facts.words
        self.chosen: str | None = None
        """The key of the number that was chosen, None where the dialog was closed."""

        self.wants_export = False
        self.setWindowTitle(words.tr("Page for the directors"))
        summary = summary_of(facts.plan, facts.options.phase, facts.day.isoformat())
        numbers = summary_numbers(summary, facts.plan.cost, words)
        self.cards = {number.key: self._card(number) for number in numbers}
        self.page = PageView(Picture(facts, paper_size(facts.options.paper)))
        self.page.setAccessibleName(words.tr("Page for the directors"))
        self.page.setAccessibleDescription("\n".join(_line(number) for number in numbers))
        about = PlainLabel(self, words.tr("Each number leads to the view where it is from."))
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.export_button = self.buttons.addButton(words.tr("Export…"), role.ActionRole)
        self.close_button = self.buttons.addButton(words.tr("Close"), role.RejectRole)
        self.export_button.setAutoDefault(False)
        self.close_button.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.export_button.clicked.connect(self._export)
        self._lay_out(about)
        if parent is not None:
            self.resize(parent.size() * _SHARE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the number with the focus; elsewhere it closes."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, NumberCard):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _card(self, number: SummaryNumber) -> NumberCard:
        card = NumberCard(self)
        card.setObjectName(number.key)
        values = " → ".join(filter(None, (number.now, number.target)))
        card.show_number(values, number.title, is_short=False)
        card.clicked.connect(self._choose)
        return card

    def _lay_out(self, about: PlainLabel) -> None:
        row = QHBoxLayout()
        row.setSpacing(_SPACE)
        for card in self.cards.values():
            row.addWidget(card)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_SPACE)
        column.addLayout(row)
        column.addWidget(about)
        column.addWidget(scroll, 1)
        column.addWidget(self.buttons)

    def _choose(self) -> None:
        self.chosen = self.sender().objectName()
        self.accept()

    def _export(self) -> None:
        self.wants_export = True
        self.accept()


def _line(number: SummaryNumber) -> str:
    """Return a number with its values for a screen reader."""
    values = " → ".join(filter(None, (number.now, number.target)))
    about = " ".join(number.about.split())
    return f"{number.title}: {values} {number.unit}. {about}".strip()
