"""What is wrong with a file, and where in it."""

from socplanner.domain.names import LONGEST_NAME, bad_character
from socplanner.domain.problem import Problem

Path = tuple[str | int, ...]
"""The way from the top of a tree to a value: keys and places in lists."""


class FormatError(Exception):
    """A file that cannot be read; `problem` says why, `line` and `column` count from 1."""

    def __init__(
        self,
        problem: Problem,
        line: int | None = None,
        column: int | None = None,
        path: Path | None = None,
    ) -> None:
        """Keep what is wrong and where; `path` is for whoever still has to find the line."""
        values = {key: sayable(value) for key, value in problem.values.items()}
        super().__init__(problem.code, values, line, column, path)
        self.problem = Problem(problem.code, values)
        self.line = line
        self.column = column
        self.path = path


def sayable(value: object) -> object:
    """Return `value` fit for one line on a screen, whatever a file holds."""
    if not isinstance(value, str):
        return value
    if len(value) > LONGEST_NAME:
        value = value[: LONGEST_NAME - 1] + "…"
    if bad_character(value, is_name=True) is None:
        return value
    return "".join("\ufffd" if bad_character(each, is_name=True) else each for each in value)


def refused(code: str, path: Path | None = None, **values: object) -> FormatError:
    """Return the error `code` at `path`."""
    return FormatError(Problem(code, values), path=path)
