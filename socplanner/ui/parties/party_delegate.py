"""Drawing a party: a badge with its initials, its name over as many lines as it needs, its load."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from socplanner.services.translator import Translator
from socplanner.ui.parties.party_list_model import PartyRole
from socplanner.ui.theme import party_colour
from socplanner.wording.terms import party_initials

_BADGE = 22
_GAP = 7
_WRAP = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap


class PartyDelegate(QStyledItemDelegate):
    """Draws one party a row."""

    def __init__(self, translator: Translator, view: QAbstractItemView) -> None:
        """Draw for `view`, with the words of `translator`."""
        super().__init__(view)
        self._view = view
        self._translator = translator

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width()
        text = str(index.data())
        room = QRect(0, 0, width - _BADGE - 3 * _GAP - self._load_width(option), 10_000)
        needed = option.fontMetrics.boundingRect(room, int(_WRAP), text).height()
        return QSize(width, max(_BADGE, needed) + 8)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        style = self._view.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        rect = option.rect
        badge = QRect(rect.left() + _GAP, rect.center().y() - _BADGE // 2 + 1, _BADGE, _BADGE)
        load_width = self._load_width(option)
        name = QRect(rect)
        name.setLeft(badge.right() + _GAP)
        name.setRight(rect.right() - load_width - _GAP)
        load = QRect(name.right(), rect.top(), load_width, rect.height())
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(ink))
        painter.drawText(name, int(_WRAP), str(index.data()))
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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(party_colour(index.row()))
        painter.drawEllipse(badge)
        font = QFont(painter.font())
        font.setPixelSize(10)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        initials = party_initials(index.data(PartyRole.PARTY), self._translator.words)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), initials)

    def _load_width(self, option: QStyleOptionViewItem) -> int:
        return option.fontMetrics.horizontalAdvance("000")
