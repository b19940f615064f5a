"""How people call the columns of a sheet."""


def column_letters(column: int) -> str:
    """Return the letters a workbook shows for `column`, counted from 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def line_number(label: str) -> int:
    """Return the number of the row or the column that workbooks call `label`."""
    return int(label) if label.isdigit() else column_number(label)


def column_number(letters: str) -> int:
    """Return which column workbooks call `letters`, counted from 1."""
    number = 0
    for char in letters.upper():
        number = number * 26 + ord(char) - ord("A") + 1
    return number
