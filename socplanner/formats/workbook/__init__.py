"""The sheets of the Excel responsibility matrix; `formats.matrix_xlsx` binds them."""
