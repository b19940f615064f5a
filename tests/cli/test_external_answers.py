"""Each question about a workbook of others can be answered singly on the command line."""

import json
import shlex
from pathlib import Path

import pytest
from openpyxl import Workbook

from socplanner.cli.arguments import request_of
from socplanner.cli.external_options import answers_of
from socplanner.cli.external_remedies import answer_options
from socplanner.domain.external.understood import NO_ANSWERS
from socplanner.domain.problem import Problem
from socplanner.wording.external_sheets import UNCLEAR
from tests.cli.conftest import Run

ROWS = (
    ("No.", "Task", "SOC", "Night watch"),
    ("1", "Real-time analysis, basic", "A", "R"),
    ("2", "Watch the door", "A, R", ""),
    ("3", "Advanced real-time analysis", "R", "A"),
)


@pytest.fixture(autouse=True)
def _plan(run: Run) -> None:
    run("new", "plan.socplan", "--organisation", "Works", "--language", "en")


def _write(rows: tuple[tuple[str, ...], ...] = ROWS) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save("theirs.xlsx")


def _answer(run: Run, *options: str) -> dict[str, list[str | None]]:
    """Return what tasks and parties are taken for."""
    messages = run("import", "plan.socplan", "theirs.xlsx", "--format", "json", *options)
    proposal = json.loads(messages.text)["proposal"]
    return {kind: [each["is"] for each in proposal[kind]] for kind in ("tasks", "parties")}


def test_single_tasks_and_parties_are_matched(run: Run) -> None:
    _write()
    assert _answer(run) == {"tasks": [None, None, "v2:B-2"], "parties": ["soc", None]}
    options = ("--role", "Real-time analysis, basic=B-1", "--role", "3=A", "--party", "D=csirt")
    result = _answer(run, *options)
    assert result == {"tasks": ["v2:B-1", "new", "v2:B-2"], "parties": ["soc", "csirt"]}
    assert _answer(run, "--party", "night watch=new")["parties"] == ["soc", "new"]


def test_what_is_sure_can_be_left_out_or_be_another(run: Run) -> None:
    _write()
    assert _answer(run, "--leave", "Advanced real-time analysis")["tasks"][2] is None
    assert _answer(run, "--role", "3=B-2")["tasks"] == [None, "v2:B-2", None]


def test_what_was_answered_is_no_question_any_more(run: Run) -> None:
    _write()
    questions = run("import", "plan.socplan", "theirs.xlsx", "--apply", "--language", "en")
    assert questions.code == 3
    assert '--role "Real-time analysis, basic=v2:B-1" matches it' in questions.text
    for answer in (("--leave", "Real-time analysis, basic"), ("--role", "2=B-1")):
        messages = run("import", "plan.socplan", "theirs.xlsx", "--apply", *answer)
        assert messages.code == 0


def test_the_options_that_answer_a_question_are_printed_beside_it(run: Run) -> None:
    _write((("Task", "SOC", "CSIRT", "SOC"), ("Watch", "A", "R", "C"), ("Tell", "R", "A", "")))
    messages = run("import", "plan.socplan", "theirs.xlsx", "--language", "en")
    assert messages.code == 3
    assert 'are they the same? Answer: --one "SOC" or --several "SOC"' in messages.text
    questions = run("import", "plan.socplan", "theirs.xlsx", "--format", "json")
    (unclear,) = json.loads(questions.text)["unclear"]
    assert unclear["answers"] == ['--one "SOC"', '--several "SOC"']
    assert _answer(run, "--one", "SOC")["parties"] == ["soc", "csirt"]
    assert len(_answer(run, "--several", "SOC")["parties"]) == 3


