"""Shapes people write matrices in, each small enough to be seen."""

import pytest

from socplanner.domain.external.understood import Answers
from socplanner.domain.letter_sets import RACI
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid
from tests.support.grids import grid
from tests.support.understood_table import table_of

PLAN = {"Plan it": {"Anna": "A", "Ben": "R"}, "Build it": {"Anna": "R", "Ben": "A"}}
SAME: dict[str, Grid] = {
    "one column a letter, names merged": grid(
        "Task|Anna||Ben||",
        "|R|A|R|A|C",
        "Plan it||x|x||",
        "Build it|x|||x|",
        merged=("1,2,1,3", "1,4,1,6"),
    ),
    "one column a letter, names repeated": grid(
        "Task|Anna|Anna|Anna|Ben|Ben|Ben", "|R|A|C|R|A|C", "Plan it||✓||✓||", "Build it|✓||||✓|"
    ),
    "one column a letter, letters as marks": grid(
        "Task|Anna|||Ben||", "|R|A|I|R|A|I", "Plan it||A||R||", "Build it|R||||A|"
    ),
    "a name merged over several columns": grid(
        "Task|Anna||Ben|", "Plan it|A||R|", "Build it|R||A|", merged=("1,2,1,3", "1,4,1,5")
    ),
    "names under letters": grid(
        "Activity|Responsible (R)|Accountable (A)|Consulted|Informed",
        "Plan it|Ben|Anna||",
        "Build it|Anna|Ben||",
    ),
    "pairs, tasks first": grid(
        "Task|Role|R|A|C|I", "Plan it|Anna||x||", "|Ben|x|||", "Build it|Anna|x|||", "|Ben||x||"
    ),
    "pairs, parties first": grid(
        "Role|Task|R|A|C|I",
        "Anna|Plan it||x||",
        "Anna|Build it|x|||",
        "Ben|Plan it|x|||",
        "Ben|Build it||x||",
    ),
    "tasks across": grid("Role|Plan it|Build it", "Anna|A|R", "Ben|R|A"),
    "words": grid(
        "Task|Anna|Ben", "Plan it|Accountable|Responsible", "Build it|responsable|説明責任"
    ),
    "header repeated below": grid(
        "Task|Anna|Ben", "Plan it|A|R", "", "Task|Anna|Ben", "Build it|R|A"
    ),
    "task merged over columns": grid(
        "Task||Anna|Ben",
        "Plan it||A|R",
        "Build it||R|A",
        merged=("1,1,1,2", "2,1,2,2", "3,1,3,2"),
    ),
    "other columns among them": grid(
        "Hours|Task|Anna|Remarks|Ben|Due", "4|Plan it|A|soon|R|2026-01-02", "8|Build it|R||A|"
    ),
    "below a title and a legend": grid(
        "RACI",
        "R = Responsible, A = Accountable",
        "",
        "Task|Anna|Ben",
        "Plan it|A|R",
        "Build it|R|A",
    ),
    "beside a legend": grid(
        "Task|Anna|Ben|||Legend",
        "Plan it|A|R|||R|Responsible",
        "Build it|R|A|||A|Accountable",
    ),
    "look-alikes, blanks and brackets": grid(
        "Task|Anna|Ben", "Plan it|А| ( r ) ", "Build it|Ｒ|a "
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", sorted(SAME))
def test_one_table_is_understood_in_every_shape(shape: str) -> None:
    understood = understand([SAME[shape]], [RACI])
    assert understood.is_clear, understood.unclear
    assert {task: dict(sorted(row.items())) for task, row in table_of(understood).items()} == PLAN


def test_a_phase_row_with_letters_is_a_task_above_the_others() -> None:
    understood = understand(
        [
            grid(
                "No.|Task|Anna|Ben",
                "1|Prepare|A|I",
                "1.1|Plan it|A|R",
                "2|Make|I|A",
                "2.1|Build it|R|A",
            )
        ],
        [RACI],
    )
    assert understood.is_clear
    assert [(task.name, task.group, task.is_group) for task in understood.tasks] == [
        ("Prepare", "", True),
        ("Plan it", "Prepare", False),
        ("Make", "", True),
        ("Build it", "Make", False),
    ]


QUESTIONS = {
    "two-header-rows": ("|Anna|Ben", "Task|PM|Dev", "Plan it|A|R", "Build it|R|A"),
    "heading-or-task": ("Task|Anna|Ben", "Prepare", "Plan it|A|R", "Build it|R|A"),
    "party-without-name": ("Task|Anna||Ben", "Plan it|A|C|R", "Build it|R|I|A", "Ship it|R|C|A"),
    "party-named-twice": ("Task|Anna|Ben|Anna", "Plan it|A|R|I", "Build it|R|A|I"),
    "not-letters": ("Task|Anna|Ben", "Plan it|A|see below", "Build it|R|A", "Ship it|A|R"),
    "own-letter": ("Task|Anna|Ben", "Plan it|A|Z", "Build it|Z|A"),
    "column-without-letters": ("Task|Anna|Ben|Works council", "Plan it|A|R", "Build it|R|A"),
    "odd-column": ("Task|Anna|Ben|Risk", "Plan it|A|R|A", "Build it|R|A|C"),
    "tables-side-by-side": (
        "Task|Anna|Ben||Task|Cid|Dora",
        "Plan it|A|R||Ship it|A|R",
        "Build it|R|A||Sell it|R|A",
    ),
    "several-tables": (
        "Task|Anna|Ben",
        "Plan it|A|R",
        "Build it|R|A",
        "",
        "Task|Cid|Dora",
        "Ship it|A|R",
        "Sell it|R|A",
    ),
    "no-parties": ("Task|R|A|C", "Plan it|x||", "Build it||x|", "Ship it|x||"),
    "template-unfilled": ("Task|[Name]|[Name]", "Plan it|A|R", "Build it|R|A"),
    "small-matrix": ("Task|Anna|Ben", "Plan it|A|R"),
    "one-name-or-two": ("Task|R|A|I", "Plan it|Anna|Ben|Cid", "Build it|Anna/Dora|Ben|Cid"),
    "two-task-columns": ("Item|Aim|Anna|Ben", "Plan it|A plan|A|R", "Do it|A house|R|A"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(QUESTIONS))
def test_an_ambiguous_sheet_is_asked_about(code: str) -> None:
    understood = understand([grid(*QUESTIONS[code])], [RACI])
    assert code in [each.code for each in understood.unclear]


@pytest.mark.parametrize(
    ("code", "answers", "tasks", "parties"),
    [
        ("heading-or-task", Answers(headings=frozenset({2})), 2, 2),
        ("heading-or-task", Answers(headings=frozenset()), 3, 2),
        ("not-letters", Answers(letters={"see below": "I"}), 3, 2),
        ("own-letter", Answers(letters={"Z": "R"}), 2, 2),
        ("column-without-letters", Answers(left_out=frozenset({"D"})), 2, 2),
        ("odd-column", Answers(left_out=frozenset({"D"})), 2, 2),
        ("several-tables", Answers(header_row=5), 2, 2),
        ("two-header-rows", Answers(header_row=1), 2, 2),
        ("two-header-rows", Answers(header_row=2), 2, 2),
        ("column-without-letters", Answers(parties=frozenset({"D"})), 2, 3),
        ("odd-column", Answers(parties=frozenset({"D"})), 2, 3),
        ("small-matrix", Answers(header_row=1), 1, 2),
        ("two-task-columns", Answers(task_column=1, tasks_across=False), 2, 2),
    ],
)
def test_an_answer_makes_it_clear(code: str, answers: Answers, tasks: int, parties: int) -> None:
    understood = understand([grid(*QUESTIONS[code])], [RACI], answers)
    assert understood.is_clear, understood.unclear
    assert (len(understood.tasks), len(understood.parties)) == (tasks, parties)


def test_a_visible_sheet_is_preferred_to_a_hidden_one() -> None:
    shown = SAME["words"]
    hidden = Grid("Lists", shown.texts, visibility="hidden")
    understood = understand([hidden, shown], [RACI])
    assert understood.is_clear
    assert understood.sheet == "Sheet1"
    assert [each.code for each in understood.left_out] == ["hidden-sheet"]


def test_hidden_rows_and_columns_are_read_and_reported() -> None:
    sheet = SAME["header repeated below"]
    understood = understand(
        [Grid("RACI", sheet.texts, hidden_rows=frozenset({2}), hidden_columns=frozenset({3}))],
        [RACI],
    )
    assert table_of(understood) == PLAN
    assert [(each.code, each.values) for each in understood.notes] == [
        ("hidden-cells", {"tasks": 1, "parties": 1})
    ]


def test_the_header_row_that_was_chosen_names_the_parties() -> None:
    sheet = grid(*QUESTIONS["two-header-rows"])
    upper = understand([sheet], [RACI], Answers(header_row=1))
    assert [(party.name, party.group) for party in upper.parties] == [
        ("Anna", "PM"),
        ("Ben", "Dev"),
    ]
    lower = understand([sheet], [RACI], Answers(header_row=2))
    assert [(party.name, party.group) for party in lower.parties] == [
        ("PM", "Anna"),
        ("Dev", "Ben"),
    ]


def test_a_name_written_downwards_is_one_word() -> None:
    sheet = grid("業務|情\\n報\\nシ\\nス|Net\\nteam", "ログの収集|R|A", "報告書の作成|A|R")
    assert [party.name for party in understand([sheet], [RACI]).parties] == ["情報シス", "Net team"]


def test_boxes_that_are_ticked_are_marks() -> None:
    sheet = grid(
        "Task|Anna|||Ben||",
        "|R|A|C|R|A|C",
        "Plan it|FALSE|TRUE|FALSE|TRUE|FALSE|FALSE",
        "Build it|TRUE|FALSE|FALSE|FALSE|TRUE|FALSE",
    )
    assert table_of(understand([sheet], [RACI])) == PLAN


def test_a_task_may_be_called_as_a_letter_is_in_words() -> None:
    understood = understand([grid("業務|SOC|総務部", "監視|R|A", "報告|A|I")], [RACI])
    assert understood.is_clear, understood.unclear
    assert table_of(understood) == {
        "監視": {"SOC": "R", "総務部": "A"},
        "報告": {"SOC": "A", "総務部": "I"},
    }


def test_boxes_that_are_not_ticked_are_no_letters() -> None:
    understood = understand(
        [grid("Task|R|A|C", "Plan it|☑|☐|☐", "Build it|☐|☑|☐")],
        [RACI],
    )
    assert [each.code for each in understood.unclear] == ["no-parties"]
