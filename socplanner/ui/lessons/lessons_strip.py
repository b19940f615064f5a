"""The choices of the review in the strip above it: the chapter."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.domain.lessons.prompts import CHAPTERS
from socplanner.services.translator import Translator
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.wording.lesson_words import chapter_name

EVERY = "every"
"""The choice of all chapters together."""


class LessonsStrip(QWidget):
    """Offers the chapters side by side, or as a menu where there is no space for them."""

    chapter_chosen = Signal(str)
    """A chapter, or `EVERY`."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Begin with all chapters."""
        super().__init__(parent)
        self._translator = translator
        self._chapter = EVERY
        self.chapters = Segments(self, 26)
        self.button = FlatButton(self, is_edged=True)
        self.button.open_with(QMenu(self))
        self.button.menu().triggered.connect(self._on_action_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chapters)
        row.addWidget(self.button)
        row.addStretch(1)
        self.chapters.chosen.connect(self.chapter_chosen)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self._names = {EVERY: words.tr("All prompts")}
        self._names |= {each: chapter_name(each, words) for each in CHAPTERS}
        choices = [Segment(chapter, label) for chapter, label in self._names.items()]
        self.chapters.set_choices(choices, self._chapter)
        self.chapters.setAccessibleName(words.tr("Chapter"))
        self.button.menu().clear()
        for each in choices:
            self.button.menu().addAction(each.label).setData(each.id)
        self.show_chapter(self._chapter)

    def show_chapter(self, chapter: str) -> None:
        """Show that `chapter` is chosen."""
        self._chapter = chapter
        self.chapters.choose(chapter)
        name = self._names[chapter]
        self.button.setText(name)
        self.button.setAccessibleName(f"{self._translator.words.tr('Chapter')}: {name}")
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.button.sizeHint().width() + 8, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show all chapters side by side where they fit."""
        fits = self.chapters.sizeHint().width() + 16 <= self.width()
        self.chapters.setVisible(fits)
        self.button.setVisible(not fits)

    def _on_action_chosen(self, action: QAction) -> None:
        self.chapter_chosen.emit(str(action.data()))
