"""What was sent out fits into cells, comes out again as it went in, and shows every damage."""

import json
import zlib
from base64 import b64encode
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.duty_values import FIELDS, DutyAddress, duty_value
from socplanner.domain.matrix import matrix_of
from socplanner.formats.record.base import CHUNK, BaseDamaged, base_chunks, base_of
from tests.support.plans import big_plan
from tests.support.small_plan import A1, NOW, SOC, small_plan
from tests.support.workbooks import messy

PLAN = messy(small_plan(), Random(2))
CHUNKS = base_chunks(matrix_of(PLAN, NOW))


def _with_checksum(packed: str) -> list[str]:
    return [packed, f"sha256:{sha256(packed.encode()).hexdigest()}"]


def _packed(text: object) -> list[str]:
    return _with_checksum(b64encode(zlib.compress(json.dumps(text).encode())).decode())


def test_every_value_is_decoded_as_it_was_encoded() -> None:
    base = base_of(CHUNKS)
    for row in matrix_of(PLAN, NOW).rows:
        for field in FIELDS[1:]:
            address = DutyAddress(row.role.id, field)
            assert base.value(address) == duty_value(row.duty, address)
        for party in PLAN.parties:
            address = DutyAddress(row.role.id, "letters", party.id)
            assert base.value(address) == duty_value(row.duty, address)
    assert base.value(DutyAddress(A1, "letters")) is None


def test_no_cell_is_longer_than_a_cell_may_be() -> None:
    chunks = base_chunks(matrix_of(big_plan(2000, 50), NOW))
    assert len(chunks) > 2
    assert max(map(len, chunks)) <= CHUNK < 32_767
    assert len(base_of(chunks).rows) == 2000


@given(st.integers(0, len(CHUNKS[0]) - 1), st.sampled_from("aB3+/= é"))
def test_one_altered_character_is_noticed(place: int, character: str) -> None:
    altered = CHUNKS[0][:place] + character + CHUNKS[0][place + 1 :]
    if altered != CHUNKS[0]:
        with pytest.raises(BaseDamaged):
            base_of([altered, *CHUNKS[1:]])


@pytest.mark.parametrize(
    "chunks",
    [
        [],
        CHUNKS[:-1],
        CHUNKS[-1:],
        [*reversed(CHUNKS)],
        _with_checksum("no base 64"),
        _with_checksum(b64encode(b"not packed").decode()),
        _packed(3),
        _packed([["soc"], [["x:A-1", "insource", "I", "", "", "R", "C"]]]),
        _packed([["soc"], [["x:A-1", "insource", "I", "", 3, "R"]]]),
        _packed([[3], []]),
        _packed([["soc"], {"x:A-1": []}]),
        _packed([["soc"], [["x:A-1"]]]),
        _with_checksum(b64encode(zlib.compress(b"[" * 100_000)).decode()),
        _with_checksum(b64encode(zlib.compress(b" " * 64 * 1024 * 1024)).decode()),
    ],
)
def test_what_is_no_record_is_damaged_and_nothing_worse(chunks: list[str]) -> None:
    with pytest.raises(BaseDamaged):
        base_of(chunks)


def test_a_record_of_an_empty_matrix_is_whole() -> None:
    base = base_of(_packed([[], []]))
    assert (base.parties, dict(base.rows)) == ((), {})
    assert base.value(DutyAddress(A1, "letters", SOC)) is None
