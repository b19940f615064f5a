"""A share that goes while its plan is open, or does not answer: nothing is lost, and nothing waits.

A small library before the C library stands in for the share: calls below one folder fail, or wait,
while a file exists. Where there is no C compiler, that cannot be tried.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from socplanner.services.plan_files import save_plan
from tests.reliability.kills import ROOT
from tests.support.plans import hybrid_plan

COMPILER = shutil.which("cc")
SOURCE = Path(__file__).with_name("absent_share.c")
LONGEST = 3.0
"""Seconds that the event loop may be busy: other tests run, but a call that hangs takes 20."""

LONGEST_END = 15.0

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="LD_PRELOAD is of Linux"),
    pytest.mark.skipif(COMPILER is None, reason="there is no C compiler"),
]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the compiled library."""
    place = tmp_path_factory.mktemp("library") / "absent_share.so"
    command = [str(COMPILER), "-shared", "-fPIC", "-O1", "-o", str(place), str(SOURCE)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.skip(f"the C compiler has no headers: {done.stderr[:200]}")
    return place


def result_of(library: Path, folder: Path, error: str) -> tuple[dict[str, Any], float]:
    """Return what happened on a share with `error`, and how long the program took to end."""
    share, flag = folder / "share", folder / "flag"
    share.mkdir()
    save_plan(hybrid_plan(), share / "a.socplan")
    environment = {
        **os.environ,
        "LD_PRELOAD": str(library),
        "ABSENT_SHARE": str(share),
        "ABSENT_SHARE_FLAG": str(flag),
    }
    command = [sys.executable, "-m", "tests.reliability.shared_program"]
    process = subprocess.Popen(
        [*command, str(share / "a.socplan"), str(flag), error],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    printed = time.monotonic()
    try:
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert line, errors
    assert "Traceback" not in errors, errors
    assert process.returncode == 0, errors
    return json.loads(line), time.monotonic() - printed


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errno.ESTALE, "share-gone"),
        (errno.ENOTCONN, "share-gone"),
        (errno.EIO, "file-failed"),
    ],
)
def test_a_share_that_goes_costs_nothing_and_may_return(
    library: Path, tmp_path: Path, error: int, code: str
) -> None:
    result, _ = result_of(library, tmp_path, str(error))
    assert result["works"], "the stand-in for the share does nothing"
    assert result["is_journaled"]
    assert (result["questions"], result["codes"]) == (["failed write"], [code])
    assert not result["is_saved_in_vain"]
    assert result["is_kept"]
    assert result["is_saved"]
    assert result["is_same"]
    assert result["is_noticed"]


def test_no_gesture_waits_for_a_share_that_does_not_answer(library: Path, tmp_path: Path) -> None:
    result, end = result_of(library, tmp_path, "hang")
    assert result["works"], "the stand-in for the share does nothing"
    assert result["longest"] < LONGEST
    assert result["is_journaled"]
    assert result["is_saved"]
    assert result["is_same"]
    assert result["is_noticed"]
    assert end < LONGEST_END
