"""Workbooks come out as grids, whoever wrote them."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH

from socplanner.formats.format_error import FormatError
from socplanner.formats.sheets.grid import Block, Grid, Place
from socplanner.formats.sheets.reading import sheets_of
from tests.support.raw_workbook import (
    MAIN,
    OFFICE,
    Parts,
    inline,
    parts_of,
    relations,
    worksheet,
    zipped,
)

TEXTS = st.text(
    alphabet=st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
    max_size=12,
) | st.sampled_from(["R", "A/R", "_x0041_", " R ", "=1+1", "'", "責任", "a\nb", "_x005F_", "&lt;"])
CELLS = st.dictionaries(
    st.tuples(st.integers(1, 40), st.integers(1, 30)).map(lambda at: Place(*at)),
    TEXTS,
    max_size=30,
)


def written_by_xlsxwriter(cells: dict[Place, str]) -> bytes:
    """Return a workbook of `cells` by the library that also writes our exports."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("One")
        for place, text in cells.items():
            sheet.write_string(place.row - 1, place.column - 1, text)
    return target.getvalue()


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of `book`."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def written_by_openpyxl(cells: dict[Place, str]) -> bytes:
    """Return a workbook of `cells` by openpyxl."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for place, text in cells.items():
        cell = sheet.cell(place.row, place.column)
        cell.value = text
        cell.data_type = "s"
    return saved(book)


def grid_of(parts: Parts | bytes) -> Grid:
    """Return the first grid of the workbook with `parts`."""
    return sheets_of(parts if isinstance(parts, bytes) else zipped(parts), "x.xlsx").grids[0]


def texts_of(rows: str, **more: str) -> dict[str, str]:
    """Return what the cells of a sheet with `rows` say, by references such as B2."""
    texts = grid_of(parts_of(worksheet(rows), **more)).texts
    return {f"{chr(64 + place.column)}{place.row}": text for place, text in texts.items()}


def codes_of(content: bytes) -> list[str]:
    """Return the codes of what was noted."""
    return [each.code for each in sheets_of(content, "x.xlsx").notes]


@given(CELLS)
def test_what_xlsxwriter_writes_is_read_back(cells: dict[Place, str]) -> None:
    assert dict(grid_of(written_by_xlsxwriter(cells)).texts) == cells


@given(CELLS)
def test_what_openpyxl_writes_is_read_back(cells: dict[Place, str]) -> None:
    cells = {place: text for place, text in cells.items() if "_x" not in text}  # it escapes none
    assert dict(grid_of(written_by_openpyxl(cells)).texts) == cells


def test_shared_strings_are_joined_from_runs_without_readings() -> None:
    strings = (
        "<si><t>R</t></si>"
        "<si><r><rPr><b/></rPr><t>責任</t></r><r><t xml:space='preserve'> 者</t></r></si>"
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
        "<si/>"
    )
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c></row>' for n in range(1, 5))
    assert texts_of(rows, strings=strings) == {"A1": "R", "A2": "責任 者", "A3": "東京"}


def test_every_type_of_cell_shows_what_it_means() -> None:
    rows = (
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>'
        '<c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="str"><f>UPPER("r")</f><v>R</v></c>'
        '<c r="E1" t="d"><v>2024-03-01T00:00:00</v></c><c r="F1"><v>3</v></c>'
        '<c r="G1"><v>0.30000000000000004</v></c><c r="H1" t="n"><v>-7.0</v></c>'
        '<c r="I1" t="inlineStr"><is><r><t>A</t></r><r><t>/R</t></r><rPh><t>x</t></rPh></is></c>'
        '<c r="J1"><v>1E+3</v></c><c r="K1" t="d"><v>2024-03-01T08:30:00Z</v></c></row>'
    )
    shown = "TRUE|FALSE|#N/A|R|2024-03-01|3|0.3|-7|A/R|1000|2024-03-01 08:30"
    assert "|".join(texts_of(rows).values()) == shown


def test_formulas_are_read_as_their_values_shared_ones_too() -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">1+1</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>3</v></c></row>'
        '<row r="3"><c r="A3" t="str"><f>""</f><v></v></c></row>'
    )
    assert texts_of(rows) == {"A1": "2", "A2": "3"}


def test_formulas_without_values_are_counted_in_a_note() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["=1+1", "R", "=2"])
    notes = sheets_of(saved(book), "x.xlsx").notes
    assert [(each.code, each.values["number"]) for each in notes] == [
        ("workbook-formulas-without-values", 2)
    ]


def test_dates_are_written_as_iso_in_either_calendar() -> None:
    for base in (False, True):
        book = openpyxl.Workbook()
        book.epoch = MAC_EPOCH if base else book.epoch
        book.worksheets[0].append(
            [date(2024, 2, 29), datetime(2024, 2, 29, 8, 30), time(8, 30), 45351]  # noqa: DTZ001
        )
        book.worksheets[0]["A2"] = date(2024, 2, 29)
        book.worksheets[0]["A2"].number_format = '[$-411]ggge"年"m"月"d"日";@'
        texts = grid_of(saved(book)).texts
        assert texts[Place(1, 1)] == texts[Place(2, 1)] == "2024-02-29"
        assert texts[Place(1, 2)] == "2024-02-29 08:30"
        assert base or texts[Place(1, 3)] == "08:30"
        assert texts[Place(1, 4)] == "45351"


def test_rows_and_cells_without_references_follow_each_other() -> None:
    rows = "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"
    assert texts_of(rows) == {"A1": "1", "C1": "2", "A3": "3"}


def test_names_with_a_prefix_are_names_all_the_same() -> None:
    parts = parts_of("")
    parts["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2"><x:c r="B2" s="1"/>'
        '<x:c r="C2" t="str"><x:v>R</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert dict(grid_of(parts).texts) == {Place(2, 3): "R"}


def test_strict_open_xml_is_read_like_the_usual() -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="d"><v>2024-01-02</v></c></row>'
    )
    parts = parts_of(worksheet(rows), strings="<si><t>R</t></si>", styles="<cellXfs/>")
    strict = {
        name: str(text)
        .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, text in parts.items()
    }
    assert dict(grid_of(dict(strict)).texts) == {Place(1, 1): "R", Place(1, 2): "2024-01-02"}


def test_merged_blocks_have_a_value_in_their_corner_alone() -> None:
    rows = "".join(
        f'<row r="{n}">{inline(f"A{n}", f"a{n}")}{inline(f"B{n}", f"b{n}")}</row>'
        for n in (1, 2, 3)
    )
    after = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    grid = grid_of(parts_of(worksheet(rows, after=after)))
    assert grid.merged == (Block(1, 1, 2, 2),)
    assert set(grid.texts.values()) == {"a1", "a3", "b3"}


def test_hidden_rows_and_columns_are_reported_where_they_have_values() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["a", "b", "c"])
    sheet.append(["d"])
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["B"].hidden = sheet.column_dimensions["Z"].hidden = True
    book.create_sheet("H").sheet_state = "hidden"
    book.create_sheet("V").sheet_state = "veryHidden"
    grids = sheets_of(saved(book), "x.xlsx").grids
    assert grids[0].hidden_rows == grids[0].hidden_columns == frozenset({2})
    assert [grid.visibility for grid in grids] == ["visible", "hidden", "very-hidden"]


def test_escaped_characters_are_meant_and_controls_left_out() -> None:
    rows = f'<row r="1">{inline("A1", "a_x000D__x000A_b")}{inline("B1", "_x0007_R_x005F_x_xD800_")}'
    assert texts_of(rows + "</row>") == {"A1": "a\nb", "B1": "R_x"}


def test_macros_links_and_charts_are_noted_and_left_alone() -> None:
    parts = parts_of(worksheet(""), worksheet(""))
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "chartsheet", "chartsheets/sheet1.xml"),
        ("rId3", "vbaProject", "vbaProject.bin"),
        ("rId4", "externalLink", "externalLinks/externalLink1.xml"),
    )
    expected = ["workbook-macros", "workbook-links", "workbook-sheet-skipped"]
    assert codes_of(zipped(parts)) == expected


def test_broken_styles_cost_dates_alone() -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>45351</v></c></row>'
    content = zipped(parts_of(worksheet(rows), styles="<cellXfs><xf numFmtId='14'></cellXfs>"))
    assert codes_of(content) == ["workbook-styles-unread"]
    assert grid_of(content).text(1, 1) == "45351"


def test_number_formats_of_conditions_are_not_those_of_cells() -> None:
    rows = '<row r="1"><c r="A1"><v>45351</v></c></row>'
    condition = "<dxfs><dxf><numFmt numFmtId='14' formatCode='0.00%'/></dxf></dxfs>"
    styles = f"<cellXfs><xf numFmtId='14'/></cellXfs>{condition}"
    assert texts_of(rows, styles=styles) == {"A1": "2024-02-29"}


def test_a_cell_with_an_inline_text_and_a_value_is_read_as_its_text() -> None:
    cell = '<c r="A1" t="inlineStr"><v>1.</v><is><t>01.</t></is></c>'
    assert texts_of(f'<row r="1">{cell}</row>') == {"A1": "01."}


def test_a_sheet_without_a_part_is_noted() -> None:
    parts = parts_of(worksheet(""), book='<sheets><sheet name="Macro" sheetId="9"/></sheets>')
    notes = sheets_of(zipped(parts), "x.xlsm").notes
    assert [(each.code, each.values["sheet"]) for each in notes] == [
        ("workbook-sheet-skipped", "Macro")
    ]


def test_drawings_tables_and_comments_are_never_looked_at() -> None:
    parts = parts_of(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    parts["xl/drawings/drawing1.xml"] = parts["xl/comments1.xml"] = "<broken"
    assert grid_of(parts).text(1, 1) == "1"


@pytest.mark.parametrize(
    ("book", "sheet"),
    [
        ("xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
        ("/xl/workbook.xml", "../xl/Worksheets/s.xml"),
    ],
)
def test_parts_are_found_by_whole_and_by_crooked_names(book: str, sheet: str) -> None:
    parts = parts_of(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    written = parts.pop("xl/worksheets/sheet1.xml")
    parts[sheet.replace("../", "")] = written
    parts["_rels/.rels"] = relations(("rId1", "officeDocument", book))
    parts["xl/_rels/workbook.xml.rels"] = relations(("rId1", "worksheet", sheet))
    assert grid_of(parts).text(1, 1) == "1"


def test_names_that_climb_out_of_the_package_stay_inside() -> None:
    parts = parts_of(worksheet(""))
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "../../../../../../etc/passwd")
    )
    with pytest.raises(FormatError) as caught:
        grid_of(parts)
    assert caught.value.problem.code == "workbook-part-missing"


def test_utf_16_is_read_as_well() -> None:
    parts = parts_of(worksheet('<row r="1"><c r="A1" t="str"><v>責</v></c></row>'))
    text = str(parts["xl/worksheets/sheet1.xml"]).replace("UTF-8", "UTF-16")
    parts["xl/worksheets/sheet1.xml"] = text.encode("utf-16")
    assert grid_of(parts).text(1, 1) == "責"


def test_a_dimension_that_lies_is_not_believed() -> None:
    rows = '<row r="2"><c r="B2"><v>1</v></c></row>'
    for lie in ("A1", "A1:XFD1048576"):
        before = f'<dimension ref="{lie}"/>'
        assert grid_of(parts_of(worksheet(rows, before=before))).text(2, 2) == "1"
