"""The keys by which a workbook names its plan, on the hidden sheet and again beside the lists.

The first cell has the key of the block. Keys with values are below it, and on the hidden sheet one
`base` row for each piece of the matrix as it was exported.
"""

BASE_SHEET = "socplanner"
BASE_KEY = "socplanner-base"
"""Opens the block on the hidden sheet; its value is the format of the record."""

LISTS_KEY = "workbook"
"""Opens the block beside the lists, for programs that drop hidden sheets."""

PIECE = "base"
