"""Kinds of files that are no workbooks, so that the error can state what to do instead."""

from contextlib import suppress

from socplanner.formats.format_error import FormatError, refused
from socplanner.formats.sheets.delimited_text import text_in
from socplanner.formats.sheets.package import Package, plain_name

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK"
_BEGINNING = 4096
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
    """Return the error for `content` that is no workbook, or None if it may be a zip file."""
    if not content.strip(b"\0 \t\r\n"):
        return refused("workbook-empty")
    if content.startswith(OLE):
        return _refusal_of_ole(content)
    if content.startswith(ZIP):
        return None
    return _refusal_of_text(content[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip().lower())


def is_unsafe_part(part: str) -> bool:
    """Return whether `part` is the main part of another kind of document."""
    name = plain_name(part)
    return name.endswith(".bin") or name in dict(_PACKAGE_KINDS)


def package_refusal(package: Package) -> FormatError:
    """Return the error for a zip file without a workbook that can be read."""
    if "xl/workbook.bin" in package:
        return refused("workbook-xlsb")
    if "content.xml" in package or "mimetype" in package:
        return refused("workbook-ods")
    for part, kind in _PACKAGE_KINDS:
        if part in package:
            return refused("workbook-other-kind", kind=kind)
    return refused("not-a-workbook")


def _refusal_of_ole(content: bytes) -> FormatError:
    """Return the error for an old compound file, by the names in its directory."""
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


def _refusal_of_text(beginning: bytes) -> FormatError:
    """Return the error for a file by its first bytes, which are in lower case."""
    if beginning.startswith((b"<!doctype html", b"<html", b"<table", b"mime-version:")):
        return refused("workbook-is-web-page")
    if (
        b'progid="excel.sheet"' in beginning
        or b"urn:schemas-microsoft-com:office:spreadsheet" in beginning
    ):
        return refused("workbook-old-xls")
    for begin, kind in _KINDS:
        if beginning.startswith(begin.lower()):
            return refused("workbook-other-kind", kind=kind)
    if b"," in beginning or b"\t" in beginning or b";" in beginning:
        with suppress(FormatError):
            text_in(beginning[: beginning.rfind(b"\n") + 1] or beginning)
            return refused("workbook-is-text")
    return refused("not-a-workbook")


def _names(content: bytes, *names: bytes) -> bool:
    return any(name.decode("ascii").encode("utf-16-le") in content for name in names)
