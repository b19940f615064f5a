"""`make bench`: what each thing costs against its bound, each with its own baseline in this run.

A figure over its bound is shown as such. Other work on the machine disturbs the times; the
baseline is measured beside each of them, so the ratios hold still better than the figures do.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from socplanner.domain.plan import Plan
from tests.benchmarks import (
    all_checks,
    all_sheets,
    board_drop,
    check_command,
    cost_figures,
    export_workbook,
    flow_figures,
    hostile_sheets,
    import_workbook,
    journal_cost,
    lesson_figures,
    many_edits,
    matrix_letter,
    matrix_scroll,
    maturity_figures,
    palette_key,
    palette_open,
    plan_files,
    read_workbook,
    road_map_figures,
    sharing_figures,
    staffing_figures,
    start_up,
    switches,
    version_figures,
)
from tests.support.plans import big_plan, unplaced_plan

_FRAME = 16.0
_OUR_WORK = 2.0
"""Milliseconds of a letter, Qt's painting of the cell included."""

_WIDTHS = (46, 12, 12, 9, 9)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `bare` is None where the bound is on the figure itself."""

    name: str
    ours: float
    bare: float | None
    bound: float
    unit: str
    is_shown_only: bool = False
    """Whether the baseline is shown beside a bound on the figure itself."""

    @property
    def measure(self) -> float:
        """What is held against the bound."""
        return self.ours if self.bare is None or self.is_shown_only else self.ours / self.bare

    @property
    def is_met(self) -> bool:
        """Whether the bound holds."""
        return self.measure <= self.bound


def figures(sizes: Sequence[tuple[str, Plan, int]]) -> Iterator[Figure]:
    """Yield every figure, the quick ones first."""
    for size, plan, rounds in sizes:
        is_big = size != _SMALL
        bound = 0.7 if is_big else 1.5
        yield _ratio(f"open, {size}", plan_files.opening(plan, rounds), bound)
        yield _ratio(f"open, commented, {size}", plan_files.opening_commented(plan, rounds), bound)
        yield _ratio(f"save one change, {size}", plan_files.saving(plan, rounds), 2.0)
        every = plan_files.saving_every_role(plan, rounds)
        yield _ratio(f"save a change of every role, {size}", every, 2.0)
        if not is_big:
            whole = all_checks.whole(plan, rounds)
            yield Figure(f"all checks, {size}", whole, None, all_checks.BOUND, "ms")
        edit = all_checks.after_an_edit(plan, rounds * 4)
        yield Figure(f"checks after an edit, {size}", edit, None, all_checks.BOUND, "ms")
        yield from _people_figures(size, plan, rounds)
        journal = journal_cost.added(plan, rounds)
        yield Figure(f"journal, in a gesture, {size}", journal, None, journal_cost.BOUND, "ms")
        bound = journal_cost.BIG_ON_DISK_BOUND if is_big else journal_cost.ON_DISK_BOUND
        kept = journal_cost.on_disk(plan, rounds)
        yield Figure(f"an edit until it is on disk, {size}", kept, None, bound, "ms")
    for size, plan, rounds in sizes:
        yield _painted(f"one drop, {size}", board_drop.ours, board_drop.baseline, plan, rounds)
        letter = _painted(
            f"one letter, {size}", matrix_letter.ours, matrix_letter.baseline, plan, rounds
        )
        yield letter
        yield Figure(f"of it our own work, {size}", letter.ours, None, _OUR_WORK, "ms")
    yield from _palette_figures(sizes)
    _, big, _ = sizes[-1]
    filled, cleared = many_edits.filling(big)
    yield Figure("fill every cell, 5,000 x 50", filled, None, many_edits.FILL_BOUND, "ms")
    yield Figure("clear every cell, 5,000 x 50", cleared, None, many_edits.FILL_BOUND, "ms")
    if sys.platform == "linux":
        grown = many_edits.growth()
        yield Figure("20,000 edits of 54 roles keep", grown, None, many_edits.GROWTH_BOUND, "MB")
    paged, sorted_ = matrix_scroll.page(big, 20), matrix_scroll.sorting(big, 6)
    yield Figure("a page of the matrix, 5,000 x 50", paged, None, matrix_scroll.PAGE_BOUND, "ms")
    yield Figure("sort the matrix, 5,000 x 50", sorted_, None, matrix_scroll.ARRANGE_BOUND, "ms")
    yield from _workbook_figures(big)
    yield _ratio("socplanner check, 54 roles", check_command.ratio(), check_command.BOUND)
    yield from _switch_figures(unplaced_plan())
    begun, bare = start_up.costs_apart()
    yield _ratio("start, paint, quit", (begun.seconds, bare.seconds), start_up.BOUND)
    yield Figure("memory at its peak", begun.peak, bare.peak, start_up.PEAK_BOUND, "MiB")


def _workbook_figures(big: Plan) -> Iterator[Figure]:
    written = min(export_workbook.ours(big, 3)), min(export_workbook.baseline(big, 2))
    yield _ratio("export, 5,000 x 50", written, export_workbook.BOUND)
    yield _ratio("export with every sheet, the bank", all_sheets.costs(3), all_sheets.BOUND)
    read = read_workbook.costs(big, 3)
    yield _ratio("read the export, 5,000 x 50", read, read_workbook.BOUND)
    dearest = hostile_sheets.dearest()
    yield Figure("the dearest hostile sheet", dearest, None, hostile_sheets.BOUND, "s")
    imported = import_workbook.costs(big, 3)
    yield _ratio("import the export, 5,000 x 50", imported, import_workbook.BOUND)


def _people_figures(size: str, plan: Plan, rounds: int) -> Iterator[Figure]:
    bound = staffing_figures.BOUND if size == _SMALL else staffing_figures.BIG_BOUND
    costs = staffing_figures.whole(plan, rounds)
    yield Figure(f"all figures of staffing, {size}", costs, None, bound, "ms")
    bound = maturity_figures.BOUND if size == _SMALL else maturity_figures.BIG_BOUND
    scores = maturity_figures.all_figures(plan, rounds)
    yield Figure(f"all figures of maturity, {size}", scores, None, bound, "ms")
    bound = lesson_figures.BOUND if size == _SMALL else lesson_figures.BIG_BOUND
    answers = lesson_figures.all_answers(plan, rounds)
    yield Figure(f"all prompts of the review, {size}", answers, None, bound, "ms")
    bound = sharing_figures.BOUND if size == _SMALL else sharing_figures.BIG_BOUND
    shared = sharing_figures.whole(plan, rounds)
    yield Figure(f"all that is shared, {size}", shared, None, bound, "ms")
    bound = version_figures.BOUND if size == _SMALL else version_figures.BIG_BOUND
    compared = version_figures.compared(plan, rounds)
    yield Figure(f"versions compared, {size}", compared, None, bound, "ms")
    merged = version_figures.merged(plan, rounds)
    yield Figure(f"versions merged, {size}", merged, None, bound, "ms")
    bound = cost_figures.BOUND if size == _SMALL else cost_figures.BIG_BOUND
    phase = cost_figures.of_a_phase(plan, rounds)
    yield Figure(f"all figures of cost, {size}", phase, None, bound, "ms")
    bound = road_map_figures.BOUND if size == _SMALL else road_map_figures.BIG_BOUND
    moves = road_map_figures.whole(plan, rounds)
    yield Figure(f"all moves of the road map, {size}", moves, None, bound, "ms")
    if size == _SMALL:
        yield from _flow_figures(plan)
        patterns = cost_figures.of_the_patterns(plan, rounds)
        bound = cost_figures.PATTERNS_BOUND
        yield Figure(f"the four patterns, {size}", patterns, None, bound, "ms")


def _flow_figures(plan: Plan) -> Iterator[Figure]:
    for steps, bound in ((30, flow_figures.LAYOUT_BOUND), (300, flow_figures.BIG_LAYOUT_BOUND)):
        arranged = flow_figures.layout_of_steps(plan, steps, 5)
        yield Figure(f"layout of a flow of {steps} steps", arranged, None, bound, "ms")
    mapped = flow_figures.map_of_a_week(plan, 5)
    yield Figure("map of a week of all flows", mapped, None, flow_figures.MAP_BOUND, "ms")


def _palette_figures(sizes: Sequence[tuple[str, Plan, int]]) -> Iterator[Figure]:
    for size, plan, rounds in sizes:
        key = palette_key.ours(plan, rounds), palette_key.baseline(plan, rounds)
        name = f"the slowest key in the palette, {size}"
        yield Figure(name, *key, palette_key.BOUND, "ms", is_shown_only=True)
    opened = palette_open.first_opening()
    yield Figure("first opening of the palette", opened, None, palette_open.BOUND, "ms")


def _switch_figures(plan: Plan) -> Iterator[Figure]:
    view, theme = switches.view_switch(plan), switches.theme_switch(plan)
    yield Figure(f"another view, {_SMALL}", view, None, switches.BOUND, "ms")
    yield Figure(f"another theme, {_SMALL}", theme, None, switches.BOUND, "ms")


def main() -> None:
    """Print the table, line by line as it is measured."""
    _print("what", "ours", "baseline", "ratio", "bound")
    sizes = ((_SMALL, unplaced_plan(), 20), ("5,000 x 50", big_plan(), 5))
    missed = 0
    for each in figures(sizes):
        missed += not each.is_met
        bare = "" if each.bare is None else f"{each.bare:.3g} {each.unit}"
        ratio = "" if each.bare is None else f"{each.ours / each.bare:.2f}"
        is_absolute = each.bare is None or each.is_shown_only
        bound = f"{each.bound:g}" + (f" {each.unit}" if is_absolute else "")
        verdict = "" if each.is_met else "  MISSED"
        _print(each.name, f"{each.ours:.3g} {each.unit}", bare, ratio, bound + verdict)
    sys.stdout.write(
        f"\n{missed} over their bound.\n" if missed else "\nAll within their bounds.\n"
    )


_SMALL = "54 x 12"


def _ratio(name: str, pair: tuple[float, float], bound: float) -> Figure:
    return Figure(name, pair[0] * 1000, pair[1] * 1000, bound, "ms")


def _painted(
    name: str,
    ours: Callable[[Plan, int], list[float]],
    baseline: Callable[[Plan, int], list[float]],
    plan: Plan,
    rounds: int,
) -> Figure:
    """Return a gesture to the painted frame, with that of the bare view beside it."""
    accepted, bare = median(ours(plan, rounds * 2)), median(baseline(plan, rounds * 2))
    return Figure(name, accepted, bare, _FRAME, "ms", is_shown_only=True)


def _print(*texts: str) -> None:
    cells = (text.ljust(width) for text, width in zip(texts, _WIDTHS, strict=True))
    sys.stdout.write("".join(cells).rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
