"""`socplanner facts`: a plan as one line for each fact, for tools that compare texts."""

from pathlib import Path

from socplanner.cli.arguments import Request
from socplanner.cli.refusal_text import refusal_text
from socplanner.cli.terminal import Terminal, joined_lines
from socplanner.cli.version_arguments import OR_TEXT
from socplanner.services import files
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_differences import plain_tree
from socplanner.services.plan_files import open_plan
from socplanner.wording.differences.facts import fact_lines
from socplanner.wording.language import Words


def facts(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the facts of a plan, or the text of a file that is none, if it is requested.

    Raise FileProblem as `open_plan`.
    """
    path = Path(request.places[0])
    try:
        plan = open_plan(path).plan
    except FileProblem as problem:
        if OR_TEXT.name not in request.options:
            raise
        terminal.answer(_text(path, problem, words))
        return 0
    terminal.answer(joined_lines(fact_lines(plan, plain_tree(plan), words)))
    return 0


def _text(path: Path, problem: FileProblem, words: Words) -> str:
    """Return the text of a file that is no readable plan, after the reason without its place.

    The place is a temporary one, and would differ each time.
    """
    text = files.read(path).decode(errors="replace")
    reason = refusal_text(FileProblem(Path(path.suffix), problem.problem, problem.line), words)
    return f"# {reason}\n{text}"
