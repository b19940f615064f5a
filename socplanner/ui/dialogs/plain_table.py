"""A table to be read: no selection, no editing, and Tab goes past it."""

from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget


def plain_table(name: str, heads: tuple[str, ...], parent: QWidget) -> QTableWidget:
    """Return an empty table under `heads`, called `name` by a screen reader."""
    table = QTableWidget(0, len(heads), parent)
    set_up(table, name, heads)
    return table


def set_up(table: QTableWidget, name: str, heads: tuple[str, ...]) -> None:
    """Make `table` one to be read."""
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)


def rows_high(table: QTableWidget, rows: int) -> None:
    """Leave `table` room for `rows` of its rows."""
    frame = 2 * table.frameWidth()
    head = table.horizontalHeader().sizeHint().height()
    table.setMinimumHeight(head + rows * table.verticalHeader().defaultSectionSize() + frame)
