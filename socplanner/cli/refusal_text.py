"""Why a command did nothing, in words."""

from socplanner.cli.arguments import RequestRefused
from socplanner.domain.problem import EditRejected
from socplanner.services.file_problem import FileProblem
from socplanner.wording import errors
from socplanner.wording.language import Words

Refusal = RequestRefused | EditRejected | FileProblem | OSError


def refusal_text(refusal: Refusal, words: Words) -> str:
    """Return the message of `refusal`."""
    match refusal:
        case RequestRefused():
            return refusal.translated(words)
        case EditRejected(problem=problem):
            return errors.message(problem, words)
        case FileProblem(path=path, line=line, problem=problem):
            return errors.message_in_file(str(path), line, problem, words)
    return words.tr("The output could not be written: {reason}", reason=refusal.strerror)
