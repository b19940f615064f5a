"""Sheets in the image of those people write, and what is understood of them."""

import json

import pytest

from socplanner.domain.external.understood import Answers, Understood
from socplanner.domain.letter_sets import RACI
from socplanner.formats.external.external_bounds import MOST_ROWS
from socplanner.formats.external.external_json import as_json
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid, Place
from tests.support.grids import grid


def letters_of(understood: Understood, task: str) -> dict[str, str]:
    row = next(each for each in understood.tasks if each.name == task)
    parties = [party.name for party in understood.parties]
    return {
        name: "/".join(cell.letters)
        for name, cell in zip(parties, row.cells, strict=True)
        if cell.letters
    }


def codes(understood: Understood) -> list[str]:
    return [each.code for each in understood.unclear]


def test_a_plain_sheet_is_understood() -> None:
    understood = understand(
        [
            grid(
                "Task | Project Manager | Analyst | CISO",
                "Collect logs | A | R | I",
                "Write report | R | C | A",
                "Close incident | A, R | | I",
            )
        ],
        [RACI],
    )
    assert understood.is_clear
    assert [party.name for party in understood.parties] == ["Project Manager", "Analyst", "CISO"]
    assert letters_of(understood, "Close incident") == {"Project Manager": "A/R", "CISO": "I"}
    assert understood.header_rows == (1,)
    assert understood.letter_sets == ("raci",)


def test_codes_groups_titles_and_other_columns_are_distinguished() -> None:
    understood = understand(
        [
            grid(
                "RACI of the SOC",
                "",
                "No. | Activity | SOC | Provider | Status | Remarks",
                "Preparation",
                "1.1 | Collect logs | A | R | Done | see contract",
                "1.2 | Tune rules | A | R | Open |",
                "Detection",
                "2.1 | Watch | A/R | I | Open | day and night",
                merged=("1,1,1,4", "4,1,4,4", "7,1,7,4"),
            )
        ],
        [RACI],
    )
    assert understood.is_clear
    assert [(t.code, t.group, t.name) for t in understood.tasks] == [
        ("1.1", "Preparation", "Collect logs"),
        ("1.2", "Preparation", "Tune rules"),
        ("2.1", "Detection", "Watch"),
    ]
    left = {each.values.get("heading") for each in understood.left_out}
    assert {"Status", "Remarks"} <= left


def test_a_letter_of_no_set_is_asked_about_and_can_be_answered() -> None:
    sheet = grid(
        "Aufgabe | Anna | Ben | Cid",
        "Planung der Schulung | R | n | A",
        "Freigabe des Budgets | n | A | n",
        "Bericht schreiben | A | R | n",
    )
    questions = understand([sheet], [RACI])
    assert [(each.code, each.values["letter"]) for each in questions.unclear] == [
        ("own-letter-none", "N")
    ]
    answered = understand([sheet], [RACI], Answers(letters={"N": ""}))
    assert answered.is_clear
    assert letters_of(answered, "Freigabe des Budgets") == {"Ben": "A"}


def test_japanese_marks_are_read_by_their_legend() -> None:
    understood = understand(
        [
            grid(
                "業務 | 担当部署",
                " | 情報システム部 | 総務課 | CSIRT",
                "ログ収集 | ◎ | | △",
                "報告書作成 | △ | ○ | ◎",
                "教育訓練 | ○ | ◎ | ",
                "凡例",
                "◎ | 実行責任",
                "○ | 協議先",
                "△ | 報告先",
                merged=("1,1,2,1", "1,2,1,4"),
            )
        ],
        [RACI],
    )
    assert understood.is_clear
    assert {k: v.flag for k, v in understood.meanings.items()} == {
        "◎": "performs",
        "○": "two_way",
        "△": "one_way",
    }
    assert letters_of(understood, "報告書作成") == {
        "情報システム部": "△",
        "総務課": "○",
        "CSIRT": "◎",
    }


def test_two_sheets_that_both_look_right_are_asked_about() -> None:
    rows = ("Task | PM | Dev", "Plan it | A | R", "Build it | A | R")
    sheets = [grid(*rows, name="Old"), grid(*rows, name="New")]
    understood = understand(sheets, [RACI])
    assert codes(understood) == ["several-tables"]
    assert understand(sheets, [RACI], Answers(sheet="New")).sheet == "New"
    assert understand(sheets, [RACI], Answers(sheet="New")).is_clear


def test_an_unfilled_template_lists_its_parties_and_tasks() -> None:
    understood = understand(
        [
            grid("Project | Orion", name="Cover"),
            grid(
                "RACI chart", "", "Task | PM | Dev | QA", "Plan it | | |", "Build it", name="RACI"
            ),
        ],
        [RACI],
    )
    assert codes(understood) == ["no-letters"]
    assert [party.name for party in understood.parties] == ["PM", "Dev", "QA"]
    assert [task.name for task in understood.tasks] == ["Plan it", "Build it"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Name | Mail", "Anna | a@example.org", "Ben | b@example.org"),
        ("", ""),
        ("Team | Member", "Blue | Anna", "Red | Ben"),
    ],
)
def test_a_sheet_without_a_matrix_is_no_matrix(rows: tuple[str, ...]) -> None:
    understood = understand([grid(*rows)], [RACI])
    assert not understood.is_clear
    assert understood.tasks == ()


def test_what_was_understood_can_be_written_as_json() -> None:
    understood = understand(
        [grid("Task | PM | Dev", "Plan it | A | R", "Build it | a/r | n/a")], [RACI]
    )
    text = json.loads(json.dumps(as_json(understood), ensure_ascii=False))
    assert text["sheet"] == "Sheet1"
    assert text["header_row"] == 1
    assert text["task_column"] == "A"
    assert [(each["name"], each["columns"]) for each in text["party_columns"]] == [
        ("PM", ["B"]),
        ("Dev", ["C"]),
    ]
    assert text["task_rows"][1]["letters"] == {"PM": ["A", "R"]}
    assert text["task_rows"][1]["written"] == {"PM": "a/r", "Dev": "n/a"}
    assert text["unclear"] == []


@pytest.mark.parametrize("rows", [3_001, 31_000])
def test_a_sheet_that_is_too_big_and_stands_alone_is_to_be_divided(rows: int) -> None:
    texts = {Place(row, column): "R" for row in range(1, rows) for column in range(1, 102)}
    texts = texts if rows < MOST_ROWS else {Place(row, 1): "R" for row in range(1, rows)}
    big = Grid("Big", texts)
    (alone,) = understand([big], [RACI]).unclear
    assert (alone.code, alone.values["rows"]) == ("only-sheet-too-big", rows - 1)
    (beside,) = understand([big, grid("Notes")], [RACI]).unclear
    assert beside.code == "sheet-too-big"
    result = understand([big, grid("Task|Anna|Ben", "Plan|A|R", "Build|R|A", name="RACI")], [RACI])
    assert [each.code for each in result.left_out] == ["sheet-too-big"]
