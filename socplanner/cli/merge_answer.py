"""What goes into a merge on the command line, and what comes out of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from socplanner.domain.plan import Plan
from socplanner.services import files
from socplanner.services.plan_differences import plan_differences
from socplanner.services.plan_files import OpenedPlan, open_plan
from socplanner.services.plan_merging import MergedPlan
from socplanner.wording.differences.conflict_lines import conflict_texts
from socplanner.wording.language import Words

MERGED, CONFLICTS = 0, 1
"""Exit codes."""

NO_BASE = "-"


def opened_versions(places: tuple[str, ...]) -> tuple[Plan | None, OpenedPlan, Plan]:
    """Return the common version, None without one, our file, and their version."""
    base, ours, theirs = places[:3]
    return _base(base), open_plan(Path(ours)), open_plan(Path(theirs)).plan


def exit_code(merged: MergedPlan) -> int:
    """Return the exit code: whether conflicts wait."""
    return CONFLICTS if merged.plan.conflicts else MERGED


def merge_lines(base: Plan | None, ours: Plan, merged: MergedPlan, words: Words) -> Iterator[str]:
    """Yield what was adopted, and the conflicts."""
    if base is None:
        yield words.tr("There is no common version: everything that differs waits for a choice.")
    conflicts = merged.plan.conflicts
    adopted = replace(merged.plan, conflicts=ours.conflicts)
    groups = plan_differences(ours, adopted).groups(words)
    count = sum(len(group.lines) for group in groups)
    yield words.count("{n} change was adopted.", "{n} changes were adopted.", count)
    for group in groups:
        yield group.title
        yield from (f"  {line.text}" for line in group.lines)
    if conflicts:
        yield words.count(
            "{n} conflict waits for a choice:", "{n} conflicts wait for a choice:", len(conflicts)
        )
        yield from (f"  {text}" for text in conflict_texts(merged.plan, conflicts, words))


def _base(place: str) -> Plan | None:
    """Return the common version; None for `-` and for the empty file that git has without one."""
    if place == NO_BASE or not files.read(Path(place)).strip():
        return None
    return open_plan(Path(place)).plan
