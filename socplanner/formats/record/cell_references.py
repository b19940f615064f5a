"""Cells and ranges as formulas write them (`$B$6`); rows and columns are counted from 0."""


def column_name(column: int) -> str:
    """Return the letters of `column`: A, B, … Z, AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell(row: int, column: int) -> str:
    """Return a relative reference to one cell (`B6`), which moves when it is copied."""
    return f"{column_name(column)}{row + 1}"


def fixed(row: int, column: int) -> str:
    """Return an absolute reference to one cell (`$B$6`)."""
    return f"${column_name(column)}${row + 1}"


def fixed_span(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """Return an absolute reference to a rectangle (`$B$6:$C$9`), both corners included."""
    return f"{fixed(first_row, first_column)}:{fixed(last_row, last_column)}"


def on_sheet(sheet: str, reference: str) -> str:
    """Return `reference` with the name of its sheet, as another sheet writes it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{reference}"
