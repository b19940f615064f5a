"""Announces to screen readers which card has the cursor, which are selected, which changed.

A list view would announce places of its own layout, which never runs on the board.
"""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import QListView

from socplanner.ui.kit.announcing import has_screen_reader

_MANY = 20
_Happening = Literal["Focus", "SelectionAdd", "SelectionWithin", "NameChanged"]
"""Names of events of `QAccessible`, whose class is imported with the first announcement."""


def announce_current(view: QListView, row: int) -> None:
    """Announce that the card in `row` has the cursor; -1 announces nothing."""
    if row >= 0:
        _announce(view, row, "Focus")


def announce_selected(view: QListView, rows: Sequence[int]) -> None:
    """Announce that `rows` were selected; for many, only that the selection changed."""
    if len(rows) > _MANY:
        _announce(view, -1, "SelectionWithin")
        return
    for row in rows:
        _announce(view, row, "SelectionAdd")


def announce_changed(view: QListView, rows: Sequence[int]) -> None:
    """Announce that the texts of the cards in `rows` changed."""
    for row in rows[:_MANY]:
        _announce(view, row, "NameChanged")


def _announce(view: QListView, row: int, happening: _Happening) -> None:
    if not has_screen_reader():
        return
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    event = QAccessibleEvent(view, QAccessible.Event[happening])
    if row >= 0:
        event.setChild(row)
    QAccessible.updateAccessibility(event)
