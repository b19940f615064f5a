"""Layouts that were misread or could not be answered, each as small as it goes."""

import pytest

from socplanner.domain.external.understood import Answers, Understood
from socplanner.domain.letter_sets import RACI
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid
from tests.support.grids import grid
from tests.support.understood_table import table_of


def _read(sheet: Grid, **answers: object) -> Understood:
    return understand([sheet], [RACI], Answers(**answers))  # type: ignore[arg-type]


def _codes(result: Understood) -> list[str]:
    return [each.code for each in result.unclear]


BODY = ("Plan it|A|R|C", "Build it|I|C|A/R", "Test it|I|A/R|C")


@pytest.mark.parametrize("cell", ["R: Sato\\nA: Abe", "R: Sato, A: Abe", "R (day)\\nA (night)"])
def test_each_line_of_a_cell_has_letters_of_its_own(cell: str) -> None:
    result = _read(grid("Task|Head|Plant", f"Plan it|{cell}|I", "Build it|A: Sato|R: Mori"))
    assert result.is_clear
    assert table_of(result)["Plan it"] == {"Head": "R/A", "Plant": "I"}
    assert any(cell.partition("\\n")[0].partition(",")[0] in each.text for each in result.remarks)


def test_a_letter_used_once_is_read_as_it_was_answered() -> None:
    rows = ("Task|Anna|Ben|Cid", "Plan it|A|R|Z", "Build it|R|A|C")
    assert "not-letters" in _codes(_read(grid(*rows)))
    result = _read(grid(*rows), letters={"Z": "R"})
    assert result.is_clear
    assert table_of(result)["Plan it"] == {"Anna": "A", "Ben": "R", "Cid": "R"}


def test_the_first_row_of_letters_becomes_the_header_where_that_was_answered() -> None:
    rows = ("RA|A|C", "Plan it|A|R", "Build it|R|A")
    result = _read(grid(*rows), header_row=1)
    assert "no-header" not in _codes(result)
    assert result.header_rows == (1,)


def test_a_header_repeated_below_the_last_task_is_no_task() -> None:
    result = _read(grid("Task|Anna|Ben|Cid", *BODY, "Task|Anna|Ben|Cid"))
    assert result.is_clear
    assert list(table_of(result)) == ["Plan it", "Build it", "Test it"]


@pytest.mark.parametrize("heading", ["協業先(C)", "Partners (C)", "C - Partners", "C: partners"])
def test_a_heading_with_its_letter_stands_above_names(heading: str) -> None:
    result = _read(
        grid(
            f"Task|Responsible (R)|Accountable (A)|{heading}|Informed (I)",
            "Plan it|Anna|Ben|Cid|Dora",
            "Build it|Ben|Anna|Dora|Cid",
        )
    )
    assert result.is_clear
    assert table_of(result)["Plan it"] == {"Anna": "R", "Ben": "A", "Cid": "C", "Dora": "I"}


def test_a_column_that_repeats_beside_the_tasks_is_their_group() -> None:
    result = _read(
        grid(
            "Process|Step|What happens|Anna|Ben",
            "Incident|Detect|An alert is read|A|R",
            "|Contain|Hosts are isolated|R|A",
            "Change|Request|A change is asked for|A|R",
            "|Approve|The board decides|R|A",
            merged=("2,1,3,1", "4,1,5,1"),
        )
    )
    assert result.is_clear
    assert [(task.name, task.group) for task in result.tasks] == [
        ("Detect", "Incident"), ("Contain", "Incident"), ("Request", "Change"),
        ("Approve", "Change"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ("Task|Role|RACI", "Plan it|Anna|A", "Plan it|Ben|R", "Build it|Anna|R", "Build it|Ben|A"),
        (
            "Role|Activity|RACI",
            "Anna|Plan it|A",
            "Ben|Plan it|R",
            "Anna|Build it|R",
            "Ben|Build it|A",
        ),
        ("Task|RASCI role|Person", "Plan it|A|Anna", "|R|Ben", "Build it|R|Anna", "|A|Ben"),
        (
            "Task|Team|Responsibility",
            "Plan it|Anna|A",
            "Plan it|Ben|R",
            "Build it|Anna|R",
            "Build it|Ben|A",
        ),
        (
            "作業|担当部署|役割",
            "Plan it|Anna|A",
            "Plan it|Ben|R",
            "Build it|Anna|R",
            "Build it|Ben|A",
        ),
    ],
)
def test_a_row_for_each_task_and_party_with_the_letter_beside(rows: tuple[str, ...]) -> None:
    result = _read(grid(*rows))
    assert result.is_clear
    assert result.form == "pairs"
    assert table_of(result) == {
        "Plan it": {"Anna": "A", "Ben": "R"},
        "Build it": {"Anna": "R", "Ben": "A"},
    }


