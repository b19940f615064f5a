"""A plugin of pytest that writes down which tests take long."""

import os
from pathlib import Path

import pytest

VARIABLE = "SOCPLANNER_SLOW_TESTS"
"""Names the file that the names of slow tests are added to, one a line."""
SECONDS = 5


def name_of(test: str) -> str:
    """Return the name of `test` without its parameters."""
    return test.partition("[")[0]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add the test to the file where it took long."""
    if report.when == "call" and report.duration > SECONDS:
        with Path(os.environ[VARIABLE]).open("a", encoding="utf-8") as slow:
            slow.write(f"{name_of(report.nodeid)}\n")
