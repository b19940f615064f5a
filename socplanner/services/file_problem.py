"""The one error that reading and writing files raise: the file, the problem, the line."""

from pathlib import Path

from socplanner.domain.problem import Problem


class FileProblem(Exception):
    """A file that could not be read or written; nothing on disk was changed."""

    def __init__(self, path: Path, problem: Problem, line: int | None = None) -> None:
        """Store the file, the problem, and the line from 1 if the problem is in the text."""
        super().__init__(str(path), problem.code, line)
        self.path = path
        self.problem = problem
        self.line = line

    @property
    def code(self) -> str:
        """The code of the problem."""
        return self.problem.code


def refused(path: Path, code: str, **values: object) -> FileProblem:
    """Return the error for the problem `code` of `path`."""
    return FileProblem(path, Problem(code, values))
