"""What a workbook records of its plan: written on export, read on re-import."""
