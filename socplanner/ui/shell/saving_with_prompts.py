"""Writing a file with a way on from everything that can stand in the way."""

from collections.abc import Callable
from pathlib import Path

from socplanner.services.file_problem import FileProblem
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.message import Answer

Write = Callable[[Path, bool], None]
"""Writes to a path; the second says whether it may replace what it finds there."""


def write_with_care(path: Path, write: Write, questions: FileQuestions) -> Answer:
    """Return SAVE once it is written, else what is wanted instead: SAVE_AS, RELOAD or CANCEL."""
    may_replace = False
    while True:
        try:
            write(path, may_replace)
        except FileProblem as problem:
            answer = _way_on(problem, questions)
            if answer is Answer.OVERWRITE:
                may_replace = True
            elif answer is not Answer.RETRY:
                return answer
        else:
            return Answer.SAVE


def _way_on(problem: FileProblem, questions: FileQuestions) -> Answer:
    if problem.code == "file-exists":
        return Answer.OVERWRITE if questions.about_existing(problem.path) else Answer.SAVE_AS
    if problem.code == "file-changed":
        return questions.about_changed_on_disk(problem.path)
    return questions.about_failed_write(problem)
