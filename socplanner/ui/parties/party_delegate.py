"""Drawing a party: a badge with its initials, its name over as many lines as it needs, its load."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QStaticText, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import CHIP_ROUND, kind_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.parties.party_list_model import PartyRole
from socplanner.wording.terms import party_initials

_BADGE = QSize(38, 20)
_SMALLEST = 8
_GAP = 7
_DIGITS = 3
"""Digits with reserved space, so that names are not wrapped again for a longer load."""


class PartyDelegate(QStyledItemDelegate):
    """Draws one party a row."""

    def __init__(self, translator: Translator, view: QAbstractItemView) -> None:
        """Draw for `view`, with the words of `translator`."""
        super().__init__(view)
        self._view = view
        self._translator = translator
        self._heights: dict[tuple[str, str, int], int] = {}

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width()
        available = width - _BADGE.width() - 3 * _GAP - self._load_width(option)
        key = (str(index.data()), option.font.key(), available)
        needed = self._heights.get(key)
        if needed is None:
            needed = self._heights[key] = ceil(
                _wrapped(key[0], option.font, available).size().height()
            )
        return QSize(width, max(_BADGE.height(), needed) + 8)

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # Qt draws the ground; the text is drawn here.

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        is_selected = self._view.selectionModel().isSelected(index)
        ink = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        rect = option.rect
        badge = QRect(rect.topLeft(), _BADGE)
        badge.moveCenter(rect.center())
        badge.moveLeft(rect.left() + _GAP)
        load_width = self._load_width(option)
        name = QRect(rect)
        name.setLeft(badge.right() + _GAP)
        name.setRight(rect.right() - load_width - _GAP)
        load = QRect(name.right(), rect.top(), load_width, rect.height())
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(ink))
        text = _wrapped(str(index.data()), option.font, name.width())
        top = name.top() + (name.height() - text.size().height()) / 2
        painter.drawStaticText(QPointF(name.left(), top), text)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(load, int(flags), str(index.data(PartyRole.LOAD)))
        self._draw_badge(painter, badge, index)
        painter.restore()

    def _draw_badge(
        self,
        painter: QPainter,
        badge: QRect,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        party, palette = index.data(PartyRole.PARTY), self._view.palette()
        ink = kind_colour(party.kind, palette)
        line = Qt.PenStyle.DashLine if party.kind == "authority" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink, 1, line))
        painter.setBrush(token("raised", palette))
        painter.drawRoundedRect(
            QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), CHIP_ROUND, CHIP_ROUND
        )
        initials = party_initials(party, self._translator.words)
        painter.setFont(_fitting(painter.font(), initials, badge.width() - 4))
        painter.setPen(ink)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), initials)

    def _load_width(self, option: QStyleOptionViewItem) -> int:
        """Return the width of the longest load, so that all are in one column."""
        model = self._view.model()
        longest = max(
            (len(str(model.index(row, 0).data(PartyRole.LOAD))) for row in range(model.rowCount())),
            default=0,
        )
        return option.fontMetrics.horizontalAdvance("0" * max(longest, _DIGITS))


def _fitting(font: QFont, text: str, width: int) -> QFont:
    """Return `font` in bold, as large as a badge of `width` pixels lets `text` be."""
    fitting = QFont(font)
    fitting.setBold(True)
    for size in range(11, _SMALLEST - 1, -1):
        fitting.setPixelSize(size)
        if QFontMetrics(fitting).horizontalAdvance(text) <= width:
            break
    return fitting


def _wrapped(text: str, font: QFont, width: int) -> QStaticText:
    """Return `text` in lines of `width` pixels, broken inside a word only where it must be."""
    wrapped = QStaticText(text)
    wrapped.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    wrapped.setTextOption(option)
    wrapped.setTextWidth(width)
    wrapped.prepare(font=font)
    return wrapped
