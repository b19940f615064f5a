"""A tender pack on pages has every text of its tables, however long, in both languages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPalette

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.picture_choices import PDF
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.domain.tender.pack import pack_of
from socplanner.domain.tender.vendor_view import vendor_view
from socplanner.domain.tender_edits import SetServiceTerms
from socplanner.services.catalogues import descriptions
from socplanner.services.i18n import words_for
from socplanner.ui.pictures.picture_files import picture_content
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.ui.pictures.wrapped_table import WrappedTable, lines_in_width
from socplanner.wording.tender_words import TextColumn, TextTable, pack_tables
from tests.support.pdf_text import plain, text_of_pdf
from tests.support.plans import sample

PLAN = sample("manufacturer")
NOW, MSS = PLAN.phases[0].id, next(each.id for each in PLAN.parties if each.is_provider)


def drawn(plan: Plan, language: Language, paper: Paper = Paper.A3) -> bytes:
    """Return the pack as PDF."""
    view = vendor_view(plan, NOW, MSS)
    options = PictureOptions(PictureSubject.TENDER, NOW, paper, view.marking.tlp, party=MSS)
    return picture_content(view, options, words_for(language), date(2026, 12, 1), PDF)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("qapp")
def test_every_text_of_the_tables_is_on_the_pages(
    language: Language, paper: Paper, tmp_path: Path
) -> None:
    text = plain(text_of_pdf(drawn(PLAN, language, paper), tmp_path))
    about = descriptions(PLAN.catalogue.edition).roles
    for table in pack_tables(pack_of(PLAN, NOW, MSS), about, words_for(language)):
        assert plain(table.name) in text
        for row in table.rows:
            assert plain(row[0]) in text
    assert plain("ミナト監視サービス" if language == "ja" else "Minato Monitoring") in text


@pytest.mark.usefixtures("qapp")
def test_a_text_that_is_longer_than_a_page_goes_on_on_the_next(tmp_path: Path) -> None:
    terms = PLAN.tenders[MSS].terms
    role = next(iter(terms))
    long = " ".join(f"w{number:04}" for number in range(650))
    plan = SetServiceTerms(((MSS, role, terms[role]._replace(deliverable=long)),)).apply(PLAN)
    text = text_of_pdf(drawn(plan, "en"), tmp_path)
    assert [number for number in range(650) if f"w{number:04}" not in text] == []


@pytest.mark.usefixtures("qapp")
def test_lines_have_every_character_in_their_order() -> None:
    text = "A text of some words, 日本語も混ざる長い文章です。\n\nLast"
    lines = lines_in_width(text, print_font(9), 60)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert "" in lines
    assert lines_in_width("", print_font(9), 60) == ()


@pytest.mark.usefixtures("qapp")
def test_an_empty_table_is_one_page() -> None:
    table = TextTable("Name", "About", (TextColumn("Heading", 10),), ())
    assert WrappedTable(table, 500, 300, 9, QPalette()).count == 1


@pytest.mark.usefixtures("qapp")
def test_rows_fill_pages_and_none_is_lost() -> None:
    rows = tuple((f"row {number}",) for number in range(200))
    table = TextTable("Name", "About", (TextColumn("Heading", 10),), rows)
    pages = WrappedTable(table, 500, 300, 9, QPalette())
    assert 5 < pages.count < 30
    assert QSizeF(500, 300).isValid()


def test_a_pack_needs_its_provider(qapp: object) -> None:
    options = replace(PictureOptions(PictureSubject.TENDER, NOW), party=None)
    with pytest.raises(KeyError):
        picture_content(PLAN, options, words_for("en"), date(2026, 12, 1), PDF)
