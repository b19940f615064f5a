"""The table of prompts: question, verdict as sign and word, its first evidence, the comment."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import SIDE, RowDelegate
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.lessons.lessons_model import LessonColumn, LessonsModel
from socplanner.ui.lessons.verdict_sign import VERDICT_SIGNS

_FIT = ColumnFit(
    {
        LessonColumn.PROMPT: 8,
        LessonColumn.VERDICT: 25,
        LessonColumn.EVIDENCE: 32,
        LessonColumn.COMMENT: 20,
    },
    LessonColumn.QUESTION,
    44,
    (LessonColumn.COMMENT, LessonColumn.EVIDENCE),
)
_AIR, _ICON = 10, 16


class LessonsDelegate(RowDelegate):
    """Draws a verdict as icon and word in its ink; what is waived is quiet."""

    def __init__(self, model: LessonsModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view, has_row_cursor=True)
        self._lessons = model

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        review, column = self._lessons.rows[index.row()], index.column()
        text = str(index.data() or "")
        if column == LessonColumn.VERDICT:
            sign = VERDICT_SIGNS[review.verdict]
            ink = "text-2" if review.is_waived else sign.ink
            side = scaled_pixels(self.view.font(), _ICON)
            place = QRectF(rect.left() + SIDE, rect.center().y() - side / 2 + 1, side, side)
            draw_icon(painter, sign.icon, place, token(ink, self.palette))
            self.draw_text(painter, rect.adjusted(SIDE + side - 2, 0, 0, 0), text, ink)
            return
        if column == LessonColumn.PROMPT:
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
        is_quiet = column in (LessonColumn.EVIDENCE, LessonColumn.COMMENT) or review.is_waived
        self.draw_text(painter, rect, text, "text-2" if is_quiet else "text")


class LessonsTable(RowTable):
    """One prompt a row. Enter leads to the evidence, F2 to the comment."""

    prompt_chosen = Signal(int)
    """The row of the current prompt, -1 for none."""

    evidence_requested = Signal()
    comment_requested = Signal()

    def __init__(self, model: LessonsModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._lessons = model
        self._before_reset = ""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setItemDelegate(LessonsDelegate(model, self))
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        model.modelAboutToBeReset.connect(self._remember_current)
        model.modelReset.connect(self._restore_current)
        self.doubleClicked.connect(self.evidence_requested)
        self.fit_font()

    def go_to(self, place: int) -> None:
        """Make the prompt at `place` the current one."""
        self.setCurrentIndex(self._lessons.index(place, LessonColumn.QUESTION))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.evidence_requested.emit()
            case Qt.Key.Key_F2:
                self.comment_requested.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)

    def _remember_current(self) -> None:
        row = self.currentIndex().row()
        if 0 <= row < len(self._lessons.rows):
            self._before_reset = self._lessons.rows[row].prompt.id

    def _restore_current(self) -> None:
        """Go back to the prompt that was current, or else to the first one."""
        self.fit_columns()
        place = max(self._lessons.place_of(self._before_reset), 0)
        if self._lessons.rows:
            self.go_to(place)
        self.prompt_chosen.emit(place if self._lessons.rows else -1)

    def _on_current_changed(self) -> None:
        self.prompt_chosen.emit(self.currentIndex().row())
