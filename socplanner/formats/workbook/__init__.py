"""The sheets of the Excel responsibility matrix; `formats.matrix_xlsx` puts them together.

A module writes one sheet or a part of one, from a `Draft`. `layout` has the places on the sheet of
the matrix, `styles` and `colours` its looks, `text_room` estimates the sizes of texts.
"""
