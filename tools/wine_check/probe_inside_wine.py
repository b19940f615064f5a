"""Runs inside Windows and prints, as JSON, the answers that `inside_windows.py` checks."""

import ctypes
import json
import os
import sys
import tempfile
import threading
from pathlib import Path

from socplanner.services import files, i18n
from socplanner.services.file_problem import FileProblem

_FIELDS = ("ProductVersion", "FileDescription", "CompanyName")
_MOMENT = 0.3
_JAPANESE = 0x0411


def version_of(program: str) -> dict[str, str]:
    """Return what the Explorer shows of `program`, by language."""
    version = ctypes.windll.version  # type: ignore[attr-defined]
    size = version.GetFileVersionInfoSizeW(program, None)
    block = ctypes.create_string_buffer(size)
    version.GetFileVersionInfoW(program, 0, size, block)
    strings = {}
    for table in ("040904B0", "041104B0", "040904E4"):  # the last is the English of NSIS
        for field in _FIELDS:
            text, length = ctypes.c_wchar_p(), ctypes.c_uint()
            path = f"\\StringFileInfo\\{table}\\{field}"
            if version.VerQueryValueW(block, path, ctypes.byref(text), ctypes.byref(length)):
                strings[table[:4] + field] = text.value or ""
    return strings


def saved_over(open_for: float | None) -> list[object]:
    """Save over a file that is open for `open_for` seconds, or throughout.

    Return the code of the problem, the text of the file, and the names in its folder.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "plan.socplan"
        place.write_bytes(b"before")
        reader = place.open("rb")
        if open_for is not None:
            threading.Timer(open_for, reader.close).start()
        try:
            files.write_atomically(place, b"after")
            code = ""
        except FileProblem as problem:
            code = problem.code
        if open_for is None:
            reader.close()
        return [code, place.read_text(encoding="utf-8"), sorted(os.listdir(folder))]  # noqa: PTH208


def read_folder() -> str:
    """Return the code of the problem when a folder is read as a file."""
    try:
        files.read(Path(tempfile.gettempdir()))
    except FileProblem as problem:
        return problem.code
    return ""


def languages() -> list[str]:
    """Return the language of the program on this English Windows, and on a Japanese one."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        os.environ.pop(name, None)
    return [i18n.system_language(), i18n.language_of_windows(_JAPANESE)]


answers: dict[str, object] = {program: version_of(program) for program in sys.argv[1:]}
answers["open"] = saved_over(None)
answers["closed soon"] = saved_over(_MOMENT)
answers["folder"] = read_folder()
answers["languages"] = languages()
print(json.dumps(answers))  # noqa: T201
