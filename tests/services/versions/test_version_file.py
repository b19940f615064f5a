"""A version file returns what was packed; whatever else it has is refused, and never half read."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.services import files
from socplanner.services.versions import version_file
from socplanner.services.versions.version_file import (
    VersionFacts,
    digest_of,
    facts_of,
    packed_version,
    version_content,
)

CONTENT = "format: 3\norganisation: 会社\n".encode() * 50
FACTS = VersionFacts("works", 1_700_000_000.5, "/plans/会社\n.socplan", "0.1.0", digest_of(CONTENT))
FILE = packed_version(FACTS, CONTENT)


@given(st.binary(max_size=2000), st.text(max_size=50), st.text(max_size=50))
def test_what_is_packed_returns(content: bytes, plan_id: str, path: str) -> None:
    facts = VersionFacts(plan_id, 5.0, path, "1", digest_of(content))
    data = packed_version(facts, content)
    assert facts_of(data) == facts
    assert version_content(data) == content


@pytest.mark.parametrize("size", range(0, len(FILE), 7))
def test_a_file_that_is_half_written_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match=r"no version|not whole"):
        facts_of(FILE[:size])


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"[" * 100_000 + b"\n",
        b"[]\n",
        b"{}\n",
        b"\xff\xfe\n",
        b"[" * 50_000 + b"\nrest",
        FILE.replace(b'"socplanner-version": 1', b'"socplanner-version": 2'),
        FILE.replace(b'"saved_at": 1700000000.5', b'"saved_at": "x"'),
        FILE.replace(b'"plan_id": "works"', b'"plan_id": 7'),
        FILE + b"more",
    ],
)
def test_what_others_wrote_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no version|not whole"):
        facts_of(data)


def test_a_changed_byte_is_noticed() -> None:
    body = FILE.index(b"\n") + 1
    for place in range(body, len(FILE)):
        damaged = FILE[:place] + bytes([FILE[place] ^ 1]) + FILE[place + 1 :]
        with pytest.raises(ValueError, match="damaged"):
            version_content(damaged)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version_file, "MOST_BYTES", 1000)
    content = b"0" * 10_000_000
    with pytest.raises(ValueError, match="damaged"):
        version_content(packed_version(VersionFacts("1", 0.0, "", "", digest_of(content)), content))
    assert files.MOST_BYTES > 1000


def test_a_version_can_be_unpacked_by_hand() -> None:
    line, _, body = FILE.partition(b"\n")
    assert json.loads(line)["path"] == FACTS.path
    assert zlib.decompress(body) == CONTENT
