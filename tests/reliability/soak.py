"""Works in the real window at random: `python -m tests.reliability.soak --seed 1`.

20,000 gestures are made in one window. After each of them the document is compared with a history
of its own, and now and then views, findings, file and journal with what the plan says.

The thousand in the middle and the last thousand are those of the second thousand again, on the same
plan, so that their times and what the process keeps can be compared. Fonts, modules and pictures
are kept from the first half on; what grows with every gesture grows in the second half too.
`--until 512` ends after the gesture of that number.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from socplanner.domain.replace_plan import replacing
from tests.reliability.soaking.choices import DIALOGS, GESTURES, every_look
from tests.reliability.soaking.dialogs import DialogHand
from tests.reliability.soaking.gestures import Gestures
from tests.reliability.soaking.hands import Hand
from tests.reliability.soaking.history_oracle import HistoryOracle
from tests.reliability.soaking.measures import Kept, Timed, grown, kept, percentiles, resident
from tests.reliability.soaking.running import (
    SoakedProgram,
    Trouble,
    Troubles,
    live_in,
    load_everything,
)
from tests.reliability.soaking.state_oracle import StateOracle

BLOCK = 1000
"""Gestures after which the first plan is opened or restored: no plan grows without end."""

OPENED = 6
"""Blocks that begin with opening the plan; from there on one history goes through all of them."""

GROWTH, SLOWER = 10.0, 1.2
"""Bounds: MB in the second half, and how much slower the last thousand is than the second."""

_VIEW, _FINDINGS, _JOURNAL = 50, 200, 500
_USUAL = ("en", "light", "text-100", "lanes-area", "cards-automatic", "board")


class Result(NamedTuple):
    """What a run came to."""

    times: list[Timed]
    dialogs: Counter[str]
    begin: Kept | None
    middle: Kept | None
    end: Kept
    troubles: list[Trouble]
    steps: int


class Soak:
    """One window, its oracles, and the gestures of a seed."""

    def __init__(self, folder: Path, application: QApplication, seed: int) -> None:
        """Open the window in the empty `folder`."""
        self.seed = seed
        self.troubles = Troubles()
        self.troubles.install()
        self.soaked = SoakedProgram(folder, application, self.troubles)
        self.hand = Hand(Random(seed))
        self.troubles.trail = self.hand.trail
        self.dialogs = DialogHand(self.hand, application)
        self.gestures = Gestures(self.soaked, self.hand)
        self.history = HistoryOracle(self.soaked, self.troubles)
        self.state = StateOracle(self.soaked, self.troubles, Random(seed))
        self.times: list[Timed] = []
        self.seen: Counter[str] = Counter()

    def run(self, count: int, *, is_shown: bool = False) -> Result:
        """Make `count` gestures, and return what came of them."""
        begin: Kept | None = None
        middle: Kept | None = None
        blocks = -(-count // BLOCK)
        if blocks > 2:
            self._show_everything()
        for block in range(blocks):
            is_again = blocks > 2 and block in (blocks // 2, blocks - 1)
            self._begin_block(block)
            self.hand.dice = Random(f"{self.seed}:{1 if is_again else block}")
            for number in range(block * BLOCK, min(count, (block + 1) * BLOCK)):
                self._make(number, is_shown=is_shown)
            if block == 1:
                begin = self._kept()
            if block == blocks // 2:
                middle = self._kept()
            made, (own, mapped) = len(self.times), resident()
            wrong = len(self.troubles.all)
            _print(f"# {made} gestures, {wrong} troubles, {own:.1f} MB, {mapped:.1f} MB of files")
        end = self._kept()
        steps = self.history.length
        self.soaked.end()
        return Result(self.times, self.seen, begin, middle, end, self.troubles.all, steps)

    def _show_everything(self) -> None:
        """Show each view in each look, and each dialog: what is loaded once is no growth."""
        for action in every_look():
            self.gestures.do(action)
            self.soaked.wait(0.05)
        for action in DIALOGS:
            self.dialogs.begin()
            self.gestures.do(action)
            self.dialogs.end()

    def _kept(self) -> Kept:
        """Return what is kept besides pictures of cards and cells, of which many are allowed."""
        for theme in ("dark", "light"):
            self.gestures.do(theme)
            self.soaked.wait(0.5)
        return kept(self.soaked.window)

    def _begin_block(self, block: int) -> None:
        """Show the first plan as it was at first: opened, or restored as a step."""
        self.troubles.gesture = "begin again"
        soaked = self.soaked
        self._make_room()
        if block and block < OPENED:
            soaked.document.commit_pending()
            soaked.document.mark_saved()
            soaked.program.session.open(soaked.place)
        plan = soaked.document.plan
        soaked.document.try_perform(replacing(plan, soaked.first_plan, "restore", "0"))
        soaked.window.viewpoint.look_at_phase(soaked.first_plan.phases[0].id)
        soaked.window.viewpoint.select(())
        self.gestures.clear_filter()
        for action in _USUAL:
            self.gestures.do(action)
        soaked.window.resize(1280, 800)
        soaked.wait(0.5)

    def _make_room(self) -> None:
        """Close what stays open beside the window."""
        for each in QApplication.topLevelWidgets():
            if each is not self.soaked.window and each.isVisible():
                each.close()
        self.soaked.work()

    def _make(self, number: int, *, is_shown: bool) -> None:
        """Make the gesture of a number, and compare."""
        kind = self.hand.dice.choices(list(GESTURES), list(GESTURES.values()))[0]
        self.troubles.number, self.troubles.gesture = number, kind
        document, before = self.soaked.document, self.history.index
        is_typed = bool(document.pending_edits)
        edit = document.undo_edit if kind == "undo" else document.history.redo_edit
        can = self.soaked.window.actions_[kind].isEnabled() if kind in ("undo", "redo") else False
        began = time.thread_time()
        self.dialogs.begin()
        try:
            self.gestures.make(kind)
            self.soaked.work()
        finally:
            self.dialogs.end()
        self.soaked.work()
        self.times.append(Timed(kind, time.thread_time() - began))
        self.seen.update(self.dialogs.opened)
        if is_shown:
            _print(f"{number} {kind} {' '.join(self.dialogs.opened)}")
        if "CrashDialog" in self.dialogs.opened:
            self.troubles.note("the dialog about a crash opened")
        if kind in ("undo", "redo") and not is_typed:
            self.history.check_movement(before, kind, was_possible=can and edit is not None)
        if not self.soaked.window.isVisible():
            self.troubles.note("the window is closed")
            self.soaked.window.show()
        self._compare(number)

    def _compare(self, number: int) -> None:
        self.history.compare()
        self.state.compare_selection()
        if number % _VIEW == _VIEW - 1:
            self.state.compare_view()
        if number % _FINDINGS == _FINDINGS - 1:
            self.state.compare_findings()
        if number % _JOURNAL == _JOURNAL - 1:
            self.state.compare_journal()


def soak(count: int, seed: int, *, is_shown: bool = False) -> Result:
    """Make `count` gestures of `seed` in a process that has no window yet."""
    with tempfile.TemporaryDirectory() as folder:
        live_in(Path(folder))
        application = QApplication.instance() or QApplication(["socplanner"])
        assert isinstance(application, QApplication)
        load_everything()
        soaking = Soak(Path(folder), application, seed)
        try:
            return soaking.run(count, is_shown=is_shown)
        finally:
            soaking.troubles.remove()


def main() -> int:
    """Print the table of a run, and what went wrong; return 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--until", type=int, default=0, help="end after this gesture, print each")
    options = parser.parse_args()
    count = options.until + 1 if options.until else options.count
    result = soak(count, options.seed, is_shown=bool(options.until))
    missed = _print_result(result)
    for trouble in result.troubles:
        repeat = f"--seed {options.seed} --until {trouble.number}"
        _print(f"\n{trouble.number} {trouble.gesture} ({repeat})\n{trouble.text}")
    _print(f"\n{len(result.troubles)} wrong, {missed} over their bound.")
    return 1 if result.troubles or missed else 0


