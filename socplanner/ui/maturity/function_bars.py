"""The functions with their means: a line from the score to the aim, and both numbers.

While an earlier assessment is compared with, the numbers are those of both and their difference;
the aim is the circle on the line.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.theme import function_ink
from socplanner.ui.kit.tokens import token
from socplanner.ui.maturity.radar import FunctionMeans, draw_value_mark
from socplanner.wording.language import Words
from socplanner.wording.terms import listed

_MOST = 5
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)
_SIDE, _LETTERS, _DIFFERENCE = 8, 5, 6
_COMPARED = 17
"""Letters of the numbers of a comparison."""

_LINE, _SHORT_LINE = 0.34, 0.22
"""The share of the width that the line has, without and with a comparison."""


class FunctionBar(FlatButton):
    """One function; a click shows its roles alone."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.means: FunctionMeans | None = None
        self.numbers = ""
        """The score as text; with a comparison both, with an arrow."""

        self.setCheckable(True)
        self.least_height = 24
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 16, super().sizeHint().height())

    @override
    def draw_content(self, painter: QPainter) -> None:
        means, palette, letter = self.means, self.palette(), self.fontMetrics().averageCharWidth()
        if means is None:
            return
        rect = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(function_ink(means.code, palette))
        painter.drawText(rect, _LEFT, means.code)
        painter.setFont(self.font())
        numbers = (_COMPARED if means.before_text else 2 * _LETTERS) * letter
        share = _SHORT_LINE if means.before_text else _LINE
        line = QRectF(0, rect.top(), rect.width() * share, rect.height())
        line.moveRight(rect.right() - numbers - _SIDE)
        name = rect.adjusted(2.5 * letter, 0, 0, 0)
        name.setRight(line.left() - _SIDE)
        painter.setPen(token("text", palette))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(
            name, _LEFT, painter.fontMetrics().elidedText(means.name, elide, int(name.width()))
        )
        self._draw_line(painter, line, means)
        painter.setPen(token("text-2", palette))
        last = _DIFFERENCE if means.before_text else _LETTERS
        place = rect.adjusted(rect.width() - numbers, 0, -last * letter, 0)
        painter.drawText(place, _RIGHT, self.numbers)
        painter.setFont(bold)
        painter.setPen(token("text", palette))
        painter.drawText(rect, _RIGHT, means.difference_text or means.aim_text)

    def _draw_line(self, painter: QPainter, rect: QRectF, means: FunctionMeans) -> None:
        palette, middle = self.palette(), rect.center().y()

        def at(value: float) -> QPointF:
            return QPointF(rect.left() + rect.width() * (value - 1) / (_MOST - 1), middle)

        painter.setPen(QPen(token("line-2", palette), 1))
        painter.drawLine(at(1), at(_MOST))
        if means.score is not None and means.aim is not None:
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.drawLine(at(means.score), at(means.aim))
        if means.aim is not None:
            painter.setBrush(token("surface", palette))
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.drawEllipse(at(means.aim), 3.5, 3.5)
        if means.before is not None:
            draw_value_mark(painter, at(means.before), "before", palette)
        if means.score is not None:
            mark = at(means.score)
            painter.fillRect(QRectF(mark.x() - 3, mark.y() - 3, 6, 6), token("text-2", palette))


class FunctionBars(QWidget):
    """One bar for each function, in the order of the catalogue."""

    function_chosen = Signal(str)
    """The code of the function whose roles are to be shown alone; empty for all."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.bars: list[FunctionBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_means(
        self, means: Sequence[FunctionMeans], chosen: frozenset[str], words: Words
    ) -> None:
        """Show `means`; the functions `chosen` are those of the filter."""
        while len(self.bars) < len(means):
            bar = FunctionBar(self)
            bar.clicked.connect(self._on_clicked)
            self._column.addWidget(bar)
            self.bars.append(bar)
        for place, bar in enumerate(self.bars):
            bar.setVisible(place < len(means))
            if place < len(means):
                each = bar.means = means[place]
                bar.setChecked(chosen == {each.code})
                bar.numbers = each.score_text
                if each.before_text:
                    bar.numbers = words.tr(
                        "{before} → {after}", before=each.before_text, after=each.score_text
                    )
                name = _name(each, words)
                bar.setText(name)
                bar.setAccessibleName(name)
                bar.setToolTip(tool_tip(name if each.before_text else ""))
                bar.update()

    def _on_clicked(self) -> None:
        bar = self.sender()
        if isinstance(bar, FunctionBar) and bar.means is not None:
            self.function_chosen.emit(bar.means.code if bar.isChecked() else "")


def _name(means: FunctionMeans, words: Words) -> str:
    """Return what a screen reader reads of a function."""
    name = words.tr(
        "{function}: score {score}, aim {aim}",
        function=f"{means.code} {means.name}",
        score=means.score_text,
        aim=means.aim_text,
    )
    if not means.before_text:
        return name
    before = words.tr(
        "before {before}, change {change}", before=means.before_text, change=means.difference_text
    )
    return listed((name, before), words)
