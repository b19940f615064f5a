"""The text of a PDF as a reader searches it, by `pdftotext`."""

import shutil
import subprocess
from pathlib import Path

import pytest


def text_of_pdf(content: bytes, folder: Path) -> str:
    """Return the text of a PDF without its spaces and line ends; skip the test without poppler.

    Texts come in the order they were drawn, so that a name of two lines stays together.
    """
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed: it reads the text of the PDF")
    file = folder / "picture.pdf"
    file.write_bytes(content)
    done = subprocess.run([program, "-raw", str(file), "-"], capture_output=True, check=True)
    return plain(done.stdout.decode("utf-8"))


def plain(text: str) -> str:
    """Return `text` without white space: names are broken into lines."""
    return "".join(text.split())
