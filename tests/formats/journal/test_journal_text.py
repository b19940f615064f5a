"""A journal that is cut off, changed or of others gives a state that was written, or none."""

import json
from itertools import islice
from random import Random

import pytest

from socplanner.domain.plan import Plan
from socplanner.formats.journal.journal_text import (
    Journal,
    JournalLines,
    JournalOrigin,
    UnreadableJournal,
    journal_of,
)
from socplanner.formats.plan.plan_yaml import loads
from tests.reliability.edit_stream import actions
from tests.support.journals import journal_bytes
from tests.support.small_plan import small_plan


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    """Return a small plan and what six edits make of it, each another plan."""
    plan = small_plan()
    return [plan, *(history.plan for _, history in islice(actions(plan, 3), 6))]


def plan_of(journal: Journal) -> Plan:
    """Return the plan in `journal`."""
    text = journal.parts.text().encode()
    return loads(text, lambda _edition: small_plan().catalogue).plan


def reason_of(data: bytes) -> str:
    """Return why there is no state in `data`."""
    with pytest.raises(UnreadableJournal) as caught:
        journal_of(data)
    return caught.value.reason


def test_the_last_state_is_read_with_its_facts(plans: list[Plan]) -> None:
    origin = JournalOrigin("0.1", "/計画/a.socplan", b"\xff\x00content")
    journal = journal_of(journal_bytes(plans, origin))
    assert journal.origin == origin
    assert plan_of(journal) == plans[-1]
    assert journal.state.edits == 6
    assert journal.state.names == {"en": ("edit 6",), "ja": ("編集 6",)}
    assert journal.state.organisation == plans[-1].organisation
    assert not journal.is_damaged


def test_cut_off_anywhere_it_gives_the_last_whole_state(plans: list[Plan]) -> None:
    data = journal_bytes(plans)
    ends = [len(journal_bytes(plans[:count])) for count in range(1, len(plans) + 1)]
    origin = data.index(b"\n", data.index(b"\n") + 1) + 1
    seen = set()
    for size in range(len(data) + 1):
        whole = [number for number, end in enumerate(ends) if end <= size]
        if not whole:
            is_empty = size <= data.index(b"\n") + 1 or (
                data[size - 1 : size] == b"\n" and size == origin
            )
            assert reason_of(data[:size]) == ("empty" if is_empty else "damaged"), size
            continue
        journal = journal_of(data[:size])
        assert not journal.is_damaged
        assert journal.state.edits == whole[-1], size
        if whole[-1] not in seen:  # the plan of each state once: reading it takes the time
            seen.add(whole[-1])
            assert plan_of(journal) == plans[whole[-1]]
    assert seen == set(range(len(plans)))


def test_a_byte_that_changed_ends_what_is_read(plans: list[Plan]) -> None:
    data = journal_bytes(plans)
    ends = [len(journal_bytes(plans[:count])) for count in range(1, len(plans) + 1)]
    dice = Random(1)
    reasons = set()
    for _ in range(300):
        place, change = dice.randrange(len(data)), dice.randrange(1, 256)
        bad = data[:place] + bytes([data[place] ^ change]) + data[place + 1 :]
        whole = [number for number, end in enumerate(ends) if end <= place]
        try:
            journal = journal_of(bad)
        except UnreadableJournal as error:
            assert not whole
            reasons.add(error.reason)
            continue
        assert whole
        assert journal.state.edits == whole[-1]
        assert journal.is_damaged or bad[-1:] != b"\n"  # the end of the last line is gone
    assert reasons <= {"damaged", "other", "newer", "empty"}
    assert "damaged" in reasons


def test_lines_that_were_swapped_or_left_out_end_what_is_read(plans: list[Plan]) -> None:
    lines = journal_bytes(plans).splitlines(keepends=True)
    ends = [number for number, line in enumerate(lines) if b'"end"' in line]
    without = lines[: ends[2]] + lines[ends[2] + 1 :]
    assert journal_of(b"".join(without)).state.edits == 1
    swapped = [*lines[: ends[2] + 1], *lines[ends[3] + 1 :], *lines[ends[2] + 1 : ends[3] + 1]]
    journal = journal_of(b"".join(swapped))
    assert (journal.state.edits, journal.is_damaged) == (2, True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"socplanner-jou", "empty"),
        (b"socplanner-journal 1\n", "empty"),
        (b"socplanner-journal 1\nabc", "damaged"),
        (b"socplanner-journal 1\nabc\n", "damaged"),
        (b"socplanner-journal 2\n{}", "newer"),
        (b"socplanner-journal 0\n", "other"),
        (b"socplanner-journal 99999999\n", "other"),
        (b"SQLite format 3\x00", "other"),
        (b"\n\n", "empty"),
        (b"\x00" * 5000, "other"),
        ("計画\n".encode("utf-16"), "other"),
    ],
)
def test_what_is_no_journal_of_ours_is_refused(data: bytes, reason: str) -> None:
    assert reason_of(data) == reason


def test_lines_with_right_checksums_and_wrong_content_are_damage() -> None:
    deep: object = "x"
    for _ in range(3000):
        deep = [deep]
    states: list[object] = [
        {"end": 1},
        {"end": {"organisation": "x", "made": "never", "edits": 1, "names": {}}},
        {"end": {"organisation": "x", "made": 1, "edits": 10**400, "names": []}},
        {"values": {"a": 1}},
        {"phases": [{}]},
        {"other": {}},
        [],
    ]
    for state in states:
        lines = JournalLines()
        data = lines.beginning(JournalOrigin("1")) + lines.part(state)  # type: ignore[arg-type]
        data += lines.part({"end": {"organisation": "", "made": 1, "edits": 0, "names": {}}})
        assert reason_of(data) == "damaged", state
    for origin in ({}, {"origin": 1}, {"origin": {"program": "", "path": "", "content": "é"}}):
        lines = JournalLines()
        data = b"socplanner-journal 1\n" + lines.part(origin) + lines.part({"values": {}})
        assert reason_of(data) == "damaged", origin


def test_a_line_nested_too_deeply_is_damage(plans: list[Plan]) -> None:
    lines = JournalLines()
    data = lines.beginning(JournalOrigin("1"))
    text = b'{"values":{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}}"
    with pytest.raises(RecursionError):
        json.loads(text)
    assert reason_of(data + b"0" * 16 + b" " + text + b"\n") == "damaged"
