"""Workbooks made to cost as much as possible, written piece by piece so that making them is cheap.

Run as a program it reads one file within limits and prints what came of it and what it cost;
with `understand` as a second word it looks for a matrix in it too, with `ties` for its plan.
"""

import json
import sys
import time
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import islice, product, repeat
from pathlib import Path
from string import ascii_uppercase

from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.formats.external.understanding import understand
from socplanner.formats.format_error import FormatError
from socplanner.formats.record.base import CHUNK
from socplanner.formats.record.keys import BASE_KEY
from socplanner.formats.reimport.provenance import ties_of
from socplanner.formats.sheets.reading import sheets_of
from tests.support.raw_workbook import MAIN, parts_of, worksheet

MEGABYTE = 1024 * 1024
MOST_SECONDS = 10
MOST_MEMORY = 200 * MEGABYTE
_FAR = 1_048_577
_CHUNK = 4096


def _columns() -> Iterator[str]:
    """Yield A, B … up to XFD."""
    every = ("".join(each) for size in (1, 2, 3) for each in product(ascii_uppercase, repeat=size))
    return islice(every, 16_384)


def full(rows: int) -> Iterator[str]:
    """Yield rows of a thousand cells that all hold one number."""
    return repeat(f"<row>{'<c><v>0.123</v></c>' * 1000}</row>", rows)


def different(rows: int) -> Iterator[str]:
    """Yield rows of a hundred cells that each hold a text of their own."""
    for row in range(rows):
        cells = (f'<c t="str"><v>{row}y{column}</v></c>' for column in range(100))
        yield f"<row>{''.join(cells)}</row>"


def sheets() -> dict[str, Iterable[str]]:
    """Return by name what each hostile sheet holds between its rows' tags."""
    every = list(_columns())
    return {
        "a million empty rows": (f'<row r="{n}" ht="15" hidden="1"/>' for n in range(1, _FAR)),
        "a million styled cells": (
            f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(1, _FAR)
        ),
        "a million cells quoted singly": (
            f"<row r='{n}' ht='15'><c r='A{n}' s='1'/></row>" for n in range(1, _FAR)
        ),
        "hundreds of attributes": repeat(
            "".join(["<a", *(f' b{number}=""' for number in range(200)), "/>"]), 100_000
        ),
        "every column styled": (
            "".join(["<row>", *(f'<c r="{each}{n}" s="1"/>' for each in every), "</row>"])
            for n in range(1, 60)
        ),
        "empty cells that name no place": repeat("<row><c/><c/></row>" * _CHUNK, 250),
        "tags of no meaning": repeat("<a/>" * _CHUNK, 1000),
        "tags without end": repeat("<a>" * _CHUNK, 700),
        "a name for each tag": (f"<a{n}/>" for n in range(100_000)),
        "a name for each attribute": (f'<a b{n}=""/>' for n in range(100_000)),
        "a namespace for each tag": (f'<a xmlns:b{n}="c"/>' for n in range(100_000)),
        "one long attribute": ('<row r="', *repeat("1" * MEGABYTE, 60), '"/>'),
        "one long comment": ("<!--", *repeat("x" * MEGABYTE, 60), "-->"),
        "one long text": ('<row><c t="str"><v>', *repeat("x" * MEGABYTE, 60), "</v></c></row>"),
        "line ends in a formula": ("<row><c><f>", *repeat("\n" * MEGABYTE, 60), "</f></c></row>"),
        "blanks without end": repeat(" " * MEGABYTE, 200),
        "a number in each cell": full(451),
    }


def strings() -> Iterator[str]:
    """Yield as many shared strings as full sheets leave room for, of the widest characters."""
    return (f"<si><t>{number}𝄞責責責責責責責責責責</t></si>" for number in range(199_900))


def _texts(*texts: str) -> str:
    """Return a row of `texts`."""
    cells = (f'<c t="str"><v>{each}</v></c>' for each in texts)
    return f"<row>{''.join(cells)}</row>"


