"""The parts of a plan file that are lists or mappings, each a value of its own.

A section is its key, its shape, how it is read and how it is written (`section.py`). The table
`plan_sections.SECTIONS` holds them in the order of the file; a further part of a plan is a module
here and a line there.
"""
