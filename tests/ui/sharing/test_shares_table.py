"""The list shows the label of each share in full, however narrow it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socplanner.ui.sharing.shares_model import ShareColumn
from socplanner.ui.sharing.sharing_state import LIST
from socplanner.ui.sharing.sharing_view import SharingView


@pytest.fixture
def listed(view: SharingView) -> SharingView:
    """Return the view with its list."""
    view.state.choose_page(LIST)
    QApplication.processEvents()
    return view


@pytest.mark.parametrize("width", [760, 900, 1600])
def test_no_column_is_cut_off_at_the_right(listed: SharingView, width: int) -> None:
    listed.resize(width, 600)
    QApplication.processEvents()
    table = listed.table
    shown = [each for each in ShareColumn if not table.isColumnHidden(each)]
    assert {ShareColumn.FROM, ShareColumn.TO, ShareColumn.WHAT, ShareColumn.TLP} <= set(shown)
    assert sum(table.columnWidth(each) for each in shown) <= table.viewport().width()


def test_the_chosen_row_is_tinted_as_in_other_tables(listed: SharingView) -> None:
    table = listed.table
    table.setFocus()
    picture = table.viewport().grab().toImage()
    rect = table.visualRect(table.currentIndex())
    colour = picture.pixelColor(rect.left() + 2, rect.center().y())
    assert colour.lightnessF() > 0.85, "the tint of the accent, not the strong blue of the style"


def test_keys_request_the_agreement_of_the_row(listed: SharingView) -> None:
    requested: list[tuple[str, str]] = []

    def keep(name: str, subject: str) -> None:
        requested.append((name, subject))

    listed.edit_requested.connect(keep)
    last = listed.shares.rowCount() - 1
    leaving = [row for row in range(last + 1) if listed.shares.shares[row].leaves]
    listed.table.setCurrentIndex(listed.shares.index(leaving[-1], ShareColumn.WHAT))
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    assert requested == [("agreement", listed.shares.counterpart_of(leaving[-1]))]


def test_shares_that_leave_are_first(listed: SharingView) -> None:
    leaving = [share.leaves for share in listed.shares.shares]
    assert leaving == sorted(leaving, reverse=True)
    assert not all(leaving)
