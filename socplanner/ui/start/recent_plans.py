"""The recent plans: one row each, looked into one after the other once the page is shown."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.services.plan_glance import PlanGlance, glance_at
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import draw_icon, severity_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.theme import severity_colour, sourcing_colours
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import Words

_PAD, _GAP = 12, 12
_BAR_SHARE, _DATE, _FINDINGS = 0.24, 9, 5
"""The width of the bar as a share of the row; those of date and findings in heights of a line."""

_NARROW, _TIGHT = 34, 18
"""The widths of a row, in heights of a line, below which bar and findings, and the date too, are
left out.
"""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)


class RecentPlans(QWidget):
    """Lists plans by their files; a click opens one."""

    chosen = Signal(str)
    """The path of the chosen plan."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with no plan."""
        super().__init__(parent)
        self._none = PlainLabel(self)
        self.rows: list[RecentRow] = []
        self._waiting: list[RecentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._none)
        # One file for each turn of the event loop: the page answers meanwhile.
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._look_into_one)

    def show_paths(self, paths: Sequence[str], words: Words) -> None:
        """List `paths`, the latest first."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [RecentRow(Path(path), words, self) for path in paths]
        for row in self.rows:
            self._column.addWidget(row)
            row.clicked.connect(self._choose)
        self._none.setVisible(not self.rows)
        self._none.setText(words.tr("Plans that you open are listed here."))
        self._waiting = list(self.rows)
        self._next.start()

    def _look_into_one(self) -> None:
        if self._waiting:
            row = self._waiting.pop(0)
            row.show_glance(glance_at(row.path))
            self._next.start()

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, RecentRow):
            self.chosen.emit(str(row.path))


class RecentRow(FlatButton):
    """A plan: organisation, file and folder, sourcing, findings, and when it was changed."""

    def __init__(self, path: Path, words: Words, parent: QWidget) -> None:
        """Show the file `path`; the rest follows by `show_glance`."""
        super().__init__(parent, "file")
        self.is_icon_alone = False
        self.path = path
        self._words = words
        self._glance = PlanGlance(path)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show_texts()

    def show_glance(self, glance: PlanGlance) -> None:
        """Show what is known of the plan."""
        self._glance = glance
        self._show_texts()
        self.update()

    @property
    def problem_text(self) -> str:
        """Why the plan cannot be opened, or an empty text."""
        if not self._glance.problem:
            return ""
        if self._glance.problem == "file-missing":
            return self._words.tr("The file was not found")
        return self._words.tr("The file cannot be read")

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self.fontMetrics().height() * 2 + 18)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @override
    def draw_content(self, painter: QPainter) -> None:
        rect, palette, line = QRectF(self.rect()), self.palette(), self.fontMetrics().height()
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        quiet = token("text-2", palette)
        icon = QRectF(inside.left(), 0, self.icon_side(), rect.height())
        draw_icon(painter, self.icon_name, icon, quiet)
        inside.setLeft(icon.right() + _GAP)
        has_room = rect.width() > line * _NARROW
        if rect.width() > line * _TIGHT:
            inside.setRight(self._draw_date(painter, inside, is_column=has_room) - _GAP)
        if has_room:
            inside.setRight(self._draw_facts(painter, inside) - _GAP)
        self._draw_names(painter, inside, "" if has_room else self.problem_text)

    def _draw_date(self, painter: QPainter, place: QRectF, *, is_column: bool) -> float:
        """Draw the date at the right, in a column of all rows or not; return where it begins."""
        font, text = scaled(self.font(), "dense"), _date_text(self._glance.changed, self._words)
        wide = self.fontMetrics().height() * _DATE
        if not is_column:
            wide = QFontMetrics(font).horizontalAdvance(text) + 1
        date = QRectF(place.right() - wide, 0, wide, place.height())
        painter.setFont(font)
        painter.setPen(token("text-2", self.palette()))
        painter.drawText(date, _RIGHT, text)
        return date.left()

    def _draw_names(self, painter: QPainter, place: QRectF, problem: str) -> None:
        """Draw the name over the file, or over the `problem`."""
        line, dots, wide = (
            self.fontMetrics().height(),
            Qt.TextElideMode.ElideRight,
            int(place.width()),
        )
        top = place.center().y() - line - 1
        is_open = not self._glance.problem
        below = "warning" if problem else "text-2"
        for text, size, ink, at in (
            (self._title(), "heading", "text" if is_open else "text-3", top),
            (problem or self._file_text(), "caption", below, top + line + 3),
        ):
            font = scaled(self.font(), size)
            painter.setFont(font)
            painter.setPen(token(ink, self.palette()))
            shown = QFontMetrics(font).elidedText(text, dots, wide)
            painter.drawText(QRectF(place.left(), at, place.width(), line), _LEFT, shown)

    def _draw_facts(self, painter: QPainter, place: QRectF) -> float:
        """Draw bar and findings, or the problem, at the right; return where they begin."""
        palette, line = self.palette(), self.fontMetrics().height()
        findings = QRectF(place.right() - line * _FINDINGS, 0, line * _FINDINGS, place.height())
        bar_width = place.width() * _BAR_SHARE
        bar = QRectF(findings.left() - _GAP - bar_width, place.center().y() - 4, bar_width, 8)
        if self._glance.problem:
            ink = token("warning", palette)
            icon = QRectF(bar.left(), 0, line, place.height())
            draw_icon(painter, "warning", icon, ink)
            painter.setPen(ink)
            text = QRectF(icon.right() + 4, 0, place.right() - icon.right(), place.height())
            painter.drawText(text, _LEFT, self.problem_text)
            return bar.left()
        if self._glance.organisation:
            self._draw_bar(painter, bar)
            self._draw_findings(painter, findings)
        return bar.left()

    def _draw_bar(self, painter: QPainter, bar: QRectF) -> None:
        left, total = bar.left(), max(self._glance.sourcings.total(), 1)
        for sourcing in Sourcing:
            wide = bar.width() * self._glance.sourcings[sourcing] / total
            part = QRectF(left, bar.top(), max(wide - 1, 0), bar.height())
            painter.fillRect(part, sourcing_colours(sourcing, self.palette()).ink)
            left += wide

    def _draw_findings(self, painter: QPainter, place: QRectF) -> None:
        worst = min(self._glance.findings, default=None)
        count = 0 if worst is None else self._glance.findings[worst]
        name = "done" if worst is None else severity_icon(Severity(worst))
        palette = self.palette()
        ink = token("ok", palette) if worst is None else severity_colour(Severity(worst), palette)
        icon = QRectF(place.left(), 0, self.fontMetrics().height(), place.height())
        draw_icon(painter, name, icon, ink)
        painter.setPen(ink)
        painter.drawText(place.adjusted(icon.width() + 4, 0, 0, 0), _LEFT, str(count))

    def _title(self) -> str:
        return self._glance.organisation or self.path.stem

    def _file_text(self) -> str:
        return f"{self.path.name}   {self.path.parent}"

    def _show_texts(self) -> None:
        self.setText(self._title().replace("&", "&&"))
        parts = (self._glance.organisation, str(self.path), self.problem_text)
        text = "\n".join(part for part in parts if part)
        self.setToolTip(tool_tip(text))
        self.setAccessibleName(text.replace("\n", ", "))


def _date_text(changed: datetime | None, words: Words) -> str:
    """Return when a file was changed: the time of today, or the date."""
    if changed is None:
        return ""
    if changed.date() == datetime.now().astimezone().date():
        return words.tr("today {time}", time=f"{changed:%H:%M}")
    return f"{changed:%Y-%m-%d}"
