"""A button drawn by the program: an icon of its own, a text, or both, in the tokens' colours.

`FlatButton` stands in bars and panels; `SegmentButton` is one choice of a row (`segments`);
`RailButton` has its icon over its text. All are real push buttons: keys, focus and screen readers
work as in any other program. To a screen reader an exclusive push button is a radio button; a tool
button is not.
"""

from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QDialog, QMenu, QPushButton, QSizePolicy, QWidget

from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels

ROUND = 5
"""The radius of controls, in pixels."""

_ICON, _ARROW = 20, 12
_GAP, _PADDING, _BARE = 6, 10, 4
_LEAST = 28
_RAIL = 63
_AIR = 8
_READABLE = 5
"""Fewer letters of a shortened text are not worth showing."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class FlatButton(QPushButton):
    """A button without a frame until the mouse is over it, or with a quiet edge."""

    def __init__(
        self, parent: QWidget | None = None, icon_name: str = "", *, is_edged: bool = False
    ) -> None:
        """Show the icon `icon_name`, if there is one; `is_edged` draws an edge round the button."""
        super().__init__(parent)
        self.icon_name = icon_name
        self.is_edged = is_edged
        self.has_menu = False
        self.arrow_icon = "chevron-down"
        """The icon at the right end of a button with a menu."""

        self.is_icon_alone = bool(icon_name)
        """Whether the text is only read aloud."""

        self._can_shrink = False
        self.is_marked = False
        """Whether the button looks as if checked, without being checkable."""

        self.rounding = ROUND
        self._action: QAction | None = None
        self.icon_size = _ICON
        self.least_height = _LEAST
        self.air = 2 * _PADDING
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)

    def open_with(self, menu: QMenu) -> None:
        """Open `menu` when the button is pressed, and show so by an arrow."""
        self.has_menu = True
        self.setMenu(menu)

    def let_shrink(self) -> None:
        """Shorten the text where there is no space for it, or show the icon alone."""
        self.is_icon_alone = False
        self._can_shrink = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def follow(self, action: QAction) -> None:
        """Trigger `action` when pressed, and look as it does: text, tooltip, state."""
        self._action = action
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show_action)
        self._show_action()

    def show_icon(self, icon_name: str) -> None:
        """Show the icon `icon_name` from now on."""
        if icon_name != self.icon_name:
            self.icon_name = icon_name
            self.update()

    @override
    def sizeHint(self) -> QSize:
        height = max(self.least_height, self.fontMetrics().height() + _AIR)
        icon = self.icon_side()
        height = max(height, icon + _AIR)
        if self.is_icon_alone:
            return self._bare_size(height)
        width = self.text_width(self.text()) + self.air
        if self.icon_name:
            width += icon + _GAP
        if self.has_menu:
            width += self._arrow_side() + _GAP
        return QSize(width, height)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if not self._can_shrink:
            return hint
        if self.icon_name:
            return self._bare_size(hint.height())
        letters = _READABLE * self.fontMetrics().averageCharWidth() + 2 * _PADDING
        return hint.boundedTo(QSize(letters, hint.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_ground(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus():
            painter.setPen(QPen(token("accent-ink", self.palette()), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(2, 2, -2, -2), ROUND - 1, ROUND - 1
            )
        painter.setFont(self.shown_font())
        painter.setPen(self.ink())
        self.draw_content(painter)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too; in a dialog, Enter is for its default button."""
        is_enter = event.key() in _ENTER and not event.isAutoRepeat()
        if is_enter and not isinstance(self.window(), QDialog):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus that Tab gives to an exclusive choice on to the one that is chosen."""
        super().focusInEvent(event)
        group = cast("QButtonGroup | None", self.group())
        if group is None or event.reason() not in _BY_TAB or not self.isCheckable():
            return
        chosen = group.checkedButton()
        if chosen is not None and chosen is not self:
            chosen.setFocus(event.reason())

    def icon_side(self) -> int:
        """Return how many pixels wide the icon is beside text of this size."""
        return scaled_pixels(self.font(), self.icon_size)

    def ink(self) -> QColor:
        """Return the colour of text and icon."""
        if not self.isEnabled():
            return token("off", self.palette())
        is_on = self.isChecked() or self.is_marked
        return token("accent-ink" if is_on else "text", self.palette())

    def draw_ground(self, painter: QPainter, rect: QRectF) -> None:
        """Draw what is behind icon and text."""
        palette = self.palette()
        fill, line = None, "line-2" if self.is_edged else ""
        if self.isChecked() or self.is_marked:
            fill, line = "accent-tint", "accent-ink"
        elif self.isDown():
            fill = "pressed"
        elif self.underMouse() and self.isEnabled():
            fill = "hover"
        elif self.is_edged:
            fill = "raised"
        painter.setPen(QPen(token(line, palette), 1) if line else Qt.PenStyle.NoPen)
        painter.setBrush(token(fill, palette) if fill else Qt.BrushStyle.NoBrush)
        if fill or line:
            painter.drawRoundedRect(rect, self.rounding, self.rounding)

    def draw_content(self, painter: QPainter) -> None:
        """Draw the icon, the text beside it, and the arrow of a menu at the right."""
        rect, text = QRectF(self.rect()), self.shown_text()
        if self.has_menu:
            side = self._arrow_side()
            arrow = QRectF(rect.right() - side - _BARE, 0, side, rect.height())
            draw_icon(painter, self.arrow_icon, arrow, self.ink())
            rect.setRight(arrow.left())
        side = self.icon_side()
        if self.icon_name:
            words = rect.adjusted(_PADDING + side + _GAP, 0, 0, 0)
        else:
            words = rect.adjusted(_BARE, 0, -_BARE, 0)
        if self._can_shrink:
            text = self._elided(text, round(words.width()))
        if self.is_icon_alone or (self.icon_name and not text):
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(QPointF(rect.center()))
            draw_icon(painter, self.icon_name, middle, self.ink())
        elif self.icon_name:
            at = QRectF(rect.left() + _PADDING, 0, side, rect.height())
            draw_icon(painter, self.icon_name, at, self.ink())
            painter.drawText(words, _FLAGS | int(Qt.AlignmentFlag.AlignLeft), text)
        else:
            painter.drawText(words, _FLAGS | int(Qt.AlignmentFlag.AlignHCenter), text)

    def shown_text(self) -> str:
        """Return the text that is drawn."""
        return self.text()

    def _bare_size(self, height: int) -> QSize:
        """Return the size of a button that is `height` pixels high, without a text."""
        return QSize(height + (self._arrow_side() if self.has_menu else 0), height)

    def _arrow_side(self) -> int:
        """Return how many pixels wide the arrow of a menu is beside text of this size."""
        return scaled_pixels(self.font(), _ARROW)

    def _elided(self, text: str, width: int) -> str:
        """Return `text` in `width` pixels, shortened; nothing where only a few letters fit."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(text) <= width:
            return text
        is_readable = width >= _READABLE * metrics.averageCharWidth()
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) if is_readable else ""

    def _show_action(self) -> None:
        action = self._action
        if action is not None:
            self.setText(action.iconText())
            self.setToolTip(action.toolTip())
            self.setEnabled(action.isEnabled())
            self.setChecked(action.isChecked())

    def shown_font(self) -> QFont:
        """Return the font of the text."""
        return self.font()

    def text_width(self, text: str) -> int:
        """Return how wide `text` is in the widest font it is shown in."""
        metrics = QFontMetrics(self.shown_font())
        return metrics.size(Qt.TextFlag.TextShowMnemonic, text).width()


