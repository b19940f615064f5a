"""An answer changes just what it is about, and what was answered before stays."""

from dataclasses import replace

import pytest

from socplanner.domain.external.answering import (
    ACROSS,
    CALLED,
    COUNT,
    DOWN,
    EACH,
    FIRST,
    HEADINGS,
    LAST_COLUMN,
    LEAVE,
    LEFT_TABLE,
    MAIN,
    NOTHING,
    ONE,
    PARTY,
    REMOVE,
    RIGHT_TABLE,
    ROWS_ARE_TASKS,
    SECOND,
    SEVERAL,
    THIS,
    USUAL,
    answered,
    label_of,
    rows_of_header,
    side_spans,
)
from socplanner.domain.external.understood import NO_ANSWERS, Answers, Unclear

EARLIER = Answers(
    left_out=frozenset({"Z"}),
    parties=frozenset({"Y"}),
    names={"X": "Night watch"},
    letters={"W": "R"},
    as_one=frozenset({"SOC"}),
    as_several=frozenset({"IT"}),
)


def unclear(code: str, **values: object) -> Unclear:
    """Return something that is asked."""
    return Unclear(code, values)


@pytest.mark.parametrize(
    ("question", "key", "expected"),
    [
        (unclear("odd-column", place="C:3"), "party", {"parties": {"Y", "C"}}),
        (unclear("odd-column", place="C:3"), "leave", {"left_out": {"Z", "C"}}),
        (unclear("column-without-letters", place="C"), "party", {"parties": {"Y", "C"}}),
        (unclear("column-with-few-letters", place="C"), "leave", {"left_out": {"Z", "C"}}),
        (unclear("party-without-name", place="D"), "leave", {"left_out": {"Z", "D"}}),
        (
            unclear("task-without-name", place="7"),
            f"{CALLED}Collect logs",
            {"names": {"X": "Night watch", "7": "Collect logs"}},
        ),
        (unclear("template-unfilled", columns=("D", "E")), "leave", {"left_out": {"Z", "D", "E"}}),
        (unclear("template-unfilled"), "leave", {}),
        (unclear("party-named-twice", name="Ops"), "one", {"as_one": {"SOC", "Ops"}}),
        (unclear("one-name-or-two", text="Ops/IT"), "several", {"as_several": {"IT", "Ops/IT"}}),
        (unclear("own-letter", letter="V"), "A", {"letters": {"W": "R", "V": "A"}}),
        (unclear("letter-means-two", letter="V"), "A", {"letters": {"W": "R", "V": "A"}}),
        (unclear("own-letter-none", letter="V"), "A", {"letters": {"W": "R", "V": "A"}}),
        (unclear("own-letter-usual", letter="V"), "A", {"letters": {"W": "R", "V": "A"}}),
        (unclear("own-letter-says", letter="V"), "none", {"letters": {"W": "R", "V": ""}}),
        (unclear("not-letters", text="tbd"), "none", {"letters": {"W": "R", "tbd": ""}}),
        (
            unclear("letters-usual", letters=("D", "E"), readings=("R", "A")),
            "usual",
            {"letters": {"W": "R", "D": "R", "E": "A"}},
        ),
        (unclear("letters-usual", letters=("D",), readings=("R",)), "each", {"singly": True}),
        (unclear("ambiguous-header"), "letters", {"letter_columns": "letters"}),
        (unclear("ambiguous-header"), "names", {"letter_columns": "names"}),
        (unclear("no-header"), "12", {"header_row": 12}),
        (unclear("no-header"), "none", {"header_row": 0}),
        (unclear("no-task-column"), "AA", {"task_column": 27}),
        (unclear("no-task-column"), "none", {"task_column": 0}),
        (unclear("two-task-columns", first="B", second="D"), "second", {"task_column": 4}),
        (
            unclear("which-is-party", first="B", second="3"),
            "first",
            {"parties": {"Y", "B"}, "task_column": 3},
        ),
        (
            unclear("which-is-party", first="B", second="3"),
            "second",
            {"parties": {"Y", "3"}, "task_column": 2},
        ),
        (unclear("two-header-rows", row=4), "first", {"header_row": 4}),
        (unclear("two-header-rows", row=4), "second", {"header_row": 5}),
        (unclear("small-matrix", row=4), "first", {"header_row": 4}),
        (
            unclear("several-tables", sheet="Old", row=9, main_sheet="New", main_row=2),
            "this",
            {"sheet": "Old", "header_row": 9},
        ),
        (
            unclear("several-tables", sheet="Old", row=9, main_sheet="New", main_row=2),
            "main",
            {"sheet": "New", "header_row": 2},
        ),
        (unclear("several-tables", sheet="Old"), "this", {"sheet": "Old", "header_row": None}),
        (unclear("struck-out"), "count", {"struck": True}),
        (unclear("struck-out"), "remove", {"struck": False}),
        (unclear("which-way"), "across", {"tasks_across": True}),
        (unclear("which-way"), "down", {"tasks_across": False}),
        (
            unclear("tables-side-by-side", place="F"),
            "left-table",
            {"columns": (1, 5)},
        ),
        (unclear("tables-side-by-side", place="F"), "right-table", {"columns": (6, LAST_COLUMN)}),
        (unclear("tables-side-by-side", place="F"), "leave", {"left_out": {"Z", "F"}}),
    ],
)
def test_an_answer_is_kept_beside_the_earlier_ones(
    question: Unclear, key: str, expected: dict[str, object]
) -> None:
    assert answered(EARLIER, question, key) == replace(EARLIER, **expected)  # type: ignore[arg-type]


