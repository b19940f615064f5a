"""How sheets show amounts of money: Excel shows `#,##0.##` with a point after whole numbers."""

from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.styles import Part

_WITHOUT_FRACTIONS = frozenset({"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF"})
"""Currencies that have no smaller unit."""


def money_look(draft: Draft) -> Part:
    """Return the part that shows an amount in the currency of the plan."""
    form = "#,##0" if draft.plan.cost.currency in _WITHOUT_FRACTIONS else "#,##0.00"
    return {"num_format": form, "align": "right", "indent": 1}
