"""How the sheets are printed: size, heads and feet, and the marking on every page."""

import html
import io
import re
import zipfile
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.formats.workbook.page import A3, A4, points, print_over_pages
from tests.support.edited_workbook import footer_of, header_of
from tests.support.plans import big_plan, hybrid_plan
from tests.support.small_plan import small_plan
from tests.support.workbooks import messy, written


def test_every_sheet_prints_on_landscape_a3_one_page_wide() -> None:
    """With heads repeated, and organisation, phase and page on each."""
    book = written(hybrid_plan()).formulas
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        assert str(sheet.page_setup.paperSize) == "8"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth in {1, None}
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "サンプル株式会社" in header_of(sheet)
        assert "&P / &N" in footer_of(sheet)
    matrix = book.worksheets[1]
    assert (matrix.print_title_rows, matrix.print_title_cols) == ("$1:$6", "$B:$E")


def test_an_ampersand_in_a_name_is_no_command_of_the_header() -> None:
    """And a long name leaves room for the others."""
    plan = replace(small_plan(), organisation="R&D " + "組織" * 90)
    header = header_of(written(plan).formulas.worksheets[1])
    assert "R&&D" in header
    assert len(header) < 200


@pytest.mark.parametrize("sign", ["&", "x", "組", "R&D "])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_header_or_footer_is_too_long_for_excel(sign: str, language: Language) -> None:
    """It allows 255 characters for all three parts; the label is never what is cut."""
    plan, text = small_plan(), (sign * 200)[:200]
    phase = replace(plan.phases[0], name=LocalText.same(text))
    phases, marking = (phase, *plan.phases[1:]), Marking(Tlp.AMBER_STRICT, text)
    plan = replace(plan, organisation=text, phases=phases, marking=marking)
    with zipfile.ZipFile(io.BytesIO(written(plan, language).content)) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist() if "worksheets" in name)
    result = re.findall("<odd(?:Header|Footer)>(.*?)</odd", html.unescape(sheets.decode()))
    assert len(result) >= 14
    assert max(map(len, result)) <= 255
    assert all(each.endswith("TLP:AMBER+STRICT") for each in result)


@pytest.mark.parametrize("tlp", Tlp)
def test_label_and_classification_are_on_cover_and_every_page(tlp: Tlp) -> None:
    """In the words of the protocol, right of head and foot; the hidden sheets have none."""
    book = written(replace(small_plan(), marking=Marking(tlp, "R&D only")))
    label = f"TLP:{tlp.value.upper()}"
    cover = {cell.value: cell for row in book.formulas.worksheets[0] for cell in row}
    assert cover[label].fill.fgColor.rgb == "FF000000"
    assert "R&D only" in cover
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        names = [name for name in parts.namelist() if "worksheets/sheet" in name]
        sheets = [html.unescape(parts.read(name).decode()) for name in names]
    marked = re.compile(
        rf'&R&"Calibri,Regular"&9 R&&D only  &"Calibri,Bold"&12 {re.escape(label)}</odd(\w+)>'
    )
    result = [marked.findall(sheet) for sheet in sheets]
    assert result.count(["Header", "Footer"]) == len(sheets) - 2


class _Paper:
    """Keeps on how many pages it is to be printed."""

    def __init__(self) -> None:
        self.pages = (0, 0)

    def fit_to_pages(self, wide: int, high: int) -> None:
        """Keep the numbers."""
        self.pages = (wide, high)


_HEIGHT = {A3: 842 - 2 * 54, A4: 595 - 2 * 54}
_WIDTH = {A3: 1190 - 2 * 34, A4: 842 - 2 * 34}


@given(
    st.floats(20, 60_000),
    st.floats(0, 180),
    st.lists(st.floats(4, 60), min_size=1, max_size=60),
    st.sampled_from([A3, A4]),
)
def test_no_page_has_two_rows_only(
    height: float, repeated: float, widths: list[float], paper: int
) -> None:
    """The last of several is at least a quarter full, or was saved by printing smaller."""
    sheet = _Paper()
    print_over_pages(sheet, widths, height, repeated, paper)  # type: ignore[arg-type]
    wide, high = sheet.pages
    assert wide == 1
    assert high >= 1
    scale = min(1.0, _WIDTH[paper] / sum(map(points, widths)))
    full = _HEIGHT[paper] / scale - repeated
    if high > 1:
        assert height > (high - 1 + 0.25) * full - 1
        assert height <= (high + 0.25) * full + 1


def test_headers_are_repeated_on_every_sheet_that_may_be_long() -> None:
    """Matrix, workload, checks, roles, data and history; cover and sources take one page."""
    book = written(messy(big_plan(120, 23), Random(2))).formulas
    rows = {sheet.title: sheet.print_title_rows for sheet in book if sheet.sheet_state == "visible"}
    assert {title for title, repeated in rows.items() if not repeated} == {"Cover", "Sources"}
    for title in ("Matrix", "Checks", "Role list", "Data"):
        assert book[title].page_setup.fitToHeight not in {0, "0"}


def test_excel_shows_values_as_stored_and_no_question_on_closing() -> None:
    with zipfile.ZipFile(io.BytesIO(written(small_plan()).content)) as parts:
        workbook = parts.read("xl/workbook.xml").decode()
    assert re.findall("<calcPr[^>]*>", workbook) == ['<calcPr calcId="191029"/>']
