"""The exported values of a workbook (its base), as text that fits into cells, with a checksum.

The text is compressed: a matrix of any size fits into a few cells, and a program that saves the
workbook finds no number or date in it to convert.
"""

import json
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import cast

from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.matrix import Matrix

BASE_FORMAT = "1"
CHUNK = 30_000
"""Characters in one cell; Excel allows 32,767."""

_MOST_BYTES = 16 * 1024 * 1024
_MOST_LISTS = 100_000
_MOST_VALUES = 1_000_000


class BaseDamaged(Exception):
    """The exported values cannot be read: a piece is missing, altered or too large."""


@dataclass(frozen=True, slots=True)
class BaseRow:
    """The values of one role as exported, `cells` in the order of the parties of the base."""

    sourcing: str
    area: str
    coverage: str
    note: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """A matrix as it was exported."""

    parties: tuple[PartyId, ...] = ()
    rows: Mapping[RoleId, BaseRow] = field(default_factory=lambda: MappingProxyType({}))

    def value(self, address: DutyAddress) -> str | None:
        """Return the exported value of `address`, or None if its role or party was not exported."""
        row = self.rows.get(address.role)
        if row is None:
            return None
        if address.field != "letters":
            return cast("str", getattr(row, address.field))
        if address.party not in self.parties:
            return None
        return row.cells[self.parties.index(address.party)]


def base_chunks(matrix: Matrix) -> list[str]:
    """Return the values of `matrix` in pieces that fit into cells; the last one is a checksum."""
    rows = [
        [
            row.role.id,
            row.duty.sourcing.value,
            row.duty.area.value,
            row.duty.coverage,
            row.duty.note,
            *row.cells,
        ]
        for row in matrix.rows
    ]
    content = json.dumps([[party.id for party in matrix.plan.parties], rows], separators=(",", ":"))
    packed = b64encode(zlib.compress(content.encode(), 6)).decode("ascii")
    pieces = [packed[begin : begin + CHUNK] for begin in range(0, len(packed), CHUNK)]
    return [*pieces, f"sha256:{_checksum(packed)}"]


def base_of(chunks: Sequence[str]) -> Base:
    """Return the base that `base_chunks` wrote; raise BaseDamaged if a piece is missing or altered.

    What is unpacked is bounded, as the pieces come from a file that anyone may have written.
    """
    packed = "".join(chunks[:-1])
    if not chunks or chunks[-1] != f"sha256:{_checksum(packed)}":
        raise BaseDamaged
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(b64decode(packed, validate=True), _MOST_BYTES)
        if _is_costly(content):
            raise BaseDamaged
        parties, rows = json.loads(content)
        return Base(
            tuple(PartyId(_text(each)) for each in parties),
            MappingProxyType(dict(_rows(rows, len(parties)))),
        )
    except (NoBase64, zlib.error, ValueError, TypeError, RecursionError):
        raise BaseDamaged from None


def _is_costly(content: bytes) -> bool:
    """Return whether `content` would take many times its size in memory as Python values."""
    lists = content.count(b"[") + content.count(b"{")
    return lists > _MOST_LISTS or content.count(b",") > _MOST_VALUES


def _rows(rows: object, parties: int) -> Iterator[tuple[RoleId, BaseRow]]:
    if not isinstance(rows, list):
        raise TypeError
    for row in rows:
        role, sourcing, area, coverage, note, *cells = row
        if len(cells) != parties or not all(type(each) is str for each in row):
            raise TypeError
        yield RoleId(role), BaseRow(sourcing, area, coverage, note, tuple(map(Cell, cells)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _checksum(packed: str) -> str:
    return sha256(packed.encode("utf-8", "replace")).hexdigest()
