"""No workbook, however made, costs more than ten seconds or 200 MB; each is read or refused."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support import hostile_workbooks as hostile

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
TOO_MANY = "workbook-too-many-cells"
DAMAGED = "workbook-part-damaged"
OUTCOMES: dict[str, object] = {
    "a million empty rows": [0],
    "a million styled cells": [0],
    "a million cells quoted singly": TOO_MANY,
    "hundreds of attributes": TOO_MANY,
    "every column styled": [0],
    "empty cells that name no place": TOO_MANY,
    "tags of no meaning": TOO_MANY,
    "tags without end": DAMAGED,
    "a name for each tag": DAMAGED,
    "a name for each attribute": DAMAGED,
    "a namespace for each tag": DAMAGED,
    "one long attribute": DAMAGED,
    "one long comment": DAMAGED,
    "one long text": "workbook-too-much-text",
    "line ends in a formula": [0],
    "blanks without end": "workbook-unpacks-too-big",
    "a number in each cell": TOO_MANY,
}

UNDERSTOOD: dict[str, list[object]] = {
    "a hundred thousand tasks": [0, 0, "only-sheet-too-big"],
    "as many columns as are looked through": [0, 0, "table-too-big"],
    "a plan of 5,000 by 50": [5000, 50],
    "a header every three rows": [0, 0, "table-too-big"],
    "a new name in each cell": [0, 0, "too-many-parties"],
    "a template of any length": [0, 0, "table-too-big"],
}
"""How many tasks and parties are found, and what is asked."""


def cost_of(file: Path, *more: str) -> dict[str, Any]:
    """Return what came of reading `file` in a process of its own, within its bounds.

    The system ends the process after twice the seconds it may need (`make bench` measures these).
    """
    command = [sys.executable, "-m", "tests.support.hostile_workbooks", str(file), *more]
    read = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=100)
    result: dict[str, Any] = json.loads(read.stdout)
    assert result["bytes"] <= hostile.MOST_MEMORY, result
    return result


@pytest.mark.parametrize("name", OUTCOMES)
def test_a_hostile_sheet_stays_within_its_bounds(name: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.xlsx"
    hostile.written(file, hostile.sheets()[name])
    assert cost_of(file)["said"] == OUTCOMES[name]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_another_encoding_costs_no_more(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "wide.xlsx"
    hostile.written(file, hostile.sheets()["a million styled cells"], encoding=encoding)
    assert cost_of(file)["said"] == [0]


@pytest.mark.parametrize("name", hostile.records())
def test_a_record_that_grows_when_it_is_unpacked_is_damaged(name: str, tmp_path: Path) -> None:
    file = tmp_path / "record.xlsx"
    hostile.written(file, hostile.record(hostile.records()[name]))
    assert cost_of(file, "ties")["said"] == "damaged"


def test_all_that_may_be_read_at_once_stays_within_the_bounds(tmp_path: Path) -> None:
    file = tmp_path / "full.xlsx"
    hostile.written(file, hostile.different(4499), shares=True)
    assert cost_of(file)["said"] == [449_900]


def test_blocks_over_each_other_stay_within_the_bounds(tmp_path: Path) -> None:
    file = tmp_path / "merged.xlsx"
    hostile.written(file, hostile.full(300), after=hostile.covered())
    assert cost_of(file)["said"] == "workbook-too-many-blocks"


@pytest.mark.parametrize("name", UNDERSTOOD)
def test_looking_for_a_matrix_stays_within_the_bounds(name: str, tmp_path: Path) -> None:
    file = tmp_path / "theirs.xlsx"
    hostile.written(file, hostile.matrices()[name])
    assert cost_of(file, "understand")["said"] == UNDERSTOOD[name]
