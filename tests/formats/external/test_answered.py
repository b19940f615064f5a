"""Every question about a sheet of others has an answer that makes it clear when read again."""

import pytest

from socplanner.domain.external.understood import NO_ANSWERS, Answers, Understood
from socplanner.domain.letter_sets import RACI, RASCI
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid
from tests.support.grids import grid
from tests.support.unclear_sheets import (
    BESIDE,
    DOUBLE,
    NAMELESS,
    PAIRED,
    SHIFTED,
    SIGNS,
    TEMPLATE,
    TWICE,
    UNNAMED,
    WHICH,
)


def read(sheet: Grid, answers: Answers = NO_ANSWERS) -> Understood:
    """Return what is understood with `answers`."""
    return understand([sheet], [RACI], answers)


def codes(understood: Understood) -> set[str]:
    """Return the codes of what is unclear."""
    return {each.code for each in understood.unclear}


def names(understood: Understood) -> list[str]:
    """Return what the parties are called."""
    return [party.name for party in understood.parties]


def letters(understood: Understood, task: int) -> list[str]:
    """Return the letters of one task, a party each."""
    return ["/".join(cell.letters) for cell in understood.tasks[task].cells]


@pytest.mark.parametrize(
    ("sheet", "code", "answers", "parties"),
    [
        (TWICE, "party-named-twice", Answers(as_one=frozenset({"Anna"})), ["Anna", "Ben"]),
        (
            TWICE,
            "party-named-twice",
            Answers(as_several=frozenset({"Anna"})),
            ["Anna (B)", "Ben", "Anna (D)"],
        ),
        (UNNAMED, "party-without-name", Answers(names={"C": "Cid"}), ["Anna", "Cid", "Ben"]),
        (UNNAMED, "party-without-name", Answers(left_out=frozenset({"C"})), ["Anna", "Ben"]),
        (NAMELESS, "task-without-name", Answers(names={"4": "Ship it"}), ["Anna", "Ben"]),
        (NAMELESS, "task-without-name", Answers(left_out=frozenset({"4"})), ["Anna", "Ben"]),
        (TEMPLATE, "template-unfilled", Answers(left_out=frozenset("DE")), ["Anna", "Ben"]),
        (
            TEMPLATE,
            "template-unfilled",
            Answers(names={"D": "Cid", "E": "Dora"}),
            ["Anna", "Ben", "Cid", "Dora"],
        ),
        (
            PAIRED,
            "one-name-or-two",
            Answers(as_one=frozenset({"Anna/Dora"})),
            ["Anna", "Ben", "Cid", "Anna/Dora"],
        ),
        (
            PAIRED,
            "one-name-or-two",
            Answers(as_several=frozenset({"Anna/Dora"})),
            ["Anna", "Ben", "Cid", "Dora"],
        ),
        (BESIDE, "tables-side-by-side", Answers(columns=(1, 4)), ["Anna", "Ben"]),
        (BESIDE, "tables-side-by-side", Answers(columns=(5, 16384)), ["Cid", "Dora"]),
        (SHIFTED, "ambiguous-header", Answers(letter_columns="letters"), ["Anna", "Ben"]),
        (DOUBLE, "party-named-twice", Answers(as_one=frozenset({"Anna"})), ["Anna", "Ben"]),
        (
            DOUBLE,
            "party-named-twice",
            Answers(as_several=frozenset({"Anna"})),
            ["Anna", "Anna (2)", "Ben"],
        ),
        (
            WHICH,
            "which-is-party",
            Answers(parties=frozenset({"A"}), task_column=2),
            ["Anna", "Ben"],
        ),
        (
            WHICH,
            "which-is-party",
            Answers(parties=frozenset({"B"}), task_column=1),
            ["Plan it", "Build it"],
        ),
    ],
)
def test_an_answer_makes_the_sheet_clear(
    sheet: Grid, code: str, answers: Answers, parties: list[str]
) -> None:
    assert code in codes(read(sheet))
    result = read(sheet, answers)
    assert result.is_clear, result.unclear
    assert names(result) == parties


