"""The dialog that lists the custom roles: add, change, hide, remove, order; each an undo step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from socplanner.domain.catalogue import Role
from socplanner.domain.custom_role_edits import HideCustomRole, MoveCustomRole, RemoveCustomRole
from socplanner.domain.history import Edit
from socplanner.domain.ids import RoleId
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.custom_role_dialog import CustomRoleDialog
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.notice_bar import NoticeBar
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.tokens import token
from socplanner.wording.terms import role_label

_SIZE = (480, 420)


class CustomRolesDialog(QuestionDialog):
    """Edits the custom roles of the open plan while it is shown."""

    def __init__(
        self, document: Document, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """List the custom roles of `document`."""
        words = translator.words
        super().__init__(words.tr("Custom roles"), words.tr("Close"), words, parent)
        self._document = document
        self.list = QListWidget(self)
        self.list.setAccessibleName(words.tr("Custom roles"))
        self.add = QPushButton(words.tr("&Add…"), self)
        self.change = QPushButton(words.tr("&Change…"), self)
        self.hide_button = QPushButton(words.tr("&Hide"), self)
        self.remove = QPushButton(words.tr("Re&move"), self)
        self.up = QPushButton(words.tr("&Up"), self)
        self.down = QPushButton(words.tr("&Down"), self)
        self.notices = NoticeBar(self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._enable)
        self.list.itemActivated.connect(self._change)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.hide_button.clicked.connect(self._hide)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self._show_roles(0)

    def _lay_out(self) -> None:
        about = PlainLabel(
            self,
            self.words.tr(
                "Roles of your organisation that the catalogue does not have. They stand after its "
                "roles, on the board, in the matrix and in the workbook. A hidden one is left out "
                "there, and keeps what was decided about it."
            ),
        )
        about.setWordWrap(True)
        row = QHBoxLayout()
        for button in (
            self.add,
            self.change,
            self.hide_button,
            self.remove,
            self.up,
            self.down,
        ):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.column.addWidget(about)
        self.column.addWidget(self.list)
        self.column.addLayout(row)
        self.column.addWidget(self.notices)
        self.finish_layout()
        self.cancel_button.hide()
        resize_for_texts(self, *_SIZE)

    def _show_roles(self, row: int) -> None:
        """List the roles, with the cursor in `row`."""
        self.list.clear()
        for role in self._document.plan.custom_roles:
            text = role_label(role, self.words)
            if role.is_hidden:
                text = self.words.tr("{role} (hidden)", role=text)
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, role.id)
            if role.is_hidden:
                item.setForeground(token("text-3", self.palette()))
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._enable()

    def _current(self) -> Role | None:
        if self.list.currentRow() < 0:
            return None
        role = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return self._document.plan.role(RoleId(role))

    def _enable(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        role, words = self._current(), self.words
        for button in (self.change, self.hide_button, self.remove):
            button.setEnabled(row >= 0)
        is_hidden = role is not None and role.is_hidden
        self.hide_button.setText(words.tr("S&how again") if is_hidden else words.tr("&Hide"))
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)

    def _add(self) -> None:
        dialog = CustomRoleDialog(None, self._document.plan, self.words, self)
        if dialog.ask() and self._perform(dialog.edit):
            self._show_roles(len(self._document.plan.custom_roles) - 1)

    def _change(self) -> None:
        role = self._current()
        if role is None:
            return
        dialog = CustomRoleDialog(role, self._document.plan, self.words, self)
        if dialog.ask() and self._perform(dialog.edit):
            self._show_roles(self.list.currentRow())

    def _hide(self) -> None:
        """Hide the role, or show a hidden one again."""
        role = self._current()
        if role is not None and self._perform(HideCustomRole(role.id, not role.is_hidden)):
            self._show_roles(self.list.currentRow())

    def _remove(self) -> None:
        role, row = self._current(), self.list.currentRow()
        if role is None:
            return
        has_letters = self._has_letters(role)
        if not self._perform(RemoveCustomRole(role.id)):
            return
        self._show_roles(row)
        if has_letters:
            text = self.words.tr(
                "“{role}” was removed, with its letters in every phase.",
                role=role_label(role, self.words),
            )
            undo = Remedy(self.words.tr("Undo"), self._undo)
            self.notices.show_notice(Notice(NoticeKind.DONE, text, undo), self.words)

    def _undo(self) -> None:
        self._document.undo()
        self._show_roles(self.list.currentRow())

    def _has_letters(self, role: Role) -> bool:
        changes = (phase.changes.get(role.id) for phase in self._document.plan.phases)
        return any(change is not None and change.letters for change in changes)

    def _perform(self, edit: Edit) -> bool:
        """Perform `edit`, and return whether that was possible."""
        self.notices.dismiss()
        return self._document.try_perform(edit)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        role, row = self._current(), self.list.currentRow()
        if role is not None and self._perform(MoveCustomRole(role.id, row + step)):
            self._show_roles(row + step)
