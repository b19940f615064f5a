"""Workbooks of one import are all read first, and told apart by who made them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.custom_role_edits import AddCustomRole, HideCustomRole
from socplanner.domain.external.understood import NO_ANSWERS
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.services.exporter import workbook_of
from socplanner.services.file_problem import FileProblem
from socplanner.services.i18n import words_for
from socplanner.services.import_batch import OTHER_PLAN, read_batch
from tests.support.plans import hybrid_plan

PLAN = hybrid_plan()
OT = RoleId("own:OT-1")


def _ours(folder: Path, name: str, plan: Plan = PLAN) -> Path:
    path = folder / name
    path.write_bytes(workbook_of(plan, NOW, words_for("en"), date(2026, 1, 31)))
    return path


def _external(folder: Path, name: str) -> Path:
    path, book = folder / name, Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Task", "SOC", "IT"), ("Watch", "A", "R"), ("Report", "R", "A")):
        sheet.append(row)
    book.save(path)
    return path


def _never(problem: FileProblem) -> bool:
    raise AssertionError(f"asked about {problem.path}")


def test_workbooks_made_here_and_elsewhere_are_distinguished(tmp_path: Path) -> None:
    paths = [_external(tmp_path, "a.xlsx"), _ours(tmp_path, "b.xlsx"), _ours(tmp_path, "c.xlsx")]
    batch = read_batch(paths, PLAN, _never)
    assert batch.paths == tuple(paths[1:])
    assert [each.origin for each in batch.reimports] == ["b.xlsx", "c.xlsx"]
    assert [each.path for each in batch.external] == paths[:1]
    understood, _ = batch.external[0].file(PLAN).understand(NO_ANSWERS)
    assert [each.name for each in understood.parties] == ["SOC", "IT"]


def test_the_review_is_of_the_workbooks_made_here(tmp_path: Path) -> None:
    batch = read_batch([_external(tmp_path, "a.xlsx"), _ours(tmp_path, "b.xlsx")], PLAN, _never)
    review = batch.review(PLAN)
    assert (review.phase, review.differences) == (NOW, ())


def test_a_workbook_given_twice_is_read_once(tmp_path: Path) -> None:
    path = _ours(tmp_path, "a.xlsx")
    assert len(read_batch([path, path], PLAN, _never).reimports) == 1


def test_the_first_bad_workbook_stops_the_whole_import(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"<html></html>")
    paths = [_external(tmp_path, "a.xlsx"), _ours(tmp_path, "b.xlsx"), bad]
    with pytest.raises(FileProblem) as refused:
        read_batch(paths, PLAN, _never)
    assert (refused.value.path, refused.value.code) == (bad, "workbook-is-web-page")


@pytest.mark.parametrize("is_accepted", [True, False])
def test_a_workbook_of_another_plan_is_left_out_unless_accepted(
    tmp_path: Path, *, is_accepted: bool
) -> None:
    other = _ours(tmp_path, "other.xlsx", replace(PLAN, id="another"))
    problems: list[FileProblem] = []

    def answer(problem: FileProblem) -> bool:
        problems.append(problem)
        return is_accepted

    batch = read_batch([other, _ours(tmp_path, "ours.xlsx")], PLAN, answer)
    assert [(each.path, each.code) for each in problems] == [(other, OTHER_PLAN)]
    assert len(batch.reimports) == 1 + is_accepted


def _hidden_role_plan() -> tuple[Plan, Plan]:
    """Return a plan with a custom role, and the same plan with it hidden."""
    shown = AddCustomRole("OT-1", "B", LocalText.same("Plant")).apply(PLAN)
    return shown, HideCustomRole(OT).apply(shown)


def test_a_workbook_of_a_plan_with_a_hidden_role_does_not_mention_it(tmp_path: Path) -> None:
    _, hidden = _hidden_role_plan()
    path = _ours(tmp_path, "a.xlsx", hidden)
    book = load_workbook(path)
    texts = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value]
    assert not [text for text in texts if "OT-1" in text or "Plant" in text]
    review = read_batch([path], hidden, _never).review(hidden)
    assert review.differences == ()


def test_an_answer_about_a_role_that_was_hidden_meanwhile_is_not_lost(tmp_path: Path) -> None:
    shown, hidden = _hidden_role_plan()
    path = _ours(tmp_path, "a.xlsx", shown)
    unchanged = read_batch([path], hidden, _never).review(hidden)
    assert unchanged.differences == ()
    book = load_workbook(path)
    sheet = next(each for each in book if _row_of(each, OT))
    usual = next(cell for cell in sheet[_row_of(sheet, "v2:B-1")] if cell.value == "A")
    sheet.cell(_row_of(sheet, OT), usual.column, "R")
    book.save(path)
    (difference,) = read_batch([path], hidden, _never).review(hidden).differences
    assert (difference.address.role, difference.proposals) == (OT, ("R",))


def _row_of(sheet: Worksheet, role: str) -> int:
    """Return the row of `role` in `sheet`, or 0."""
    rows = (row[0].row for row in sheet for cell in row if cell.value == role)
    return next(rows, 0) or 0
