"""Re-import of our workbooks: their values, the review against the plan, the edit.

`formats/reimport` reads a workbook as a `Reimport` (`sheet_values`); `review` compares it with the
plan; `grouping` sorts the differences for people; `AcceptReimport` writes the accepted ones.
"""
