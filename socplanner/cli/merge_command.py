"""`socplanner merge`: two versions of a plan with what each of them changed.

The exit code is 0 where everything could be combined, 1 where conflicts wait for a choice, and 2
where nothing was written.
"""

from pathlib import Path

from socplanner.cli.arguments import FORCE, Request, RequestRefused
from socplanner.cli.git_driver import merge_for_git
from socplanner.cli.merge_answer import NO_BASE, exit_code, merge_lines, opened_versions
from socplanner.cli.saved_plan import save_changed
from socplanner.cli.terminal import Terminal, answer_lost, joined_lines
from socplanner.cli.version_arguments import GIT_PATH, OUTPUT
from socplanner.domain.plan import Plan
from socplanner.services.plan_files import OpenedPlan, save_plan
from socplanner.services.plan_merging import merged_plans
from socplanner.services.use_mark import refuse_used
from socplanner.wording.language import N_, Words


def merge(request: Request, words: Words, terminal: Terminal) -> int:
    """Merge three files; raise FileProblem as `open_plan`, EditRejected for different plans."""
    if GIT_PATH.name in request.options:
        return merge_for_git(request, words, terminal)
    base, ours, theirs = opened_versions(request.places)
    target = request.options.get(OUTPUT.name)
    if target is not None:
        _check_target(Path(target), ours.path, may_replace=FORCE.name in request.options)
    merged = merged_plans(base, ours.plan, theirs)
    if target is not None:
        _write(merged.plan, Path(target), ours)
    lines = joined_lines(merge_lines(base, ours.plan, merged, words))
    terminal.confirm(lines, answer_lost(Path(target or ours.path), words))
    return exit_code(merged)


def _check_target(target: Path, ours: Path, *, may_replace: bool) -> None:
    """Raise RequestRefused for a place where no file can be, or where another file is."""
    if str(target) == NO_BASE or (target.exists() and not target.is_file()):
        raise RequestRefused(N_("“{file}” is no file: choose the name of a file."), file=target)
    if target.exists() and not target.samefile(ours) and not may_replace:
        raise RequestRefused(
            N_("{file} already exists and was kept: choose another name, or add {option}."),
            file=target,
            option=FORCE.name,
        )


def _write(plan: Plan, target: Path, ours: OpenedPlan) -> None:
    """Write `plan` with the text of our version, so that comments and keys of its own stay."""
    is_ours = target.exists() and target.samefile(ours.path)
    if is_ours:
        save_changed(plan, ours)
    else:
        refuse_used(target)
        save_plan(plan, target, ours._replace(path=target), may_replace=target.exists())
