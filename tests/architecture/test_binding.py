"""Canaries for the binding: PySide6 6.12.0 on Python 3.11 loses references at each call.

Lost are those to `True` by `Signal.emit` and those to `None` by calls that return nothing; at none
left, Python aborts. From Python 3.12 on both are immortal, and what is counted is of no weight:
there PySide6 before 6.12 counts upwards on 3.14. A reference too many harms nobody; one lost does.
"""

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import PySide6
import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 2_000
PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


class Sender(QObject):
    """Sends a truth, or nothing."""

    flag_sent = Signal(bool)
    bare_sent = Signal()


def lost(thing: object, call: Callable[[], object]) -> int:
    """Return how many references to `thing` are gone after many calls of `call`."""
    for _ in range(CALLS):  # the first calls of all settle what an immortal thing is counted as
        call()
    before = sys.getrefcount(thing)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(thing)


def test_emitting_keeps_the_references_of_true(qapp: QApplication) -> None:
    sender = Sender()
    assert lost(True, lambda: sender.flag_sent.emit(True)) < CALLS // 10


def test_calls_that_return_nothing_keep_the_references_of_none(qapp: QApplication) -> None:
    widget, sender = QWidget(), Sender()
    for call in (widget.update, sender.bare_sent.emit, lambda: widget.setEnabled(True)):
        assert lost(None, call) < CALLS // 10


@pytest.mark.parametrize(
    ("python", "version", "is_allowed"),
    [
        ("3.11", "6.8.3", False),
        ("3.11", "6.9.0", True),
        ("3.11", "6.11.3", True),
        ("3.11", "6.12.0", False),
        ("3.12", "6.9.0", True),
        ("3.12", "6.12.0", True),
        ("3.14", "6.12.0", True),
        ("3.14", "6.13.0", False),
    ],
)
def test_the_versions_that_lose_references_are_not_allowed(
    python: str, version: str, is_allowed: bool
) -> None:
    assert (version in _requirement(python).specifier) is is_allowed


def test_the_version_that_is_tested_is_allowed() -> None:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert PySide6.__version__ in _requirement(python).specifier


def _requirement(python: str) -> Requirement:
    """Return what is required of PySide6 on the Python of that version."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    (result,) = (
        requirement
        for requirement in map(Requirement, project["dependencies"])
        if requirement.name == "PySide6-Essentials"
        and requirement.marker is not None
        and requirement.marker.evaluate({"python_version": python})
    )
    return result
