"""The parts of a workbook's zip file, by name and unpacked within bounds, without using a disk.

The sizes in its directory may be false: zipfile returns no more than they state, and every piece
is counted as it is unpacked. So unpacking a bomb ends at the allowance.
"""

import codecs
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import MEGABYTE, MOST_PARTS, Allowance

ENTRY = b"PK\x01\x02"
_LONGEST_DIRECTORY = 2 * MEGABYTE
_PIECE = 256 * 1024
_DECLARATION = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*>")
_WIDE = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
"""How a part in UTF-16 begins, the other encoding that workbooks may have."""
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
)


class _Bounded(io.BytesIO):
    """The bytes of a zip file, with a bound on one read: zipfile reads the directory at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        rest = self.getbuffer().nbytes - self.tell()
        if min(rest, rest if size is None or size < 0 else size) > _LONGEST_DIRECTORY:
            raise zipfile.BadZipFile
        return super().read(size)


class Package:
    """The parts of one zip file, by name regardless of case, as workbooks refer to them."""

    def __init__(self, content: bytes, allowance: Allowance) -> None:
        """Read the directory of `content`; raise FormatError if it is broken or too long."""
        if content.count(ENTRY) > MOST_PARTS:
            raise refused("workbook-too-many-parts", most=MOST_PARTS)
        try:
            self._zip = zipfile.ZipFile(_Bounded(content))
        except _BROKEN:
            raise refused("workbook-cut-off") from None
        self._allowance = allowance
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self._doubled: set[str] = set()
        for info in self._zip.infolist():
            name = plain_name(info.filename)
            if name in self._parts:
                self._doubled.add(name)
            self._parts[name] = info

    def __contains__(self, part: str) -> bool:
        return plain_name(part) in self._parts

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, as `plain_name` has them."""
        return tuple(self._parts)

    def pieces(self, part: str, sieve: Callable[[bytes], bytes] = bytes) -> Iterator[bytes]:
        """Yield `part` unpacked, in pieces that `sieve` has shortened.

        Raise FormatError if it is missing, doubled, encrypted, damaged or beyond the allowance.
        """
        name = plain_name(part)
        info = self._parts.get(name)
        if info is None:
            raise refused("workbook-part-missing", part=part)
        if name in self._doubled:
            raise refused("workbook-part-doubled", part=part)
        if info.flag_bits & 1:
            raise refused("workbook-password")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise refused("workbook-part-damaged", part=part)
        try:
            for piece in _in_utf_8(self._unpacked(info)):
                kept = sieve(piece)
                self._allowance.count_markup(kept)
                yield kept
        except _BROKEN:
            raise refused("workbook-part-damaged", part=part) from None

    def _unpacked(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        with self._zip.open(info) as unpacked:
            while piece := unpacked.read(_PIECE):
                self._allowance.count_bytes(len(piece))
                yield piece


def _in_utf_8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield `pieces` in UTF-8, whatever they were written in, so that the sieve finds tags."""
    first = next(pieces, b"")
    encoding = _WIDE.get(first[:2])
    if encoding is None:
        yield first
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    yield _DECLARATION.sub(b"", decoder.decode(first).encode())
    for piece in pieces:
        yield decoder.decode(piece).encode()
    yield decoder.decode(b"", final=True).encode()


def plain_name(part: str) -> str:
    """Return the name of `part` for comparing: no leading slash, no `..`, lower case."""
    steps: list[str] = []
    for step in part.replace("\\", "/").split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps).lower()