def test_two_rows_of_one_party_and_one_task_are_joined() -> None:
    rows = (
        "Task|Role|RACI",
        "Plan it|Anna|A",
        "Plan it|Anna|R",
        "Build it|Ben|A",
        "Build it|Anna|R",
    )
    assert table_of(_read(grid(*rows)))["Plan it"] == {"Anna": "A/R"}


def test_minutes_with_a_type_are_no_pairs() -> None:
    rows = (
        "DutyAddress|Decision|Type|Owner",
        "Tool|Buy it|D|Ann",
        "Law|Ask|A|Ben",
        "Team|Grow|I|Cem",
    )
    assert not _read(grid(*rows)).is_clear


@pytest.mark.parametrize(
    ("heading", "codes"), [("Description", []), ("Comment", ["two-task-columns"])]
)
def test_a_text_right_of_the_parties_is_the_task_where_only_numbers_stand_left(
    heading: str, codes: list[str]
) -> None:
    result = _read(
        grid(
            f"Step|Anna|Ben|{heading}",
            "1|A|R|Write the policy",
            "2|R|A|Patch all servers",
            "3|I|A/R|Watch the alerts",
        )
    )
    assert _codes(result) == codes
    assert next((task.code, task.name) for task in result.tasks) == ("1", "Write the policy")


@pytest.mark.parametrize(
    "days", ["Mon|Tue|Wed", "Q1|Q2|Q3", "4月|5月|6月", "2024|2025|2026", "W1|W2|W3"]
)
def test_days_and_months_are_no_parties(days: str) -> None:
    result = _read(
        grid(
            f"Task|Anna|Ben|Cid|{days}",
            "Plan it|A|R|C|x|x|",
            "Build it|R|A|I||x|x",
            "Test it|I|A|R|x||x",
        )
    )
    assert result.is_clear
    assert [party.name for party in result.parties] == ["Anna", "Ben", "Cid"]


def test_people_called_like_months_stay_parties() -> None:
    result = _read(grid("Task|May|Jan|Cid", *BODY))
    assert [party.name for party in result.parties] == ["May", "Jan", "Cid"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Decision|Approver|Performed by|Contributors|Informed parties",),
        ("作業|承認部署|正担当|相談相手|連絡先",),
        ("Work|Approved by|Responsible person|To be consulted|Who is informed",),
    ],
)
def test_headings_worded_around_a_letter_stand_above_names(rows: tuple[str, ...]) -> None:
    result = _read(grid(*rows, "Plan it|Anna|Ben|Cid|Dora", "Build it|Ben|Anna|Dora|Cid"))
    assert result.is_clear
    assert table_of(result)["Plan it"] == {"Anna": "A", "Ben": "R", "Cid": "C", "Dora": "I"}


def test_persons_with_their_letters_in_brackets_are_cells_not_headings() -> None:
    result = _read(
        grid(
            "Task|Head|Plant|Office",
            "Plan it|Sato (R)|Mori (A)|Abe (I)",
            "Build it|Sato (A)|Mori (R)|Abe (C)",
            "Test it|Sato (A)\\nIto (R)|Mori (C)|Abe (I)",
        )
    )
    assert result.is_clear
    assert table_of(result)["Test it"] == {"Head": "A/R", "Plant": "C", "Office": "I"}


NAMES = ("Plan it|Anna|Ben|Cid|Dora", "Build it|Ben|Anna|Dora|Cid")


def test_a_column_of_names_among_those_headed_by_letters_is_asked_about() -> None:
    rows = ("Task|Responsible|Backup|Accountable|Informed", *NAMES)
    questions = _read(grid(*rows)).unclear
    assert [(each.code, each.values["text"]) for each in questions] == [("not-letters", "Backup")]
    result = _read(grid(*rows), letters={"Backup": "C"})
    assert result.is_clear
    assert table_of(result)["Plan it"] == {"Anna": "R", "Ben": "C", "Cid": "A", "Dora": "I"}
    left = _read(grid(*rows), letters={"Backup": ""})
    assert left.is_clear
    assert table_of(left)["Plan it"] == {"Anna": "R", "Cid": "A", "Dora": "I"}


def test_a_column_of_remarks_among_the_names_is_left_out() -> None:
    result = _read(grid("Task|Responsible|Remarks|Accountable|Informed", *NAMES))
    assert result.is_clear
    assert table_of(result)["Plan it"] == {"Anna": "R", "Cid": "A", "Dora": "I"}


def test_a_cross_among_circles_is_proposed_as_no_part() -> None:
    result = _read(grid("業務|Anna|Ben|Cid", "監視|◎|×|○", "教育|○|◎|×", "廃棄|×|○|◎"))
    (questions,) = result.unclear
    assert (questions.code, questions.values["pairs"]) == ("letters-usual", "◎ = A/R, × = –, ○ = R")
