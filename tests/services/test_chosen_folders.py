"""Folders that a planner writes: expanded, and refused where dialogs cannot begin there."""

import os
from pathlib import Path

import pytest

from socplanner.services.chosen_folders import folder_meant, folder_problem


def code(folder: str) -> str:
    """Return the code of the problem of `folder`, or an empty text."""
    problem = folder_problem(folder)
    return "" if problem is None else problem.code


def test_the_home_is_expanded() -> None:
    assert folder_meant("  ~/plans ") == str(Path.home() / "plans")
    assert folder_meant("   ") == ""


def test_a_folder_must_be_there_with_its_whole_path(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert code("") == code(str(tmp_path)) == ""
    assert code("plans") == "folder-not-absolute"
    assert code(str(tmp_path / "none")) == "folder-missing"
    assert code(str(tmp_path / "file")) == "folder-missing"
    assert code(str(tmp_path / "\0")) == "folder-missing"


def test_a_folder_must_be_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert code(str(tmp_path)) == "folder-read-only"
