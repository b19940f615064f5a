"""The merge driver of git: `merge` for files that git has made, with the path of the plan.

Rules:

- Our file is written over, without a mark and without a version: it is a temporary one of git.
- Versions that cannot be combined are merged as texts, as git does it without a driver: marks in
  the file keep it from being added by mistake, and nothing of either side is missing.
"""

from pathlib import Path

from socplanner.cli.arguments import Request
from socplanner.cli.merge_answer import CONFLICTS, exit_code, merge_lines, opened_versions
from socplanner.cli.refusal_text import refusal_text
from socplanner.cli.terminal import Terminal, joined_lines
from socplanner.cli.version_arguments import GIT_PATH
from socplanner.domain.problem import EditRejected
from socplanner.services.file_problem import FileProblem
from socplanner.services.git_texts import merge_texts
from socplanner.services.plan_files import save_plan
from socplanner.services.plan_merging import merged_plans
from socplanner.wording.language import Words


def merge_for_git(request: Request, words: Words, terminal: Terminal) -> int:
    """Merge into our file; without a way to combine the plans, merge their texts."""
    path = request.options[GIT_PATH.name]
    places = tuple(map(Path, request.places[:3]))
    try:
        base, ours, theirs = opened_versions(request.places)
        merged = merged_plans(base, ours.plan, theirs)
        save_plan(merged.plan, ours.path, ours)
    except (EditRejected, FileProblem) as refusal:
        reason = refusal_text(_of_path(refusal, path, places, words), words)
        merge_texts(*places)
        terminal.refuse(
            words.tr(
                "{reason} The texts of {file} were merged instead: check it, and remove the marks "
                "in it.",
                reason=reason,
                file=path,
            )
        )
        return CONFLICTS
    terminal.answer(joined_lines((path, *merge_lines(base, ours.plan, merged, words))))
    return exit_code(merged)


def _of_path(
    refusal: EditRejected | FileProblem, path: str, places: tuple[Path, ...], words: Words
) -> EditRejected | FileProblem:
    """Return `refusal` with the path of the plan in place of the file that git has made."""
    if isinstance(refusal, EditRejected) or refusal.path not in places:
        return refusal
    sides = (words.tr("common version"), words.tr("our version"), words.tr("their version"))
    side = sides[places.index(refusal.path)]
    named = Path(words.tr("{file} ({version})", file=path, version=side))
    return FileProblem(named, refusal.problem, refusal.line)
