"""What a workbook we never wrote says: its tasks, its parties and its letters."""
