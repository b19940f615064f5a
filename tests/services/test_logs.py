"""The log never fails, never grows without end, and never quotes a plan."""

from pathlib import Path

import pytest

from socplanner.services import logs
from socplanner.services.logs import Log, trace_of


def test_lines_are_added_with_the_time(tmp_path: Path) -> None:
    log = Log(tmp_path / "deep" / "a.log")
    log.write("first\n\n  of two ")
    log.write("second \udcff")
    first, second = log.place.read_text(encoding="utf-8").splitlines()
    assert first[:2] == "20"
    assert first.endswith(" first |   of two")
    assert second.endswith(" second ?")


def test_a_long_log_is_turned_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MOST_BYTES", 50)
    log = Log(tmp_path / "logs" / "a.log")
    for number in range(10):
        log.write(f"line {number}")
    assert sorted(each.name for each in log.place.parent.iterdir()) == ["a.log", "a.log.1"]
    assert "line 9" in log.place.read_text(encoding="utf-8")
    assert log.place.stat().st_size < 150


def test_a_log_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    Log(tmp_path / "file" / "a.log").write("lost")
    Log(tmp_path).write("lost")
    assert (tmp_path / "file").read_bytes() == b""


def test_a_trace_names_kind_and_lines_and_no_message() -> None:
    try:
        raise ValueError("the name of a customer")
    except ValueError as error:
        trace = trace_of(error, error.__traceback__)
    assert trace.startswith("ValueError\ntests/services/test_logs.py:")
    assert "customer" not in trace
