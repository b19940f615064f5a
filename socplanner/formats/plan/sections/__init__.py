"""The sections of a plan file: its lists and mappings, each described by a value.

A section has a key, a shape, a reader and a writer (`section.py`). The table
`plan_sections.SECTIONS` has them in the order of the file; to add a section, add a module here and
a line there.
"""
