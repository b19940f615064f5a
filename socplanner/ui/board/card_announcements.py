"""Announces to screen readers which card has the cursor, which are selected, which changed.

A list view would announce places of its own layout, which never runs on the board.
"""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QListView

_MANY = 20


def announce_current(view: QListView, row: int) -> None:
    """Announce that the card in `row` has the cursor; -1 announces nothing."""
    if row >= 0:
        _announce(view, row, QAccessible.Event.Focus)


def announce_selected(view: QListView, rows: Sequence[int]) -> None:
    """Announce that `rows` were selected; for many, only that the selection changed."""
    if len(rows) > _MANY:
        _announce(view, -1, QAccessible.Event.SelectionWithin)
        return
    for row in rows:
        _announce(view, row, QAccessible.Event.SelectionAdd)


def announce_changed(view: QListView, rows: Sequence[int]) -> None:
    """Announce that the texts of the cards in `rows` changed."""
    for row in rows[:_MANY]:
        _announce(view, row, QAccessible.Event.NameChanged)


def _announce(view: QListView, row: int, what: QAccessible.Event) -> None:
    if QAccessible.isActive():
        event = QAccessibleEvent(view, what)
        if row >= 0:
            event.setChild(row)
        QAccessible.updateAccessibility(event)
