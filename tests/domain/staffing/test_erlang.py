"""Erlang C gives what pyworkforce 0.5.1 gives, whose figures are in the table beside this test."""

import csv
from pathlib import Path

import pytest

from socplanner.domain.staffing.erlang import (
    QueueLoad,
    agents_for,
    employed_for,
    mean_wait,
    occupancy,
    service_level,
    waiting_share,
)

with (Path(__file__).parent / "erlang-c.csv").open(encoding="utf-8", newline="") as _file:
    ROWS = [{key: float(text) for key, text in row.items()} for row in csv.DictReader(_file)]

LOAD = QueueLoad(100, 1800, 180)
NOTHING = QueueLoad(100, 0, 180)


@pytest.mark.parametrize("row", ROWS)
def test_the_figures_of_pyworkforce(row: dict[str, float]) -> None:
    load = QueueLoad(row["calls"], row["interval"], row["handling"])
    agents = agents_for(load, row["level"], row["within"])
    assert agents == row["agents"]
    assert employed_for(agents, 0.3) == row["employed"]
    assert waiting_share(load, agents) == pytest.approx(row["waiting"])
    assert service_level(load, agents, row["within"]) == pytest.approx(row["answered"])
    assert occupancy(load, agents) == pytest.approx(row["occupancy"])


def test_the_figures_of_the_usual_example() -> None:
    assert LOAD.erlangs == 10
    assert service_level(LOAD, 13, 20) == pytest.approx(0.7956, abs=0.0001)
    assert service_level(LOAD, 14, 20) == pytest.approx(0.888350, abs=0.000001)
    assert waiting_share(LOAD, 14) == pytest.approx(0.174132, abs=0.000001)
    assert mean_wait(LOAD, 14) == pytest.approx(7.84, abs=0.01)
    assert occupancy(LOAD, 14) == pytest.approx(0.714, abs=0.001)
    assert agents_for(LOAD, 0.8, 20) == 14
    assert employed_for(14, 0.3) == 20


def test_a_queue_that_grows_for_ever_has_no_figures() -> None:
    assert waiting_share(LOAD, 10) is None
    assert service_level(LOAD, 10, 20) is None
    assert mean_wait(LOAD, 0) is None


def test_what_is_divided_by_nothing_is_none() -> None:
    assert NOTHING.erlangs is None
    assert waiting_share(NOTHING, 3) is None
    assert service_level(QueueLoad(0, 1800, 0), 3, 20) is None
    assert mean_wait(NOTHING, 3) is None
    assert occupancy(NOTHING, 3) is None
    assert occupancy(LOAD, 0) is None
    assert agents_for(NOTHING, 0.8, 20) is None
    assert employed_for(14, 1) is None


def test_a_level_out_of_reach_has_no_agents() -> None:
    assert agents_for(LOAD, 1, 20) is None
    assert agents_for(QueueLoad(30_000, 1800, 180), 0.8, 20) is None
