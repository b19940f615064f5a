"""What tests of reading and writing files share: problems that are met, calls that fail."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from socplanner.services.file_problem import FileProblem


def problem_of(work: Callable[[], object]) -> FileProblem:
    """Return the problem that `work` meets."""
    with pytest.raises(FileProblem) as caught:
        work()
    return caught.value


def names_in(folder: Path) -> list[str]:
    """Return what stands in `folder`."""
    return sorted(each.name for each in folder.iterdir())


def make_fail(patch: pytest.MonkeyPatch, name: str, fault: int, nth: int) -> None:
    """Make the `nth` call of `os.name` fail; a file is closed none the less."""
    real, calls = getattr(os, name), iter(range(1000))

    def failing(*arguments: object) -> object:
        if next(calls) != nth:
            return real(*arguments)
        if name == "close":
            real(*arguments)
        raise OSError(fault, os.strerror(fault))

    patch.setattr(os, name, failing)
