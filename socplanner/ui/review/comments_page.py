"""Comments on cells of the workbooks, each of which can be kept in the note of its role."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import CellComment, Returned
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.review_words import comment_said


class CommentsPage(QWidget):
    """Lists comments with a tick at each that is to be kept; none is at first."""

    chosen = Signal()
    """Another comment is to be kept, or no more."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._comments: list[CellComment] = []
        about = PlainLabel(self, words.tr("Ticked comments are added to the notes of their roles."))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(words.tr("Comments"))
        self.list.itemChanged.connect(self.chosen)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addWidget(self.list, 1)

    @property
    def kept(self) -> tuple[CellComment, ...]:
        """The comments that are to be kept."""
        ticks = (self.list.item(row).checkState() for row in range(self.list.count()))
        pairs = zip(self._comments, ticks, strict=True)
        return tuple(each for each, tick in pairs if tick is Qt.CheckState.Checked)

    def show_comments(self, returned: Sequence[Returned], plan: Plan) -> None:
        """List the comments of `returned`, none of them ticked."""
        self.list.clear()
        self._comments = [comment for each in returned for comment in each.comments]
        for each in returned:
            for comment in each.comments:
                said = self._words.tr(
                    "{file}: {said}",
                    file=each.origin,
                    said=comment_said(comment, plan, self._words),
                )
                item = QListWidgetItem(said)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self.list.addItem(item)
