"""A workbook is made of a phase and put where it was asked for, never over another unasked."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.ids import PhaseId
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions, new_plan
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.formats.record import base
from socplanner.formats.reimport.provenance import provenance_of
from socplanner.formats.sheets import bounds
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services import exporter
from socplanner.services.exporter import SUFFIXES, content_of, workbook_of, write_export
from socplanner.services.file_problem import FileProblem
from socplanner.wording.language import Words
from tests.support.plans import big_plan

DAY = date(2024, 2, 29)


@pytest.fixture(scope="module")
def plan(catalogue: Catalogue) -> Plan:
    """Return a plan of one phase."""
    return new_plan(catalogue, "works", NewPlanOptions("Works", "hybrid", NOW_NAME))


def test_a_workbook_has_descriptions_of_roles_and_the_day_it_was_made(
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


def test_an_existing_workbook_is_replaced_only_on_request(tmp_path: Path) -> None:
    target = tmp_path / "matrix.xlsx"
    write_export(target, b"first")
    with pytest.raises(FileProblem) as caught:
        write_export(target, b"second")
    assert caught.value.code == "file-exists"
    assert target.read_bytes() == b"first"
    write_export(target, b"second", may_replace=True)
    assert target.read_bytes() == b"second"


def _large(plan: Plan, *, notes: int, length: int) -> Plan:
    roles = [role.id for role in plan.roles()][:notes]
    noise = Random(3)
    current = duties(plan, NOW)
    changed = {
        role: replace(current[role], note="".join(noise.choices(LETTERS, k=length)))
        for role in roles
    }
    return with_duties(plan, NOW, changed)


LETTERS = [chr(code) for code in range(0x4E00, 0x9000)]


def test_the_largest_usual_export_can_be_imported_again(words: Words) -> None:
    plan = big_plan(5000, 50, 1.0)
    content = workbook_of(plan, plan.phases[0].id, words, DAY)
    assert provenance_of(sheets_of(content, "out.xlsx").grids).base is not None


def test_an_export_that_our_reader_would_refuse_is_refused_before(words: Words) -> None:
    plan = big_plan(9000, 50, 1.0)
    with pytest.raises(EditRejected, match="export-too-big"):
        workbook_of(plan, plan.phases[0].id, words, DAY)


def test_exports_that_are_not_read_back_are_far_below_the_bounds_of_the_reader() -> None:
    """A filled cell takes four tags and a row a hundred; a value of the record takes a comma."""
    assert exporter._MANY_CELLS * 1.2 < bounds.MOST_CELLS
    rows = exporter._MANY_CELLS // exporter._CELLS_A_ROW
    assert max(exporter._MANY_CELLS * 4, rows * 110) < bounds.MOST_MARKUP
    assert rows < base._MOST_LISTS
    assert exporter._MANY_VALUES + exporter._MANY_CHARACTERS < base._MOST_VALUES
    assert exporter._MANY_CHARACTERS * 12 + exporter._MANY_VALUES * 10 < base._MOST_BYTES
    assert exporter._MANY_CHARACTERS * 4 < bounds.MOST_CHARACTERS


def test_an_export_with_too_much_text_to_be_imported_is_refused(
    words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = _large(big_plan(200, 3, 0.2), notes=150, length=4000)
    assert workbook_of(plan, NOW, words, DAY)
    monkeypatch.setattr(base, "_MOST_BYTES", 100_000)
    with pytest.raises(EditRejected, match="export-too-big"):
        workbook_of(plan, NOW, words, DAY)
