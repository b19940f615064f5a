"""`socplanner facts`: a plan as one line for each fact, for tools that compare texts."""

from pathlib import Path

from socplanner.cli.arguments import Request
from socplanner.cli.terminal import Terminal, joined_lines
from socplanner.services.plan_differences import plain_tree
from socplanner.services.plan_files import open_plan
from socplanner.wording.differences.facts import fact_lines
from socplanner.wording.language import Words


def facts(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the facts of a plan; raise FileProblem as `open_plan`."""
    plan = open_plan(Path(request.places[0])).plan
    terminal.answer(joined_lines(fact_lines(plan, plain_tree(plan), words)))
    return 0
