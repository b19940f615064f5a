"""Workbooks put together part by part, in the image of what programs write or enemies make."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Parts = dict[str, str | bytes]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return the zip of `parts`."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def worksheet(rows: str, *, after: str = "", before: str = "") -> str:
    """Return the XML of a sheet with `rows` and what stands before and after them."""
    return (
        f'{XML_HEADER}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def parts_of(
    *sheets: str, strings: str | None = None, styles: str | None = None, book: str = ""
) -> Parts:
    """Return the parts of a workbook with `sheets`, named S1, S2…; `book` follows its sheets."""
    numbers = range(1, len(sheets) + 1)
    entries = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    parts: Parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{XML_HEADER}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{entries}</sheets>{book}</workbook>",
    }
    if strings is not None:
        targets.append(("rIdS", "sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = f'{XML_HEADER}<sst xmlns="{MAIN}">{strings}</sst>'
    if styles is not None:
        targets.append(("rIdF", "styles", "styles.xml"))
        parts["xl/styles.xml"] = f'{XML_HEADER}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    parts["xl/_rels/workbook.xml.rels"] = relations(*targets)
    parts |= {
        f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in zip(numbers, sheets, strict=True)
    }
    return parts


def _content_types(sheets: int) -> str:
    kinds = {f"worksheets/sheet{n}": "worksheet" for n in range(1, sheets + 1)}
    kinds |= {"workbook": "sheet.main", "sharedStrings": "sharedStrings", "styles": "styles"}
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_SPREADSHEET}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    default = f'<Default Extension="rels" ContentType="{rels}"/>'
    return f'{XML_HEADER}<Types xmlns="{_TYPES}">{default}{overrides}</Types>'


def relations(*targets: tuple[str, str, str]) -> str:
    """Return the XML of relations: id, kind, target."""
    each = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for id_, kind, target in targets
    )
    return f'{XML_HEADER}<Relationships xmlns="{RELATIONS}">{each}</Relationships>'


def inline(place: str, text: str) -> str:
    """Return the XML of a cell that holds its text itself."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
