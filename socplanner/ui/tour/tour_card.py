"""The card of a hint, and the ring round what it is about. Neither takes the window's input."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from socplanner.ui.kit.flat_style import make_primary
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.wording.language import Words

_LETTERS = 38
"""The width of the card in average letters."""

_ROUND, _RING = 8, 3
_MARGINS = (16, 12, 16, 14)


class TourCard(QWidget):
    """Shows one hint: its number, title and text, and the buttons Skip and Next."""

    next_requested = Signal()
    """The planner pressed Next, or Done on the last hint."""

    skipped = Signal()
    """The planner wants no more hints."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a hint, hidden, above the other children of `parent`."""
        super().__init__(parent)
        self.number = InkLabel(self, "text-2", "caption")
        self.title = InkLabel(self, "text", "title")
        self.text = InkLabel(self, "text")
        self.skip = QPushButton(self)
        self.next = QPushButton(self)
        self.skip.setFlat(True)
        for button in (self.skip, self.next):
            button.setAutoDefault(True)
        make_primary(self.next)
        self.next.clicked.connect(self.next_requested)
        self.skip.clicked.connect(self.skipped)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(4)
        for label in (self.number, self.title, self.text):
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(row)
        QWidget.setTabOrder(self.next, self.skip)
        self.hide()

    def show_hint(self, number: int, count: int, title: str, text: str, words: Words) -> None:
        """Show the hint `number` of `count`, from 1."""
        self.number.setText(words.tr("Hint {n} of {count}", n=number, count=count))
        self.title.setText(title)
        self.text.setText(text)
        self.skip.setText(words.tr("Skip the tour"))
        self.next.setText(words.tr("Done") if number == count else words.tr("Next"))
        self.skip.setVisible(number < count)
        self.setAccessibleName(f"{self.number.text()}: {title}")
        self.setAccessibleDescription(text)
        self.next.setAccessibleDescription(f"{title}. {text}")

    def announcement(self) -> str:
        """Return what a screen reader reads when the hint appears."""
        return f"{self.accessibleName()}. {self.text.text()}"

    def size_within(self, space: QSize) -> QSize:
        """Return the size of the card in a window with `space`."""
        usual = self.fontMetrics().averageCharWidth() * _LETTERS + _MARGINS[0] + _MARGINS[2]
        buttons = self.skip.sizeHint().width() + self.next.sizeHint().width() + 2 * _MARGINS[0]
        width = min(max(usual, buttons + _MARGINS[0]), space.width())
        layout = self.layout()
        height = self.sizeHint().height() if layout is None else layout.totalHeightForWidth(width)
        return QSize(width, height)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "next"):
            return
        if event.type() == QEvent.Type.PaletteChange:
            make_primary(self.next)
        elif event.type() == QEvent.Type.FontChange:
            for label in (self.number, self.title, self.text):
                label.apply_style()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = self.palette(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("edge", palette), 1))
        painter.setBrush(token("raised", palette))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.end()


class AnchorRing(QWidget):
    """A line round a part of the window, which still gets every click."""

    def __init__(self, window: QWidget) -> None:
        """Begin hidden, above the other children of `window`."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_round(self, anchor: QRect) -> None:
        """Show the line round `anchor`, in the coordinates of the window."""
        rect = anchor.adjusted(-_RING, -_RING, _RING, _RING)
        self.setGeometry(rect.intersected(self.window().rect()))
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("accent-ink", self.palette()), 2))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.end()
