"""Which rows name the parties, which only group them, and where a table begins and ends."""

import pytest

from socplanner.domain.external.understood import Answers, Understood
from socplanner.domain.letter_sets import RACI
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid
from tests.support.grids import grid


def _read(sheet: Grid, answers: Answers | None = None) -> Understood:
    return understand([sheet], [RACI], answers or Answers())


def _parties(understood: Understood) -> list[tuple[str, str]]:
    return [(party.name, party.group) for party in understood.parties]


def _letters(understood: Understood) -> list[list[str]]:
    return [["/".join(cell.letters) for cell in task.cells] for task in understood.tasks]


BODY = ("Plan it|A|R|C|I", "Build it|R|A|I|C", "Test it|C|I|A|R")
FOUR = [("Anna", "East"), ("Ben", "East"), ("Cid", "West"), ("Dora", "West")]


@pytest.mark.parametrize("merged", [(), ("2,2,2,3", "2,4,2,5")])
def test_departments_below_the_names_do_not_join_the_parties(merged: tuple[str, ...]) -> None:
    result = _read(grid("|Anna|Ben|Cid|Dora", "Task|East||West|", *BODY, merged=merged))
    assert result.is_clear
    assert _parties(result) == FOUR
    assert _letters(result)[0] == ["A", "R", "C", "I"]


def test_a_department_of_one_below_the_names_is_its_group() -> None:
    result = _read(grid("|Anna|Ben|Cid|Dora", "Task|Head|West||", *BODY, merged=("2,3,2,5",)))
    assert _parties(result) == [
        ("Anna", "Head"),
        ("Ben", "West"),
        ("Cid", "West"),
        ("Dora", "West"),
    ]


def test_departments_below_are_recognised_by_parties_without_letters_too() -> None:
    rows = ("|Anna|Ben|Cid|Dora", "Task|East||West|", "Plan it||R||", "Do it|||R|", "Try it|||R|")
    result = _read(grid(*rows, merged=("2,2,2,3", "2,4,2,5")))
    assert _parties(result)[:2] == [("Ben", "East"), ("Cid", "West")]


def test_a_section_header_is_known_where_letters_are_few() -> None:
    heading = ("|Anna|Ben|Cid", "Plan|Office||Plant", "Define it|||R", "Draw it|||R")
    rows = ("Build|Anna|Ben|Cid", "Make it|||R", "Mend it|R||", "Sell|Anna|Ben|Cid", "Go|R||")
    result = _read(grid(*heading, *rows, merged=("2,2,2,3",)))
    assert [(task.name, task.group) for task in result.tasks][2:] == [
        ("Make it", "Build"), ("Mend it", "Build"), ("Go", "Sell"),
    ]  # fmt: skip
    assert "not-letters" not in [each.code for each in result.unclear]


def test_a_name_like_letters_is_a_name_where_departments_stand_above() -> None:
    result = _read(grid("|North|East|West", "Task|Anna|AI|Ben", "Plan it|A|R|C", "Do it|R|A|I"))
    assert [name for name, _ in _parties(result)] == ["Anna", "AI", "Ben"]


@pytest.mark.parametrize("gap", [0, 1])
def test_two_columns_of_one_party_are_distinguished_by_any_row_above(gap: int) -> None:
    varied = ("|Eve|Eve|varies|varies",) * gap
    rows = ("|Prod|Other|Prod|Other", *varied, "Task|Anna||Ben|", *BODY)
    row = 2 + gap
    result = _read(grid(*rows, merged=(f"{row},2,{row},3", f"{row},4,{row},5")))
    assert _parties(result) == [
        ("Anna", "Prod"), ("Anna", "Other"), ("Ben", "Prod"), ("Ben", "Other"),
    ]  # fmt: skip
    assert _letters(result)[0] == ["A", "R", "C", "I"]


def test_indistinguishable_columns_are_read_together_with_a_note() -> None:
    result = _read(grid("Task|Anna||Ben|", *BODY, merged=("1,2,1,3", "1,4,1,5")))
    assert _letters(result)[0] == ["A/R", "C/I"]
    assert [(each.code, each.values["columns"]) for each in result.notes] == [
        ("columns-joined", "B, C"),
        ("columns-joined", "D, E"),
    ]


