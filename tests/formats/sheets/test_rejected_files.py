"""What is no workbook is refused in one sentence with the way on, in both languages."""

import io
import warnings
import zipfile
from collections.abc import Callable
from random import Random

import pytest

from socplanner.domain.local_text import LANGUAGES
from socplanner.formats.format_error import FormatError
from socplanner.formats.sheets import bounds
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from socplanner.wording import errors
from tests.support.raw_workbook import Parts, inline, parts_of, relations, worksheet, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def compound(*streams: str) -> bytes:
    """Return an old compound file whose directory names `streams`."""
    return OLE + b"".join(each.encode("utf-16-le").ljust(128, b"\0") for each in streams)


def book(**changed: str | bytes) -> bytes:
    """Return a sound workbook with some of its parts changed."""
    parts: Parts = parts_of(worksheet(f'<row r="1">{inline("A1", "R")}</row>'))
    for short, content in changed.items():
        name = next(each for each in parts if each.endswith(f"/{short}.xml"))
        parts[name] = content
    return zipped(parts)


def twice(name: str) -> bytes:
    """Return a workbook that holds the part `name` twice."""
    target = io.BytesIO(book())
    with zipfile.ZipFile(target, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package.writestr(name, worksheet(""))
    return target.getvalue()


def other(*names: str) -> bytes:
    """Return a zip of another kind of document, which has the parts `names`."""
    return zipped(dict.fromkeys(names, "x"))


def locked(method: int, flag: int = 0) -> bytes:
    """Return a workbook whose directory tells another method or flag of its parts."""
    content = bytearray(book())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= flag
        content[at + 10] = method
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet>&c;</worksheet>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>'
DAMAGED = "workbook-part-damaged"
CASES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "workbook-empty"),
    "zeros": (bytes(4096), "workbook-empty"),
    "a web page": (b"\xef\xbb\xbf<!DOCTYPE html><table>", "workbook-is-web-page"),
    "a web archive": (b"MIME-Version: 1.0\r\n", "workbook-is-web-page"),
    "a table of a portal": (b"<table border=1><tr>", "workbook-is-web-page"),
    "a pdf": (b"%PDF-1.7", "workbook-other-kind"),
    "json": (b'{"a": 1}', "workbook-other-kind"),
    "xml of 2003": (b'<?xml?><?mso-application progid="Excel.Sheet"?>', "workbook-old-xls"),
    "xml": (b"<?xml version='1.0'?><a/>", "workbook-other-kind"),
    "noise": (Random(1).randbytes(4000), "not-a-workbook"),
    "xls": (compound("Root Entry", "Workbook"), "workbook-old-xls"),
    "xls of 1995": (compound("Root Entry", "Book"), "workbook-old-xls"),
    "a password": (compound("EncryptionInfo", "EncryptedPackage"), "workbook-password"),
    "rights": (compound("EncryptedPackage", "DRMEncryptedTransform"), "workbook-rights"),
    "rights on xls": (compound("Workbook", "\x09DRMContent"), "workbook-rights"),
    "doc": (compound("Root Entry", "WordDocument"), "workbook-other-kind"),
    "ppt": (compound("PowerPoint Document"), "workbook-other-kind"),
    "msi": (compound("Root Entry"), "not-a-workbook"),
    "a cut": (book()[:-30], "workbook-cut-off"),
    "half": (book()[:400], "workbook-cut-off"),
    "xlsb": (other("xl/workbook.bin"), "workbook-xlsb"),
    "ods": (other("mimetype", "content.xml"), "workbook-ods"),
    "docx": (other("word/document.xml"), "workbook-other-kind"),
    "some zip": (other("readme.txt"), "not-a-workbook"),
    "a docx that says so": (
        zipped(
            {
                "word/document.xml": "<a/>",
                "_rels/.rels": relations(("r", "officeDocument", "word/document.xml")),
            }
        ),
        "workbook-other-kind",
    ),
    "laughs": (book(sheet1=BOMB), "workbook-with-entities"),
    "an entity outside": (book(sheet1=OUTSIDE), "workbook-with-entities"),
    "an entity in the workbook": (book(workbook=OUTSIDE), "workbook-with-entities"),
    "an entity nobody declared": (book(sheet1=worksheet("&b;")), DAMAGED),
    "a sheet cut off": (book(sheet1=worksheet("<row>")[:-20]), DAMAGED),
    "a sheet of nothing": (book(sheet1=""), DAMAGED),
    "a sheet of another kind": (book(sheet1="<html/>"), DAMAGED),
    "a workbook of another kind": (book(workbook="<html/>"), DAMAGED),
    "another encoding": (book(sheet1='<?xml version="1.0" encoding="cp932"?><a/>'), DAMAGED),
    "an unheard encoding": (book(sheet1='<?xml version="1.0" encoding="x-no"?><a/>'), DAMAGED),
    "no utf-8": (book(sheet1=b"<a>\xff\xfe</a>"), DAMAGED),
    "row 0": (book(sheet1=worksheet('<row r="0"><c><v>1</v></c></row>')), DAMAGED),
    "row 9,999,999": (book(sheet1=worksheet('<row r="9999999"><c/></row>')), DAMAGED),
    "row x": (book(sheet1=worksheet('<row r="x"><c/></row>')), DAMAGED),
    "column XFE": (book(sheet1=worksheet('<row><c r="XFE1"><v>1</v></c></row>')), DAMAGED),
    "column 2": (book(sheet1=worksheet('<row><c r="2"><v>1</v></c></row>')), DAMAGED),
    "a merge of nothing": (book(sheet1=worksheet("", after='<mergeCell ref="A0"/>')), DAMAGED),
    "no such string": (book(sheet1=worksheet('<row><c t="s"><v>7</v></c></row>')), DAMAGED),
    "a string before": (book(sheet1=worksheet('<row><c t="s"><v>-1</v></c></row>')), DAMAGED),
    "no number of a string": (book(sheet1=worksheet('<row><c t="s"><v>R</v></c></row>')), DAMAGED),
    "a part twice": (twice("xl/worksheets/sheet1.xml"), "workbook-part-doubled"),
    "a part twice but for case": (twice("XL/Worksheets/Sheet1.xml"), "workbook-part-doubled"),
    "no sheet": (
        zipped({k: v for k, v in parts_of(worksheet("")).items() if "sheets/" not in k}),
        "workbook-part-missing",
    ),
    "a method of its own": (locked(12), DAMAGED),
    "a zip password": (locked(8, flag=1), "workbook-password"),
    "too many sheets": (
        zipped(parts_of(worksheet(""), book='<sheets><sheet name="x"/></sheets>' * 500)),
        "workbook-too-many-sheets",
    ),
    "too many parts": (book() + b"PK\x01\x02" * (bounds.MOST_PARTS + 1), "workbook-too-many-parts"),
}  # fmt: skip


