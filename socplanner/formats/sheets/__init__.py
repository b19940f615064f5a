"""Any workbook as grids of plain text, whichever program wrote it.

`reading.sheets_of` is the entry. The files are untrusted: every step works within `bounds`.
"""