def test_a_party_that_is_one_has_the_letters_of_all_its_columns() -> None:
    result = read(TWICE, Answers(as_one=frozenset({"Anna"})))
    assert letters(result, 0) == ["A/I", "R"]
    assert result.parties[0].places == (2, 4)
    result = read(DOUBLE, Answers(as_one=frozenset({"Anna"})))
    assert letters(result, 0) == ["A/C", "R"]


def test_letters_that_repeat_begin_another_party() -> None:
    result = read(SHIFTED, Answers(letter_columns="letters"))
    assert [letters(result, task) for task in (0, 1)] == [["R", "C"], ["A", "R"]]


def test_a_name_may_go_up_to_the_next_name() -> None:
    sheet = grid("Task|Anna|||||Ben|", "|R|A|C|I|C|R|A", "Plan it|x|||||x|", "Build it||x|||||x")
    assert codes(read(sheet)) == {"ambiguous-header"}
    result = read(sheet, Answers(letter_columns="names"))
    assert result.is_clear
    assert [letters(result, task) for task in (0, 1)] == [["R", "R"], ["A", "A"]]


def test_an_answered_column_is_reported_as_left_out_once() -> None:
    result = read(TEMPLATE, Answers(left_out=frozenset("DE")))
    assert [each.values["place"] for each in result.left_out] == ["D:D", "E:E"]


def test_an_answered_row_is_reported_as_left_out() -> None:
    result = read(NAMELESS, Answers(left_out=frozenset({"4"})))
    assert [each.code for each in result.left_out] == ["row-left-out"]
    assert len(result.tasks) == 2


def test_a_column_of_remarks_may_stand_among_the_parties() -> None:
    sheet = grid(
        "Task|Anna|Ben||Cid",
        "Plan it|A|R|ask the works council first|I",
        "Build it|R|A|only after the budget is there|I",
        "Sell it|R|A|not before the summer of next year|I",
    )
    assert codes(read(sheet)) == {"tables-side-by-side"}
    result = read(sheet, Answers(left_out=frozenset({"D"})))
    assert result.is_clear
    assert names(result) == ["Anna", "Ben", "Cid"]


def test_the_place_of_an_unfilled_template_is_reported() -> None:
    (questions,) = read(TEMPLATE).unclear
    assert (questions.values["sheet"], questions.values["place"]) == ("Sheet1", "1:1")
    assert questions.values["columns"] == ("D", "E")


@pytest.mark.parametrize(
    "row", ["※夜間は委託先が行う", "※1|夜間は委託先が行う", "|※夜間は委託先が行う"]
)
@pytest.mark.parametrize("at", [2, 3])
def test_a_row_that_begins_with_a_remark_sign_is_no_task(row: str, at: int) -> None:
    rows = ["No.|業務|SOC|総務部", "1|監視|R|A", "2|ログの保管|A|R"]
    rows.insert(at, row)
    result = read(grid(*rows))
    assert result.is_clear, result.unclear
    assert [task.name for task in result.tasks] == ["監視", "ログの保管"]
    assert "text-row" in [each.code for each in result.left_out]


def test_a_task_marked_with_a_remark_sign_keeps_its_letters() -> None:
    result = read(grid("業務|SOC|総務部", "※監視|R|A", "報告書の作成|A|R"))
    assert [task.name for task in result.tasks] == ["※監視", "報告書の作成"]


@pytest.mark.parametrize(("letter_set", "supports"), [(RACI, "C"), (RASCI, "S")])
def test_signs_without_a_legend_come_with_their_usual_reading(
    letter_set: object, supports: str
) -> None:
    assert letter_set in (RACI, RASCI)
    sets = [RACI if letter_set is RACI else RASCI]
    (questions,) = understand([SIGNS], sets).unclear
    assert questions.values["pairs"] == f"◎ = A/R, ○ = R, △ = {supports}"
    result = understand([SIGNS], sets, Answers(singly=True))
    assert {each.values["letter"]: each.values.get("usual") for each in result.unclear} == {
        "◎": "A/R",
        "○": "R",
        "△": supports,
    }
    assert {each.code for each in result.unclear} == {"own-letter-usual"}


def test_a_circle_alone_has_no_usual_reading() -> None:
    result = read(grid("業務|SOC|総務部", "監視|○|", "ログの保管||○", "報告書の作成|○|○"))
    assert "own-letter-usual" not in codes(result)
