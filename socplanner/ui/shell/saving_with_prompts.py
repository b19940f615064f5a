"""Writing a file, with a question for each problem that may occur."""

from collections.abc import Callable
from pathlib import Path

from socplanner.services.file_problem import FileProblem
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.message import Answer

Write = Callable[[Path, bool], None]
"""Writes to a path; the second argument is whether an existing file may be replaced."""


def save_with_prompts(path: Path, write: Write, questions: FileQuestions) -> Answer:
    """Write to `path`, and ask about problems until it is written or given up.

    Return SAVE if it was written, else the answer to carry out: SAVE_AS, MERGE, RELOAD or CANCEL.
    """
    may_replace = False
    while True:
        try:
            write(path, may_replace)
        except FileProblem as problem:
            answer = _next_step(problem, questions)
            if answer is Answer.OVERWRITE:
                may_replace = True
            elif answer is not Answer.RETRY:
                return answer
        else:
            return Answer.SAVE


def _next_step(problem: FileProblem, questions: FileQuestions) -> Answer:
    if problem.code == "file-exists":
        return Answer.OVERWRITE if questions.about_existing(problem.path) else Answer.SAVE_AS
    if problem.code == "file-changed":
        return questions.about_changed_on_disk(problem.path)
    return questions.about_failed_write(problem)
