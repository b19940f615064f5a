"""Tells screen readers which card has the cursor, which are selected, and which changed.

A list view tells that by the places of its own layout, which never runs on the board.
"""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QListView

_MANY = 20


def tell_current(view: QListView, row: int) -> None:
    """Tell that the card in `row` has the cursor."""
    if row >= 0:
        _tell(view, row, QAccessible.Event.Focus)


def tell_selected(view: QListView, rows: Sequence[int]) -> None:
    """Tell that `rows` have been selected; of many, only that the selection is another."""
    if len(rows) > _MANY:
        _tell(view, -1, QAccessible.Event.SelectionWithin)
        return
    for row in rows:
        _tell(view, row, QAccessible.Event.SelectionAdd)


def tell_changed(view: QListView, rows: Sequence[int]) -> None:
    """Tell that the cards in `rows` say something else."""
    for row in rows[:_MANY]:
        _tell(view, row, QAccessible.Event.NameChanged)


def _tell(view: QListView, row: int, what: QAccessible.Event) -> None:
    if QAccessible.isActive():
        event = QAccessibleEvent(view, what)
        if row >= 0:
            event.setChild(row)
        QAccessible.updateAccessibility(event)