def test_names_merged_over_letters_are_found_above_a_phase() -> None:
    rows = (
        "Task|Anna|||Ben||",
        "Phase 1",
        "Plan it|R||A||C|",
        "Do it|C||I|R||A",
        "Try it||A||C|I|",
    )
    result = _read(grid(*rows, merged=("1,2,1,4", "1,5,1,7")))
    assert result.header_rows == (1,)
    assert [name for name, _ in _parties(result)] == ["Anna", "Ben"]


def test_the_header_is_found_above_headings_and_rows_of_one_letter() -> None:
    rows = (
        "Steps|PM|Dev|QA",
        "1.0 Begin",
        "1.1 Set up",
        "1.1.1 Goal|R",
        "1.1.2 Scope|R",
        "2.1 Do||R",
        "2.2 Try|||R",
    )
    result = _read(grid(*rows))
    assert result.is_clear
    assert result.header_rows == (1,)
    assert [task.group for task in result.tasks[:2]] == ["1.1 Set up", "1.1 Set up"]


def test_a_title_above_some_names_is_no_department() -> None:
    result = _read(grid("||RACI chart|", "Task|Anna|Ben|Cid|Dora", *BODY, merged=("1,3,1,5",)))
    assert [group for _, group in _parties(result)] == ["", "", "", ""]


def test_names_merged_downwards_count_for_the_row_below_too() -> None:
    rows = ("|Anna|Ben", "RACI of the move", "Plan the move|A|R", "Build it all|R|A", "Pay|A|R")
    result = _read(grid(*rows, merged=("1,2,2,2", "1,3,2,3")))
    assert result.is_clear
    assert [task.name for task in result.tasks] == ["Plan the move", "Build it all", "Pay"]


def test_the_row_that_is_named_is_the_header() -> None:
    rows = ("Unit|Anna|Ben", "Task|one two|three", "Plan it|A|R", "Build it|R|A", "Ship it|A|R")
    assert _read(grid(*rows)).header_rows[-1] == 2
    wanted = _read(grid("Task|A1|B2", "Plan it|A|R", "Build it|R|A"), Answers(header_row=1))
    assert [name for name, _ in _parties(wanted)] == ["A1", "B2"]
    later = _read(grid(*rows), Answers(header_row=3))
    assert later.header_rows[-1] == 3
    assert [task.name for task in later.tasks] == ["Build it", "Ship it"]


def test_sections_that_repeat_the_header_are_one_matrix() -> None:
    rows = (
        "Incidents|User|MSP",
        "Tell|I|R",
        "Mend|R|I",
        "Security|User|MSP",
        "Watch|I|R",
        "Log|C|R",
    )
    result = _read(grid(*rows))
    assert result.is_clear
    assert [(task.name, task.group) for task in result.tasks] == [
        ("Tell", "Incidents"), ("Mend", "Incidents"), ("Watch", "Security"), ("Log", "Security"),
    ]  # fmt: skip


def test_a_header_repeated_on_each_page_makes_no_sections() -> None:
    result = _read(grid("Task|Anna|Ben", "Plan|A|R", "Task|Anna|Ben", "Build|R|A"))
    assert [task.group for task in result.tasks] == ["", ""]


@pytest.mark.parametrize(
    "foot",
    [
        ("|Note 1: nights only", "|Note 2: with vendor"),
        ("|* office hours", "|† with vendor"),
        ("|Made by|Approved by", "|Tanaka|Sato"),
        ("", "|Made by||Approved by", "|Tanaka||Sato"),
    ],
)
def test_the_last_task_is_kept_above_notes_and_signatures(foot: tuple[str, ...]) -> None:
    rows = ("Task|SOC|CSIRT|IT|Legal", *BODY, "Recover|I|A|R|C", *foot)
    result = _read(grid(*rows))
    assert result.is_clear, result.unclear
    assert [task.name for task in result.tasks][-1] == "Recover"
    assert _letters(result)[-1] == ["I", "A", "R", "C"]
    assert [each.code for each in result.left_out] == ["text-row"] * 2


