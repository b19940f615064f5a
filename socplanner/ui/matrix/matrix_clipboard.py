"""Cut, copy and paste of ranges, to and from spreadsheets; a paste is one step or none."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.kit.cell_clipboard import (
    LONGEST_MARKUP,
    LONGEST_TEXT,
    as_html,
    as_text,
    from_html,
    from_text,
)
from socplanner.ui.matrix.matrix_editing import MatrixEditing
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.pasting import Pasted, paste, spread
from socplanner.ui.matrix.table_keys import TableCommand
from socplanner.wording.terms import listed, party_label, party_name, role_code, role_label

_NAMED = 3


class MatrixClipboard(QObject):
    """Copies ranges of `table` to the clipboard, and pastes from it."""

    status_message = Signal(str)
    """A message for the planner about the last command."""

    def __init__(
        self,
        table: MatrixTable,
        model: MatrixModel,
        document: Document,
        editing: MatrixEditing,
        translator: Translator,
    ) -> None:
        """Follow the commands of `table`, and write through `editing`."""
        super().__init__(table)
        self._table = table
        self._matrix = model
        self._document = document
        self._editing = editing
        self._translator = translator
        self._put_text = ""
        self._work = {
            TableCommand.CUT: self.cut,
            TableCommand.COPY: self.copy,
            TableCommand.COPY_WITH_HEADINGS: self._copy_with_headings,
            TableCommand.PASTE: self.paste,
        }
        table.command_requested.connect(self._on_command)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._leave_text)

    def _leave_text(self) -> None:
        """Leave plain text on the clipboard: Python's own data there crashes at its end (6.11)."""
        clipboard = QGuiApplication.clipboard()
        if self._put_text and clipboard.text() == self._put_text:
            clipboard.setText(self._put_text)

    def _on_command(self, command: TableCommand) -> None:
        work = self._work.get(command)
        if work is not None:
            work()

    def cut(self) -> None:
        """Put the selected cells on the clipboard and make them blank."""
        self.copy()
        self._editing.clear()

    def copy(self) -> None:
        """Put the rectangle around the selected cells on the clipboard."""
        self._put([list(line) for line in self._cells()])

    def _copy_with_headings(self) -> None:
        """Put the same there, with the names of its roles and parties."""
        words = self._translator.words
        parties = [self._matrix.parties[column] for column in self._table.selected_columns()]
        roles = [self._matrix.lines[row].role for row in self._table.selected_rows()]
        headings = ["", *(party_name(party, words) for party in parties)]
        lines = [
            [role_label(role, words), *line]
            for role, line in zip(roles, self._cells(), strict=True)
            if role is not None
        ]
        self._put([headings, *lines] if lines else [])

    def _cells(self) -> list[list[str]]:
        columns = self._table.selected_columns()
        return [
            [self._matrix.cell(row, column) for column in columns]
            for row in self._table.selected_rows()
        ]

    def _put(self, lines: list[list[str]]) -> None:
        if not lines:
            return
        self._put_text = as_text(lines)
        carried = QMimeData()
        carried.setText(self._put_text)
        carried.setHtml(as_html(lines))
        QGuiApplication.clipboard().setMimeData(carried)

    def paste(self) -> None:
        """Write the clipboard over the selection or from its first cell on."""
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        carried: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if carried is None:  # another program has the clipboard open, or has just closed
            self.status_message.emit(
                self._translator.words.tr("Nothing was pasted: the clipboard is empty.")
            )
            return
        fields = self._read(carried.text(), "" if carried.hasText() else carried.html())
        if not rows or not columns or not fields:
            return
        wanted = spread(fields, len(rows), len(columns))
        down = _following(rows[0], len(wanted), self._table.next_row)
        across = _following(columns[0], len(wanted[0]), self._table.next_column)
        target = self._editing.spots_of(down, across)
        done = paste(wanted, target, self._document.plan.letter_set)
        self._editing.write(done.written)
        self._show(done, wanted, down)
        if not done.unreadable and not done.without_place:
            self._table.select_block(down, across)

    def _read(self, text: str, markup: str) -> list[list[str]]:
        """Return the fields on the clipboard; too many are reported, and none returned."""
        if len(text) > LONGEST_TEXT or len(markup) > LONGEST_MARKUP:
            words = self._translator.words
            self.status_message.emit(
                words.tr("Nothing was pasted: there is too much on the clipboard.")
            )
            return []
        if text:
            return from_text(text)
        return from_html(markup) if markup else []

    def _show(self, done: Pasted, wanted: list[list[str]], down: list[int]) -> None:
        words = self._translator.words
        if done.unreadable:
            plan = self._matrix.plan
            named = [
                words.tr(
                    "{role} – {party}: “{text}”",
                    role=role_code(plan, each.spot.role),
                    party=party_label(plan, each.spot.party, words),
                    text=_short(each.text),
                )
                for each in done.unreadable[:_NAMED]
            ]
            message = words.count(
                "Nothing was pasted: {n} cell cannot be read ({cells}).",
                "Nothing was pasted: {n} cells cannot be read ({cells}).",
                len(done.unreadable),
                cells=listed(named, words) + ("…" if len(done.unreadable) > _NAMED else ""),
            )
            self.status_message.emit(message)
        elif done.without_place:
            message = words.tr(
                "Nothing was pasted: {rows} × {columns} cells do not fit from here on.",
                rows=len(wanted),
                columns=len(wanted[0]),
            )
            self.status_message.emit(message)
        elif self._skipped(down):
            message = words.count(
                "Pasted into the {n} row shown; hidden roles stay as they were.",
                "Pasted into the {n} rows shown; hidden roles stay as they were.",
                done.rows,
            )
            self.status_message.emit(message)

    def _skipped(self, rows: list[int]) -> bool:
        """Return whether roles between the first and the last of `rows` are not shown."""
        shown = {self._matrix.lines[row].key for row in rows}
        places = [place for place, line in enumerate(self._matrix.all_lines) if line.key in shown]
        between = self._matrix.all_lines[places[0] : places[-1] + 1] if places else []
        # Sorted lines are in an order of their own: "between" means nothing for hidden roles.
        is_sorted = not any(line.is_band for line in self._matrix.lines)
        hidden = any(
            line.role is not None and self._matrix.row_of(line.role.id) < 0 for line in between
        )
        return hidden and not is_sorted


def _following(first: int, number: int, onward: Callable[[int, int], int]) -> list[int]:
    """Return `first` and the places after it by `onward`, `number` at most."""
    lines = [first]
    while len(lines) < number and (after := onward(lines[-1], 1)) >= 0:
        lines.append(after)
    return lines


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 20 else f"{plain[:19]}…"
