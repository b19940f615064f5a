"""The page of cell comments, each of which can be added to the note of its role."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import CellComment, Reimport
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.review_words import comment_text


class CommentsPage(QWidget):
    """Lists comments with checkboxes, none of them checked at first."""

    chosen = Signal()
    """A comment was checked or unchecked."""

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
        """The checked comments, in the order of the list."""
        ticks = (self.list.item(row).checkState() for row in range(self.list.count()))
        pairs = zip(self._comments, ticks, strict=True)
        return tuple(each for each, tick in pairs if tick is Qt.CheckState.Checked)

    def show_comments(self, reimports: Sequence[Reimport], plan: Plan) -> None:
        """List the comments of `reimports`, none of them checked."""
        self.list.clear()
        self._comments = [comment for reimport in reimports for comment in reimport.comments]
        for reimport in reimports:
            for comment in reimport.comments:
                text = self._words.tr(
                    "{file}: {text}",
                    file=reimport.origin,
                    text=comment_text(comment, plan, self._words),
                )
                item = QListWidgetItem(text)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self.list.addItem(item)
