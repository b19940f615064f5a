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
    """Return the reference to one cell that moves along when it is sorted or copied."""
    return f"{column_name(column)}{row + 1}"


def fixed(row: int, column: int) -> str:
    """Return the reference to one cell that stays where it is."""
    return f"${column_name(column)}${row + 1}"


def fixed_span(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """Return the reference to a rectangle that stays where it is."""
    return f"{fixed(first_row, first_column)}:{fixed(last_row, last_column)}"


def on_sheet(sheet: str, reference: str) -> str:
    """Return `reference` as another sheet writes it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{reference}"
