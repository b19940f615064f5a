"""Values that Excel takes as they are stored, so that closing an unchanged workbook asks nothing.

XlsxWriter asks Excel to work everything out on opening, since it stores 0 where it knows no value.
We store the value of every formula, and a test has LibreOffice work each of them out again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_ENGINE = 191029
"""The calculation engine of Excel 2019 and later; an older one would be a reason to recalculate."""


def keep_stored_values(book: Workbook) -> None:
    """Have Excel show the values of `book` as stored, and recalculate what is edited."""
    # manual is the only mode that takes the order to recalculate away; it stays away in the next
    book.set_calc_mode("manual")
    book.set_calc_mode("auto", _ENGINE)