HEADINGS = {
    "numbers": ("1. Begin", "Plan|A|R", "Build|R|A", "2. End", "Ship|A|R", "Sell|R|A"),
    "capitals": ("BEGIN", "Plan|A|R", "Build|R|A", "Ship|A|R"),
    "bullets": ("Begin", "– Plan|A|R", "– Build|R|A", "– Ship|A|R"),
    "phases": ("Begin phase", "Plan|A|R", "Build|R|A", "Ship|A|R"),
    "places": ("Begin", "Plan|A|R", "Build|R|A", "End", "Ship|A|R", "Sell|R|A"),
}


@pytest.mark.parametrize("form", sorted(HEADINGS))
def test_headings_are_recognised_by_their_form(form: str) -> None:
    result = _read(grid("Task|Anna|Ben", *HEADINGS[form]))
    assert result.is_clear, result.unclear
    assert result.tasks[0].group == HEADINGS[form][0]
    assert [each.code for each in result.notes] == ["headings-by-place"] * (form == "places")


def test_rows_without_letters_are_classified_by_the_other_columns() -> None:
    rows = (
        "Task|Contact|Anna|Ben",
        "Begin",
        "Plan|Tom T|A|R",
        "Wait|Tom T",
        "Build|Tom T|R|A",
        "Ship|Tom T|A|R",
    )
    result = _read(grid(*rows))
    assert result.is_clear, result.unclear
    assert [(task.name, task.group) for task in result.tasks] == [
        ("Plan", "Begin"), ("Wait", "Begin"), ("Build", "Begin"), ("Ship", "Begin"),
    ]  # fmt: skip


def test_several_headings_do_not_hide_a_row_that_may_be_a_task() -> None:
    rows = ("Task|Anna|Ben", "Plan|A|R", "Wait", "Build|R|A", "Rest", "Ship|A|R")
    assert "heading-or-task" in [each.code for each in _read(grid(*rows)).unclear]


def test_the_column_that_names_the_sections_names_the_tasks() -> None:
    rows = (
        "Aim|Incidents|SOC|IT",
        "a log|Tell them|I|R",
        "a note|Mend them|R|I",
        "|Security|SOC|IT",
        "a book|Log it all|C|R",
    )
    result = _read(grid(*rows))
    assert [(task.name, task.group) for task in result.tasks][-1] == ("Log it all", "Security")


def test_the_row_that_is_named_is_the_header_where_letters_are_rare() -> None:
    talk = [f"Talk {n}|some text {n}|other text {n}" for n in range(12)]
    rows = ("Task|Anna|Ben", *talk, "Plan it|A|R")
    assert [each.code for each in _read(grid(*rows)).unclear] == ["no-matrix"]
    result = _read(grid(*rows), Answers(header_row=1))
    assert result.header_rows == (1,)


def test_a_header_answered_as_none_is_not_asked_about_again() -> None:
    sheet = grid("Plan it|A|R", "Build it|R|A", "Ship it|A|C")
    (questions, *_) = _read(sheet).unclear
    assert questions.code == "no-header"
    assert questions.values["rows"] == ("1",)
    left = _read(sheet, Answers(header_row=0, names={"B": "Anna", "C": "Ben"}, tasks_across=False))
    assert left.is_clear, left.unclear
    assert [name for name, _ in _parties(left)] == ["Anna", "Ben"]


def test_tasks_that_nothing_names_are_called_by_their_rows() -> None:
    sheet = grid("Anna|Ben|Cid", "A|R|C", "R|A|I", "A|R|C")
    questions = [each for each in _read(sheet).unclear if each.code == "no-task-column"]
    assert [each.values["columns"] for each in questions] == [()]
    result = _read(sheet, Answers(task_column=0, tasks_across=False))
    assert result.is_clear, result.unclear
    assert [task.name for task in result.tasks] == ["2", "3", "4"]