def test_the_text_of_a_cell_may_hold_commas(run: Run) -> None:
    _write((*ROWS, ("4", "Keep evidence", "see below, page 4", "A")))
    assert run("import", "plan.socplan", "theirs.xlsx").code == 3
    answer = ("--letters", "see below, page 4=I", "--letters", "Q=R")
    assert run("import", "plan.socplan", "theirs.xlsx", *answer).code == 0


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--role", "Watch the door"), "takes the form --role TASK=ROLE, not “Watch the door”"),
        (("--role", "Watch the cat=B-1"), "the workbook has no “Watch the cat”"),
        (("--role", "Watch the door=Z-9"), "cannot be “Z-9”: choose one of "),
        (("--party", "SOC=nobody"), "cannot be “nobody”: choose one of "),
        (("--leave", "Nobody"), "the workbook has no “Nobody”"),
        (("--call", "C"), "takes the form --call PLACE=NAME, not “C”"),
        (("--columns", "A"), "needs letters of columns, not “”"),
        (("--leave-out", "C!"), "needs letters of columns or numbers of rows, not “C!”"),
    ],
)
def test_an_answer_that_fits_nothing_is_refused(
    run: Run, options: tuple[str, ...], reason: str
) -> None:
    _write()
    messages = run("import", "plan.socplan", "theirs.xlsx", *options, "--language", "en")
    assert messages.code == 2
    assert reason in messages.refused


def test_a_name_that_occurs_twice_is_identified_by_its_place(run: Run) -> None:
    _write((*ROWS, ("4", "Watch the door", "R", "A")))
    messages = run(
        "import", "plan.socplan", "theirs.xlsx", "--role", "Watch the door=A", "--language", "en"
    )
    assert messages.code == 2
    assert "occurs more than once; give its place: 3, 5." in messages.refused


@pytest.mark.parametrize("code", sorted(UNCLEAR))
def test_each_answer_that_is_named_can_be_given(code: str) -> None:
    values = {
        "letter": "Q", "text": "see below", "name": "Anna", "place": "D:D", "sheet": "RACI",
        "row": 4, "first": "A", "second": "B", "columns": ("D", "E"), "rows": ("3", "4"),
        "letters": ("主", "責"), "readings": ("R", "A"), "main_sheet": "Old", "main_row": 9,
    }  # fmt: skip
    if code == "no-matrix":
        values = {"sheets": 1}
    if "{name}" in UNCLEAR[code]:
        del values["text"]
    for option in answer_options(Problem(code, values)):
        text = option.replace("ROWS", "4").replace("COLUMN", "B").replace("ROW", "4")
        request = request_of(["import", "plan.socplan", "theirs.xlsx", *shlex.split(text)])
        assert answers_of(request) != NO_ANSWERS


def test_what_a_letter_is_in_the_plan_carries_its_answers(run: Run) -> None:
    _write((("Task", "SOC", "CSIRT"), ("Watch", "A", "R"), ("Tell", "R", "S"), ("Log", "S", "A")))
    messages = run("import", "plan.socplan", "theirs.xlsx", "--language", "en")
    assert "“S”" in messages.text
    assert '--letters "S=C"' in messages.text
    answered = run("import", "plan.socplan", "theirs.xlsx", "--letters", "S=C")
    assert answered.code == 0


def test_a_lone_sheet_of_markdown_is_read(run: Run) -> None:
    Path("raci.md").write_text(
        "| Task | SOC | CSIRT |\n|---|---|---|\n| Watch it | **A** | R |\n| Tell them | R | A |\n",
        encoding="utf-8",
    )
    messages = run("import", "plan.socplan", "raci.md", "--format", "json")
    assert [row["letters"] for row in json.loads(messages.text)["task_rows"]] == [
        {"SOC": ["A"], "CSIRT": ["R"]},
        {"SOC": ["R"], "CSIRT": ["A"]},
    ]


def test_remarks_are_kept_in_the_notes_when_asked_for(run: Run) -> None:
    _write((("Task", "SOC", "CSIRT"), ("Real-time analysis", "A (nights)", "R"), ("Log", "R", "A")))
    options = ("--role", "Real-time analysis=B-1", "--leave", "Log", "--apply", "--keep-comments")
    assert run("import", "plan.socplan", "theirs.xlsx", *options).code == 0
    assert "SOC A: nights" in Path("plan.socplan").read_text(encoding="utf-8")
