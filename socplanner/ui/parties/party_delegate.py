"""Drawing a party: the chip of its initials with its load, and its name in a wide panel."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStaticText, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.party_chip import chip_size, draw_party_chip
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.parties.party_list import PartyList
from socplanner.ui.parties.party_list_model import PartyListModel, PartyRole
from socplanner.wording.terms import party_initials

Index = QModelIndex | QPersistentModelIndex
_GAP = 8
_BREAK = 11
"""Pixels above the first party of another kind, with a line in their middle."""

_BAR = 4
_DIGITS = 3
"""Digits with reserved space, so that names are not wrapped again for a longer load."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)


class PartyDelegate(QStyledItemDelegate):
    """Draws one party a row: as a chip over its load, or with its name and a bar."""

    def __init__(self, translator: Translator, view: QAbstractItemView) -> None:
        """Draw for `view`, with the words of `translator`, without names."""
        super().__init__(view)
        self._view = view
        self._translator = translator
        self._heights: dict[tuple[str, str, int], int] = {}
        self.has_names = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        above = _BREAK if self._model().begins_kind(index.row()) else 0
        caption = QFontMetrics(scaled(option.font, "caption")).height()
        if not self.has_names:
            return QSize(width, above + 6 + chip_size(option.font).height() + caption)
        chip = chip_size(option.font)
        available = width - chip.width() - 3 * _GAP - self._load_width(option)
        key = (str(index.data()), option.font.key(), available)
        needed = self._heights.get(key)
        if needed is None:
            text = _wrapped(key[0], option.font, available)
            needed = self._heights[key] = ceil(text.size().height())
        return QSize(width, above + max(chip.height(), needed + _BAR + 3) + 12)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # Qt draws the ground; the text is drawn here.

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, palette = QRect(option.rect), self._view.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model().begins_kind(index.row()):
            line = QRect(rect.left() + 10, rect.top() + _BREAK // 2, rect.width() - 20, 1)
            painter.fillRect(line, token("line-2", palette))
            rect.setTop(rect.top() + _BREAK)
        if self._view.selectionModel().isSelected(index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token("accent-tint", palette))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 1, -2, -1), 5, 5)
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 2, -3, -2), 5, 5)
        if self.has_names:
            self._draw_row(painter, rect, option, index)
        else:
            self._draw_chip_over_load(painter, rect, option, index)
        painter.restore()

    def _draw_chip_over_load(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        chip = QRect(rect.topLeft(), chip_size(option.font))
        chip.setWidth(min(chip.width(), rect.width() - 4))
        chip.moveLeft(rect.left() + (rect.width() - chip.width()) // 2)
        chip.moveTop(rect.top() + 4)
        self._draw_chip(painter, chip, option.font, index)
        self._draw_target(painter, chip, index)
        painter.setFont(scaled(option.font, "caption"))
        painter.setPen(token("text-2", self._view.palette()))
        below = QRect(rect.left(), chip.bottom() + 1, rect.width(), rect.bottom() - chip.bottom())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), str(index.data(PartyRole.LOAD)))

    def _draw_row(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        palette, load_width = self._view.palette(), self._load_width(option)
        chip = QRect(rect.topLeft(), chip_size(option.font))
        chip.moveLeft(rect.left() + _GAP)
        chip.moveTop(rect.top() + (rect.height() - chip.height()) // 2)
        self._draw_chip(painter, chip, option.font, index)
        self._draw_target(painter, chip, index)
        name = QRect(rect)
        name.setLeft(chip.right() + _GAP)
        name.setRight(rect.right() - load_width - _GAP)
        painter.setFont(option.font)
        painter.setPen(token("text", palette))
        text = _wrapped(str(index.data()), option.font, name.width())
        high = text.size().height()
        top = name.top() + (name.height() - high - _BAR - 3) / 2
        painter.drawStaticText(QPointF(name.left(), top), text)
        beside = QRectF(name.right(), top, load_width, high)
        painter.setPen(token("text-2", palette))
        painter.drawText(beside, _RIGHT, str(index.data(PartyRole.LOAD)))
        bar = QRectF(name.left(), top + high + 3, rect.right() - _GAP - name.left(), _BAR)
        self._draw_bar(painter, bar, index)

    def _draw_bar(self, painter: QPainter, bar: QRectF, index: Index) -> None:
        """Draw the letters of the party beside those of the busiest one; duties are darker."""
        greatest, palette = max(self._model().greatest_load(), 1), self._view.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        for name, count in (
            ("pressed", greatest),
            ("edge", int(index.data(PartyRole.LOAD))),
            ("text-2", int(index.data(PartyRole.DUTIES))),
        ):
            part = QRectF(bar.left(), bar.top(), bar.width() * count / greatest, bar.height())
            painter.setBrush(token(name, palette))
            painter.drawRoundedRect(part, _BAR / 2, _BAR / 2)

    def _draw_chip(self, painter: QPainter, chip: QRect, font: QFont, index: Index) -> None:
        party = index.data(PartyRole.PARTY)
        initials = party_initials(party, self._translator.words)
        painter.setFont(font)
        draw_party_chip(painter, QRectF(chip), initials, party.kind, self._view.palette())

    def _draw_target(self, painter: QPainter, chip: QRect, index: Index) -> None:
        """Draw a ring round the chip on which roles would be dropped."""
        if isinstance(self._view, PartyList) and self._view.target_row == index.row():
            painter.setPen(QPen(token("accent-ink", self._view.palette()), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(chip).adjusted(-2, -2, 2, 2), 5, 5)

    def _load_width(self, option: QStyleOptionViewItem) -> int:
        """Return the width of the longest load, so that all are in one column."""
        longest = max(len(str(self._model().greatest_load())), _DIGITS)
        return option.fontMetrics.horizontalAdvance("0" * longest)

    def _model(self) -> PartyListModel:
        model = self._view.model()
        if not isinstance(model, PartyListModel):
            raise TypeError(type(model))
        return model


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
