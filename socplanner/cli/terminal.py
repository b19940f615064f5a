"""Speaking to a terminal, a pipe or a file, whatever characters they can take."""

import errno
import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TextIO

from socplanner.wording.language import Words
from socplanner.wording.printable_text import printable_line, printable_text

_READER_GONE = frozenset({errno.EPIPE, errno.EINVAL})


class Terminal(NamedTuple):
    """Where answers and refusals go; None where there is no such stream (a windowed program)."""

    out: TextIO | None
    err: TextIO | None

    @property
    def speaks_unicode(self) -> bool:
        """Whether answers arrive with every character they have."""
        return self.out is None or _encoding(self.out).replace("-", "") == "utf8"

    def answer(self, text: str) -> None:
        """Write `text` and a line end; raise OSError if what reads it cannot take it.

        A reader who has gone (`| head`) had enough, and the work goes on.
        """
        _write(self.out, text)

    def confirm(self, text: str, done: str) -> None:
        """Write `text`, the answer to work that has changed files.

        Where it cannot be written the work stays done: `done`, which tells so, goes to the other
        stream with the reason.
        """
        try:
            self.answer(text)
        except OSError as error:
            self.refuse(f"{done} ({error.strerror})")

    def refuse(self, text: str) -> None:
        """Write why nothing was done, in one line."""
        try:
            _write(self.err, "socplanner: " + " ".join(text.split()))
        except OSError:
            return


def joined_lines(lines: Iterable[str]) -> str:
    """Return `lines` as one text, each of which stays one line whatever names stand in it."""
    return "\n".join(printable_line(line) for line in lines)


def answer_lost(file: Path, words: Words) -> str:
    """Return what tells that `file` was written though the answer could not be."""
    return words.tr("{file} was written, but the answer could not be.", file=file)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    encoding = _encoding(stream)
    plain = printable_text(text).encode(encoding, "replace").decode(encoding)
    try:
        stream.write(plain + "\n")
        stream.flush()
    except OSError as error:
        _silence(stream)
        if error.errno not in _READER_GONE:
            raise


def _encoding(stream: TextIO) -> str:
    return (getattr(stream, "encoding", None) or "utf-8").lower()


def _silence(stream: TextIO) -> None:
    """Send what is still to come nowhere, so that the interpreter can end without a complaint."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, io.UnsupportedOperation):
        return
