"""Answers arrive whatever reads them, and never as a traceback."""

import errno
import io
import os
from pathlib import Path

import pytest

from socplanner.cli.main import main
from socplanner.cli.terminal import Terminal, joined_lines
from tests.cli.conftest import no_picture


class _Failing(io.StringIO):
    """A stream whose reader fails in one way."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def flush(self) -> None:
        raise OSError(self.number, os.strerror(self.number))


def _japanese_windows() -> tuple[io.TextIOWrapper, io.BytesIO]:
    raw = io.BytesIO()
    return io.TextIOWrapper(raw, encoding="cp932", errors="strict", newline="\n"), raw


def test_what_a_terminal_cannot_show_becomes_a_question_mark() -> None:
    stream, raw = _japanese_windows()
    Terminal(stream, None).answer("役割 ✖ 𠮷野 \udcff")
    assert raw.getvalue().decode("cp932") == "役割 ? ?野 ?\n"


@pytest.mark.parametrize(
    ("encoding", "arrives"), [("cp932", False), ("utf-8", True), ("UTF8", True)]
)
def test_it_knows_whether_every_character_arrives(encoding: str, arrives: bool) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert Terminal(stream, None).supports_unicode is arrives


def test_a_program_without_a_terminal_prints_nothing() -> None:
    silent = Terminal(None, None)
    silent.answer("nobody")
    silent.refuse("hears")
    assert silent.supports_unicode


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
def test_a_reader_that_has_closed_its_pipe_is_no_error(number: int) -> None:
    stream = _Failing(number)
    Terminal(stream, None).answer("more")
    assert stream.getvalue() == "more\n"


def test_a_full_disk_is_an_error() -> None:
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        Terminal(_Failing(errno.ENOSPC), None).answer("more")


def test_a_refusal_is_one_line_and_fails_no_further() -> None:
    stream = _Failing(errno.ENOSPC)
    Terminal(None, stream).refuse("one\nline\tonly")
    assert stream.getvalue() == "socplanner: one line only\n"


def test_output_after_a_failure_is_discarded(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    stream = os.fdopen(writing, "w", encoding="utf-8")
    Terminal(stream, None).answer("more")
    stream.write("and more")
    stream.close()


@pytest.mark.parametrize("command", ["new", "export", "schema"])
def test_a_file_that_was_written_is_not_refused_where_the_answer_is_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    """Exit code 2 promises that nothing was written."""
    plan, target = tmp_path / "a.socplan", tmp_path / "a.csv"
    arguments = {
        "new": ["new", str(plan)],
        "export": ["export", str(plan), str(target)],
        "schema": ["schema", str(tmp_path / "a.json")],
    }
    monkeypatch.setattr("sys.stdout", io.StringIO())
    main(arguments["new"], lambda _: 1, no_picture) if command == "export" else None
    messages = io.StringIO()
    monkeypatch.setattr("sys.stdout", _Failing(errno.ENOSPC))
    monkeypatch.setattr("sys.stderr", messages)
    assert main([*arguments[command], "--language", "en"], lambda _: 1, no_picture) == 0
    written = arguments[command][-1]
    assert Path(written).exists()
    assert written in messages.getvalue()
    assert os.strerror(errno.ENOSPC) in messages.getvalue()


def test_names_in_a_workbook_cannot_control_the_terminal() -> None:
    out, err = io.StringIO(), io.StringIO()
    terminal = Terminal(out, err)
    terminal.answer(joined_lines(["\x1b[31mred\u202e", "two\nlines"]))
    terminal.answer('{"name": "\u009b31m"}')
    terminal.refuse("no\x1b]0;x\x07 file\x85")
    assert out.getvalue() == '\\u001b[31mred\\u202e\ntwo\\nlines\n{"name": "\\u009b31m"}\n'
    assert err.getvalue() == "socplanner: no\\u001b]0;x\\u0007 file\n"