class SegmentButton(FlatButton):
    """One choice of a row: the accent shows which is chosen. It is a radio button to readers."""

    def __init__(self, parent: QWidget | None = None, icon_name: str = "") -> None:
        """Begin unchecked and without a text; an icon stands in place of the text."""
        super().__init__(parent, icon_name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.icon_size = 16

    @override
    def ink(self) -> QColor:
        if self.isEnabled() and not self.isChecked():
            return token("text-2", self.palette())
        return super().ink()

    @override
    def shown_font(self) -> QFont:
        return _heavier(self.font()) if self.isChecked() else self.font()

    @override
    def text_width(self, text: str) -> int:
        """Return the width of the heavier text, so that a choice moves nothing."""
        metrics = QFontMetrics(_heavier(self.font()))
        return metrics.size(Qt.TextFlag.TextShowMnemonic, text).width()


class RailButton(SegmentButton):
    """A view of the rail: its icon over its word, and a bar at the edge of the chosen one.

    Where the window is too low for all words, at a large text size, the icon stands alone.
    """

    def __init__(self, parent: QWidget | None, icon_name: str) -> None:
        """Show the icon `icon_name`."""
        super().__init__(parent, icon_name)
        self.icon_size = _ICON
        self.is_icon_alone = False
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Maximum)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), self.icon_side() + 10)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(_heavier(self.font()))
        wide = metrics.horizontalAdvance(self.text()) + 2 * _BARE
        return QSize(max(_RAIL, wide), self.icon_side() + metrics.height() + 12)

    @override
    def draw_ground(self, painter: QPainter, rect: QRectF) -> None:
        palette = self.palette()
        fill = None
        if self.isChecked():
            fill = "accent-tint"
        elif self.isDown() or self.underMouse():
            fill = "pressed" if self.isDown() else "hover"
        painter.setPen(Qt.PenStyle.NoPen)
        if fill:
            painter.setBrush(token(fill, palette))
            painter.drawRoundedRect(rect.adjusted(3.5, 0, -3.5, 0), ROUND, ROUND)
        if self.isChecked():
            bar = QRectF(0, rect.top() + 7.5, 3, rect.height() - 15)
            painter.setBrush(token("accent-ink", palette))
            painter.drawRoundedRect(bar, 1.5, 1.5)

    @override
    def draw_content(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        side = self.icon_side()
        has_word = self.height() >= self.sizeHint().height()
        top = 5 if has_word else (rect.height() - side) / 2
        at = QRectF(rect.center().x() - side / 2, top, side, side)
        draw_icon(painter, self.icon_name, at, self.ink())
        if has_word:
            under = QRectF(0, at.bottom(), rect.width(), rect.height() - at.bottom() - 2)
            painter.drawText(under, _FLAGS | int(Qt.AlignmentFlag.AlignHCenter), self.text())


_FLAGS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextShowMnemonic)


def _heavier(font: QFont) -> QFont:
    heavier = QFont(font)
    heavier.setBold(True)
    return heavier
