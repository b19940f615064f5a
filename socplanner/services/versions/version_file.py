"""The file of one earlier version: a line with what it is, then the compressed content of the plan.

The line is JSON, so that a version can be recognised, and its content decompressed, by hand. What
another program wrote, or only half of it, is refused with ValueError; nothing is read beyond
the bounds.
"""

import hashlib
import json
import zlib
from typing import NamedTuple

from socplanner.services.files import MOST_BYTES

FORMAT = 1
_KEY = "socplanner-version"
_LONGEST_LINE = 64 * 1024
_LEVEL = 6
_LATEST = 1e12
"""Seconds since 1970 beyond those of any clock."""


class VersionFacts(NamedTuple):
    """What is known of a version without its content: `saved_at` is in seconds since 1970."""

    plan_id: str
    saved_at: float
    path: str
    program: str
    digest: str


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of `content` in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def packed_version(facts: VersionFacts, content: bytes) -> bytes:
    """Return the file of the version with `facts` and `content`."""
    body = zlib.compress(content, _LEVEL)
    line = {_KEY: FORMAT, **facts._asdict(), "size": len(body)}
    text = json.dumps(line, ensure_ascii=True)
    return text.encode() + b"\n" + body


def facts_of(data: bytes) -> VersionFacts:
    """Return the facts of the version file `data`; raise ValueError if it is not whole."""
    return _split(data)[0]


def version_content(data: bytes) -> bytes:
    """Return the content of the version file `data`; raise ValueError if it is damaged."""
    facts, body = _split(data)
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(body, MOST_BYTES)
    except zlib.error:
        raise ValueError("damaged") from None
    if not unpacking.eof or digest_of(content) != facts.digest:
        raise ValueError("damaged")
    return content


def _split(data: bytes) -> tuple[VersionFacts, bytes]:
    end = data.find(b"\n", 0, _LONGEST_LINE)
    if end < 0:
        raise ValueError("no version")
    try:
        line = json.loads(data[:end])
    except (ValueError, RecursionError):
        raise ValueError("no version") from None
    if not isinstance(line, dict) or line.get(_KEY) != FORMAT:
        raise ValueError("no version, or of a newer program")
    texts = [line.get(name) for name in ("plan_id", "path", "program", "digest")]
    saved_at = line.get("saved_at")
    is_time = isinstance(saved_at, int | float) and 0 <= saved_at <= _LATEST
    if not is_time or not all(isinstance(text, str) for text in texts):
        raise ValueError("no version")
    if line.get("size") != len(data) - end - 1:
        raise ValueError("not whole")
    plan_id, path, program, digest = map(str, texts)
    return VersionFacts(plan_id, float(saved_at or 0.0), path, program, digest), data[end + 1 :]
