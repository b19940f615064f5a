"""Workbooks on disk are told apart, read or refused by name, and reviewed in the right phase."""

from datetime import date
from pathlib import Path

import pytest

from socplanner.domain.ids import PhaseId
from socplanner.domain.new_plan import NOW, TARGET
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import Reimport
from socplanner.services.exporter import workbook_of
from socplanner.services.file_problem import FileProblem
from socplanner.services.i18n import words_for
from socplanner.services.importer import is_reimport, origins_of, reimport_in, reviewed, sheets_in
from tests.support.plans import hybrid_plan

PLAN = hybrid_plan()


def _exported(folder: Path, phase: PhaseId = NOW) -> Path:
    path = folder / f"{phase}.xlsx"
    path.write_bytes(workbook_of(PLAN, phase, words_for("ja"), date(2026, 1, 31)))
    return path


def _reimport(path: Path, plan: Plan = PLAN) -> Reimport:
    return reimport_in(path, sheets_in(path), path.name, plan)


def test_files_are_identified_by_name_where_names_are_unique() -> None:
    assert origins_of([Path("a/x.xlsx"), Path("b/y.xlsx")]) == ("x.xlsx", "y.xlsx")
    assert origins_of([Path("a/x.xlsx"), Path("b/x.xlsx")]) == ("a/x.xlsx", "b/x.xlsx")


def test_an_unchanged_export_is_recognised_and_has_no_differences(tmp_path: Path) -> None:
    path = _exported(tmp_path)
    assert is_reimport(sheets_in(path), PLAN)
    result = reviewed(PLAN, [path], [_reimport(path)])
    assert (result.phase, result.differences) == (NOW, ())


def test_what_is_no_workbook_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "letter.xlsx"
    path.write_text("%PDF-1.4", encoding="ascii")
    for place in (path, tmp_path / "gone.xlsx"):
        with pytest.raises(FileProblem) as refused:
            sheets_in(place)
        assert refused.value.path == place


@pytest.mark.parametrize(
    ("name", "code"), [("x.xlsx", "workbook-too-big"), ("x.CSV", "text-too-big")]
)
def test_a_file_of_200_mb_is_refused_with_a_remedy(name: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(FileProblem) as refused:
        sheets_in(path)
    assert refused.value.code == code


def test_the_phase_is_that_of_the_workbook_unless_an_option_names_it(tmp_path: Path) -> None:
    path = _exported(tmp_path, TARGET)
    reimport = _reimport(path)
    assert reviewed(PLAN, [path], [reimport]).phase == TARGET
    result = reviewed(PLAN, [path], [reimport], NOW)
    assert result.phase == NOW
    assert [each.code for each in result.reimports[0].notices] == ["other-phase"]


def test_a_workbook_that_names_no_phase_is_for_the_first() -> None:
    assert reviewed(PLAN, [Path("a")], [Reimport("a")]).phase == NOW


def test_a_phase_the_plan_has_no_more_is_refused_with_the_file(tmp_path: Path) -> None:
    path = _exported(tmp_path, TARGET)
    without = RemovePhase(TARGET).apply(PLAN)
    with pytest.raises(FileProblem) as refused:
        reviewed(without, [path], [_reimport(path, without)])
    assert (refused.value.code, refused.value.path) == ("workbook-of-unknown-phase", path)
    assert reviewed(without, [path], [_reimport(path, without)], NOW).phase == NOW


def test_workbooks_of_two_phases_are_not_one_review(tmp_path: Path) -> None:
    paths = [_exported(tmp_path), _exported(tmp_path, TARGET)]
    with pytest.raises(FileProblem) as refused:
        reviewed(PLAN, paths, [_reimport(path) for path in paths])
    assert refused.value.code == "workbooks-of-several-phases"