def matrix(tasks: int, parties: int) -> Iterator[str]:
    """Yield a plain matrix with a letter in each cell."""
    yield _texts("Task", *(f"Team {number}" for number in range(parties)))
    letters = ["RACI"[number % 4] for number in range(parties)]
    for task in range(tasks):
        yield _texts(f"Do the thing {task} of the plan", *letters)


def matrices() -> dict[str, Iterable[str]]:
    """Return by name rows in which something like a matrix is found, or nearly."""
    return {
        "a hundred thousand tasks": matrix(100_000, 2),
        "as many columns as are looked through": matrix(17, 16_000),
        "a plan of 5,000 by 50": matrix(5_000, 50),
        "a header every three rows": (
            _texts(f"Do {n}", "x", "", "x", "x") if n % 3 else _texts("Task", "R", "A", "C", "I")
            for n in range(30_000)
        ),
        "a new name in each cell": (
            _texts(f"Do {n}", f"An {n}", f"Bo {n}", f"Cy {n}") if n else _texts("Task", *"RAC")
            for n in range(30_000)
        ),
        "a template of any length": (
            _texts(f"Do {n}") if n else _texts("Task", "Team one", "Team two")
            for n in range(30_000)
        ),
    }


def records() -> dict[str, bytes]:
    """Return by name what may be packed where a workbook says what it was sent out with."""
    return {
        "lists": b"[[],[%s[]]]" % (b"[]," * 10_000_000),
        "values": b"[[],[%s3]]" % (b"1.5," * 7_000_000),
        "a wide text": b'[["\\ud83d\\ude00%s"],[]]' % (b"x" * 30_000_000),
    }


def record(said: bytes) -> Iterator[str]:
    """Yield the rows of the sheet that nobody sees, with `said` as what was sent out."""
    packed = b64encode(zlib.compress(said)).decode()
    yield _texts(BASE_KEY, "1")
    yield _texts("plan", "p")
    for begin in range(0, len(packed), CHUNK):
        yield _texts("base", packed[begin : begin + CHUNK])
    yield _texts("base", f"sha256:{sha256(packed.encode()).hexdigest()}")


def covered() -> str:
    """Return what makes twenty thousand merged blocks lie over each other."""
    blocks = '<mergeCell ref="A1:XFD1048576"/>' * 20_000
    return f"<mergeCells>{blocks}</mergeCells>"


def written(
    target: Path,
    rows: Iterable[str],
    *,
    after: str = "",
    shares: bool = False,
    encoding: str = "utf-8",
) -> None:
    """Write a workbook of `rows` to `target`; `shares` adds as many shared strings as may be."""
    parts = parts_of(worksheet(""), strings="")
    head, tail = worksheet("", after=after).split("</sheetData>")
    parts.pop("xl/worksheets/sheet1.xml")
    parts.pop("xl/sharedStrings.xml")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        with package.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'<sst xmlns="{MAIN}">'.encode())
            part.write("".join(strings() if shares else ()).encode() + b"</sst>")
        with package.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(head.replace("UTF-8", encoding.upper()).encode(encoding))
            for piece in rows:
                part.write(piece.encode(encoding))
            part.write(f"</sheetData>{tail}".encode(encoding))


def main(file: Path, more: Collection[str]) -> None:
    """Read `file` and print its refusal or cells, with seconds and bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (2 * MOST_SECONDS, 2 * MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (2 * MOST_MEMORY, 2 * MOST_MEMORY))
    begun = time.process_time()
    said: object
    try:
        sheets = sheets_of(file.read_bytes(), file.name)
        said = [len(grid.texts) for grid in sheets.grids]
        if "ties" in more:
            said = "damaged" if ties_of(sheets.grids).is_damaged else "whole"
        if "understand" in more:
            found = understand(sheets.grids, tuple(LETTER_SETS.values()))
            codes = sorted({each.code for each in found.unclear})
            said = [len(found.tasks), len(found.parties), *codes]
    except FormatError as error:
        said = error.problem.code
    seconds = time.process_time() - begun
    status = Path("/proc/self/status").read_text("ascii")
    peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    sys.stdout.write(json.dumps({"said": said, "seconds": seconds, "bytes": int(peak) * 1024}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
