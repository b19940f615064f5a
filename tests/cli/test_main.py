"""Every command line ends in an exit code, an answer or one clear line, and never a traceback."""

import errno
import io
import json
import os
import sys
from pathlib import Path

import pytest

from socplanner import __version__
from socplanner.cli import main as main_module
from socplanner.cli.main import main
from tests.cli.conftest import Run, no_picture, no_window
from tests.support.machine import set_for_machine

GARBAGE = {
    "empty": b"",
    "blank": b"\n\n",
    "not yaml": b"format: [1\n",
    "half a file": b"format: 3\nid: plan\norganisation: Works\n",
    "another tool": b"apiVersion: v1\nkind: Pod\n",
    "a list": b"- 1\n- 2\n",
    "newer": b"format: 99\n",
    "doubled key": b"format: 3\nformat: 3\n",
    "alias": b"format: 3\nid: &a plan\norganisation: *a\n",
    "tag": b"format: !!python/object:os.system 1\n",
    "deep": b"[" * 25_000,
    "cp932": "format: 3\norganisation: 監視\n".encode("cp932"),
    "utf-16": "format: 3\n".encode("utf-16"),
    "null bytes": b"\x00" * 100,
    "workbook": b"PK\x03\x04\x14\x00\x00\x00",
}


def test_a_plan_is_made_checked_and_exported(run: Run) -> None:
    made = run("new", "plan.socplan", "--target", "full-insource", "--organisation", "髙島屋")
    assert (made.code, made.refused) == (0, "")
    assert "plan.socplan" in made.text
    checked = run("check", "plan.socplan")
    assert checked.code == 0
    assert checked.text.splitlines()[-1].startswith("髙島屋: 0 errors, ")
    written = run("export", "plan.socplan", "plan.xlsx", "--phase", "target", "--language", "ja")
    assert written.code == 0
    assert Path("plan.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "line", ["--help", "new -h", "check -h", "export -h", "schema -h", "settings -h"]
)
def test_help_is_printed_in_both_languages(run: Run, line: str, language: str) -> None:
    result = run(*line.split(), "--language", language)
    assert result.code == 0
    assert result.refused == ""
    assert result.text.isascii() == (language == "en")


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").text == f"socplanner {__version__}\n"


def test_the_language_is_that_of_the_system_unless_another_is_requested(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert not run("check", "nowhere").refused.isascii()
    assert run("check", "nowhere", "--language", "en").refused.isascii()


def test_the_language_set_for_the_machine_goes_before_that_of_the_system(run: Run) -> None:
    set_for_machine({"language": "ja", "locked": ["language"]})
    assert not run("check", "nowhere").refused.isascii()
    assert run("check", "nowhere", "--language", "en").refused.isascii(), "an answer is asked for"
    set_for_machine(b"{")
    assert run("check", "nowhere").refused.isascii()


@pytest.mark.parametrize(
    "line",
    [
        "new",
        "frobnicate now",
        "check nowhere.socplan",
        "check .",
        "check plan.socplan --format xml",
        "export nowhere.socplan out.xlsx",
        "export plan.socplan out.xlsx --phase later",
        "export plan.socplan nowhere/out.xlsx",
        "export plan.socplan .",
        "new plan.socplan",
        "new other.socplan --pattern foo",
        "new other.socplan --target foo",
        "new nowhere/other.socplan",
        "schema please",
        "schema one.json two.json",
        "schema nowhere/socplan.schema.json",
        "settings one two",
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_cannot_be_done_is_refused_in_one_line(run: Run, line: str, language: str) -> None:
    assert run("new", "plan.socplan").code == 0
    before = {path: path.read_bytes() for path in Path().iterdir()}
    result = run(*line.split(), "--language", language)
    assert result.code == 2
    assert result.text == ""
    assert result.refused.startswith("socplanner: ")
    assert result.refused.count("\n") == 1
    assert result.refused.isascii() is False or language == "en"
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.parametrize("name", ["", "x" * 201, "a\x1bb", "a\u202eb"])
def test_an_organisation_without_a_valid_name_is_refused(run: Run, name: str) -> None:
    result = run("new", "plan.socplan", "--organisation", name)
    assert result.code == 2
    assert not Path("plan.socplan").exists()


@pytest.mark.parametrize("kind", list(GARBAGE))
@pytest.mark.parametrize("command", ["check", "export"])
def test_a_file_that_is_no_plan_is_refused_with_its_name(run: Run, kind: str, command: str) -> None:
    Path("bad.socplan").write_bytes(GARBAGE[kind])
    result = run(command, "bad.socplan", *(["out.xlsx"] if command == "export" else []))
    assert result.code == 2
    assert result.text == ""
    assert result.refused.startswith("socplanner: bad.socplan")
    assert result.refused.count("\n") == 1
    assert Path("bad.socplan").read_bytes() == GARBAGE[kind]
    assert not Path("out.xlsx").exists()


def test_a_mistake_in_a_plan_is_named_with_its_line(run: Run) -> None:
    run("new", "plan.socplan")
    text = Path("plan.socplan").read_text(encoding="utf-8")
    line = next(n for n, each in enumerate(text.splitlines(), 1) if "v2:B-1:" in each)
    Path("plan.socplan").write_text(text.replace("v2:B-1:", "v2:B-99:"), encoding="utf-8")
    result = run("check", "plan.socplan")
    assert result.refused.startswith(f"socplanner: plan.socplan, line {line}: ")
    assert "v2:B-99" in result.refused


def test_an_interruption_has_its_own_exit_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "_run", interrupted)
    result = run("schema")
    assert (result.code, result.text, result.refused) == (130, "", "")


class _FullDisk(io.StringIO):
    def flush(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_an_answer_that_cannot_be_written_is_no_success(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", _FullDisk())
    assert main(["schema"], no_window, no_picture) == 2
    assert os.strerror(errno.ENOSPC) in capsys.readouterr().err


def test_a_programming_error_is_not_reported_as_a_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(main_module, "_run", broken)
    with pytest.raises(ZeroDivisionError):
        main(["schema"], no_window, no_picture)


@pytest.mark.parametrize(
    ("arguments", "passed_on"),
    [
        ([], []),
        (["a.socplan"], ["a.socplan"]),
        (["--", "-a.socplan"], ["-a.socplan"]),
        (["--self-test"], ["--self-test"]),
        (["a.socplan", "--language", "ja"], ["--language=ja", "a.socplan"]),
    ],
)
def test_the_window_is_opened_with_the_plan(arguments: list[str], passed_on: list[str]) -> None:
    opened: list[list[str]] = []

    def window(rest: list[str]) -> int:
        opened.append(rest)
        return 7

    assert main(arguments, window, no_picture) == 7
    assert opened == [passed_on]


def test_the_schema_is_json(run: Run) -> None:
    for language in ("ja", "en"):
        schema = json.loads(run("schema", "--language", language).text)
        assert schema["properties"]["format"]["enum"][0] == 3
