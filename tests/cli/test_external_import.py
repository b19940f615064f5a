"""`import` of a workbook others made says what it holds, and takes only what is clear."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from socplanner.services.plan_files import open_plan
from tests.cli.conftest import Run

ROWS = (
    ("RACI of the SOC",),
    ("No.", "Task", "SOC", "Night watch", "Status"),
    ("1", "Real-time basic analysis", "A", "R", "Open"),
    ("2", "Watch the door", "A, R", "–", "Done"),
    ("3", "Keep evidence", "R", "A", "Open"),
)


@pytest.fixture(autouse=True)
def _plan(run: Run) -> None:
    run("new", "plan.socplan", "--organisation", "Works", "--language", "en")


def _write(rows: tuple[tuple[str, ...], ...] = ROWS, name: str = "theirs.xlsx") -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(name)


def test_the_understood_matrix_is_printed_and_nothing_is_changed(run: Run) -> None:
    _write()
    before = Path("plan.socplan").read_bytes()
    messages = run("import", "plan.socplan", "theirs.xlsx", "--language", "en")
    assert messages.code == 0
    assert "header row 2: 3 tasks, 2 parties" in messages.text
    assert "Watch the door → nothing in the plan: SOC A/R" in messages.text
    assert "E:E (“Status”): neither task nor party" in messages.text
    assert "--own-roles FUNCTION adds them" in messages.text
    assert Path("plan.socplan").read_bytes() == before


def test_the_json_answer_has_sheet_header_parties_and_tasks(run: Run) -> None:
    _write()
    messages = run("import", "plan.socplan", "theirs.xlsx", "--format", "json")
    text = json.loads(messages.text)
    assert (text["sheet"], text["header_row"], text["task_column"]) == ("Sheet", 2, "B")
    assert [(each["column"], each["name"]) for each in text["party_columns"]] == [
        ("C", "SOC"),
        ("D", "Night watch"),
    ]
    assert [(each["row"], each["code"]) for each in text["task_rows"]] == [
        (3, "1"),
        (4, "2"),
        (5, "3"),
    ]
    assert text["task_rows"][1]["letters"] == {"SOC": ["A", "R"]}
    assert text["unclear"] == []
    assert text["taken"] is None


def test_allowed_tasks_and_parties_are_imported_as_own_roles_and_new_parties(run: Run) -> None:
    _write()
    options = ("--own-roles", "A", "--new-parties", "--apply", "--language", "en")
    messages = run("import", "plan.socplan", "theirs.xlsx", *options)
    assert "cells were changed; the plan is in plan.socplan." in messages.text
    text = Path("plan.socplan").read_text("utf-8")
    assert "Watch the door" in text
    assert "night-watch" in text
    again = run("import", "plan.socplan", "theirs.xlsx", *options)
    assert again.code == 0
    assert "0 cells were changed" in again.text


def test_an_own_letter_is_asked_about_until_it_is_explained(run: Run) -> None:
    rows = tuple(tuple("T" if cell == "R" else cell for cell in row) for row in ROWS)
    _write(rows)
    before = Path("plan.socplan").read_bytes()
    questions = run("import", "plan.socplan", "theirs.xlsx", "--apply", "--language", "en")
    assert questions.code == 3
    assert "“T” (used 2 times) is in no letter set" in questions.text
    assert Path("plan.socplan").read_bytes() == before
    assert run("import", "plan.socplan", "theirs.xlsx", "--letters", "t=R").code == 0


def test_a_row_without_letters_is_asked_about_until_it_is_explained(run: Run) -> None:
    _write((ROWS[1][1:4], ("Preparation",), *(row[1:4] for row in ROWS[2:])))
    assert run("import", "plan.socplan", "theirs.xlsx").code == 3
    for rows, tasks in (("2", 3), ("none", 4)):
        messages = run(
            "import", "plan.socplan", "theirs.xlsx", "--format", "json", "--headings", rows
        )
        assert messages.code == 0
        assert len(json.loads(messages.text)["task_rows"]) == tasks


def test_a_workbook_without_a_matrix_is_reported(run: Run) -> None:
    _write((("Name", "Mail"), ("Anna", "anna@example.org")))
    messages = run("import", "plan.socplan", "theirs.xlsx", "--language", "en")
    assert messages.code == 3
    assert "No sheet has a responsibility matrix: choose another file." in messages.text


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--header", "two"), "needs numbers of rows, not “two”"),
        (("--task-column", "C!"), "needs letters of columns or numbers of rows, not “C!”"),
        (("--letters", "V"), "needs pairs such as V=R, not “V”"),
        (("--own-roles", "Q"), "cannot be “Q”: choose one of "),
    ],
)
def test_an_invalid_option_is_refused(run: Run, options: tuple[str, ...], reason: str) -> None:
    _write()
    messages = run("import", "plan.socplan", "theirs.xlsx", *options, "--language", "en")
    assert messages.code == 2
    assert reason in messages.refused


def test_options_for_external_workbooks_are_refused_for_our_own(run: Run) -> None:
    run("export", "plan.socplan", "ours.xlsx")
    messages = run("import", "plan.socplan", "ours.xlsx", "--new-parties", "--language", "en")
    assert messages.code == 2
    assert "“--new-parties” is for one workbook made elsewhere." in messages.refused


def test_a_letter_that_is_left_out_keeps_what_the_plan_has(run: Run) -> None:
    _write(
        (
            ("RASCI",),
            ("Task", "SOC", "CSIRT"),
            ("Basic real-time analysis", "S", "I"),
            ("Advanced real-time analysis", "A/S", "C"),
            ("Triage information gathering", "-", "S"),
        )
    )
    was = _letters()
    names = ("--apply", "--language", "en")
    messages = run("import", "plan.socplan", "theirs.xlsx", *names)
    assert messages.code == 3
    assert _letters() == was
    assert "What is “S” in the plan?" in messages.text
    assert run("import", "plan.socplan", "theirs.xlsx", "--letters", "S=", *names).code == 0
    changed = {("v2:B-1", "csirt"): "I", ("v2:B-2", "soc"): "A", ("v2:B-2", "csirt"): "C"}
    assert _letters() == {**was, **changed}


def _letters() -> dict[tuple[str, str], str]:
    changes = open_plan(Path("plan.socplan")).plan.phases[0].changes
    return {
        (str(role), str(party)): str(cell)
        for role, change in changes.items()
        for party, cell in change.letters.items()
    }


def test_each_column_may_be_answered_by_an_option_of_its_own(run: Run) -> None:
    rows = (
        ("Task", "Type", "Frequency", "SOC", "CSIRT", "IT"),
        ("Watch the door", "A", "C", "A", "R", "C"),
        ("Keep evidence", "R", "A", "I", "A", "R"),
    )
    _write(rows)
    for option in ("--parties", "--leave-out"):
        messages = run(
            "import", "plan.socplan", "theirs.xlsx", option, "B", option, "C", "--format", "json"
        )
        assert json.loads(messages.text)["unclear"] == []
