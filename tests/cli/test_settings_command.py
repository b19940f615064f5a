"""`settings` says what holds on a machine, and tries a file out before it is rolled out."""

from pathlib import Path

import pytest

from socplanner.services import paths
from socplanner.services.i18n import words_for
from socplanner.services.machine_reading import FORMS
from socplanner.wording.machine_settings import machine_fault
from tests.cli.conftest import Run
from tests.support.machine import set_for_machine

EVERYTHING = {
    "language": "en",
    "theme": "light",
    "folder": "/",
    "letter-set": "rasci",
    "tlp": "amber",
    "classification": "社外秘",
    "locked": ["language", "folder"],
}


def test_without_a_file_its_place_and_those_of_other_files_are_printed(run: Run) -> None:
    result = run("settings")
    assert result.code == 0
    assert result.text.splitlines() == [
        f"Machine-wide settings: {paths.machine_settings_files()[0]} (not found)",
        f"Settings of the user: {paths.settings_file()}",
        f"Log: {paths.log_file()}",
        f"Files of the program: {paths.resources()}",
    ]


def test_every_setting_is_printed_with_its_lock(run: Run) -> None:
    place = set_for_machine(EVERYTHING)
    result = run("settings")
    assert result.code == 0
    assert EVERYTHING.keys() - {"locked"} == FORMS.keys(), "the test knows every setting"
    assert result.text.splitlines()[:7] == [
        f"Machine-wide settings: {place}",
        "  language: en (locked)",
        "  theme: light",
        "  folder: / (locked)",
        "  letter-set: rasci",
        "  tlp: amber",
        "  classification: 社外秘",
    ]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_file_is_tried_out_before_it_is_rolled_out(run: Run, language: str) -> None:
    Path("new.json").write_text('{"langauge": "ja", "folder": "/no/such"}', encoding="utf-8")
    result = run("settings", "new.json", "--language", language)
    assert result.code == 1
    lines = result.text.splitlines()
    assert len(lines) == 3
    assert "/no/such" in lines[1]
    assert lines[1].endswith(")")
    assert "langauge" in lines[2]
    assert result.text.isascii() == (language == "en") or language == "en"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (None, "no such file"),
        (b"{", "not a JSON object"),
        (b'{"locked": ["tlp"]}', "only language"),
    ],
)
def test_faults_are_printed_and_set_the_exit_code(
    run: Run, content: bytes | None, text: str
) -> None:
    if content is not None:
        Path("new.json").write_bytes(content)
    result = run("settings", "new.json")
    assert result.code == 1
    assert text in result.text


def test_a_file_that_cannot_be_read_is_reported_with_the_code_of_the_reason() -> None:
    text = machine_fault("file-not-regular", "", "", words_for("en"))
    assert "(file-not-regular)" in text
