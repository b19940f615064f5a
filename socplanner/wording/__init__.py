"""Every word that window, terminal and workbook share, in both languages."""
