"""Writing to a terminal, a pipe or a file, in whatever characters they can show.

Rules:

- A character that the stream cannot encode is replaced; control characters of texts are escaped.
- A reader that has closed its pipe is no error.
- An answer that cannot be written does not undo work that has changed files.
"""

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
    """The streams for answers and errors; None where there is none (a windowed program)."""

    out: TextIO | None
    err: TextIO | None

    @property
    def supports_unicode(self) -> bool:
        """Whether the stream can encode every character."""
        return self.out is None or _encoding(self.out).replace("-", "") == "utf8"

    def answer(self, text: str) -> None:
        """Write `text` and a line end; raise OSError if it cannot be written.

        A reader that has closed its pipe is no error.
        """
        _write(self.out, text)

    def confirm(self, text: str, done: str) -> None:
        """Write `text`, the answer to work that has changed files.

        If it cannot be written, `done`, the message that the work is done, goes to the stream for
        errors with the reason.
        """
        try:
            self.answer(text)
        except OSError as error:
            self.refuse(f"{done} ({error.strerror})")

    def refuse(self, text: str) -> None:
        """Write the reason why nothing was done, in one line."""
        try:
            _write(self.err, "socplanner: " + " ".join(text.split()))
        except OSError:
            return


def joined_lines(lines: Iterable[str]) -> str:
    """Return `lines` as one text; line breaks in names are escaped, so that each is one line."""
    return "\n".join(printable_line(line) for line in lines)


def answer_lost(file: Path, words: Words) -> str:
    """Return the message that `file` was written, but the answer could not be."""
    return words.tr("{file} was written, but the result could not be shown.", file=file)


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
    """Redirect `stream` to nowhere, so that its flush at exit raises no error."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, io.UnsupportedOperation):
        return
