"""What was understood of a sheet may be taken once nothing of it is unclear."""

from dataclasses import fields, replace

from socplanner.domain.external.understood import (
    NO_ANSWERS,
    NOT_WRITTEN,
    Meaning,
    PartyColumn,
    TaskRow,
    Unclear,
    Understood,
)


def test_a_sheet_is_clear_where_it_has_letters_and_nothing_is_asked() -> None:
    sheet = Understood(form="letters")
    assert sheet.is_clear
    assert not replace(sheet, form="none").is_clear
    assert not replace(sheet, unclear=(Unclear("struck-out"),)).is_clear


def test_nothing_is_understood_of_an_empty_sheet() -> None:
    empty = Understood()
    assert (empty.form, empty.task_column, empty.code_column, empty.group_column) == (
        *("none", None, None, None),
    )
    values = [getattr(empty, field.name) for field in fields(empty) if field.name != "form"]
    assert not any(values)


def test_missing_columns_of_a_sheet_are_empty() -> None:
    assert NOT_WRITTEN == ("", (), (), "")
    assert PartyColumn("SOC") == ("SOC", (), "")
    assert TaskRow(2, "Watch", ()) == (2, "Watch", (), "", "", False)
    assert Meaning("does it", "performs") == ("does it", "performs", "")


def test_nothing_is_answered_at_first() -> None:
    answers = [getattr(NO_ANSWERS, field.name) for field in fields(NO_ANSWERS)]
    assert not any(answers)
    for name in ("headings", "struck", "tasks_across", "header_row", "task_column", "columns"):
        assert getattr(NO_ANSWERS, name) is None, name
