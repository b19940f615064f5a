"""Read-only tables: without selection or editing, and Tab goes to the next widget."""

from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget


def plain_table(name: str, headings: tuple[str, ...], parent: QWidget) -> QTableWidget:
    """Return an empty table with `headings`; `name` is its name for screen readers."""
    table = QTableWidget(0, len(headings), parent)
    set_up(table, name, headings)
    return table


def set_up(table: QTableWidget, name: str, headings: tuple[str, ...]) -> None:
    """Set `headings` and the accessible `name` of `table`, and make it read-only."""
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(headings))
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)


def rows_high(table: QTableWidget, rows: int) -> None:
    """Make `table` at least as high as its header and `rows` rows."""
    frame = 2 * table.frameWidth()
    height = table.horizontalHeader().sizeHint().height()
    table.setMinimumHeight(height + rows * table.verticalHeader().defaultSectionSize() + frame)
