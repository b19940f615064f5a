"""A report has versions and lines of code, but nothing of a plan, of a user or of a home folder."""

from pathlib import Path

import pytest

from socplanner import __version__
from socplanner.services.logs import Log, trace_of
from socplanner.services.recovery.crash_report import report_of_bad_end, report_of_exception

SECRET = "顧客Sato"
FAULT = """Fatal Python error: Segmentation fault

Current thread 0x00007f0d0c3f1740 (most recent call first):
  File "/data/Sato/.venv/lib/python3.11/site-packages/PySide6/x.py", line 3 in struck
  File "/data/Sato/顧客Sato/socplanner/app.py", line 40 in run
  ...

Extension modules: shiboken6.Shiboken, yaml._yaml (total: 2)
顧客Sato: what somebody appended
"""


def _raise_with_secret() -> None:
    try:
        raise ValueError(f"{SECRET}\n  more of {SECRET}\nKeyError: {SECRET}")
    except ValueError as error:
        raise RuntimeError(f"about {SECRET}") from error


def traceback_text() -> str:
    """Return the full traceback of an exception whose message quotes a plan."""
    from traceback import format_exception

    with pytest.raises(RuntimeError) as caught:
        _raise_with_secret()
    return "".join(format_exception(caught.value))


def test_the_report_of_an_exception_has_no_message() -> None:
    details = traceback_text()
    assert SECRET in details
    report = report_of_exception(details)
    assert SECRET not in report
    assert str(Path.home()) not in report
    assert f"socplanner {__version__}" in report
    assert "ValueError" in report
    assert "RuntimeError" in report
    assert "in _raise_with_secret" in report
    assert "Qt " in report


def test_the_report_of_a_bad_end_has_the_fault_without_paths(tmp_path: Path) -> None:
    report = report_of_bad_end(1_700_000_000.0, FAULT, tmp_path / "no.log")
    assert "Sato" not in report
    assert "Segmentation fault" in report
    assert '  File "PySide6/x.py", line 3 in struck' in report
    assert "Extension modules: shiboken6" in report


def test_without_a_traceback_the_report_states_so(tmp_path: Path) -> None:
    report = report_of_bad_end(1_700_000_000.0, "", tmp_path / "no.log")
    assert "No traceback was written" in report


def test_errors_that_were_logged_since_are_added(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log")
    log.write(f"machine-wide settings: {SECRET}")
    log.write(f"Qt warning default: /data/Sato/{SECRET}")
    try:
        _raise_with_secret()
    except RuntimeError as error:
        log.write(trace_of(error, error.__traceback__))
    recent = report_of_bad_end(1_700_000_000.0, "", log.place)
    assert "RuntimeError | " in recent
    assert "_raise_with_secret" in recent
    assert "Sato" not in recent
    later = report_of_bad_end(4_000_000_000.0, "", log.place)
    assert "RuntimeError" not in later
