"""The keys of a tender pack, by which a bid is recognised and its cells are located.

The hidden sheet names the plan, the phase and the provider; it has nothing else of the plan. On the
sheet of the answers a hidden column has the key of each row, a hidden row that of each column.
"""

TENDER_SHEET = "socplanner"
TENDER_KEY = "socplanner-tender"
"""Opens the block on the hidden sheet; its value is the format of the record."""

TENDER_FORMAT = "1"
ANSWERS_KEY = "socplanner-answers"
"""The corner of the hidden row and the hidden column on the sheet of the answers."""

COLUMN_KEYS = ("code", "role", "answer", "price", "comment")
"""The keys of the columns beside the corner, from left to right."""

FIELD_COLUMNS = {
    "vendor": "answer",
    "date": "answer",
    "flat": "price",
    "once": "price",
    "comment": "comment",
}
"""The fields that are of no role, with the column of their value."""

FIELD_PREFIX = "field:"
ROLE_PREFIX = "role:"
"""What the key of a row begins with."""

TOTAL_KEY = f"{FIELD_PREFIX}total"
"""The row of the total, which a formula makes and nothing reads."""
