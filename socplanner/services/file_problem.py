"""What was wrong with a file, and where: the one error that reading and writing may raise."""

from pathlib import Path

from socplanner.domain.problem import Problem


class FileProblem(Exception):
    """A file that could not be read or written; nothing on disk was changed."""

    def __init__(self, path: Path, problem: Problem, line: int | None = None) -> None:
        """Keep the file, what is wrong with it, and the line if it is in the text."""
        super().__init__(str(path), problem.code, line)
        self.path = path
        self.problem = problem
        self.line = line

    @property
    def code(self) -> str:
        """What kind of problem it is."""
        return self.problem.code


def refused(path: Path, code: str, **values: object) -> FileProblem:
    """Return the problem `code` of `path`."""
    return FileProblem(path, Problem(code, values))