def _print_result(result: Result) -> int:
    """Print times and memory; return how many bounds are missed."""
    first, last = result.times[BLOCK : 2 * BLOCK], result.times[-BLOCK:]
    number = Counter(each.kind for each in result.times)
    _print(f"{'gesture':<18}{'made':>7}{'median':>9}{'p95':>9}{'at the end':>12}{'p95':>9}  (ms)")
    for kind in sorted(number):
        cells = (*percentiles(first, kind), *percentiles(last, kind))
        texts = (f"{each:>{width}.1f}" for each, width in zip(cells, (9, 9, 12, 9), strict=True))
        _print(f"{kind:<18}{number[kind]:>7}" + "".join(texts))
    _print("dialogs: " + ", ".join(f"{name} {n}" for name, n in sorted(result.dialogs.items())))
    if result.begin is None or len(result.times) < 3 * BLOCK:
        return 0
    return _print_bounds(result, percentiles(first), percentiles(last))


def _print_bounds(result: Result, first: tuple[float, float], last: tuple[float, float]) -> int:
    begin, middle, end, missed = result.begin, result.middle, result.end, 0
    assert begin is not None
    assert middle is not None
    for name, before, after in zip(("median", "95th percentile"), first, last, strict=True):
        ratio = after / before
        missed += ratio > SLOWER
        _print(f"{name}: {before:.2f} ms, at the end {after:.2f} ms, ratio {ratio:.2f}")
    missed += end.megabytes - middle.megabytes > GROWTH
    for name in ("megabytes", "mapped", "objects", "widgets", "children"):
        texts = [f"{getattr(each, name):.0f}" for each in (begin, middle, end)]
        _print(f"{name}: {texts[0]}, in the middle {texts[1]}, at the end {texts[2]}")
    _print(f"steps of the history: {result.steps}")
    _print("more of: " + ", ".join(f"{name} {n:+}" for name, n in grown(begin, end)))
    return missed


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
