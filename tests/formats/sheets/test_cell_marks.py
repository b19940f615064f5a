"""Struck-through text, comments, errors and formulas without a value are seen by the reader."""

import io

import pytest
import xlsxwriter

from socplanner.formats.format_error import FormatError
from socplanner.formats.sheets import bounds
from socplanner.formats.sheets.grid import Comment, Grid, Place
from socplanner.formats.sheets.reading import sheets_of
from tests.support.raw_workbook import (
    MAIN,
    XML_HEADER,
    inline,
    parts_of,
    relations,
    worksheet,
    zipped,
)

THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
STRIKE = '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>'
STYLES = STRIKE + "<cellXfs>" + "".join(f'<xf fontId="{n}"/>' for n in range(3)) + "</cellXfs>"
STRUCK_RUN = "<r><rPr><strike/></rPr><t>R</t></r>"
PLAIN_RUN = "<r><rPr><b/></rPr><t>A/</t></r>"


def _grid(rows: str, **more: str) -> Grid:
    return sheets_of(zipped(parts_of(worksheet(rows), **more)), "a.xlsx").grids[0]


def _struck(cell: str, strings: str | None = None) -> dict[Place, str]:
    rows = f'<row r="1">{cell}</row>'
    return dict(_grid(rows, styles=STYLES, **({"strings": strings} if strings else {})).struck)


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ('<c r="A1" s="0" t="str"><v>R</v></c>', None),
        ('<c r="A1" s="1" t="str"><v>R</v></c>', ""),
        ('<c r="A1" s="2" t="str"><v>R</v></c>', None),
        (f'<c r="A1" t="inlineStr"><is>{PLAIN_RUN}{STRUCK_RUN}</is></c>', "A/"),
        (f'<c r="A1" t="inlineStr"><is>{STRUCK_RUN}</is></c>', ""),
        ('<c r="A1" s="1" t="inlineStr"><is><r><t>A</t></r></is></c>', ""),
        (f'<c r="A1" s="1" t="inlineStr"><is>{PLAIN_RUN}<r><t>R</t></r></is></c>', "A/"),
        (f'<c r="A1" t="inlineStr"><is>{PLAIN_RUN}</is></c>', None),
    ],
)
def test_struck_out_text_is_reported_with_the_remaining_text(cell: str, left: str | None) -> None:
    assert _struck(cell) == ({} if left is None else {Place(1, 1): left})


def test_shared_strings_are_struck_run_by_run() -> None:
    strings = f"<si><t>A</t></si><si>{PLAIN_RUN}{STRUCK_RUN}</si>"
    cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    assert _struck(cells, strings) == {Place(1, 2): "A/"}


def test_formulas_without_a_value_and_errors_are_unread() -> None:
    cells = (
        '<c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>B2</f><v></v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><f>D2</f><v>R</v></c>'
    )
    assert dict(_grid(f'<row r="1">{cells}</row>').unread) == {
        Place(1, 1): "formula-without-value",
        Place(1, 2): "formula-without-value",
        Place(1, 3): "error-value",
    }


def test_notes_are_read_with_their_authors() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write("B2", "R")
        sheet.write_comment("B2", "only until\nMarch", {"author": "佐藤"})
        sheet.write_comment("D4", "who?")
    grid = sheets_of(target.getvalue(), "a.xlsx").grids[0]
    assert grid.comments == (
        Comment(Place(2, 2), "佐藤", "only until\nMarch"),
        Comment(Place(4, 4), "", "who?"),
    )


def _threaded(text: str = "agreed?", *, people: bool = True) -> bytes:
    parts = parts_of(worksheet(f'<row r="1">{inline("A1", "R")}</row>'))
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(
        ("rId1", "comments", "../comments1.xml"),
        ("rId2", "threadedComment", "../threadedComments/threadedComment1.xml"),
    )
    parts["xl/comments1.xml"] = (
        f'{XML_HEADER}<comments xmlns="{MAIN}">'
        "<authors><author>tc={X}</author></authors><commentList>"
        '<comment ref="A1" authorId="0"><text><t>[Threaded comment] …</t></text></comment>'
        "</commentList></comments>"
    )
    parts["xl/threadedComments/threadedComment1.xml"] = (
        f'{XML_HEADER}<ThreadedComments xmlns="{THREADS}">'
        '<threadedComment ref="A1" personId="{P}" '
        f'id="{{X}}"><text>{text}</text></threadedComment></ThreadedComments>'
    )
    if people:
        book = str(parts["xl/_rels/workbook.xml.rels"])
        person = relations(("rIdP", "person", "persons/person.xml"))
        entry = person[person.index("<Relationship ") : person.index("</Relationships>")]
        end = "</Relationships>"
        parts["xl/_rels/workbook.xml.rels"] = book.replace(end, entry + end)
        parts["xl/persons/person.xml"] = (
            f'{XML_HEADER}<personList xmlns="{THREADS}">'
            '<person displayName="田中" id="{P}"/></personList>'
        )
    return zipped(parts)


def test_a_thread_replaces_the_note_that_stands_for_it() -> None:
    (grid,) = sheets_of(_threaded(), "a.xlsx").grids
    assert grid.comments == (Comment(Place(1, 1), "田中", "agreed?"),)
    (nameless,) = sheets_of(_threaded(people=False), "a.xlsx").grids
    assert nameless.comments == (Comment(Place(1, 1), "", "agreed?"),)


def test_broken_comments_are_noted_and_cost_nothing_else() -> None:
    sheets = sheets_of(_threaded("<unclosed>"), "a.xlsx")
    assert [each.code for each in sheets.notes] == ["workbook-comments-unread"]
    assert sheets.grids[0].texts == {Place(1, 1): "R"}


def test_comments_count_as_all_text_does() -> None:
    sheets = sheets_of(_threaded("x" * (bounds.MOST_CHARACTERS + 1)), "a.xlsx")
    assert [each.code for each in sheets.notes] == ["workbook-comments-unread"]
    with pytest.raises(FormatError):
        bounds.Allowance(characters=1).count_text("xx")
