"""Sheets of any workbook as plain text in a grid, however the workbook was written."""
