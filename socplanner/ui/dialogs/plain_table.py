"""A table to be read: no selection, no editing, and Tab goes past it."""

from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget


def plain_table(name: str, headings: tuple[str, ...], parent: QWidget) -> QTableWidget:
    """Return an empty table under `headings`, called `name` by a screen reader."""
    table = QTableWidget(0, len(headings), parent)
    set_up(table, name, headings)
    return table


def set_up(table: QTableWidget, name: str, headings: tuple[str, ...]) -> None:
    """Make `table` one to be read."""
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
    """Leave `table` room for `rows` of its rows."""
    frame = 2 * table.frameWidth()
    height = table.horizontalHeader().sizeHint().height()
    table.setMinimumHeight(height + rows * table.verticalHeader().defaultSectionSize() + frame)