def test_tables_beside_each_other_are_narrowed_down_answer_by_answer() -> None:
    right = answered(NO_ANSWERS, unclear("tables-side-by-side", place="F"), "right-table")
    both = answered(right, unclear("tables-side-by-side", place="K"), "left-table")
    assert both.columns == (6, 10)
    left = answered(NO_ANSWERS, unclear("tables-side-by-side", place="K"), "left-table")
    assert answered(left, unclear("tables-side-by-side", place="F"), "right-table") == both


def test_an_answer_about_one_heading_is_for_all() -> None:
    rows = [unclear("heading-or-task", row=3), unclear("heading-or-task", row=8)]
    others = [unclear("small-matrix", row=5), unclear("heading-or-task")]
    assert answered(NO_ANSWERS, rows[0], "headings", [*rows, *others]).headings == frozenset({3, 8})
    assert answered(NO_ANSWERS, rows[0], "tasks", [*rows, *others]).headings == frozenset()


@pytest.mark.parametrize(
    "keys",
    [
        (HEADINGS, ROWS_ARE_TASKS),
        (PARTY, LEAVE, NOTHING, CALLED),
        (ONE, SEVERAL),
        (LEFT_TABLE, RIGHT_TABLE, LEAVE),
        (FIRST, SECOND),
        (DOWN, ACROSS),
        (THIS, MAIN),
        (USUAL, EACH),
        (COUNT, REMOVE),
    ],
)
def test_no_answer_to_a_question_is_empty_or_like_another(keys: tuple[str, ...]) -> None:
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_a_question_is_about_the_row_or_column_before_the_colon() -> None:
    assert label_of(unclear("odd-column", place="AB:12")) == "AB"
    assert label_of(unclear("odd-column", place="12")) == "12"
    assert label_of(unclear("odd-column")) == ""


def test_a_table_may_begin_beside_another_but_not_below_it() -> None:
    beside = unclear("tables-side-by-side", place="C:1")
    assert side_spans(beside) == [(1, 2), (3, 16384)]
    assert side_spans(unclear("tables-side-by-side", place="3")) == []
    assert side_spans(unclear("tables-side-by-side")) == []


def test_the_rows_of_a_header_are_those_that_are_asked_about() -> None:
    assert rows_of_header(unclear("two-header-rows", row=4)) == [4, 5]
    assert rows_of_header(unclear("small-matrix", row=4)) == [4]
    assert rows_of_header(unclear("small-matrix", row="4")) == []
    assert rows_of_header(unclear("two-header-rows")) == []
