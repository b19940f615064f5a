"""Runs of pytest in forks of this process: what all of them import is imported only once."""

import importlib
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

_LIBRARIES = ("hypothesis", "yaml", "xlsxwriter", "openpyxl", "babel.messages", "PySide6.QtCore")


def import_libraries() -> None:
    """Import pytest with its plugins, and what tests need beside the program and themselves."""
    with tempfile.TemporaryDirectory() as empty:
        pytest.main(["-qqq", "--noconftest", "--rootdir", empty, "-c", os.devnull, empty])
    for name in _LIBRARIES:
        importlib.import_module(name)


def run_forked(
    root: Path, arguments: Sequence[str], variables: Mapping[str, str], limit: float
) -> int | None:
    """Run pytest in a fork at `root`; return its exit code, or None after `limit` seconds."""
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_run, args=(root, arguments, variables))
    process.start()
    process.join(limit)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return process.exitcode


def _run(root: Path, arguments: Sequence[str], variables: Mapping[str, str]) -> None:
    os.chdir(root)
    os.environ.update(variables)
    sys.path.insert(0, str(root))
    sys.dont_write_bytecode = True
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    sys.exit(int(pytest.main([*arguments])))
