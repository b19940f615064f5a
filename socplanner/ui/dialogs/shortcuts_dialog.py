"""The dialog with all keyboard shortcuts: of the table of actions, and of each view."""

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from socplanner.ui.kit.action_table import Menu
from socplanner.ui.kit.actions import Actions, plain
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.wording.language import N_, Words

_BOARD = (
    ("← ↑ ↓ →", N_("Go to another card")),
    ("Shift+← ↑ ↓ →", N_("Extend the selection")),
    ("Ctrl+← ↑ ↓ →", N_("Move the selected cards to the next lane")),
    ("Space", N_("Select or deselect the card")),
    ("Ctrl+-, Ctrl++", N_("Fold or unfold the lane")),
    ("Tab", N_("Go to the header of the lane: Space folds it, Enter selects its roles")),
    ("Ctrl+C", N_("Copy the selected cards as a table and as a picture")),
    ("Enter", N_("Edit the selected roles in the inspector")),
    ("Esc", N_("Cancel a drag")),
    ("Shift+F10", N_("Open the menu of the selected roles")),
)
_MATRIX = (
    ("R  A  C  I  ?", N_("Set the letter in the selected cells")),
    ("Shift+R  A  C  I", N_("Add or remove the letter")),
    ("Delete", N_("Clear the selected cells")),
    ("F2", N_("Choose letters from a list")),
    ("Enter", N_("Go down; within a selected range, go through it cell by cell")),
    ("Tab", N_("Go right; within a selected range, go through it cell by cell")),
    ("Ctrl+X, Ctrl+C, Ctrl+V", N_("Cut, copy and paste letters, also from and to Excel")),
    ("Ctrl+Shift+C", N_("Copy letters with the names of roles and parties")),
    ("Ctrl+D, Ctrl+R", N_("Fill down or right from the first cells, or from those before")),
    ("Ctrl+Enter", N_("Fill the selected cells with the letters of the cursor's cell")),
    ("Ctrl+← ↑ ↓ →", N_("Jump to the edge of the filled cells; with Shift, select up to it")),
    ("Ctrl+Home  End", N_("Go to the first or to the last cell")),
    ("Shift+Space", N_("Select the row")),
    ("Ctrl+Space", N_("Select the column")),
    ("-  +", N_("Fold or unfold the function")),
    ("Ctrl+-, Ctrl++", N_("Fold or unfold every function")),
    ("Alt+-", N_("Fold or unfold the group of parties")),
    ("Alt+↓", N_("Sort by the party of the cursor")),
    ("Esc", N_("Clear sorting")),
    ("Alt+← →", N_("Make the column narrower or wider")),
    ("Ctrl+Tab", N_("Leave the matrix")),
)
_CHECKS = (
    ("Enter", N_("Go to the place of the finding")),
    ("Ctrl+.", N_("Choose a fix of the finding, from the matrix and the board too")),
)
_MATURITY = (
    ("1 – 5", N_("Score the selected roles; in the column of aims, set the aim")),
    ("0, ?, Delete", N_("Not applicable, not known, no score")),
    ("Enter", N_("Edit the selected roles in the inspector")),
)
_STAFFING = (
    ("← →", N_("Go through the week by the hour; with Ctrl, by the day")),
    ("Enter", N_("Edit the hours of the selected roles, or the post or party of the line")),
    ("Delete", N_("Remove the post")),
)
_SEARCH = (
    ("Enter", N_("Go to the search result")),
    ("Esc", N_("Clear the search and go back")),
)
_PALETTE = (
    ("↑ ↓", N_("Go through the results")),
    ("Enter", N_("Go to the result or run the command")),
    ("Shift+Enter", N_("Add the role to the selection")),
    ("Esc", N_("Close and go back")),
)
_PARTIES = (
    ("F2", N_("Change the party")),
    ("Alt+↑ ↓", N_("Move the party up or down")),
    ("Delete", N_("Remove the party")),
)


_WIDTH, _WIDEST, _FRAME = 520, 1_200, 40
_EVERY_ROW = -1


class ShortcutsDialog(QDialog):
    """Lists every shortcut, grouped by menu and view."""

    def __init__(
        self,
        actions: Actions,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Read the shortcuts of menus from `actions`."""
        super().__init__(parent)
        self.setWindowTitle(words.tr("Keyboard shortcuts"))
        self.table = QTreeWidget(self)
        self.table.setHeaderLabels([words.tr("What it does"), words.tr("Keys")])
        self.table.setAccessibleName(words.tr("Keyboard shortcuts"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for menu in Menu:
            self._add(words.tr(menu.value), _shortcuts_of(menu, actions, words))
        for title, keys in (
            (words.tr("Board"), _BOARD),
            (words.tr("Matrix"), _MATRIX),
            (words.tr("Maturity"), _MATURITY),
            (words.tr("Staffing"), _STAFFING),
            (words.tr("Parties"), _PARTIES),
            (words.tr("Checks"), _CHECKS),
            (words.tr("Find and commands"), _PALETTE),
            (plain(words.tr("&Find…")).removesuffix("…"), _SEARCH),
        ):
            self._add(title, ((words.tr(text), each) for each, text in keys))
        self.table.expandAll()
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(False)
        self.table.header().setResizeContentsPrecision(_EVERY_ROW)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(words.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(buttons)
        resize_for_texts(self, max(_WIDTH, self._width_of_texts()), 620)

    def _width_of_texts(self) -> int:
        """Return the width in which no text is elided, at most `_WIDEST`."""
        columns = sum(map(self.table.sizeHintForColumn, (0, 1)))
        return min(columns + self.table.verticalScrollBar().sizeHint().width() + _FRAME, _WIDEST)

    def _add(self, title: str, lines: Iterable[tuple[str, str]]) -> None:
        group = QTreeWidgetItem(self.table, [plain(title)])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        for text, keys in lines:
            QTreeWidgetItem(group, [text, keys])


def _shortcuts_of(menu: Menu, actions: Actions, words: Words) -> Iterable[tuple[str, str]]:
    """Yield the text and the keys of every action of `menu` that has a shortcut.

    Texts are those of the table: an action may show more, as Undo shows the edit to undo.
    """
    for spec in actions.table:
        action = actions.by_id.get(spec.id)
        if spec.menu is menu and action is not None and not action.shortcut().isEmpty():
            text = plain(action.text() if spec.submenu else words.tr(spec.text)).removesuffix("…")
            if spec.submenu:
                text = f"{plain(words.tr(spec.submenu))}: {text}"
            yield text, "  ".join((action.shortcut().toString(), *spec.more_keys))
