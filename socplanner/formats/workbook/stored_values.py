"""Stored values of formulas, so that Excel does not ask to save an unchanged workbook.

XlsxWriter makes Excel recalculate everything on opening, since it stores 0 for an unknown value. We
store the value of every formula, and a test recalculates each of them with LibreOffice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_ENGINE = 191029
"""The calculation engine of Excel 2019 and later; Excel recalculates workbooks of an older one."""


def keep_stored_values(book: Workbook) -> None:
    """Make Excel show the values of `book` as stored, and recalculate only what is edited."""
    # Only the manual mode removes the order to recalculate; it stays removed in the next mode.
    book.set_calc_mode("manual")
    book.set_calc_mode("auto", _ENGINE)
