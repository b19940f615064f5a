"""The dialog that lists the counterparts: add, change, remove; each a step that can be undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from socplanner.domain.flow_edits import SetCounterparts
from socplanner.domain.flow_inputs import Counterpart
from socplanner.domain.flows.defaults import DefaultFlows
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.counterpart_dialog import CounterpartDialog
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.notice_bar import NoticeBar
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.flow_words import counterpart_kind_name

_SIZE = (480, 400)


class CounterpartsDialog(QuestionDialog):
    """Edits the counterparts of the open plan while it is shown."""

    edit = None
    """What is changed is changed at once; closing changes nothing more."""

    def __init__(
        self,
        document: Document,
        defaults: DefaultFlows,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """List the counterparts of `document`."""
        words = translator.words
        super().__init__(words.tr("Counterparts"), words.tr("Close"), words, parent)
        self._document, self._defaults = document, defaults
        self.list = QListWidget(self)
        self.list.setAccessibleName(words.tr("Counterparts"))
        self.add = QPushButton(words.tr("&Add…"), self)
        self.change = QPushButton(words.tr("&Change…"), self)
        self.remove = QPushButton(words.tr("Re&move"), self)
        self.notices = NoticeBar(self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._enable)
        self.list.itemActivated.connect(self._change)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self._show_counterparts(0)

    def _lay_out(self) -> None:
        about = PlainLabel(
            self,
            self.words.tr(
                "Authorities, communities, customers and others that receive information and are "
                "no party of the plan. One that is removed receives nothing any more, and has no "
                "agreement and no reporting duty."
            ),
        )
        about.setWordWrap(True)
        row = QHBoxLayout()
        for button in (self.add, self.change, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(about)
        self.column.addWidget(self.list)
        self.column.addLayout(row)
        self.column.addWidget(self.notices)
        self.finish_layout()
        self.cancel_button.hide()
        resize_for_texts(self, *_SIZE)

    def _show_counterparts(self, row: int) -> None:
        """List the counterparts, with the cursor in `row`."""
        words = self.words
        self.list.clear()
        for each in self._document.plan.counterparts:
            kind = counterpart_kind_name(each.kind, words)
            text = words.tr("{name} ({kind})", name=words.local(each.name), kind=kind)
            QListWidgetItem(text, self.list).setData(Qt.ItemDataRole.UserRole, each.id)
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._enable()

    def _current(self) -> Counterpart | None:
        row = self.list.currentRow()
        present = self._document.plan.counterparts
        return present[row] if 0 <= row < len(present) else None

    def _enable(self) -> None:
        for button in (self.change, self.remove):
            button.setEnabled(self._current() is not None)

    def _add(self) -> None:
        plan = self._document.plan
        usual = (each.id for each in self._defaults.counterparts)
        used = frozenset((*usual, *(each.id for each in plan.counterparts)))
        dialog = CounterpartDialog(None, used, plan, self.words, self)
        if dialog.ask() and self._perform(dialog.edit):
            self._show_counterparts(len(self._document.plan.counterparts) - 1)

    def _change(self) -> None:
        before = self._current()
        if before is None:
            return
        dialog = CounterpartDialog(before, frozenset(), self._document.plan, self.words, self)
        if dialog.ask() and self._perform(dialog.edit):
            self._show_counterparts(self.list.currentRow())

    def _remove(self) -> None:
        removed, row, words = self._current(), self.list.currentRow(), self.words
        if removed is None:
            return
        present = self._document.plan.counterparts
        kept = tuple(each for each in present if each is not removed)
        if self._perform(SetCounterparts(kept)):
            self._show_counterparts(row)
            text = words.tr("“{name}” was removed.", name=words.local(removed.name))
            undo = Remedy(words.tr("Undo"), self._undo)
            self.notices.show_notice(Notice(NoticeKind.DONE, text, undo), words)

    def _undo(self) -> None:
        self._document.undo()
        self._show_counterparts(self.list.currentRow())

    def _perform(self, edit: SetCounterparts) -> bool:
        """Perform `edit`, and return whether that was possible."""
        self.notices.dismiss()
        return self._document.try_perform(edit)
