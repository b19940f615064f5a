"""`socplanner merge`: two versions of a plan with what each of them changed.

The exit code is 0 where everything could be combined, 1 where conflicts wait for a choice, and 2
where nothing was written.
"""

from collections.abc import Iterator
from pathlib import Path

from socplanner.cli.arguments import Request
from socplanner.cli.saved_plan import save_changed
from socplanner.cli.terminal import Terminal, answer_lost, joined_lines
from socplanner.cli.version_arguments import OUTPUT
from socplanner.domain.plan import Plan
from socplanner.services import files
from socplanner.services.plan_differences import plan_differences
from socplanner.services.plan_files import OpenedPlan, open_plan, save_plan
from socplanner.services.plan_merging import MergedPlan, merged_plans
from socplanner.services.use_mark import refuse_used
from socplanner.wording.differences.conflict_lines import conflict_texts
from socplanner.wording.language import Words

MERGED, CONFLICTS = 0, 1
_NO_BASE = "-"


def merge(request: Request, words: Words, terminal: Terminal) -> int:
    """Merge three files; raise FileProblem as `open_plan`, EditRejected for different plans."""
    base_place, ours_place, theirs_place = request.places[:3]
    base = _base(base_place)
    ours = open_plan(Path(ours_place))
    theirs = open_plan(Path(theirs_place)).plan
    merged = merged_plans(base, ours.plan, theirs)
    target = request.options.get(OUTPUT.name)
    lines = list(_lines(base, ours.plan, merged, words))
    if target is not None:
        _write(merged.plan, Path(target), ours)
    terminal.confirm(joined_lines(lines), answer_lost(Path(target or ours_place), words))
    return CONFLICTS if merged.plan.conflicts else MERGED


def _base(place: str) -> Plan | None:
    """Return the common version; None for `-` and for the empty file that git has without one."""
    if place == _NO_BASE or not files.read(Path(place)).strip():
        return None
    return open_plan(Path(place)).plan


def _write(plan: Plan, target: Path, ours: OpenedPlan) -> None:
    """Write `plan` with the text of our version, so that comments and keys of its own stay."""
    is_ours = target.exists() and target.samefile(ours.path)
    if is_ours:
        save_changed(plan, ours)
    else:
        refuse_used(target)
        save_plan(plan, target, ours._replace(path=target), may_replace=target.exists())


def _lines(base: Plan | None, ours: Plan, merged: MergedPlan, words: Words) -> Iterator[str]:
    if base is None:
        yield words.tr("There is no common version: everything that differs waits for a choice.")
    groups = plan_differences(ours, merged.plan).groups(words)
    count = sum(len(group.lines) for group in groups)
    yield words.count("{n} change was adopted.", "{n} changes were adopted.", count)
    for group in groups:
        yield group.title
        yield from (f"  {line.text}" for line in group.lines)
    conflicts = merged.plan.conflicts
    if conflicts:
        yield words.count(
            "{n} conflict waits for a choice:", "{n} conflicts wait for a choice:", len(conflicts)
        )
        yield from (f"  {text}" for text in conflict_texts(merged.plan, conflicts, words))
