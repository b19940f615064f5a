"""What a file is that is no workbook, so that its refusal can say what to do about it."""

from contextlib import suppress

from socplanner.formats.format_error import FormatError, refused
from socplanner.formats.sheets.delimited_text import text_in
from socplanner.formats.sheets.package import Package, plain_name

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK"
_HEAD = 4096
_KINDS = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"<?xml", "XML"),
    (b"{", "JSON"),
    (b"[", "JSON"),
)
_PACKAGE_KINDS = (
    ("word/document.xml", "Word (.docx)"),
    ("ppt/presentation.xml", "PowerPoint (.pptx)"),
    ("visio/document.xml", "Visio (.vsdx)"),
    ("index/document.iwa", "Numbers"),
)


def refusal_of(content: bytes) -> FormatError | None:
    """Return why `content` cannot be read as a workbook, or None if it may be a zip."""
    if not content.strip(b"\0 \t\r\n"):
        return refused("workbook-empty")
    if content.startswith(OLE):
        return _refusal_of_ole(content)
    if content.startswith(ZIP):
        return None
    return _refusal_of_text(content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower())


def is_foreign(part: str) -> bool:
    """Tell whether `part` is the middle of another kind of document."""
    name = plain_name(part)
    return name.endswith(".bin") or name in dict(_PACKAGE_KINDS)


def package_refusal(package: Package) -> FormatError:
    """Return why a zip without a workbook that we know cannot be read."""
    if "xl/workbook.bin" in package:
        return refused("workbook-xlsb")
    if "content.xml" in package or "mimetype" in package:
        return refused("workbook-ods")
    for part, kind in _PACKAGE_KINDS:
        if part in package:
            return refused("workbook-other-kind", kind=kind)
    return refused("not-a-workbook")


def _refusal_of_ole(content: bytes) -> FormatError:
    """Return what the names in the directory of an old compound file tell."""
    if _names(content, b"DRMEncryptedTransform", b"DRMContent", b"DRMEncryptedDataSpace"):
        return refused("workbook-rights")
    if _names(content, b"EncryptedPackage"):
        return refused("workbook-password")
    if _names(content, b"WordDocument"):
        return refused("workbook-other-kind", kind="Word (.doc)")
    if _names(content, b"PowerPoint Document"):
        return refused("workbook-other-kind", kind="PowerPoint (.ppt)")
    if _names(content, b"Workbook", b"Book"):
        return refused("workbook-old-xls")
    return refused("not-a-workbook")


def _refusal_of_text(head: bytes) -> FormatError:
    """Return what the first bytes tell, which are in lower case."""
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"mime-version:")):
        return refused("workbook-is-web-page")
    if b'progid="excel.sheet"' in head or b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return refused("workbook-old-xls")
    for begin, kind in _KINDS:
        if head.startswith(begin.lower()):
            return refused("workbook-other-kind", kind=kind)
    if b"," in head or b"\t" in head or b";" in head:
        with suppress(FormatError):
            text_in(head[: head.rfind(b"\n") + 1] or head)
            return refused("workbook-is-text")
    return refused("not-a-workbook")


def _names(content: bytes, *names: bytes) -> bool:
    return any(name.decode("ascii").encode("utf-16-le") in content for name in names)
