"""Re-import of our own workbooks: the values that differ from those that were exported.

`reimport_reading.reimport_of` is the entry; its module lists the rules.
"""
