"""What is wrong with a file, and where in it."""

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
        super().__init__(problem.code, dict(problem.values), line, column, path)
        self.problem = problem
        self.line = line
        self.column = column
        self.path = path


def refused(code: str, path: Path | None = None, **values: object) -> FormatError:
    """Return the error `code` at `path`."""
    return FormatError(Problem(code, values), path=path)
