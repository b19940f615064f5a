"""Any edits in any order, written or not, and a kill at any byte: what is recovered was shown.

The oracle keeps every plan that was shown and what was on disk after each write. A kill is a file
that is cut off anywhere between two writes.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.formats.journal.journal_text import UnreadableJournal, journal_of
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services.recovery.journal_writer import JournalWriter, Snapshot
from tests.reliability.edit_stream import actions
from tests.support.small_plan import small_plan

PLAN = small_plan()


def plan_in(data: bytes) -> tuple[Plan, bool]:
    """Return the plan of a journal, and whether it is damaged."""
    journal = journal_of(data)
    text = journal.parts.text().encode()
    return loads(text, lambda _edition: PLAN.catalogue).plan, journal.is_damaged


@settings(deadline=None)
@given(
    seed=st.integers(0, 10_000),
    writes=st.lists(st.booleans(), min_size=1, max_size=25),
    cut=st.floats(0, 1),
    last_cut=st.floats(0, 1),
)
def test_any_work_that_is_killed_anywhere_recovers_a_plan_that_was_shown(
    seed: int, writes: list[bool], cut: float, last_cut: float
) -> None:
    shown: list[Plan] = []
    written: list[tuple[int, int]] = []  # the size on disk, and the plan it has as last state
    with tempfile.TemporaryDirectory() as folder:
        writer = JournalWriter(Path(folder), lambda _problem: None, lambda _seconds: None)
        history = History.of(PLAN, is_saved=False)
        for is_written, (_, history) in zip(writes, actions(PLAN, seed), strict=False):
            shown.append(history.plan)
            if is_written:
                writer.submit(Snapshot(history))
                assert writer.wait(10)
                assert writer.place is not None
                written.append((writer.place.stat().st_size, len(shown) - 1))
        data = writer.place.read_bytes() if writer.place is not None else b""
        writer.end()
    if not written:
        return
    recovered, is_damaged = plan_in(data)
    assert recovered == shown[written[-1][1]]
    assert not is_damaged
    _check_cut(data, int(cut * len(data)), shown, written)
    before = written[-2][0] if len(written) > 1 else 0
    _check_cut(data, before + int(last_cut * (len(data) - before)), shown, written)


def _check_cut(data: bytes, size: int, shown: list[Plan], written: list[tuple[int, int]]) -> None:
    """Check that a journal cut off at `size` gives the last state that was whole, or none."""
    whole = [number for end, number in written if end <= size]
    if not whole:
        with pytest.raises(UnreadableJournal, match=r"empty|damaged"):
            journal_of(data[:size])
        return
    recovered, is_damaged = plan_in(data[:size])
    assert recovered == shown[whole[-1]]
    assert not is_damaged
