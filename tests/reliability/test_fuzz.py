"""A few hundred damaged files of each kind are refused in the reader's own words, or read."""

from itertools import islice
from pathlib import Path

import pytest

from tests.reliability.fuzz import fault_of, faults_of
from tests.reliability.fuzz_targets import CORPUS, kept_inputs, targets

FEW = {"plan": 40, "workbook": 8, "merge": 10, "state": 30, "external": 40, "reimport": 40}
"""How many files of a kind whose reading takes longer."""

NAMES = (
    *("plan", "merge", "journal", "state", "version", "workbook", "table"),
    *("bids", "scores", "external", "reimport", "mark", "settings", "run"),
)


def test_every_reader_is_a_target(tmp_path: Path) -> None:
    assert tuple(each.name for each in targets(tmp_path)) == NAMES
    assert {each.name for each in CORPUS.iterdir()} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_whole_is_read(tmp_path: Path, name: str) -> None:
    (target,) = (each for each in targets(tmp_path) if each.name == name)
    whole = target.seeds[: len(target.seeds) - len(kept_inputs(name))]
    for data in whole:
        target.read(data)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_is_refused_or_read(tmp_path: Path, name: str) -> None:
    (target,) = (each for each in targets(tmp_path) if each.name == name)
    assert [fault_of(target, data) for data in kept_inputs(name) if fault_of(target, data)] == []


@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_are_refused_or_read(tmp_path: Path, name: str) -> None:
    (target,) = (each for each in targets(tmp_path) if each.name == name)
    count = FEW.get(target.name, 150)
    faults = [each for each in islice(faults_of(target, iter(range(count))), count) if each]
    assert faults == []


def test_an_exception_of_a_reader_is_a_fault(tmp_path: Path) -> None:
    def fail(data: bytes) -> object:
        return data[10_000_000]

    target = targets(tmp_path)[0]._replace(read=fail)
    (fault,) = faults_of(target, iter([1]))
    assert fault is not None
    assert fault.what.startswith("IndexError")
