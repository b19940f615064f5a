"""The texts that window, terminal and workbook share, in both languages."""
