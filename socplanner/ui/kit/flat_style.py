"""Fusion without its gradients: four primitives are drawn in the colours of the tokens.

Import this after the first paint: PySide6 makes the 600 enumerators of `QStyle` when one of them is
first named, which is a thirtieth of the start. What the first paint shows draws itself.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QWidget,
)

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token

_Element = QStyle.PrimitiveElement
_State = QStyle.StateFlag
_Feature = QStyleOptionButton.ButtonFeature
_BUTTONS = (_Element.PE_PanelButtonTool, _Element.PE_PanelButtonCommand)
_ROUND = 5

WRONG = "isWrong"
"""The property of a field with a wrong value, whose edge has the colour of an error."""


class FlatStyle(QProxyStyle):
    """Draws grounds of buttons and fields, and the ring round what has the keyboard."""

    def __init__(self) -> None:
        """Leave everything else to Fusion."""
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in _BUTTONS:
            _draw_button(painter, option)
        elif element == _Element.PE_PanelLineEdit and option.rect.height() > 0:
            _draw_field(painter, option, widget)
        elif element == _Element.PE_FrameFocusRect:
            _draw_ring(painter, option, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)


def make_primary(button: QPushButton) -> None:
    """Show `button` as the one that a dialog is for: filled with the accent while enabled."""
    palette = QPalette(button.palette())
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.Button, token("accent", palette))
        palette.setColor(group, QPalette.ColorRole.ButtonText, token("on-accent", palette))
    button.setPalette(palette)


def _draw_button(painter: QPainter, option: QStyleOption) -> None:
    palette, state = option.palette, option.state
    is_primary = palette.color(QPalette.ColorRole.Button) == token("accent", palette)
    is_flat = bool(state & _State.State_AutoRaise)
    if isinstance(option, QStyleOptionButton):
        is_flat = bool(option.features & _Feature.Flat)
    fill, line = ("", "") if is_flat else ("raised", "line-2")
    if not state & _State.State_Enabled:
        fill, line = ("", "") if is_flat else ("pressed", "line")
    elif is_primary:
        fill, line = "accent", "accent"
    elif state & _State.State_On:
        fill, line = "accent-tint", "accent-ink"
    elif state & _State.State_Sunken:
        fill = "pressed"
    elif state & _State.State_MouseOver:
        fill = "hover"
    _draw_box(painter, QRectF(option.rect), palette, fill, line, 1)
    is_default = isinstance(option, QStyleOptionButton) and bool(
        option.features & _Feature.DefaultButton
    )
    if is_default and not is_primary and state & _State.State_Enabled:
        _draw_box(painter, QRectF(option.rect), palette, "", "accent-ink", 1.5)
    if state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange:
        # Fusion draws no rectangle for the focus of a push button: its ground shows it.
        ring = QRectF(option.rect).adjusted(2, 2, -2, -2) if is_primary else QRectF(option.rect)
        _draw_box(painter, ring, palette, "", "on-accent" if is_primary else "accent-ink", 2)


def _draw_field(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    palette, rect = option.palette, QRectF(option.rect)
    if widget is not None and not _has_frame(option):
        painter.fillRect(rect, palette.brush(QPalette.ColorRole.Base))
        return
    is_enabled = bool(option.state & _State.State_Enabled)
    fill = "raised" if is_enabled else "pressed"
    has_focus = bool(option.state & _State.State_HasFocus)
    line = "accent-ink" if has_focus else "edge" if is_enabled else "line"
    if widget is not None and widget.property(WRONG):
        line = "error"
    _draw_box(painter, rect, palette, fill, line, 2 if has_focus else 1)


def _has_frame(option: QStyleOption) -> bool:
    return getattr(option, "lineWidth", 1) > 0


def _draw_ring(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    palette = option.palette if widget is None else widget.palette()
    _draw_box(painter, QRectF(option.rect), palette, "", "accent-ink", 2)


def _draw_box(
    painter: QPainter, rect: QRectF, palette: QPalette, fill: str, line: str, width: float
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(token(fill, palette) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(token(line, palette), width) if line else Qt.PenStyle.NoPen)
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)
    painter.restore()