def code_of(content: bytes) -> str:
    """Return the code `content` is refused with; its message must exist in both languages."""
    with pytest.raises(FormatError) as caught:
        sheets_of(content, "x.xlsx")
    for language in LANGUAGES:
        assert "{" not in errors.message(caught.value.problem, words_for(language))
    return caught.value.problem.code


def test_the_sound_workbook_is_sound() -> None:
    assert sheets_of(book(), "x.xlsx").grids[0].text(1, 1) == "R"


@pytest.mark.parametrize(("content", "code"), CASES.values(), ids=CASES.keys())
def test_each_is_refused_for_what_it_is(content: bytes, code: str) -> None:
    assert code_of(content) == code


def test_a_file_too_big_is_refused_unread() -> None:
    assert code_of(b"PK" + bytes(bounds.MOST_PACKED)) == "workbook-too-big"


def test_a_directory_of_long_names_is_refused_unread() -> None:
    names = (f"{number}{'n' * 60_000}" for number in range(60))
    content = zipped({**parts_of(worksheet("")), **dict.fromkeys(names, "")})
    assert code_of(content) == "workbook-cut-off"


def test_long_attributes_are_counted_as_text() -> None:
    long = "n" * 900_000
    names = "".join(f'<sheet name="x" r:id="{number}{long}"/>' for number in range(9))
    content = zipped(parts_of(worksheet(""), book=f"<sheets>{names}</sheets>"))
    # libexpat 2.5, as Debian 12 has it, is longer over one such tag than is waited for
    assert code_of(content) in {"workbook-too-much-text", "workbook-part-damaged"}


def test_a_long_text_shared_by_many_cells_is_counted_in_each() -> None:
    cell = '<c t="s"><v>0</v></c>'
    rows = f"<row>{cell * 1000}</row>"
    content = zipped(parts_of(worksheet(rows), strings=f"<si><t>{'n' * 32_767}</t></si>"))
    assert code_of(content) == "workbook-too-much-text"


def _flipped(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.randint(1, 8)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(content: bytes, random: Random) -> bytes:
    begin, end = sorted(random.sample(range(len(content)), 2))
    return content[:begin] + content[end:] if random.random() < 0.5 else content[:end]


def _flipped_inside(content: bytes, random: Random) -> bytes:
    """Return `content` with one of its parts disturbed, in a zip that is sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts: Parts = {each: package.read(each) for each in package.namelist()}
    name = random.choice(list(parts))
    old = parts[name]
    assert isinstance(old, bytes)
    parts[name] = random.choice((_flipped, _cut))(old, random)
    return zipped(parts)


@pytest.mark.parametrize("disturb", [_flipped, _cut, _flipped_inside])
def test_a_disturbed_workbook_is_read_or_refused_and_nothing_else(
    disturb: Callable[[bytes, Random], bytes],
) -> None:
    styles = "<numFmts><numFmt numFmtId='164' formatCode='yyyy'/></numFmts><cellXfs><xf/></cellXfs>"
    rows = (
        f'<row r="1" hidden="1">{inline("A1", "R")}<c r="B1" s="0"><f>1</f><v>4.5</v></c></row>'
        '<row><c t="s"><v>0</v></c><c t="d"><v>2024-01-01</v></c><c t="b"><v>1</v></c></row>'
    )
    after = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    names = (
        '<definedNames><definedName name="n" localSheetId="0">S1!$A$1</definedName></definedNames>'
    )
    sheet = worksheet(rows, before='<cols><col min="1" max="3" hidden="1"/></cols>', after=after)
    strings = "<si><t>責</t><rPh sb='0' eb='1'><t>x</t></rPh></si>"
    content = zipped(parts_of(sheet, strings=strings, styles=styles, book=names))
    random = Random(7)
    for _ in range(400):
        try:
            sheets_of(disturb(content, random), "x.xlsx")
        except FormatError as error:
            errors.message(error.problem, words_for("en"))
