"""The matrix view: builds filters, table, headers and loads, and connects them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from socplanner.domain.ids import PartyId, RoleId
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.matrix.cell_menu import CellMenu
from socplanner.ui.matrix.edge_moves import EdgeMoves
from socplanner.ui.matrix.fill_handle import FillHandle
from socplanner.ui.matrix.load_footer import LoadFooter
from socplanner.ui.matrix.load_model import LoadModel
from socplanner.ui.matrix.matrix_arrangement import MatrixArrangement
from socplanner.ui.matrix.matrix_clipboard import MatrixClipboard
from socplanner.ui.matrix.matrix_editing import MatrixEditing
from socplanner.ui.matrix.matrix_gestures import MatrixGestures
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_search import next_match
from socplanner.ui.matrix.matrix_strip import MatrixStrip
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.party_header import PartyHeader
from socplanner.ui.matrix.role_header import RoleHeader
from socplanner.ui.matrix.selection_sync import SelectionSync
from socplanner.ui.matrix.sticky_band import StickyBand

_FOLDED, _WIDTH = "folded:", "row-headers:"
_PAUSE = 40
"""Milliseconds from a letter to its text in the corner."""


class MatrixView(PlanView):
    """Roles down, parties across. Selecting cells selects their roles everywhere."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget | None = None,
    ) -> None:
        """Show the phase in view."""
        super().__init__(parent)
        self._translator = context.translator
        self._text = ""
        # The cell is painted first; its text in the corner follows.
        self._read_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self.model = MatrixModel(context, self)
        self.arrangement = MatrixArrangement(self.model, context, self)
        self.table = MatrixTable(self.model, self)
        self.strip = MatrixStrip(self.model, self.arrangement, context, self)
        self.strip.hide()  # the strip above the view shows it
        self.editing = MatrixEditing(self.table, self.model, context)
        self._clipboard = MatrixClipboard(
            self.table, self.model, context.document, self.editing, context.translator
        )
        self._rows = RoleHeader(self.model, context.translator, self.table)
        self._parties = PartyHeader(self.model, context.translator, self.table)
        self.load = LoadFooter(LoadModel(self.model, context.translator, self), self)
        self._lay_out()
        self.handle = FillHandle(self.table)
        self._sync = SelectionSync(self.table, self.model, self.arrangement, context.viewpoint)
        self._gestures = MatrixGestures(
            self.table, self.model, self.arrangement, self._parties, self._sync
        )
        self._sticky = StickyBand(self.table, self._rows, self.model)
        self._moves = EdgeMoves(self.table, self.model)
        self._menu = CellMenu(self.table, context.translator)
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()
        self._sync.select_roles()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self.table.setAccessibleName(words.tr("Responsibility matrix"))
        self.table.setAccessibleDescription(
            words.tr(
                "Type a letter to set it, Shift and a letter to add or remove it, Delete to clear, "
                "F2 to choose from a list; minus folds a function, Alt and an arrow changes the "
                "width of a column; Ctrl+Tab leaves the table."
            )
        )
        self._read_out()
        self.load.setAccessibleName(words.tr("Load of each party"))
        self._fit()

    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        """Put the cursor on the cell of `role` and `party`, and show it."""
        self.arrangement.reveal(role)
        row = self.model.row_of(role)
        if row < 0:
            return
        column = self.model.column_of(party)
        if column >= 0:
            self._parties.unfold_to(column)
        self._go(row, column if column >= 0 else self._sync.column())

    @override
    def choices(self) -> QWidget:
        return self.strip

    def set_filter(self, text: str) -> int:
        """Show only the roles that match `text`; return how many these are."""
        if text.strip():
            self._text = text
        return self.arrangement.search(text)

    def find_next(self, step: int) -> None:
        """Put the cursor on the next match of the last search, or for -1 on the one before."""
        words = self._translator.words
        match = next_match(self.table, self.model, self._text, step, words)
        if match is None:
            self.status_message.emit(words.tr("Nothing was found."))
        else:
            self._go(*match)

    def remembered(self) -> tuple[str, ...]:
        """Return the folded functions, and the width of the row headers if set by hand."""
        width = self._rows.width_by_hand
        folded = (f"{_FOLDED}{function}" for function in sorted(self.arrangement.folded))
        return (*([f"{_WIDTH}{width}"] if width else []), *folded)

    def restore(self, remembered: Sequence[str]) -> None:
        """Fold functions and widen the row headers as they were."""
        for each in remembered:
            if each.startswith(_FOLDED):
                self.arrangement.fold(each.removeprefix(_FOLDED), is_folded=True)
            elif each.startswith(_WIDTH) and each.removeprefix(_WIDTH).isdecimal():
                self._on_width_dragged(int(each.removeprefix(_WIDTH)[:4]))

    def edit_commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands of the Edit menu in the matrix."""
        return {
            "cut": self._clipboard.cut,
            "copy": self._clipboard.copy,
            "paste": self._clipboard.paste,
            "delete": self.editing.clear,
            "select-all": self.table.selectAll,
        }

    def extend_menu(self, menu: QMenu) -> None:
        """Add the commands of cells to the context menu."""
        self._menu.extend(menu)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rows.leave_space(self.width()):
            self._fit()
        else:
            self._parties.fit(self._free_width())

    def _lay_out(self) -> None:
        self.table.setVerticalHeader(self._rows)
        self.table.setHorizontalHeader(self._parties)
        footer = QHBoxLayout()
        footer.setContentsMargins(0, 0, self.table.verticalScrollBar().sizeHint().width(), 0)
        footer.addWidget(self.load)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rule = QFrame(self)
        rule.setFrameStyle(QFrame.Shape.HLine | QFrame.Shadow.Plain)
        rule.setForegroundRole(QPalette.ColorRole.Mid)
        column.addWidget(self.table, 1)
        column.addWidget(rule)
        column.addLayout(footer)

    def _connect(self) -> None:
        table, arrangement = self.table, self.arrangement
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        table.selectionModel().currentChanged.connect(self._read_out)
        self.model.dataChanged.connect(self._read_soon.start)
        table.customContextMenuRequested.connect(self._on_context_requested)
        table.look_changed.connect(self._fit)
        self._clipboard.status_message.connect(self.status_message)
        self._rows.geometriesChanged.connect(self._fit_load)
        self._rows.customContextMenuRequested.connect(self._on_heading_context_requested)
        self._rows.line_pressed.connect(self._gestures.press_line)
        self.model.modelReset.connect(table.forget_letters)
        self.model.letter_set_changed.connect(table.forget_letters)
        self.model.letter_set_changed.connect(self._fit)
        self._read_soon.timeout.connect(self._read_out)
        self._parties.sectionResized.connect(self._on_column_resized)
        self._parties.sort_clicked.connect(self._gestures.sort_by_column)
        table.corner.sort_clicked.connect(self._gestures.sort_by)
        table.corner.width_dragged.connect(self._on_width_dragged)
        table.geometry_updated.connect(self._sticky.place)
        self._sticky.pressed.connect(self._go_to_band)
        self.handle.dragged.connect(self.editing.fill_dragged)
        arrangement.changed.connect(self._on_arranged)
        self.model.changes.overlay.changed.connect(self._on_changes_changed)
        table.horizontalScrollBar().valueChanged.connect(self.load.horizontalScrollBar().setValue)
        self.load.horizontalScrollBar().valueChanged.connect(table.horizontalScrollBar().setValue)
        self.load.horizontalScrollBar().rangeChanged.connect(self._fit_load)
        for changed in (
            self.model.modelReset,
            self.model.columnsInserted,
            self.model.columnsRemoved,
            self.model.columnsMoved,
            self.model.headerDataChanged,
        ):
            changed.connect(self._fit)
        self._translator.language_changed.connect(self.retranslate)

    def _fit(self) -> None:
        """Set the sizes that font, names and language need, and draw everything again."""
        self.table.cells.forget()
        self._rows.fit()
        self.table.corner.set_zones(self._rows.zones())
        self._parties.measure()
        self._parties.fit(self._free_width())
        self._fit_load()
        self.table.viewport().update()

    def _fit_load(self) -> None:
        self.load.fit(self._rows.sizeHint().width())

    def _free_width(self) -> int:
        bar = self.table.verticalScrollBar().sizeHint().width()
        return self.width() - bar - self._rows.sizeHint().width()

    def _go(self, row: int, column: int) -> None:
        self.table.go(row, column)
        self._show(self.model.index(row, column))

    def _show(self, index: QModelIndex) -> None:
        """Scroll to `index`, and from under the band that is kept in sight."""
        self.table.scrollTo(index)
        covered = self._sticky.height_over(index.row())
        hidden = covered - self.table.rowViewportPosition(index.row())
        if hidden > 0:
            bar = self.table.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _go_to_band(self, row: int) -> None:
        self.table.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def _on_arranged(self) -> None:
        shown, total = self.arrangement.count, self.arrangement.total
        self.matches_changed.emit(shown if self.arrangement.is_filtered else -1, total)
        self._parties.show_order(self.arrangement.order)
        self.table.corner.show_order(self.arrangement.order)
        at = self.table.currentIndex()
        if at.isValid():
            self._show(at)

    def _on_changes_changed(self) -> None:
        self.table.viewport().update()
        self._rows.viewport().update()
        self._read_out()

    def _on_width_dragged(self, width: int) -> None:
        self._rows.widen_to(width)
        self._fit()

    def _on_column_resized(self, column: int, before: int, width: int) -> None:
        self.load.setColumnHidden(column, not width)
        if width:
            self.load.setColumnWidth(column, width)

    def _on_selection_changed(self, selected: QItemSelection, gone: QItemSelection) -> None:
        """Draw again the headers of lines and parties whose selection changed."""
        columns: set[int] = set()
        for changed in (selected, gone):
            for place in range(changed.count()):
                part = changed.at(place)
                self._rows.update_lines(part.top(), part.bottom())
                columns.update(range(part.left(), part.right() + 1))
        self._parties.update_columns(frozenset(columns))

    def _read_out(self) -> None:
        """Show the cell under the cursor in words, for those who do not hover."""
        at = self.table.currentIndex()
        self.table.corner.read_out(self.model.in_short(at) if at.isValid() else "")
        self._parties.show_current(at.column() if self.table.hasFocus() else -1)

    def _on_context_requested(self, position: QPoint) -> None:
        self.context_requested.emit(self.table.viewport().mapToGlobal(position))

    def _on_heading_context_requested(self, position: QPoint) -> None:
        self.context_requested.emit(self._rows.viewport().mapToGlobal(position))
