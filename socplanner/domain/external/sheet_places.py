"""Labels of rows and columns as spreadsheets show them."""


def column_letters(column: int) -> str:
    """Return the letters of `column`, counted from 1: `A`, `Z`, `AA`; "" for 0."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def line_number(label: str) -> int:
    """Return the number, from 1, of the row or column with `label`, such as `7` or `AA`."""
    return int(label) if label.isdigit() else column_number(label)


def column_number(letters: str) -> int:
    """Return the number, from 1, of the column with `letters`."""
    number = 0
    for char in letters.upper():
        number = number * 26 + ord(char) - ord("A") + 1
    return number
