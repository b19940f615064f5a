"""The lines of a journal: a first line that names it, what it belongs to, then states of the plan.

Rules:

- Each line has a checksum over itself and all lines before it. Reading stops at the first line that
  is wrong, or that was not written to its end: no byte after it is used.
- A state counts once the line that ends it is whole. So a journal that is cut off anywhere gives a
  state that was written, or none; never a mixture of two.
- A text that quotes a plan is not a value of ours: everything is checked again as a plan file is.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from socplanner.formats.journal.plan_steps import Part, PlanParts, is_part

VERSION = 1
_NAME = b"socplanner-journal"
_FIRST = re.compile(_NAME + rb" ([0-9]{1,6})")
_CHECKSUM = 16
_SEPARATOR = b" "
_ORIGIN, _END = "origin", "end"


class JournalOrigin(NamedTuple):
    """What a journal belongs to: the program that wrote it, the plan's file and its content.

    `content` is that of the file when it was opened or saved last, None for a plan without one.
    """

    program: str
    path: str = ""
    content: bytes | None = None


class JournalState(NamedTuple):
    """What is known about a state without reading its plan.

    `made_at` is when it was written, in seconds since 1970; `edits` how many the plan has that the
    file has not, `names` those of the last of them, by language.
    """

    organisation: str
    made_at: float
    edits: int
    names: Mapping[str, tuple[str, ...]]


class Journal(NamedTuple):
    """A journal as far as it is whole: its last state, and whether anything after it was wrong.

    An unfinished last line is no fault: the program ended while it was written.
    """

    origin: JournalOrigin
    state: JournalState
    parts: PlanParts
    is_damaged: bool


class UnreadableJournal(Exception):
    """A file that gives no state of a plan; `reason` is `other`, `newer`, `empty` or `damaged`.

    Only a journal to which nothing of a state was written is empty: one that was cut off may have
    had work.
    """

    def __init__(self, reason: str) -> None:
        """Store the reason."""
        super().__init__(reason)
        self.reason = reason


class JournalLines:
    """Makes the lines of one journal, each with its checksum."""

    def __init__(self) -> None:
        """Begin before the first line."""
        self._sum = ""

    def beginning(self, origin: JournalOrigin) -> bytes:
        """Return the first lines."""
        content = None if origin.content is None else base64.b64encode(origin.content).decode()
        facts = {"program": origin.program, "path": origin.path, "content": content}
        return b"%s %d\n" % (_NAME, VERSION) + self._line({_ORIGIN: facts})

    def part(self, part: Part) -> bytes:
        """Return the line of one part of a state."""
        return self._line(part)

    def end(self, state: JournalState) -> bytes:
        """Return the line that ends a state."""
        return self._line(
            {
                _END: {
                    "organisation": state.organisation,
                    "made": state.made_at,
                    "edits": state.edits,
                    "names": {language: list(names) for language, names in state.names.items()},
                }
            }
        )

    def _line(self, content: object) -> bytes:
        text = json.dumps(content, separators=(",", ":")).encode()
        self._sum = _checksum(self._sum, text)
        return self._sum.encode() + _SEPARATOR + text + b"\n"


def journal_of(data: bytes) -> Journal:
    """Return what is whole in the journal `data`; raise UnreadableJournal if no state is."""
    first, _, rest = data.partition(b"\n")
    _check_first_line(first)
    lines = rest.split(b"\n")
    unfinished = lines.pop()  # what follows the last end of a line; nothing, if that is the end
    contents = list(_whole_lines(lines))
    is_damaged = len(contents) < len(lines)
    origin = _origin_in(contents[0]) if contents else None
    if origin is None:
        raise UnreadableJournal("damaged" if is_damaged or contents or unfinished else "empty")
    parts, last = PlanParts(), None
    pending: list[Part] = []
    for content in contents[1:]:
        if _END not in content:
            pending.append(content)
            continue
        state = _state_in(content[_END])
        if state is None or not all(map(is_part, pending)):
            is_damaged = True
            break
        for part in pending:
            parts.add(part)
        last, pending = state, []
    if last is None:
        raise UnreadableJournal("damaged" if is_damaged or pending or unfinished else "empty")
    return Journal(origin, last, parts, is_damaged)


def _check_first_line(first: bytes) -> None:
    match = _FIRST.fullmatch(first)
    if match is None:
        is_part = bool(first) and (_NAME + b" ").startswith(first)
        raise UnreadableJournal("empty" if is_part or not first else "other")
    if int(match[1]) != VERSION:
        raise UnreadableJournal("newer" if int(match[1]) > VERSION else "other")


def _whole_lines(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Yield the contents of `lines` up to the first one that is wrong."""
    before = ""
    for line in lines:
        before = _checksum(before, line[_CHECKSUM + 1 :])
        if line[: _CHECKSUM + 1] != before.encode() + _SEPARATOR:
            return
        try:
            content = json.loads(line[_CHECKSUM + 1 :])
        except (ValueError, RecursionError):
            return
        if not isinstance(content, dict):
            return
        yield content


def _origin_in(content: Mapping[str, Any]) -> JournalOrigin | None:
    try:
        facts = content[_ORIGIN]
        encoded = facts["content"]
        decoded = None if encoded is None else base64.b64decode(encoded, validate=True)
        return JournalOrigin(str(facts["program"]), str(facts["path"]), decoded)
    except (ValueError, TypeError, KeyError):
        return None


def _state_in(facts: Any) -> JournalState | None:
    try:
        names = {str(key): tuple(map(str, each)) for key, each in facts["names"].items()}
        return JournalState(
            str(facts["organisation"]), float(facts["made"]), int(facts["edits"]), names
        )
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None


def _checksum(before: str, text: bytes) -> str:
    return hashlib.sha256(before.encode() + text).hexdigest()[:_CHECKSUM]
