"""A program on a plan in a file, as tests of the shell begin."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
)

from socplanner.domain.plan import Plan
from socplanner.services.first_plan import FirstPlan, first_plan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import save_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.shell.program import Program
from tests.support.programs import leave_programs


@pytest.fixture
def place(plan: Plan, tmp_path: Path) -> Path:
    """Return a file with a plan in it."""
    place = tmp_path / "works.socplan"
    save_plan(plan, place)
    return place


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    """Return a memory with nothing in it."""
    return SettingsStore(tmp_path / "settings.json", print)


@pytest.fixture
def make(qapp: QApplication, store: SettingsStore) -> Iterator[Callable[[FirstPlan], Program]]:
    """Return what makes a program, of which nothing is left after the test."""
    made: list[Program] = []

    def make_one(first: FirstPlan) -> Program:
        program = Program(qapp, words_for("en"), store, first)
        made.append(program)
        return program

    yield make_one
    leave_programs(made, qapp)


@pytest.fixture
def program(make: Callable[[FirstPlan], Program], place: Path) -> Program:
    """Return a program with a plan opened and its window shown."""
    program = make(first_plan(place))
    program.begin()
    return program
