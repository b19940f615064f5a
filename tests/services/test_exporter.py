"""A workbook is made of a phase and put where it was asked for, never over another unasked."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.ids import PhaseId
from socplanner.domain.new_plan import NOW, NOW_NAME, Beginning, new_plan
from socplanner.domain.plan import Plan
from socplanner.services.exporter import SUFFIXES, content_of, workbook_of, write_export
from socplanner.services.file_problem import FileProblem
from socplanner.wording.language import Words

DAY = date(2024, 2, 29)


@pytest.fixture(scope="module")
def plan(catalogue: Catalogue) -> Plan:
    """Return a plan of one phase."""
    return new_plan(catalogue, "works", Beginning("Works", "hybrid", NOW_NAME))


def test_a_workbook_says_what_each_role_does_and_on_which_day_it_was_made(
    plan: Plan, words: Words, catalogue: Catalogue
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(plan, NOW, words, DAY)))
    texts = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value}
    assert any("2024" in text for text in texts)
    assert len(texts & {role.name.en for role in catalogue.roles}) == len(catalogue.roles)


def test_the_same_plan_on_the_same_day_gives_the_same_bytes(plan: Plan, ja: Words) -> None:
    assert workbook_of(plan, NOW, ja, DAY) == workbook_of(plan, NOW, ja, DAY)


def test_a_phase_the_plan_has_not_is_an_error_of_the_caller(plan: Plan, words: Words) -> None:
    with pytest.raises(KeyError):
        workbook_of(plan, PhaseId("never"), words, DAY)


def test_each_extension_has_its_kind_of_file(plan: Plan, words: Words) -> None:
    begins = {content_of(suffix, plan, NOW, words, DAY)[:3] for suffix in SUFFIXES}
    assert begins == {b"PK\x03", b"\xef\xbb\xbf", b"# W"}


def test_an_existing_workbook_is_replaced_only_when_told(tmp_path: Path) -> None:
    target = tmp_path / "matrix.xlsx"
    write_export(target, b"first")
    with pytest.raises(FileProblem) as caught:
        write_export(target, b"second")
    assert caught.value.code == "file-exists"
    assert target.read_bytes() == b"first"
    write_export(target, b"second", may_replace=True)
    assert target.read_bytes() == b"second"
